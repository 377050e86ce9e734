import type { Plan, Problem } from '@/engines/assignment'
import type { AssignmentFacts, PlanPair, PlanResult, PlanSettings, ReviewerFacts } from '../schema'
import { affinityOf, readerOf, STANDS, topicOf } from './affinity'

/** What stays whatever a plan finds better: what a chair locked or a review has begun, where no conflict stands against it. */
export function lockedPairs({ standing, conflicts }: AssignmentFacts) {
  const refused = new Set(conflicts.map(({ proposalId, reviewerId }) => `${proposalId} ${reviewerId}`))
  return standing.filter(
    ({ proposalId, reviewerId, isLocked, isReviewed }) =>
      (isLocked || isReviewed) && !refused.has(`${proposalId} ${reviewerId}`),
  )
}

/** Room above an even share, so that conflicts and wishes leave a choice. */
const SLACK = 1.2

/** The most that each reviewer gets: what the chair says for them, else the less of the event's load and their own word. */
export function loadsOf(
  { proposals, reviewers }: Pick<AssignmentFacts, 'proposals' | 'reviewers'>,
  { reviewsPerProposal, reviewerLoad }: PlanSettings,
): number[] {
  const active = reviewers.filter(({ isReviewer }) => isReviewer).length
  const even = Math.ceil((SLACK * reviewsPerProposal * proposals.length) / Math.max(1, active))
  const usual = Math.min(proposals.length, reviewerLoad ?? even)
  return reviewers.map(({ isReviewer, chairLoad, statedLoad }: ReviewerFacts) =>
    isReviewer ? (chairLoad ?? Math.min(usual, statedLoad ?? usual)) : 0,
  )
}

/** The facts as the engine reads them: proposals and reviewers by their places. */
export function problemOf(facts: AssignmentFacts, settings: PlanSettings): Problem {
  const { proposals, reviewers, conflicts, standing } = facts
  const placeOf = places(facts)
  const topics = proposals.map(topicOf)
  const readers = reviewers.map(readerOf)
  const dense = new Int32Array(topics.length * readers.length)
  let at = 0
  for (const topic of topics) for (const reader of readers) dense[at++] = affinityOf(topic, reader)
  for (const pair of standing) {
    const [p, r] = placeOf(pair) ?? []
    if (p === undefined || r === undefined) continue
    dense[p * readers.length + r] = (dense[p * readers.length + r] ?? 0) + STANDS
  }
  const maxLoad = loadsOf(facts, settings)
  const locked = lockedPairs(facts).flatMap((pair) => {
    const place = placeOf(pair)
    return place ? [place] : []
  })
  return {
    proposals: proposals.length,
    reviewers: reviewers.length,
    reviewsPerProposal: settings.reviewsPerProposal,
    maxLoad,
    affinity: { dense },
    forbidden: conflicts.flatMap((pair) => {
      const place = placeOf(pair)
      return place ? [place] : []
    }),
    locked,
    fairness: settings.fairness,
  }
}

/** What the engine answers, as the change from what stands. */
export function changeOf(facts: AssignmentFacts, plan: Plan): PlanResult {
  const idOf = (place: number) => facts.proposals[place]?.id ?? ''
  const pairs = plan.pairs.map(([p, r]): PlanPair => [idOf(p), facts.reviewers[r]?.id ?? ''])
  const before = facts.standing.map(({ proposalId, reviewerId }): PlanPair => [proposalId, reviewerId])
  const key = (pair: PlanPair) => pair.join(' ')
  const [had, has] = [new Set(before.map(key)), new Set(pairs.map(key))]
  return {
    add: pairs.filter((pair) => !had.has(key(pair))),
    remove: before.filter((pair) => !has.has(key(pair))),
    before: before.length,
    after: pairs.length,
    total: plan.total,
    bound: plan.bound,
    optimal: plan.optimal,
    worst: plan.worst && { ...plan.worst, proposalId: idOf(plan.worst.proposal) },
    unmet: plan.unmet.map(({ proposal, missing, why }) => ({ proposalId: idOf(proposal), missing, why })),
  }
}

function places({ proposals, reviewers }: AssignmentFacts) {
  const [byProposal, byReviewer] = [indexed(proposals), indexed(reviewers)]
  return ({ proposalId, reviewerId }: { proposalId: string; reviewerId: string }): [number, number] | null => {
    const [p, r] = [byProposal.get(proposalId), byReviewer.get(reviewerId)]
    return p === undefined || r === undefined ? null : [p, r]
  }
}

const indexed = (rows: { id: string }[]) => new Map(rows.map(({ id }, place) => [id, place]))
