import type { AuthorizedEvent } from '@/features/access/queries'
import type { Tx } from '@/lib/db'
import { slugify } from '@/lib/slug'
import type { ForeignEvent, PortableSlot, Source } from '../schema/portable'
import { freeSlug } from './import-choices'
import { hashOf } from './import-people'

interface Context {
  /** The proposals of the file, by their ids in it. */
  here: Map<string, string>
  say: (line: string) => void
  note: (place: string, text: string) => void
}

/** Rooms and slots of a file on the draft schedule: new ones are added; where a room is taken, it stays as it is. */
export async function writeSlots(
  tx: Tx,
  event: AuthorizedEvent,
  source: Source,
  foreign: ForeignEvent,
  { here, say, note }: Context,
): Promise<void> {
  if (foreign.slots.length === 0) return
  const rooms = await ensureRooms(tx, event, foreign.rooms, say)
  const of = { eventId: event.id, source, kind: 'slot' }
  const records = await tx.foreignRecord.findMany({ where: of, select: { foreignId: true, hash: true, slot: SLOT } })
  const known = new Map(records.map((record) => [record.foreignId, record]))
  const taken = await tx.slot.findMany({
    where: { eventId: event.id },
    select: { id: true, roomId: true, startsAt: true, minutes: true },
  })
  let changes = 0
  for (const { place, thing } of foreign.slots) {
    const before = known.get(thing.id)
    if (before && (before.hash === timeHash(thing) || !before.slot)) continue
    if (before?.slot && before.hash !== timeHash({ ...before.slot, room: before.slot.room.name })) {
      note(place, 'was moved on the draft here since; it stays')
      continue
    }
    if (thing.proposal && !here.has(thing.proposal)) {
      note(place, 'its session is neither in these files nor here; its time is left out')
      continue
    }
    const roomId = rooms.get(thing.room) ?? ''
    if (taken.some((slot) => slot.id !== before?.slot?.id && slot.roomId === roomId && overlaps(slot, thing))) {
      note(place, `${thing.room} is taken at that time on the draft; left out`)
      continue
    }
    const { startsAt, minutes } = thing
    const when = `${startsAt.toISOString().slice(0, 16)} ${thing.room}: ${thing.title ?? thing.proposal ?? ''}`
    changes++
    if (before?.slot) {
      const { id } = before.slot
      await tx.slot.update({ where: { id }, data: { roomId, startsAt, minutes } })
      const record = { eventId_source_kind_foreignId: { ...of, foreignId: thing.id } }
      await tx.foreignRecord.update({ where: record, data: { hash: timeHash(thing) } })
      taken.splice(0, taken.length, ...taken.filter((slot) => slot.id !== id), { id, roomId, startsAt, minutes })
      say(`~ slot ${when}`)
      continue
    }
    const proposalId = thing.proposal ? (here.get(thing.proposal) ?? null) : null
    const title = proposalId ? null : (thing.title ?? '')
    const slot = await tx.slot.create({ data: { eventId: event.id, roomId, proposalId, title, startsAt, minutes } })
    taken.push({ id: slot.id, roomId, startsAt, minutes })
    await tx.foreignRecord.create({ data: { ...of, foreignId: thing.id, slotId: slot.id, hash: timeHash(thing) } })
    say(`+ slot ${when}`)
  }
  if (changes > 0) await tx.event.update({ where: { id: event.id }, data: { draftVersion: { increment: 1 } } })
}

const SLOT = { select: { id: true, startsAt: true, minutes: true, room: { select: { name: true } } } } as const

/** When and where, which is all that a later file changes. */
const timeHash = ({ room, startsAt, minutes }: Time & { room: string }) => hashOf([room, startsAt, minutes])

type Time = Pick<PortableSlot, 'startsAt' | 'minutes'>
const endOf = ({ startsAt, minutes }: Time) => startsAt.getTime() + minutes * 60_000
const overlaps = (one: Time, other: Time) =>
  one.startsAt.getTime() < endOf(other) && other.startsAt.getTime() < endOf(one)

async function ensureRooms(tx: Tx, event: AuthorizedEvent, names: string[], say: (line: string) => void) {
  const known = await tx.room.findMany({ where: { eventId: event.id }, select: { id: true, slug: true, name: true } })
  const rooms = new Map(known.map(({ id, name }) => [name, id]))
  const slugs = new Set(known.map(({ slug }) => slug))
  for (const [index, name] of names.entries()) {
    if (rooms.has(name)) continue
    const slug = freeSlug(slugify(name, 'room'), slugs)
    const data = { eventId: event.id, slug, name, position: known.length + index }
    rooms.set(name, (await tx.room.create({ data, select: { id: true } })).id)
    say(`+ room ${name}`)
  }
  return rooms
}
