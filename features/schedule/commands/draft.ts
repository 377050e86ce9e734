import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { conflictingIn } from '@/features/proposals/queries/conflicts'
import { listUnavailable } from '@/features/proposals/queries/needs'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { zonedToUtc } from '@/lib/time'
import { daysOf, type PlacedSlot, placedSlots } from '../queries/draft'
import { type DraftRow, readDraft } from '../queries/draft-row'
import { seenOf } from '../queries/seen'
import { type Placement, type PlacementRefusal, refusePlacement, rivalOf, standingOf, waysOut } from '../rules'
import { type Warned, warnPlacement } from '../rules/warnings'
import type { PlacedThing, PlaceInput } from '../schema'

export type DraftRefusal = 'overtaken' | 'unknown-session' | 'unknown-slot' | 'no-such-time' | PlacementRefusal

/** What stands there already, or what a speaker is busy with; and the ways out. Rooms by their names. */
export interface Conflict {
  rival: { title: string; room: string; startsAt: Date; endsAt: Date }
  ways: { rooms: string[]; at: Date | null }
}

/** `version` is the draft's new one, `number` the slot's own for good; `warnings` keep nobody from anything. */
export type DraftOutcome =
  | { ok: true; version: number; slotId: string; number: number; warnings: Warned[] }
  | { ok: false; reason: DraftRefusal; conflict?: Conflict }

/**
 * Places a session or a break that is not on the draft yet. Locks the event, bumps the draft's version, audits. What
 * its editor may not know of makes way, here as in `moveSlot`: refused for its sake, they would be told of it.
 */
export function placeSlot(
  actor: Actor,
  event: AuthorizedEvent,
  { thing, place, version }: { thing: PlacedThing; place: PlaceInput; version: number },
): Promise<DraftOutcome> {
  return editDraft(actor, event, { version, verb: 'place' }, async (tx, draft) => {
    const found = await contentOf(tx, event, thing, draft.conflicting)
    if (!found) return { ok: false, reason: 'unknown-session' }
    const { people, ...content } = found
    const spot = findSpot(draft.seen, { id: null, people }, place)
    if (!spot.ok) return spot
    await makeWay(tx, draft, { ...spot, people })
    const { id, number } = await tx.slot.create({
      data: { eventId: event.id, ...content, ...(await columnsOf(tx, event, spot)) },
    })
    return { ok: true, slotId: id, number, warnings: await warningsOf(tx, event, draft.seen, { ...spot, people }) }
  })
}

/** Gives a slot another room, time or length; it keeps its number. Locks, bumps, audits. */
export function moveSlot(
  actor: Actor,
  event: AuthorizedEvent,
  { slotId, place, version }: { slotId: string; place: PlaceInput; version: number },
): Promise<DraftOutcome> {
  return editDraft(actor, event, { version, verb: 'move' }, async (tx, draft) => {
    const slot = placedSlots(draft.seen).find(({ id }) => id === slotId)
    if (!slot) return { ok: false, reason: 'unknown-slot' }
    const spot = findSpot(draft.seen, slot, place)
    if (!spot.ok) return spot
    await makeWay(tx, draft, { ...spot, people: slot.people })
    await tx.slot.update({ where: { id: slotId, eventId: event.id }, data: await columnsOf(tx, event, spot) })
    const warnings = await warningsOf(tx, event, draft.seen, { ...spot, people: slot.people })
    return { ok: true, slotId, number: slot.number, warnings }
  })
}

/** Takes a slot off the draft; what was released of it stays released until the next release. Locks, bumps, audits. */
export function removeSlot(
  actor: Actor,
  event: AuthorizedEvent,
  { slotId, version }: { slotId: string; version: number },
): Promise<DraftOutcome> {
  return editDraft(actor, event, { version, verb: 'remove' }, async (tx, draft) => {
    const slot = draft.seen.slots.find(({ id }) => id === slotId)
    if (!slot) return { ok: false, reason: 'unknown-slot' }
    await tx.slot.delete({ where: { id: slotId, eventId: event.id } })
    return { ok: true, slotId, number: slot.number, warnings: [] }
  })
}

type Change = Omit<Extract<DraftOutcome, { ok: true }>, 'version'> | Extract<DraftOutcome, { ok: false }>

async function editDraft(
  actor: Actor,
  event: AuthorizedEvent,
  { version, verb }: { version: number; verb: string },
  change: (tx: Tx, draft: LockedDraft) => Promise<Change>,
): Promise<DraftOutcome> {
  return transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, event)
    if (draft.seen.draftVersion !== version) return { ok: false, reason: 'overtaken' }
    const result = await change(tx, draft)
    if (!result.ok) return result
    await tx.event.update({ where: { id: event.id }, data: { draftVersion: version + 1 } })
    const { slotId } = result
    await audit.record(tx, { actor, verb, resource: 'schedule', resourceId: slotId, eventId: event.id })
    return { ...result, version: version + 1 }
  })
}

