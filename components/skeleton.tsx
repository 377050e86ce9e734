import styles from './skeleton.module.css'

/** Lines where words will be. Wrap what is loading in an element with aria-busy. */
export function Skeleton({ lines = 3, title = false }: { lines?: number; title?: boolean }) {
  return (
    <div className={styles.skeleton} aria-hidden>
      {title && <span className={styles.title} />}
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.line} />
      ))}
    </div>
  )
}
