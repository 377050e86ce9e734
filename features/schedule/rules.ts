import { isDay } from '@/lib/instant'
import { addDays } from '@/lib/time'
import type { DraftSlot, ReleasedSchedule, ReleasedSlot, ScheduledEvent } from './schema'

const DAY = 86_400_000
/** For how long calendars are told of a slot that was dropped: longer than a phone stays offline. */
const REMEMBERED = 30 * DAY

/** A draft that becomes a release. The caller counts releases under a lock. */
export interface Draft {
  event: ScheduledEvent
  release: { number: number; name: string }
  slots: DraftSlot[]
}

/**
 * The next release. A slot that says what it said keeps its sequence and time of change; another, a revived one
 * included, moves both on. A slot that is gone stays as cancelled for 30 days to the moment, so that calendars learn of it.
 */
export function nextSnapshot(previous: ReleasedSchedule | null, draft: Draft, now: Date): ReleasedSchedule {
  const releasedAt = now.toISOString()
  const before = new Map(previous?.slots.map((slot) => [slot.number, slot]))
  const kept = draft.slots.map((slot): ReleasedSlot => {
    const old = before.get(slot.number)
    if (old?.status === 'confirmed' && previous && saysTheSame(old, previous.event, slot, draft.event)) {
      return { ...slot, status: 'confirmed', sequence: old.sequence, lastModified: old.lastModified }
    }
    const sequence = old ? old.sequence + 1 : firstSequence(previous)
    return { ...slot, status: 'confirmed', sequence, lastModified: releasedAt }
  })
  const numbers = new Set(draft.slots.map((slot) => slot.number))
  const dropped = (previous?.slots ?? [])
    .filter((slot) => !numbers.has(slot.number))
    .map((slot) => (slot.status === 'cancelled' ? slot : cancelled(slot, releasedAt)))
    .filter((slot) => now.getTime() - Date.parse(slot.lastModified) <= REMEMBERED)
  const slots = [...kept, ...dropped].sort((a, b) => a.number - b.number)
  return { event: draft.event, release: { ...draft.release, releasedAt }, slots }
}

/**
 * No sequence grows by more than one in a release, so that a slot which comes back after it was forgotten starts above
 * whatever a calendar may still hold of it.
 */
function firstSequence(previous: ReleasedSchedule | null): number {
  return previous?.release.number ?? 0
}

function cancelled(slot: ReleasedSlot, at: string): ReleasedSlot {
  return { ...slot, status: 'cancelled', sequence: slot.sequence + 1, lastModified: at }
}

function saysTheSame(old: DraftSlot, oldEvent: ScheduledEvent, slot: DraftSlot, event: ScheduledEvent): boolean {
  return canonical(content(old, oldEvent)) === canonical(content(slot, event))
}

/** What readers see of a slot: also the names of its room and place, which the event may change. */
function content({ startsAt, minutes, room, session }: DraftSlot, { rooms, place }: ScheduledEvent) {
  const roomName = rooms.find((each) => each.slug === room)?.name ?? room
  return { start: Date.parse(startsAt), minutes, room, roomName, place, session }
}

/** JSON with its keys in order: PostgreSQL's jsonb keeps another than the code that made it. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

export interface Changes {
  added: ReleasedSlot[]
  /** To another time or room, or made longer or shorter. */
  moved: { from: ReleasedSlot; to: ReleasedSlot }[]
  dropped: ReleasedSlot[]
}

/** What the notes of a release tell. A slot that comes back counts as added. */
export function whatChanged(previous: ReleasedSchedule | null, next: ReleasedSchedule): Changes {
  const [before, after] = [confirmedSlots(previous), confirmedSlots(next)]
  const moved = [...after.values()].flatMap((to) => {
    const from = before.get(to.number)
    return from && hasMoved(from, to) ? [{ from, to }] : []
  })
  return {
    added: [...after.values()].filter((slot) => !before.has(slot.number)),
    moved,
    dropped: [...before.values()].filter((slot) => !after.has(slot.number)),
  }
}

function confirmedSlots(schedule: ReleasedSchedule | null): Map<number, ReleasedSlot> {
  const confirmed = (schedule?.slots ?? []).filter((slot) => slot.status === 'confirmed')
  return new Map(confirmed.map((slot) => [slot.number, slot]))
}

function hasMoved(from: ReleasedSlot, to: ReleasedSlot): boolean {
  return Date.parse(from.startsAt) !== Date.parse(to.startsAt) || from.room !== to.room || from.minutes !== to.minutes
}

/** The facts of a proposal on which its place in the programme depends. */
export interface SessionFacts {
  decision: 'accepted' | 'waitlisted' | 'rejected' | null
  announced: 'accepted' | 'waitlisted' | 'rejected' | null
  answer: 'confirmed' | 'declined' | null
  withdrawnAt: Date | null
  cancelledAt: Date | null
}

export type Standing = 'confirmed' | 'expected' | 'out'

