import Link from 'next/link'
import { Badge } from '@/components/badge'
import { setApart } from '@/lib/text'
import type { DraftView } from '../queries/draft'
import type { EditorFocus } from '../schema'
import styles from './unplaced-list.module.css'

type Props = { draft: DraftView; day: string | null; focus: EditorFocus }

/** Accepted sessions that have no place yet. */
export function UnplacedList({ draft: { unplaced, slots, tracks }, day, focus }: Props) {
  return (
    <section aria-labelledby="unplaced">
      <h2 id="unplaced" className={styles.head}>
        Not placed yet <span className="muted">{unplaced.length}</span>
      </h2>
      {unplaced.length === 0 ? (
        <p className="muted small">
          {slots.length > 0
            ? 'Every accepted session has its place.'
            : 'Accepted sessions appear here once they are decided.'}
        </p>
      ) : (
        <ul className={styles.list}>
          {unplaced.map(({ code, title, speakers, minutes, track, standing }) => (
            <li key={code} aria-current={focus.place === code ? 'true' : undefined}>
              <Link
                prefetch={false}
                href={`?${new URLSearchParams({ ...(day ? { day } : {}), place: code })}#inspector`}
              >
                {title}
              </Link>
              <p className="muted small">
                {[
                  speakers.map(({ name }) => setApart(name)).join(', '),
                  minutes && `${minutes} min`,
                  tracks.find(({ slug }) => slug === track)?.name,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {standing === 'expected' && <Badge tone="caution">Not confirmed yet</Badge>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
