import { addMinutes } from 'date-fns'
import { z } from 'zod'
import type { Gathered } from './build'
import { lineIn, momentIn } from './fields'
import { isRecord, type Reading } from './files'
import { parseRecords } from './records'

type Context = { reading: Reading; timeZone: string }

interface Timed {
  id: string
  title: string
  isServiceSession: boolean
  /** Clocks of the event. */
  startsAt: string
  endsAt: string
  /** In place of an end: how many it lasts. */
  minutes?: string
  room: string
}

/** The time and room of a session as a slot; what is a session of the house itself has its title alone. */
export function readTime(place: string, session: Timed, found: Gathered, { reading, timeZone }: Context): void {
  if (!session.startsAt && !session.endsAt && !session.minutes) return
  const startsAt = momentIn(session.startsAt, timeZone, reading, `${place}, startsAt`)
  const endsAt = session.minutes
    ? laterBy(startsAt, session.minutes)
    : momentIn(session.endsAt, timeZone, reading, `${place}, endsAt`)
  const room = lineIn(session.room, 80, reading, `${place}, room`)
  if (!session.startsAt || !(session.endsAt || session.minutes))
    reading.problem(place, 'has a beginning or an end, and not both')
  if (!room) reading.note(place, 'has a time and no room; its time is left out')
  if (!startsAt || !endsAt || !room) return
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)
  if (minutes < 1) {
    reading.problem(`${place}, endsAt`, 'this is not after its beginning')
    return
  }
  const title = session.isServiceSession ? lineIn(session.title, 200, reading, `${place}, title`) : null
  const proposal = session.isServiceSession ? null : session.id
  found.slots.push({ place, thing: { id: session.id, proposal, title, room, startsAt, minutes } })
}

/** The moment after so many minutes; itself, which is no end, where they are none. */
function laterBy(startsAt: Date | null, minutes: string): Date | null {
  return startsAt && addMinutes(startsAt, /^\d{1,4}$/.test(minutes) ? Number(minutes) : 0)
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const Session = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  title: z.string().trim().min(1, 'has no title'),
  isServiceSession: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  startsAt: text,
  endsAt: text,
  room: text,
})

type Grid = { rooms: { name?: unknown; sessions?: unknown }[] }[]

/** Days, each with its rooms: the “GridSmart” view. */
export const isSessionizeGrid = (json: unknown): json is Grid =>
  Array.isArray(json) &&
  json.length > 0 &&
  json.every((day) => isRecord(day) && Array.isArray(day.rooms) && day.rooms.every(isRecord))

/** Times and rooms; the sessions themselves are in the “All data” view, or came with it before. */
export function readSessionizeGrid(name: string, days: Grid, found: Gathered, context: Context): void {
  for (const [day, { rooms }] of days.entries())
    for (const [at, room] of rooms.entries()) {
      const list = `${name}: [${day}].rooms[${at}].sessions`
      for (const { place, thing } of parseRecords(list, room.sessions, Session, context.reading))
        readTime(place, { ...thing, room: thing.room || String(room.name ?? '') }, found, context)
    }
}