/** What is there, what of it the editor may know, and what they have a conflict with. */
export interface LockedDraft extends ReturnType<typeof seenOf> {
  whole: DraftRow
  conflicting: ReadonlySet<string>
}

/** One editor at a time; whoever only refers to the event (a new proposal) is not held up. */
export async function lockDraft(tx: Tx, editor: Actor, event: AuthorizedEvent): Promise<LockedDraft> {
  await tx.$executeRaw`select 1 from event where id = ${event.id}::uuid for no key update`
  const whole = await readDraft(tx, event.id)
  const conflicting = new Set(await conflictingIn(editor, event, tx))
  return { whole, conflicting, ...seenOf(whole, conflicting) }
}

/** Takes what is hidden from the editor off the draft where this takes its room or its people: it waits to be placed. */
export async function makeWay(tx: Tx, { whole, hidden }: LockedDraft, placement: Omit<Placement, 'id'>): Promise<void> {
  const rooms = [placement.room]
  const inTheWay = placedSlots({ ...whole, slots: hidden }).filter(
    (other) => refusePlacement({ placement: { ...placement, id: null }, others: [other], rooms }) !== null,
  )
  if (inTheWay.length > 0) await tx.slot.deleteMany({ where: { id: { in: inTheWay.map(({ id }) => id) } } })
}

type Spot = { ok: true; room: string; startsAt: Date; minutes: number }

function findSpot(
  draft: DraftRow,
  { id, people }: Pick<Placement, 'id' | 'people'>,
  { room, start, minutes }: PlaceInput,
): Spot | Extract<DraftOutcome, { ok: false }> {
  const { at: startsAt, reading } = zonedToUtc(start, draft.timeZone)
  if (reading === 'nonexistent') return { ok: false, reason: 'no-such-time' }
  const facts = {
    placement: { id, people, room, startsAt, minutes },
    others: placedSlots(draft),
    rooms: draft.rooms.map(({ slug }) => slug),
  }
  const reason = refusePlacement(facts)
  if (reason === null) return { ok: true, room, startsAt, minutes }
  const rival = rivalOf(facts)
  return { ok: false, reason, ...(rival ? { conflict: conflictOf(draft, rival, waysOut(facts)) } : {}) }
}

function conflictOf({ rooms }: DraftRow, rival: PlacedSlot, ways: ReturnType<typeof waysOut>): Conflict {
  const nameOf = (slug: string) => rooms.find((room) => room.slug === slug)?.name ?? slug
  const { title, startsAt, minutes } = rival
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
  return {
    rival: { title, room: nameOf(rival.room), startsAt, endsAt },
    ways: { ...ways, rooms: ways.rooms.map(nameOf) },
  }
}

async function warningsOf(tx: Tx, event: AuthorizedEvent, draft: DraftRow, placement: Omit<Placement, 'id'>) {
  return warnPlacement(placement, { event: daysOf(draft), unavailable: await listUnavailable(event, tx) })
}

async function columnsOf(tx: Tx, event: AuthorizedEvent, { room, startsAt, minutes }: Spot) {
  const { id: roomId } = await tx.room.findUniqueOrThrow({
    where: { eventId_slug: { eventId: event.id, slug: room } },
    select: { id: true },
  })
  return { roomId, startsAt, minutes }
}

async function contentOf(tx: Tx, event: AuthorizedEvent, thing: PlacedThing, conflicting: ReadonlySet<string>) {
  if ('title' in thing) return { title: thing.title, people: [] }
  const [session] = await placeableSessions(tx, event, [thing.code], conflicting)
  return session ? { proposalId: session.id, people: session.people } : null
}

/**
 * Those of these codes that may stand on the draft: accepted, as far as their editor may know, and neither declined,
 * withdrawn nor cancelled.
 */
export async function placeableSessions(
  tx: Tx,
  event: AuthorizedEvent,
  codes: string[],
  conflicting: ReadonlySet<string>,
) {
  const rows = await tx.proposal.findMany({
    where: { eventId: event.id, code: { in: codes } },
    select: {
      id: true,
      code: true,
      decision: true,
      announced: true,
      answer: true,
      withdrawnAt: true,
      cancelledAt: true,
      speakers: { where: { isAccepted: true }, select: { personId: true } },
    },
  })
  return rows
    .filter((row) => standingOf(conflicting.has(row.id) ? { ...row, decision: row.announced } : row) !== 'out')
    .map(({ id, code, speakers }) => ({ id, code, people: speakers.map(({ personId }) => personId) }))
}
