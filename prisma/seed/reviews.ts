import type { Conference } from './conferences'
import type { Context } from './context'
import type { Person } from './people'
import type { Proposal } from './proposal'
import { remarkFor, wishFor } from './remarks'

export interface Reviewer extends Person {
  /** How much kinder than others (above 0) or stricter. */
  bias: number
  /** The share of the assigned reviews that are done. */
  diligence: number
}

export function asReviewer(person: Person, random: Context['random'], diligence = 1): Reviewer {
  return { ...person, bias: random.normal(0, 0.45), diligence }
}

/** Gives each proposal to `each` reviewers, evenly, and to none who speaks in it or works with a speaker. Answers with who got what. */
export function assignReviewers(context: Context, proposals: Proposal[], reviewers: Reviewer[], each: number) {
  const random = context.random.fork('assignments')
  let deck: Reviewer[] = []
  const draw = (refused: (reviewer: Reviewer) => boolean): Reviewer => {
    for (;;) {
      const at = deck.findLastIndex((reviewer) => !refused(reviewer))
      const [found] = at < 0 ? [] : deck.splice(at, 1)
      if (found) return found
      if (deck.length > 2 * reviewers.length) throw new Error('There are too few reviewers')
      deck = [...random.shuffle(reviewers), ...deck]
    }
  }
  return proposals.map((proposal) => {
    const chosen: Reviewer[] = []
    const isTied = ({ id, affiliation }: Person) =>
      proposal.speakers.some((speaker) => speaker.id === id || (affiliation && speaker.affiliation === affiliation))
    while (chosen.length < each) chosen.push(draw((reviewer) => isTied(reviewer) || chosen.includes(reviewer)))
    return { proposal, reviewers: chosen }
  })
}

interface When {
  assignedAt: Date
  /** Reviews are written between these. */
  written: [Date, Date]
}

/**
 * Writes assignments and the reviews that are done. A score is the proposal's quality, the reviewer's bias, what the
 * criterion brings out and noise, rounded into 1 to 5. Answers with each proposal's mean.
 */
export function addReviews(
  context: Context,
  conference: Conference,
  assigned: ReturnType<typeof assignReviewers>,
  { assignedAt, written }: When,
): Map<string, number> {
  const random = context.random.fork(`reviews/${conference.slug}`)
  const means = new Map<string, number>()
  for (const { proposal, reviewers } of assigned) {
    const totals: number[] = []
    for (const reviewer of reviewers) {
      context.rows.assignment.push({ proposalId: proposal.id, reviewerId: reviewer.id, createdAt: assignedAt })
      if (!random.chance(reviewer.diligence)) continue
      totals.push(addReview(context, conference, proposal, reviewer, random, random.date(...written)))
    }
    if (totals.length > 0) means.set(proposal.id, totals.reduce((sum, each) => sum + each, 0) / totals.length)
  }
  return means
}

const SAYINGS: [first: string, second: string][] = [
  [
    'The abstract promises numbers. Does anybody know whether there are any?',
    'It names one, in the last paragraph. I would ask for more.',
  ],
  ['Strong, but we have two on this subject already.', 'This one is the more honest of the three.'],
  ['As a lightning talk I would take it at once.', 'Agreed: the idea fits into ten minutes.'],
  ['I scored this low and may have missed the point.', 'It took me two readings. The second half is the talk.'],
]

/** Two of a proposal's reviewers talk about it. */
export function addDiscussion(
  context: Context,
  conference: Conference,
  proposal: Proposal,
  [one, other]: [Reviewer, Reviewer],
  random: Context['random'],
  at: Date,
): void {
  const [first, second] = random.pick(SAYINGS)
  const said = (author: Reviewer, text: string, createdAt: Date) => ({
    id: context.id('comment', proposal.id, author.id),
    ...{ proposalId: proposal.id, roundId: conference.roundId, authorId: author.id, text, createdAt },
  })
  const later = new Date(at.getTime() + 40 * 60_000)
  context.rows.reviewComment.push(said(one, first, at), said(other, second, later))
}

export type ReviewState = 'submitted' | 'draft' | 'abstained'

/** One review; a draft has the first score only, an abstention none. Answers with the mean of its scores. */
export function addReview(
  context: Context,
  conference: Conference,
  proposal: Proposal,
  reviewer: Reviewer,
  random: Context['random'],
  at: Date,
  state: ReviewState = 'submitted',
): number {
  const id = context.id('review', proposal.id, reviewer.id)
  const scored = state === 'abstained' ? [] : state === 'draft' ? conference.criteria.slice(0, 1) : conference.criteria
  const scores = scored.map((criterionId, index) => {
    const offset = [0, 0.2, -0.1][index] ?? 0
    const felt = proposal.quality + reviewer.bias + offset + random.normal(0, 0.6)
    return { reviewId: id, criterionId, score: Math.min(5, Math.max(1, Math.round(felt))) }
  })
  const mean = scores.reduce((sum, { score }) => sum + score, 0) / Math.max(1, scores.length)
  const isWritten = state === 'submitted'
  context.rows.review.push({
    id,
    proposalId: proposal.id,
    reviewerId: reviewer.id,
    roundId: conference.roundId,
    forCommittee: isWritten && random.chance(0.7) ? remarkFor(mean, random) : '',
    forSpeaker: isWritten && random.chance(0.45) ? wishFor(mean, random) : '',
    abstained: state === 'abstained',
    submittedAt: state === 'draft' ? null : at,
    updatedAt: at,
  })
  context.rows.reviewScore.push(...scores)
  return mean
}
