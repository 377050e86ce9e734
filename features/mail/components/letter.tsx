import { formatMoment } from '@/lib/time-words'
import type { listMailbox } from '../queries'
import styles from './letter.module.css'
import { MessageStateBadge } from './message-state'
import { MessageText } from './message-text'

/** One mail of the local mailbox. */
export function Letter({
  to,
  subject,
  text,
  state,
  createdAt,
  sentAt,
  lastError,
}: Awaited<ReturnType<typeof listMailbox>>[number]) {
  const at = sentAt ?? createdAt
  return (
    <article className={styles.letter}>
      <h2 className={styles.title}>{subject}</h2>
      <p className="cluster small muted">
        <span>To {to}</span>
        <time dateTime={at.toISOString()}>{formatMoment(at, 'UTC', 'en')}</time>
        <MessageStateBadge state={state} />
        {lastError && <span>{lastError}</span>}
      </p>
      <MessageText text={text} />
    </article>
  )
}
