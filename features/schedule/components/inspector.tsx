import Link from 'next/link'
import { Badge } from '@/components/badge'
import { setApart } from '@/lib/text'
import { dayOf } from '@/lib/time'
import { formatPlainDate } from '@/lib/time-words'
import { moveSlot, placeSlot, removeSlot } from '../actions'
import type { DraftView } from '../queries/draft'
import type { EditorFocus } from '../schema'
import { timeOf } from './editor-days'
import type { InHand } from './in-hand'
import styles from './inspector.module.css'
import { PlaceForm } from './place-form'
import { RemoveForm } from './remove-form'
import { spanOf, warningWords } from './warning-words'

type Props = {
  slug: string
  draft: DraftView
  dates: string[]
  day: string | null
  focus: EditorFocus
  hand: InHand | null
}

/** What is in hand, with the form that puts it down. */
export function Inspector({ slug, draft, dates, day, focus, hand }: Props) {
  const { timeZone, version, rooms } = draft
  const choices = {
    rooms: rooms.map((room) => ({ value: room.slug, label: room.name })),
    days: dates.map((date) => ({ value: date, label: formatPlainDate(date, 'en') })),
  }
  if (!hand) {
    return (
      <section id="inspector" className={styles.inspector} aria-labelledby="inspector-title">
        <h2 id="inspector-title">Nothing in hand</h2>
        <p className="muted small">Choose a session below to place it, or a slot to move or remove it.</p>
        <Link
          prefetch={false}
          className="small"
          href={`?${new URLSearchParams({ ...(day ? { day } : {}), place: 'break' })}#inspector`}
        >
          Add a break
        </Link>
      </section>
    )
  }
  const slot = hand.kind === 'slot' ? hand.slot : null
  const session = hand.kind === 'session' ? hand.session : (slot?.session ?? null)
  const title = slot?.title ?? session?.title ?? 'A break'
  const values = {
    room: focus.room ?? slot?.room ?? rooms[0]?.slug ?? '',
    day: slot && !focus.time ? dayOf(slot.startsAt, timeZone) : (day ?? ''),
    time: focus.time ?? (slot ? timeOf(slot.startsAt, timeZone) : '09:00'),
    minutes: String(hand.minutes),
  }
  const action = slot ? moveSlot.bind(null, slug) : placeSlot.bind(null, slug)
  return (
    <section id="inspector" className={styles.inspector} aria-labelledby="inspector-title">
      <h2 id="inspector-title">{title}</h2>
      {session && (
        <p className="muted small">
          {[session.speakers.map(({ name }) => setApart(name)).join(', '), session.format].filter(Boolean).join(' · ')}
        </p>
      )}
      {session && session.standing !== 'confirmed' && (
        <p>
          <Badge tone="caution">
            {session.standing === 'expected' ? 'Not confirmed yet' : 'No longer takes place'}
          </Badge>
        </p>
      )}
      {slot && slot.warnings.length > 0 && (
        <ul className="small plain-list" aria-label="To know of its place">
          {slot.warnings.map((warned) => (
            <li key={warned.reason === 'speaker-away' ? warned.person : warned.reason}>
              <Badge tone="caution">{warned.reason === 'speaker-away' ? 'Speaker away' : 'Outside the event'}</Badge>{' '}
              {warningWords(warned, slot.session, timeZone)}
            </li>
          ))}
        </ul>
      )}
      {!slot && session && <Absences draft={draft} speakers={session.speakers} day={day} />}
      <PlaceForm
        key={`${hand.query} ${values.room} ${values.day} ${values.time}`}
        action={action}
        kept={{
          version: String(version),
          ...(slot ? { slotId: slot.id } : {}),
          ...(hand.kind === 'session' ? { code: hand.session.code } : {}),
        }}
        hasTitle={hand.kind === 'break'}
        submit={slot ? 'Move' : 'Place'}
        values={values}
        {...choices}
      />
      <div className={styles.others}>
        {slot && (
          <RemoveForm
            action={removeSlot.bind(null, slug)}
            kept={{ version: String(version), slotId: slot.id, day: values.day }}
          />
        )}
        {slot?.session && slot.session.standing !== 'out' && (
          <Link prefetch={false} className="small" href={`?day=${values.day}&place=${slot.session.code}#inspector`}>
            Give it a second time
          </Link>
        )}
        <Link prefetch={false} className="small" href={`?day=${day ?? ''}`}>
          Put back
        </Link>
      </div>
    </section>
  )
}

/** When those in hand cannot be on stage on this day: before they are placed. */
function Absences({
  draft,
  speakers,
  day,
}: {
  draft: DraftView
  speakers: { id: string; name: string }[]
  day: string | null
}) {
  const { timeZone, unavailable } = draft
  const lines = speakers.flatMap(({ id, name }) =>
    (unavailable.get(id) ?? [])
      .filter(({ startsAt, endsAt }) => day && dayOf(startsAt, timeZone) <= day && day <= dayOf(endsAt, timeZone))
      .map(({ startsAt, endsAt }) => `${name}, ${spanOf(startsAt, endsAt, timeZone)}`),
  )
  return lines.length > 0 ? <p className="small">Cannot be on stage this day: {lines.join('; ')}</p> : null
}
