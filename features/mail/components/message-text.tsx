import styles from './message-text.module.css'

const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/

/** The text of a mail as it was written, its addresses as links. */
export function MessageText({ text }: { text: string }) {
  const parts = text.split(ADDRESS)
  return (
    <div className={styles.text}>
      {parts.map((part, at) => {
        const key = `${at}`
        return at % 2 === 1 ? (
          <a key={key} href={part}>
            {part}
          </a>
        ) : (
          part
        )
      })}
    </div>
  )
}
