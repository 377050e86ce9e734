import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { conflictsAmong } from '@/features/proposals/queries/conflicts'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { getAssignmentFacts } from '../queries/facts'
import type { PairRefusal } from '../schema'
import { lock } from './plan'

type Chair = Exclude<Actor, { kind: 'visitor' }>
type Done = { ok: true } | { ok: false; reason: PairRefusal }
interface Pair {
  code: string
  reviewerId: string
}

/** Gives a proposal to a reviewer by hand: locked, so that no plan takes it away. A conflict beats the chair's wish. */
export function addPair(actor: Chair, event: AuthorizedEvent, { code, reviewerId }: Pair, now: Date): Promise<Done> {
  return transaction(async (tx) => {
    await lock(tx, event)
    const { proposals, reviewers, conflicts } = await getAssignmentFacts(event, tx)
    const proposal = proposals.find((one) => one.code === code.toUpperCase())
    const own = await conflictsAmong(actor, proposal ? [proposal.id] : [], tx)
    if (!proposal || own.size > 0) return { ok: false, reason: 'not-found' }
    if (!reviewers.some(({ id, isReviewer }) => id === reviewerId && isReviewer))
      return { ok: false, reason: 'not-a-reviewer' }
    if (conflicts.some((pair) => pair.proposalId === proposal.id && pair.reviewerId === reviewerId))
      return { ok: false, reason: 'conflict' }
    const key = { proposalId: proposal.id, reviewerId }
    await tx.assignment.upsert({
      where: { proposalId_reviewerId: key },
      create: { ...key, isLocked: true, createdAt: now },
      update: { isLocked: true },
    })
    await record(tx, actor, event, 'lock', [proposal.code])
    return { ok: true }
  })
}

export type PairChange = 'lock' | 'unlock' | 'remove'

/**
 * Locks pairs, lets plans have them again, or takes them away: all or none. What is begun is not taken away; what the
 * chair has a conflict with is not theirs to change.
 */
export function changePairs(actor: Chair, event: AuthorizedEvent, pairs: Pair[], change: PairChange): Promise<Done> {
  return transaction(async (tx) => {
    await lock(tx, event)
    const { proposals, standing } = await getAssignmentFacts(event, tx)
    const own = await conflictsAmong(
      actor,
      proposals.map(({ id }) => id),
      tx,
    )
    const byCode = new Map(proposals.filter(({ id }) => !own.has(id)).map(({ id, code }) => [code, id]))
    const meant = pairs.map(({ code, reviewerId }) =>
      standing.find((pair) => pair.proposalId === byCode.get(code.toUpperCase()) && pair.reviewerId === reviewerId),
    )
    const found = meant.filter((pair) => pair !== undefined)
    if (found.length < pairs.length) return { ok: false, reason: 'not-found' }
    if (change === 'remove' && found.some(({ isReviewed }) => isReviewed)) return { ok: false, reason: 'reviewed' }
    const where = { OR: found.map(({ proposalId, reviewerId }) => ({ proposalId, reviewerId })) }
    if (change === 'remove') await tx.assignment.deleteMany({ where })
    else await tx.assignment.updateMany({ where, data: { isLocked: change === 'lock' } })
    const codes = pairs.map(({ code }) => code.toUpperCase())
    await record(tx, actor, event, change, codes)
    return { ok: true }
  })
}

function record(tx: Tx, actor: Chair, event: AuthorizedEvent, verb: string, codes: string[]): Promise<void> {
  return audit.record(tx, {
    actor,
    verb,
    resource: 'assignments',
    resourceId: event.slug,
    eventId: event.id,
    detail: { codes },
  })
}
