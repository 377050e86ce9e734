import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor, Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import { reviewersOf } from '../queries/facts'
import type { WishInput } from '../schema'
import { lock } from './plan'

/** Keeps what a reviewer would like to read here; `overtaken` where they saved it elsewhere meanwhile, or a track or tag is not of this event (any more). */
export function saveWish(
  reviewer: Person,
  event: AuthorizedEvent,
  { liking, languages, statedLoad, version }: WishInput,
): Promise<{ ok: true } | { ok: false; reason: 'overtaken' }> {
  return transaction(async (tx) => {
    await lock(tx, event)
    const key = { eventId: event.id, personId: reviewer.id }
    const current = await tx.reviewerWish.findUnique({ where: { eventId_personId: key }, select: { version: true } })
    if ((current?.version ?? 0) !== version) return { ok: false, reason: 'overtaken' }
    const where = { eventId: event.id, id: { in: Object.keys(liking) } }
    const known = [
      ...(await tx.track.findMany({ where, select: { id: true } })),
      ...(await tx.tag.findMany({ where, select: { id: true } })),
    ]
    if (known.length < Object.keys(liking).length) return { ok: false, reason: 'overtaken' }
    const liked = (how: 'more' | 'less') => known.flatMap(({ id }) => (liking[id] === how ? id : []))
    const facts = { more: liked('more'), less: liked('less'), languages, statedLoad }
    await tx.reviewerWish.upsert({
      where: { eventId_personId: key },
      create: { ...key, ...facts },
      update: { ...facts, version: { increment: 1 } },
    })
    await audit.record(tx, {
      actor: reviewer,
      verb: 'update',
      resource: 'reviewer-wishes',
      resourceId: reviewer.slug,
      eventId: event.id,
    })
    return { ok: true }
  })
}

/** The most that these reviewers get, as the chair says; null leaves it to their own word and the event's. */
export function setLoads(
  actor: Exclude<Actor, { kind: 'visitor' }>,
  event: AuthorizedEvent,
  loads: Record<string, number | null>,
): Promise<void> {
  return transaction(async (tx) => {
    await lock(tx, event)
    const reviewers = await tx.$queryRaw<{ id: string }[]>`${reviewersOf(event)}`
    const known = reviewers.filter(({ id }) => Object.hasOwn(loads, id)).map(({ id }) => id)
    const values = known.map((id) => loads[id] ?? null)
    const count = await tx.$executeRaw`
      insert into reviewer_wish (event_id, person_id, chair_load)
      select ${event.id}::uuid, id, load from unnest(${known}::uuid[], ${values}::int[]) as given (id, load)
      on conflict (event_id, person_id) do update set chair_load = excluded.chair_load
      where reviewer_wish.chair_load is distinct from excluded.chair_load`
    if (count === 0) return
    await audit.record(tx, {
      actor,
      verb: 'update',
      resource: 'reviewer-loads',
      resourceId: event.slug,
      eventId: event.id,
    })
  })
}
