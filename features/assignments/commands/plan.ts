import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { jobs } from '@/lib/jobs'
import { getAssignmentFacts, versionOf } from '../queries/facts'
import { resultOf } from '../queries/plans'
import type { PlanPair, PlanRefusal, PlanSettings } from '../schema'

type Chair = Exclude<Actor, { kind: 'visitor' }>
type Refused = { ok: false; reason: PlanRefusal }

/** Has a plan worked out behind, in place of one that is under way; keeps its settings for the next. Changes no pair. */
export function requestPlan(
  actor: Chair,
  event: AuthorizedEvent,
  settings: PlanSettings,
  now: Date,
): Promise<{ ok: true; plan: string } | Refused> {
  return transaction(async (tx) => {
    await lock(tx, event)
    const { proposals, reviewers } = await getAssignmentFacts(event, tx)
    if (proposals.length === 0 || reviewers.every(({ isReviewer }) => !isReviewer))
      return { ok: false, reason: 'nothing-to-assign' }
    await tx.assignmentPlan.updateMany({
      where: { eventId: event.id, state: { in: ['queued', 'running'] } },
      data: { state: 'cancelled', finishedAt: now },
    })
    const { reviewsPerProposal, reviewerLoad } = settings
    await tx.event.update({ where: { id: event.id }, data: { reviewsPerProposal, reviewerLoad } })
    const { id } = await tx.assignmentPlan.create({
      data: { eventId: event.id, settings, createdAt: now },
      select: { id: true },
    })
    await audit.record(tx, { actor, verb: 'create', resource: 'assignment-plans', resourceId: id, eventId: event.id })
    await jobs.send(tx, 'assignments')
    return { ok: true, plan: id }
  })
}

/** Ends what is under way, or drops what was worked out. */
export function cancelPlan(actor: Chair, event: AuthorizedEvent, id: string, now: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const { count } = await tx.assignmentPlan.updateMany({
      where: { id, eventId: event.id, state: { in: ['queued', 'running'] } },
      data: { state: 'cancelled', finishedAt: now },
    })
    if (count > 0)
      await audit.record(tx, { actor, verb: 'cancel', resource: 'assignment-plans', resourceId: id, eventId: event.id })
    return count > 0
  })
}

export type Applied = { ok: true; added: number; removed: number } | Refused

/**
 * Makes a plan's change, all of it or nothing: refused where anything that it was made from has changed since, or
 * somebody has begun a review that it would take away. One transaction: pairs, the plan's state, audit.
 */
export function applyPlan(actor: Chair, event: AuthorizedEvent, id: string, now: Date): Promise<Applied> {
  return transaction(async (tx) => {
    await lock(tx, event)
    const plan = await tx.assignmentPlan.findFirst({ where: { id, eventId: event.id } })
    if (!plan) return { ok: false, reason: 'not-found' }
    const result = resultOf(plan.result)
    if (plan.state !== 'done' || !result) return { ok: false, reason: 'not-done' }
    const facts = await getAssignmentFacts(event, tx)
    const begun = new Set(facts.standing.filter(({ isReviewed }) => isReviewed).map(keyOf))
    const isOvertaken =
      versionOf(facts) !== plan.version ||
      result.remove.some(([proposalId, reviewerId]) => begun.has(keyOf({ proposalId, reviewerId })))
    if (isOvertaken) return { ok: false, reason: 'overtaken' }
    await remove(tx, result.remove)
    await tx.assignment.createMany({
      data: result.add.map(([proposalId, reviewerId]) => ({ proposalId, reviewerId, createdAt: now })),
    })
    await tx.assignmentPlan.update({ where: { id }, data: { state: 'applied', finishedAt: now } })
    const [added, removed] = [result.add.length, result.remove.length]
    const detail = { plan: id, added, removed }
    await audit.record(tx, {
      actor,
      verb: 'update',
      resource: 'assignments',
      resourceId: event.slug,
      eventId: event.id,
      detail,
    })
    return { ok: true, added, removed }
  })
}

/** Who plans, applies or changes pairs by hand in an event does so one after another. */
export const lock = (tx: Tx, event: AuthorizedEvent) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`assignments ${event.id}`}, 0))`

const keyOf = ({ proposalId, reviewerId }: { proposalId: string; reviewerId: string }) => `${proposalId} ${reviewerId}`

async function remove(tx: Tx, pairs: PlanPair[]): Promise<void> {
  const [proposals, reviewers] = [pairs.map(([p]) => p), pairs.map(([, r]) => r)]
  await tx.$executeRaw`
    delete from assignment a using unnest(${proposals}::uuid[], ${reviewers}::uuid[]) as gone (p, r)
    where a.proposal_id = gone.p and a.reviewer_id = gone.r`
}
