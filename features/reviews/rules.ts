import { compactAnswers } from '@/features/calls/schema/typed'
import { stateFor } from '@/features/proposals/rules'
import type { Facts, FieldError } from '@/features/proposals/schema'
import { phaseOf } from './rules/rounds'
import type { CriterionFacts, ReviewInput, ReviewText, RoundFacts } from './schema'

/** Why a review is not taken: the word that the API says, and the sentence that people read. */
export const REVIEW_REFUSALS = {
  'not-found': 'There is no such proposal to review.',
  forbidden: 'You are not a reviewer of this event.',
  conflict: 'You have a conflict of interest here: somebody else reviews this proposal.',
  'already-withdrawn': 'This proposal was withdrawn.',
  'already-cancelled': 'This session was cancelled.',
  'already-announced': 'The speakers have been told what was decided: reviews are closed.',
  'not-open-yet': 'This round of reviewing has not begun yet.',
  'round-over': 'This round of reviewing is over.',
  incomplete: 'Give every score, or abstain.',
  invalid: 'Something is not as it must be.',
  overtaken: 'This review was saved elsewhere in the meantime.',
} as const
export type ReviewRefusal = keyof typeof REVIEW_REFUSALS

/** Why nobody reviews this proposal now, or null. */
export function refuseReview(facts: Facts, round: RoundFacts, now: Date): ReviewRefusal | null {
  const state = stateFor(facts, 'committee')
  if (state === 'draft') return 'not-found'
  if (state === 'withdrawn') return 'already-withdrawn'
  if (state === 'cancelled') return 'already-cancelled'
  if (facts.announced) return 'already-announced'
  const phase = phaseOf(round, now)
  return phase === 'open' ? null : phase === 'before' ? 'not-open-yet' : 'round-over'
}

/** Scores that are no score of this round, on handing in those that are missing, and an abstention that it does not take. */
export function scoreErrors(
  criteria: CriterionFacts[],
  { scores, abstain, submit }: ReviewInput,
  { mayAbstain }: Pick<RoundFacts, 'mayAbstain'>,
): FieldError[] {
  const known = new Map(criteria.map((criterion) => [criterion.slug, criterion]))
  const wrong = Object.entries(scores).flatMap(([slug, score]): FieldError[] => {
    const criterion = known.get(slug)
    if (!criterion) return [{ path: `scores.${slug}`, message: 'There is no such criterion in this round' }]
    const { name, min, max } = criterion
    return score < min || score > max ? [{ path: `scores.${slug}`, message: `${name} goes from ${min} to ${max}` }] : []
  })
  if (abstain && !mayAbstain)
    return [
      ...wrong,
      { path: 'abstain', message: 'In this round everybody judges: declare a conflict if you have one' },
    ]
  if (!submit || abstain) return wrong
  const missing = criteria.filter(({ slug }) => scores[slug] === undefined)
  return [...wrong, ...missing.map(({ slug, name }) => ({ path: `scores.${slug}`, message: `Give a score: ${name}` }))]
}

export function isSameReview(one: ReviewText, other: ReviewText): boolean {
  return canonical(one) === canonical(other)
}

function canonical({ scores, forCommittee, forSpeaker, answers, abstain }: ReviewText): string {
  return JSON.stringify([Object.entries(scores).sort(), forCommittee, forSpeaker, compactAnswers(answers), abstain])
}

/** Below this a mean hangs on too few opinions: lists say so. */
export const FEW_REVIEWS = 3
