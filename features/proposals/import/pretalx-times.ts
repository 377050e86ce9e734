import type { z } from 'zod'
import type { Gathered } from './build'
import { lineIn, momentIn } from './fields'
import { Reading } from './files'
import { type RecordList, RoomShape, SlotShape, SubmissionShape } from './pretalx-shapes'
import { parseRecords } from './records'

type Slot = z.output<typeof SlotShape>
type Context = { reading: Reading; timeZone: string }

/** The slots of submissions and of schedules, where they are expanded, with their rooms; breaks have a description. */
export function readPretalxTimes(lists: RecordList[], found: Gathered, context: Context): void {
  // What is wrong in a submission is said where it is read as one.
  const silent = new Reading()
  const of = <Schema extends z.ZodType>(kind: RecordList['kind'], schema: Schema, reading: Reading) =>
    lists
      .filter((list) => list.kind === kind)
      .flatMap((list) => parseRecords(list.place, list.records, schema, reading))
  const rooms = new Map(of('rooms', RoomShape, context.reading).map(({ thing }) => [thing.id, thing.name]))
  found.rooms.push(...rooms.values())
  for (const { place, thing } of of('submissions', SubmissionShape, silent)) {
    const slots = [...thing.slots, thing.slot ?? null].filter((slot) => slot !== null)
    for (const [at, slot] of slots.entries())
      readSlot(`${place}, slots[${at}]`, { ...slot, submission: thing.code }, rooms, found, context)
  }
  for (const { place, thing } of of('slots', SlotShape, context.reading)) readSlot(place, thing, rooms, found, context)
}

function readSlot(
  place: string,
  slot: Slot,
  rooms: Map<string, string>,
  found: Gathered,
  { reading, timeZone }: Context,
): void {
  // Without a time it is a place on the waiting side of pretalx's editor.
  if (!slot.start || !slot.room) return
  const startsAt = momentIn(slot.start, timeZone, reading, `${place}, start`)
  const endsAt = momentIn(slot.end ?? '', timeZone, reading, `${place}, end`)
  const name = slot.room.name || rooms.get(slot.room.id)
  if (!name) {
    reading.problem(`${place}, room`, `there is no room ${slot.room.id} in the files`)
    return
  }
  if (!startsAt) return
  const minutes = slot.duration || (endsAt ? Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000) : 0)
  if (minutes < 1) {
    reading.problem(`${place}, end`, 'this is not after its beginning')
    return
  }
  const proposal = slot.submission ?? null
  const title = proposal ? null : lineIn(slot.description || 'Break', 200, reading, `${place}, description`)
  const room = lineIn(name, 80, reading, `${place}, room`)
  const id = slot.id ?? `${proposal ?? title} ${startsAt.toISOString()}`
  found.slots.push({ place, thing: { id, proposal, title, room, startsAt, minutes } })
}
