import { PlainText } from '@/features/proposals/components/plain-text'
import { formatMoment } from '@/lib/time-words'
import type { PostPage } from '../queries/views'
import styles from './post-log.module.css'
import { MOVE_WORDS } from './words'

/** What has happened to a post and what was said about it, the latest first. */
export function PostLog({ moves, timeZone }: { moves: PostPage['moves']; timeZone: string }) {
  return (
    <ol className={styles.log}>
      {moves.map(({ id, move, byName, at, text }) => (
        <li key={id}>
          <p className="small muted">
            <strong>{byName}</strong> {MOVE_WORDS[move] ?? move}{' '}
            <time dateTime={at.toISOString()}>{formatMoment(at, timeZone, 'en')}</time>
          </p>
          {text && <PlainText>{text}</PlainText>}
        </li>
      ))}
    </ol>
  )
}
