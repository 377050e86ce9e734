import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { type Placement, type PlacementRefusal, refusePlacement } from '../rules'
import type { DraftSchedule } from '../schema'
import { type LockedDraft, lockDraft, makeWay, placeableSessions } from './draft'

export type PlacementProblem = PlacementRefusal | 'unknown-session' | 'unknown-slot'

/** `index` counts the placements of the draft that was sent. */
export type PutOutcome =
  | { ok: true; version: number }
  | { ok: false; reason: 'overtaken'; version: number }
  | { ok: false; reason: PlacementProblem; problems: { index: number; reason: PlacementProblem }[] }

/**
 * Replaces the whole draft, or nothing of it: rooms by slug, slots by id (which keep their numbers, so two may swap),
 * new ones for placements without an id, and what is not named goes. Locks the event, bumps the version, audits.
 */
export function putDraft(
  actor: Actor,
  event: AuthorizedEvent,
  draft: DraftSchedule,
  version: number,
): Promise<PutOutcome> {
  return transaction(async (tx): Promise<PutOutcome> => {
    const locked = await lockDraft(tx, actor, event)
    const current = locked.seen
    if (current.draftVersion !== version) return { ok: false, reason: 'overtaken', version: current.draftVersion }
    const slotIds = new Set(current.slots.map(({ id }) => id))
    // A session that is on the draft already may stay, even if it has been withdrawn since: its editor is shown that.
    const sessions = await sessionsOf(tx, event, draft, locked)
    const problems = problemsOf(draft, { slotIds, sessions })
    const [first] = problems
    if (first) return { ok: false, reason: first.reason, problems }

    await tx.$executeRaw`set constraints slot_one_at_a_time deferred`
    const kept = draft.placements.flatMap(({ id }) => id ?? []).concat(locked.hidden.map(({ id }) => id))
    await tx.slot.deleteMany({ where: { eventId: event.id, id: { notIn: kept } } })
    const rooms = await replaceRooms(tx, event, draft.rooms)
    await makeRoom(tx, locked, draft, sessions)
    for (const placement of draft.placements) {
      const data = {
        proposalId: placement.code ? (sessions.get(placement.code)?.id ?? null) : null,
        title: placement.title ?? null,
        roomId: rooms.get(placement.room) ?? '',
        startsAt: new Date(placement.start),
        minutes: placement.minutes,
      }
      if (placement.id) await tx.slot.update({ where: { id: placement.id, eventId: event.id }, data })
      else await tx.slot.create({ data: { ...data, eventId: event.id } })
    }
    await dropRooms(tx, event, draft.rooms)
    await tx.event.update({ where: { id: event.id }, data: { draftVersion: version + 1 } })
    const detail = { placements: draft.placements.length, rooms: draft.rooms.length }
    await audit.record(tx, {
      actor,
      verb: 'replace',
      resource: 'schedule',
      resourceId: event.id,
      eventId: event.id,
      detail,
    })
    return { ok: true, version: version + 1 }
  })
}

type Sessions = Map<string, { id: string; people: string[] }>

async function sessionsOf(
  tx: Tx,
  event: AuthorizedEvent,
  { placements }: DraftSchedule,
  { seen, conflicting }: LockedDraft,
): Promise<Sessions> {
  const codes = [...new Set(placements.flatMap(({ code }) => code ?? []))]
  const placed = seen.slots.flatMap(({ proposal }) => proposal ?? []).filter(({ code }) => codes.includes(code))
  const rows = await tx.proposal.findMany({
    where: { eventId: event.id, code: { in: placed.map(({ code }) => code) } },
    select: { id: true, code: true, speakers: { where: { isAccepted: true }, select: { personId: true } } },
  })
  const staying = rows.map(({ speakers, ...row }) => ({ ...row, people: speakers.map(({ personId }) => personId) }))
  const placeable = await placeableSessions(tx, event, codes, conflicting)
  return new Map([...staying, ...placeable].map(({ code, ...session }) => [code, session]))
}

/** What the editor may not know of goes where its room goes, or where something takes its place. */
async function makeRoom(tx: Tx, locked: LockedDraft, draft: DraftSchedule, sessions: Sessions): Promise<void> {
  const rooms = new Set(draft.rooms.map(({ slug }) => slug))
  const homeless = locked.hidden.filter(({ room }) => !rooms.has(room.slug))
  await tx.slot.deleteMany({ where: { id: { in: homeless.map(({ id }) => id) } } })
  if (locked.hidden.length === 0) return
  for (const { room, start, minutes, code } of draft.placements) {
    const people = (code && sessions.get(code)?.people) || []
    await makeWay(tx, locked, { room, startsAt: new Date(start), minutes, people })
  }
}

function problemsOf(
  draft: DraftSchedule,
  { slotIds, sessions }: { slotIds: Set<string>; sessions: Sessions },
): { index: number; reason: PlacementProblem }[] {
  const rooms = draft.rooms.map(({ slug }) => slug)
  const placements = draft.placements.map(
    ({ room, start, minutes, code }, index): Placement => ({
      id: String(index),
      room,
      startsAt: new Date(start),
      minutes,
      people: (code && sessions.get(code)?.people) || [],
    }),
  )
  return placements.flatMap((placement, index) => {
    const { id, code } = draft.placements[index] ?? {}
    const refuse = (): PlacementProblem | null => {
      if (id && !slotIds.has(id)) return 'unknown-slot'
      if (code && !sessions.has(code)) return 'unknown-session'
      return refusePlacement({ placement, others: placements, rooms })
    }
    const reason = refuse()
    return reason ? [{ index, reason }] : []
  })
}

/** Rooms in the order in which they are named; the id of each by its slug. */
async function replaceRooms(
  tx: Tx,
  event: AuthorizedEvent,
  rooms: DraftSchedule['rooms'],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [position, { slug, name, capacity }] of rooms.entries()) {
    const data = { name, capacity, position }
    const { id } = await tx.room.upsert({
      where: { eventId_slug: { eventId: event.id, slug } },
      create: { eventId: event.id, slug, ...data },
      update: data,
      select: { id: true },
    })
    ids.set(slug, id)
  }
  return ids
}

async function dropRooms(tx: Tx, event: AuthorizedEvent, rooms: DraftSchedule['rooms']): Promise<void> {
  await tx.room.deleteMany({ where: { eventId: event.id, slug: { notIn: rooms.map(({ slug }) => slug) } } })
}
