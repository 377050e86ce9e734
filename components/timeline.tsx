import type { ReactNode } from 'react'
import styles from './timeline.module.css'

export type Moment = {
  /** As the reader sees it. */
  date: string
  /** As a machine reads it. */
  dateTime: string
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
        {moments.map(({ date, dateTime, title, body, mark }) => (
          <li key={`${dateTime}-${date}`} className={styles.moment}>
            <time className={styles.date} dateTime={dateTime}>
              {date}
            </time>
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
