import { nextSnapshot } from '@/features/schedule/rules'
import type { DraftSlot, ReleasedSchedule } from '@/features/schedule/schema'
import type { Conference } from './conferences'
import type { Context } from './context'
import { addDays, atTime, isoDay } from './days'
import type { Proposal } from './proposal'

/** A place in the timetable: for a session of this format, or with a title of its own (a break). */
export interface Cell {
  /** Counted from 0. */
  day: number
  time: string
  /** Index of the room. */
  room: number
  minutes: number
  holds: { format: string } | { title: string }
}

export interface Placed extends Cell {
  id: string
  number: number
  startsAt: Date
  proposal: Proposal | null
}

/** Puts the sessions into the cells of their format, nobody in two rooms at once. Cells for which none is left stay out. */
export function placeSessions(context: Context, conference: Conference, cells: Cell[], sessions: Proposal[]): Placed[] {
  const waiting = [...sessions]
  const busy = new Map<string, { from: number; to: number }[]>()
  return cells.flatMap((cell): Placed[] => {
    const startsAt = atTime(addDays(conference.startsOn, cell.day), cell.time, conference.timeZone)
    const id = context.id('slot', conference.slug, cell.day, cell.time, cell.room)
    if ('title' in cell.holds) return [{ ...cell, id, number: context.nextNumber.slot(), startsAt, proposal: null }]
    const { format } = cell.holds
    const [from, to] = [startsAt.getTime(), startsAt.getTime() + cell.minutes * 60_000]
    const isFree = (personId: string) => !busy.get(personId)?.some((other) => from < other.to && other.from < to)
    const at = waiting.findIndex(
      (each) => each.format.slug === format && each.speakers.every((person) => isFree(person.id)),
    )
    const [proposal] = at < 0 ? [] : waiting.splice(at, 1)
    if (!proposal) return []
    for (const person of proposal.speakers) busy.set(person.id, [...(busy.get(person.id) ?? []), { from, to }])
    return [{ ...cell, id, number: context.nextNumber.slot(), startsAt, proposal }]
  })
}

/** Writes the draft schedule. */
export function addSlots({ rows, id }: Context, conference: Conference, placed: Placed[]): void {
  for (const { id: slotId, number, room, startsAt, minutes, proposal, holds } of placed) {
    rows.slot.push({
      id: slotId,
      number,
      eventId: conference.id,
      roomId: id(conference.slug, roomOf(conference, room).slug),
      proposalId: proposal?.id ?? null,
      title: 'title' in holds ? holds.title : null,
      startsAt,
      minutes,
    })
  }
}

/** Writes a release as it stood on that day; the one before it makes sequences and cancellations right. */
export function addRelease(
  { rows, id, url }: Context,
  conference: Conference,
  { name, placed, at, previous }: { name: string; placed: Placed[]; at: Date; previous: ReleasedSchedule | null },
): ReleasedSchedule {
  const number = (previous?.release.number ?? 0) + 1
  const { slug, acronym, timeZone, startsOn, place, tracks } = conference
  const endsOn = isoDay(addDays(startsOn, conference.days - 1))
  const rooms = conference.rooms.map((room) => ({ ...room, guid: id(slug, room.slug) }))
  const event = {
    slug,
    acronym,
    name: conference.name,
    timeZone,
    startsOn: isoDay(startsOn),
    endsOn,
    place,
    url,
    tracks,
    rooms,
  }
  const slots = placed.map((each) => draftSlot(conference, each))
  const schedule = nextSnapshot(previous, { event, release: { number, name }, slots }, at)
  rows.release.push({ id: id('release', slug, number), eventId: conference.id, number, name, schedule, releasedAt: at })
  return schedule
}

function draftSlot(conference: Conference, { number, startsAt, minutes, room, proposal, holds }: Placed): DraftSlot {
  const slot = { number, startsAt: startsAt.toISOString(), minutes, room: roomOf(conference, room).slug }
  if (!proposal) {
    const title = 'title' in holds ? holds.title : ''
    const nothing = { code: null, abstract: '', format: null, track: null, level: null, speakers: [] }
    return { ...slot, session: { ...nothing, title, language: conference.languages[0] ?? 'en' } }
  }
  const { code, title, abstract, language, format, track, level } = proposal
  const speakers = proposal.speakers.map(({ id: personId, number, slug, name, bio, affiliation }) => {
    return { personId, number, slug, name, bio, affiliation }
  })
  const levelName = conference.levels.find((each) => each.slug === level)?.name ?? null
  const { slug, name } = format
  return {
    ...slot,
    session: { code, title, abstract, language, format: { slug, name }, track, level: levelName, speakers },
  }
}

function roomOf({ rooms, name }: Conference, index: number) {
  const room = rooms[index]
  if (!room) throw new Error(`${name} has no room ${index}`)
  return room
}