/** Whether a proposal takes place: confirmed ones are released, expected ones may be placed, the others are out. */
export function standingOf({ decision, announced, answer, withdrawnAt, cancelledAt }: SessionFacts): Standing {
  if (decision !== 'accepted' || withdrawnAt || cancelledAt || answer === 'declined') return 'out'
  return answer === 'confirmed' && announced === 'accepted' ? 'confirmed' : 'expected'
}

/** A session in a room at a time; `people` are those who must be there. `id` is null for one not placed before. */
export interface Placement {
  id: string | null
  startsAt: Date
  minutes: number
  room: string
  people: string[]
}

export interface PlacementFacts {
  placement: Placement
  /** The draft as it is; the placement's own earlier place among them does not count. */
  others: Placement[]
  rooms: string[]
}

export type PlacementRefusal = 'unknown-room' | 'room-taken' | 'speaker-busy'

/** Why a session cannot take place there and then, or null. One may begin in the moment another ends. */
export function refusePlacement({ placement, others, rooms }: PlacementFacts): PlacementRefusal | null {
  if (!rooms.includes(placement.room)) return 'unknown-room'
  const rivals = others.filter((other) => !isSame(placement, other) && overlap(placement, other))
  if (rivals.some((other) => other.room === placement.room)) return 'room-taken'
  if (rivals.some((other) => other.people.some((person) => placement.people.includes(person)))) return 'speaker-busy'
  return null
}

/** What stands in the way of a placement that `refusePlacement` refused, or null where nothing does. */
export function rivalOf<P extends Placement>(facts: { placement: Placement; others: P[]; rooms: string[] }): P | null {
  const reason = refusePlacement(facts)
  if (reason === null || reason === 'unknown-room') return null
  return facts.others.find((other) => refusePlacement({ ...facts, others: [other] }) === reason) ?? null
}

/** Ways out of a conflict: rooms that are free then, and when the same room and its people are free again. */
export function waysOut(facts: PlacementFacts): { rooms: string[]; at: Date | null } {
  const { placement, others, rooms } = facts
  const isFree = (change: Partial<Placement>) =>
    refusePlacement({ ...facts, placement: { ...placement, ...change } }) === null
  const ends = others.map(({ startsAt, minutes }) => new Date(startsAt.getTime() + minutes * 60_000))
  const later = ends.filter((end) => end > placement.startsAt).sort((a, b) => a.getTime() - b.getTime())
  return {
    rooms: rooms.filter((room) => isFree({ room })),
    at: later.find((startsAt) => isFree({ startsAt })) ?? null,
  }
}

/** Where a session of this length fits on a day: in each room at each step, and right after whatever ends there. */
export function openingsFor(
  facts: { id: string | null; people: string[]; minutes: number; others: Placement[]; rooms: string[] },
  { from, until, step }: { from: Date; until: Date; step: number },
): { room: string; startsAt: Date }[] {
  const { others, rooms, ...session } = facts
  const count = Math.max(0, Math.floor((until.getTime() - from.getTime()) / (step * 60_000)))
  const steps = Array.from({ length: count }, (_, index) => from.getTime() + index * step * 60_000)
  return rooms.flatMap((room) => {
    const ends = others
      .filter((other) => other.room === room)
      .map((other) => other.startsAt.getTime() + other.minutes * 60_000)
    const moments = [...new Set([...steps, ...ends])].sort((a, b) => a - b).map((moment) => new Date(moment))
    return moments
      .filter((startsAt) => startsAt >= from && startsAt < until)
      .filter((startsAt) => refusePlacement({ placement: { ...session, room, startsAt }, others, rooms }) === null)
      .map((startsAt) => ({ room, startsAt }))
  })
}

/** A form's day and time as a date and time: before four in the morning is still the night of that day. */
export function wallTimeOf(day: string, time: string): string {
  return `${time < '04:00' && isDay(day) ? addDays(day, 1) : day}T${time}`
}

function isSame(placement: Placement, other: Placement): boolean {
  return placement.id !== null && placement.id === other.id
}

function overlap(a: Placement, b: Placement): boolean {
  const [startA, startB] = [a.startsAt.getTime(), b.startsAt.getTime()]
  return startA < startB + b.minutes * 60_000 && startB < startA + a.minutes * 60_000
}

/** A part of a programme: one day, one track, both, or all of it. */
export interface Chosen {
  day: string | null
  track: string | null
}

/** What an address chooses, or null where it names a day or track that there is not. Other parameters say nothing. */
export function chosenIn(
  query: Record<string, string | string[] | undefined>,
  { days, tracks }: { days: string[]; tracks: string[] },
): Chosen | null {
  const { day = null, track = null } = query
  if (Array.isArray(day) || Array.isArray(track)) return null
  if (day !== null && !days.includes(day)) return null
  if (track !== null && !tracks.includes(track)) return null
  return { day, track }
}
