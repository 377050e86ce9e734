import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { db, holdWord, transaction } from '@/lib/db'
import type { Needs } from '../schema/needs'
import { takeSnapshots } from './snapshot'

/** What is held while it is changed. */
export const needsWord = (event: { id: string }, { id }: { id: string }) => `needs ${event.id} ${id}`

/** Saves for one event what its speaker needs and when they cannot; of nobody who has no proposal there. */
export function saveNeeds(
  actor: Person,
  event: AuthorizedEvent,
  { times, needs }: { times: { startsAt: Date; endsAt: Date }[]; needs: Needs },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'not-found' }> {
  return transaction(async (tx) => {
    await holdWord(tx, needsWord(event, actor))
    const id = { personId: actor.id, eventId: event.id }
    const speaks = await tx.proposalSpeaker.count({ where: { personId: actor.id, proposal: { eventId: event.id } } })
    if (speaks === 0) return { ok: false, reason: 'not-found' }
    await tx.speakerTime.deleteMany({ where: id })
    await tx.speakerTime.createMany({ data: times.map((time) => ({ ...id, ...time })), skipDuplicates: true })
    const { accessibility, travel, purgeOn } = needs
    const facts = { accessibility, travel, purgeOn: new Date(purgeOn), updatedAt: now }
    if (accessibility || travel)
      await tx.speakerNeeds.upsert({ where: { personId_eventId: id }, create: { ...id, ...facts }, update: facts })
    else await tx.speakerNeeds.deleteMany({ where: id })
    // That there is something, never what.
    await audit.record(tx, { actor, verb: 'update', resource: 'needs', resourceId: actor.id, eventId: event.id })
    return { ok: true }
  })
}

/** Forgets it at once. */
export function forgetNeeds(actor: Person, event: AuthorizedEvent): Promise<void> {
  return transaction(async (tx) => {
    await holdWord(tx, needsWord(event, actor))
    const id = { personId: actor.id, eventId: event.id }
    const needs = await tx.speakerNeeds.deleteMany({ where: id })
    const times = await tx.speakerTime.deleteMany({ where: id })
    if (needs.count + times.count === 0) return
    await audit.record(tx, { actor, verb: 'delete', resource: 'needs', resourceId: actor.id, eventId: event.id })
  })
}

/** Deletes what was to be deleted by this day. Answers how many. */
export async function purgeNeeds(now: Date): Promise<number> {
  const { count } = await db.speakerNeeds.deleteMany({ where: { purgeOn: { lte: now } } })
  return count
}

/** The event goes by the profile as it is now, of whoever speaks in a proposal to it. */
export function refreshSnapshot(actor: Person, event: AuthorizedEvent, now: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const speaks = await tx.proposalSpeaker.count({
      where: { personId: actor.id, isAccepted: true, proposal: { eventId: event.id } },
    })
    if (speaks > 0) await takeSnapshots(tx, event, [actor.id], now)
    return speaks > 0
  })
}
