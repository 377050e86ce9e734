import type { ReactNode } from 'react'
import styles from './timeline.module.css'

export type Moment = {
  /** As the reader sees it. */
  date: string
  /** As a machine reads it; absent where the words are no date. */
  dateTime?: string | undefined
  title: ReactNode
  body?: ReactNode
  /** A shape for the spine; a plain point where there is none. */
  mark?: ReactNode
}

/** What happened, in order, along a line. */
export function Timeline({ moments }: { moments: Moment[] }) {
  return (
    <div className={styles.frame}>
      <ol className={styles.timeline}>
        {moments.map(({ date, dateTime, title, body, mark }, index) => (
          <li key={index} className={styles.moment}>
            <div className={styles.date}>{dateTime ? <time dateTime={dateTime}>{date}</time> : date}</div>
            <span className={styles.mark} aria-hidden>
              {mark ?? <span className={styles.point} />}
            </span>
            <div className={styles.words}>
              <div className={styles.title}>{title}</div>
              {body && <div className={styles.body}>{body}</div>}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
