import Link from 'next/link'
import { classNames } from '@/components/class-names'
import { setApart } from '@/lib/text'
import type { DraftView, ShownSlot } from '../queries/draft'
import { openingsFor, type Placement } from '../rules'
import { warnPlacement } from '../rules/warnings'
import { type EditorDay, timeOf } from './editor-days'
import styles from './editor-grid.module.css'
import type { InHand } from './in-hand'

const STEP = 5 * 60_000
const OFFERED_MINUTES = 30

type Props = { draft: DraftView; day: EditorDay; hand: InHand | null }

/** One day to scale, rooms beside each other. While something is in hand, every place where it fits is a link. */
export function EditorGrid({ draft, day, hand }: Props) {
  const { rooms, timeZone } = draft
  const { from, until, slots } = day
  const line = (at: Date) => Math.round((at.getTime() - from.getTime()) / STEP) + 1
  const hours = hoursBetween(from, until)
  const column = (room: string) => rooms.findIndex(({ slug }) => slug === room) + 2
  return (
    <div className={styles.frame}>
      <div className={styles.rooms} style={{ '--rooms': rooms.length }} aria-hidden>
        {rooms.map(({ slug, name, capacity }) => (
          <span key={slug}>
            {name} {capacity !== null && <small>{capacity}</small>}
          </span>
        ))}
      </div>
      <div className={styles.grid} style={{ '--rooms': rooms.length, '--steps': line(until) - 1 }}>
        {hours.map((hour) => (
          <span key={hour.getTime()} className={styles.hour} style={{ gridRowStart: line(hour) }} aria-hidden>
            {timeOf(hour, timeZone)}
          </span>
        ))}
        <ol className={styles.slots} aria-label="Placed on this day">
          {slots.map((slot) => (
            <li
              key={slot.id}
              id={`slot-${slot.number}`}
              className={styles.place}
              style={{
                '--row': `${line(slot.startsAt)} / span ${Math.max(1, Math.round(slot.minutes / 5))}`,
                '--column': column(slot.room),
              }}
            >
              <SlotLink slot={slot} draft={draft} date={day.date} isInHand={hand?.id === slot.id} />
            </li>
          ))}
        </ol>
        {hand && <Openings {...{ draft, day, hand, line, column }} />}
      </div>
      {slots.length === 0 && !hand && (
        <p className={styles.empty}>Nothing is placed on this day yet. Choose a session to place.</p>
      )}
    </div>
  )
}

function SlotLink({
  slot,
  draft,
  date,
  isInHand,
}: {
  slot: ShownSlot
  draft: DraftView
  date: string
  isInHand: boolean
}) {
  const { session, startsAt, minutes, title, number, room, warnings } = slot
  const marks = [...new Set(warnings.map(({ reason }) => (reason === 'speaker-away' ? 'speaker away' : 'outside')))]
  const track = draft.tracks.find(({ slug }) => slug === session?.track)
  const ends = new Date(startsAt.getTime() + minutes * 60_000)
  const standing = session && session.standing !== 'confirmed' ? session.standing : null
  return (
    <Link
      prefetch={false}
      className={classNames(styles.slot, session ? undefined : styles.break)}
      href={`?day=${date}&slot=${number}#inspector`}
      aria-current={isInHand ? 'true' : undefined}
      style={{ '--track': track?.color ?? undefined }}
      data-short={minutes < 30 || undefined}
      title={title}
    >
      <span className={styles.title}>{title}</span>
      <span className={styles.details}>
        <span className={styles.when}>
          {timeOf(startsAt, draft.timeZone)}–{timeOf(ends, draft.timeZone)}
          <span className={styles.room}>, {draft.rooms.find(({ slug }) => slug === room)?.name}</span>
          {marks.length > 0 && <strong> · {marks.join(', ')}</strong>}
        </span>{' '}
        {standing && (
          <span className={styles.standing}>{standing === 'expected' ? 'Not confirmed' : 'No longer takes place'}</span>
        )}{' '}
        {session && (
          <span className={styles.people}>{session.speakers.map(({ name }) => setApart(name)).join(', ')}</span>
        )}
      </span>
    </Link>
  )
}

type OpeningsProps = {
  draft: DraftView
  day: EditorDay
  hand: InHand
  line(at: Date): number
  column(room: string): number
}

function Openings({ draft, day, hand, line, column }: OpeningsProps) {
  const facts = { ...hand, others: draft.slots, rooms: draft.rooms.map(({ slug }) => slug) }
  const openings = openingsFor(facts, { from: day.from, until: day.until, step: OFFERED_MINUTES })
  return (
    <ul className={styles.openings} aria-label="Where it fits">
      {openings.map(({ room, startsAt }) => {
        const time = timeOf(startsAt, draft.timeZone)
        const name = draft.rooms.find(({ slug }) => slug === room)?.name
        const isAway = isSpeakerAway({ ...hand, startsAt }, draft)
        return (
          <li key={`${room} ${time}`} style={{ gridRowStart: line(startsAt), gridColumnStart: column(room) }}>
            <Link
              prefetch={false}
              href={`?day=${day.date}&${hand.query}&room=${room}&time=${time}#inspector`}
              aria-label={`${name} at ${time}${isAway ? ', while a speaker is away' : ''}`}
              data-away={isAway || undefined}
            >
              {time}
              {isAway && ' away'}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

const isSpeakerAway = (placement: Pick<Placement, 'startsAt' | 'minutes' | 'people'>, draft: DraftView) =>
  warnPlacement(placement, { event: draft, unavailable: draft.unavailable }).some(
    ({ reason }) => reason === 'speaker-away',
  )

function hoursBetween(from: Date, until: Date): Date[] {
  const count = Math.ceil((until.getTime() - from.getTime()) / 3_600_000)
  return Array.from({ length: count }, (_, index) => new Date(from.getTime() + index * 3_600_000))
}
