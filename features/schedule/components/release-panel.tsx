import { releaseSchedule } from '../actions'
import type { DraftView, PlacedSlot } from '../queries/draft'
import type { ReleasedSlot } from '../schema'
import { timeOf } from './editor-days'
import { ReleaseForm } from './release-form'
import styles from './release-panel.module.css'

type Props = { slug: string; draft: DraftView; day: string | null; canRelease: boolean }

/** What the next release would change, what it would leave out, and the button that publishes it. */
export function ReleasePanel({ slug, draft, day, canRelease }: Props) {
  const { pending, leftOut, lastRelease, timeZone, version } = draft
  const { added, moved, dropped } = pending
  const room = (name: string) => draft.rooms.find((each) => each.slug === name)?.name ?? name
  const when = (slot: ReleasedSlot) => `${timeOf(new Date(slot.startsAt), timeZone)}, ${room(slot.room)}`
  const isSame = added.length + moved.length + dropped.length === 0
  return (
    <section className={styles.panel} aria-labelledby="release">
      <h2 id="release">{lastRelease ? `Since release ${lastRelease.number}` : 'First release'}</h2>
      {isSame && <p className="muted small">No session was added, moved or dropped.</p>}
      <Changes title="Added" lines={added.map((slot) => [slot.number, `${slot.session.title} (${when(slot)})`])} />
      <Changes
        title="Moved"
        lines={moved.map(({ from, to }) => [to.number, `${to.session.title} (${when(from)} → ${when(to)})`])}
      />
      <Changes title="Dropped" lines={dropped.map((slot) => [slot.number, slot.session.title])} />
      <LeftOut slots={leftOut} />
      {canRelease && (
        <ReleaseForm
          action={releaseSchedule.bind(null, slug)}
          kept={{ version: String(version), ...(day ? { day } : {}) }}
          name={`Release ${(lastRelease?.number ?? 0) + 1}`}
        />
      )}
    </section>
  )
}

function Changes({ title, lines }: { title: string; lines: [number, string][] }) {
  if (lines.length === 0) return null
  return (
    <details className={styles.changes}>
      <summary>
        {title} <span className="numeric">{lines.length}</span>
      </summary>
      <ul>
        {lines.map(([number, line]) => (
          <li key={number}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

function LeftOut({ slots }: { slots: PlacedSlot[] }) {
  if (slots.length === 0) return null
  return (
    <div className={styles.leftOut}>
      <p>
        {slots.length === 1 ? 'One placed session is' : `${slots.length} placed sessions are`} left out until their
        speakers confirm:
      </p>
      <ul>
        {slots.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </div>
  )
}
