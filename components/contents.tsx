import styles from './contents.module.css'

export type ContentsEntry = { id: string; text: string; depth: number }

/** The headings of a text, beside it on a wide screen. */
export function Contents({ title, entries }: { title: string; entries: ContentsEntry[] }) {
  return (
    <nav className={styles.contents} aria-label={title}>
      <p className={styles.title}>{title}</p>
      <ol>
        {entries.map(({ id, text, depth }) => (
          <li key={id} data-depth={depth}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
