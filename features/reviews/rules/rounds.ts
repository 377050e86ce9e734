import type { CriterionFacts, RoundFacts } from '../schema'

/** An event that has no round yet is reviewed in this one: without names, at any time. The first review makes it a row. */
export const FIRST_ROUND: RoundFacts = {
  id: null,
  name: 'First round',
  opensAt: null,
  closesAt: null,
  isBlind: true,
  peers: 'never',
  namesReviewers: false,
  hasComments: true,
  mayAbstain: true,
  version: 0,
}

export type Phase = 'before' | 'open' | 'over'

/** The opening moment is in it, the closing moment is not. */
export function phaseOf({ opensAt, closesAt }: Pick<RoundFacts, 'opensAt' | 'closesAt'>, now: Date): Phase {
  if (opensAt && now < opensAt) return 'before'
  return closesAt && now >= closesAt ? 'over' : 'open'
}

/**
 * The round whose rules hold now: the open one; between two, the one that was; before all of them, the first to come.
 */
export function roundAt(rounds: readonly RoundFacts[], now: Date): RoundFacts {
  const inOrder = [...rounds].sort((a, b) => (a.opensAt?.getTime() ?? 0) - (b.opensAt?.getTime() ?? 0))
  const of = (phase: Phase) => inOrder.filter((round) => phaseOf(round, now) === phase)
  return of('open')[0] ?? of('over').at(-1) ?? of('before')[0] ?? FIRST_ROUND
}

/** Whether a reviewer reads what others said in this round. `hasOwn`: theirs is handed in. */
export function seesPeers(round: RoundFacts, { now, hasOwn }: { now: Date; hasOwn: boolean }): boolean {
  const answers = { never: false, own: hasOwn, always: true, after: phaseOf(round, now) === 'over' }
  return answers[round.peers]
}

/** What is scored in a round: the criteria of the whole event, and its own. */
export function criteriaIn(criteria: readonly CriterionFacts[], { id }: Pick<RoundFacts, 'id'>): CriterionFacts[] {
  return criteria.filter(({ roundId }) => roundId === null || roundId === id)
}

/** With one key each, one that leads to the note and one that hands in, a review takes six keys beside its text. */
export const MOST_CRITERIA = 4

/** Each step has one key: 0 to 9, where `0` says ten on a scale from 1 to 10. */
export function refuseScale({ min, max }: { min: number; max: number }): 'backwards' | 'too-long' | null {
  if (max <= min) return 'backwards'
  return min < 0 || max - min > 9 || max > 10 ? 'too-long' : null
}

/** Whether two rounds would both be open at some moment. */
export function doOverlap(one: Window, other: Window): boolean {
  const begins = ({ opensAt }: Window) => opensAt?.getTime() ?? Number.NEGATIVE_INFINITY
  const ends = ({ closesAt }: Window) => closesAt?.getTime() ?? Number.POSITIVE_INFINITY
  return begins(one) < ends(other) && begins(other) < ends(one)
}
type Window = Pick<RoundFacts, 'opensAt' | 'closesAt'>

/** For so long a comment can be changed by its author. */
export const EDIT_MINUTES = 15

/** Whether a reviewer reads what is said: not before their own review where reviews are seen after it. Chairs do. */
export function refuseReading(round: RoundFacts, { hasOwn, isChair }: { hasOwn: boolean; isChair: boolean }) {
  if (!round.hasComments) return 'comments-off' as const
  return round.peers === 'own' && !hasOwn && !isChair ? ('own-first' as const) : null
}

/** Why somebody says nothing in this round now, or null. Chairs say something at any time. */
export function refuseComment(round: RoundFacts, facts: { now: Date; hasOwn: boolean; isChair: boolean }) {
  const refusal = refuseReading(round, facts)
  if (refusal || facts.isChair) return refusal
  const phase = phaseOf(round, facts.now)
  return phase === 'open' ? null : phase === 'before' ? ('not-open-yet' as const) : ('round-over' as const)
}

/** Whether its author may still change a comment. */
export function canEditComment({ createdAt }: { createdAt: Date }, now: Date): boolean {
  return now.getTime() < createdAt.getTime() + EDIT_MINUTES * 60_000
}
