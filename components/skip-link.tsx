import styles from './skip-link.module.css'

/** The first stop of the keyboard: past the head, to `#content`. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a className={styles.skip} href="#content">
      {children}
    </a>
  )
}
