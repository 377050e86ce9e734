import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor, Person } from '@/features/access/schema'
import { listQuestions } from '@/features/calls/queries/questions'
import { answersFor } from '@/features/calls/rules/visible'
import { answersIn } from '@/features/calls/schema/typed'
import { ANSWERED, factsOf } from '@/features/proposals/queries/answers'
import { conflictingIn } from '@/features/proposals/queries/conflicts'
import { redactedProposal, reviewersEyes } from '@/features/proposals/queries/redacted'
import { db, type Tx } from '@/lib/db'
import { refuseReview } from '../rules'
import { criteriaIn } from '../rules/rounds'
import type { CriterionFacts, ReviewText } from '../schema'
import { getRound } from './rounds'

/** All criteria of an event, of every round, in their order. */
export function listCriteria(eventId: string, tx: Tx = db): Promise<CriterionFacts[]> {
  return tx.criterion.findMany({
    where: { eventId },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: {
      ...{ id: true, roundId: true, slug: true, name: true, help: true },
      ...{ min: true, max: true, weight: true, position: true, version: true },
    },
  })
}

/**
 * One proposal as its reviewer reads it in the round that holds now, with their own review of it and what is to be
 * scored. Null where there is none to review, or where they have a conflict with it. Names only in a round that is not
 * blind.
 */
export async function getReviewable(event: AuthorizedEvent, reviewer: Person, code: string, now = new Date()) {
  const [round, criteria] = await Promise.all([getRound(event.id, now), listCriteria(event.id)])
  const proposal = await redactedProposal(await reviewersEyes(event, reviewer, now), code)
  if (!proposal) return null
  const [review, assignment] = await Promise.all([
    findReview(proposal.id, reviewer.id, round.id),
    db.assignment.findUnique({
      where: { proposalId_reviewerId: { proposalId: proposal.id, reviewerId: reviewer.id } },
      select: { createdAt: true },
    }),
  ])
  return {
    code: proposal.code,
    title: proposal.title,
    abstract: proposal.abstract,
    language: proposal.language,
    format: proposal.format,
    track: proposal.track,
    level: proposal.level,
    answers: proposal.answers,
    /** What this form asks of its reviewer, and of what: some of it only of this format or track. */
    questions: (await listQuestions(event.id)).filter(({ about }) => about === 'reviewer'),
    answeredOf: factsOf(proposal.facts),
    speakers: proposal.speakers,
    speakerAnswers: proposal.speakerAnswers,
    isAssigned: assignment !== null,
    refusal: refuseReview(proposal.facts, round, now),
    round,
    criteria: criteriaIn(criteria, round),
    review,
  }
}
export type Reviewable = NonNullable<Awaited<ReturnType<typeof getReviewable>>>

/** Somebody's review of a proposal in a round; null before it is begun. */
export async function findReview(
  proposalId: string,
  reviewerId: string,
  roundId: string | null,
  tx: Tx = db,
): Promise<OwnReview | null> {
  const row = roundId
    ? await tx.review.findUnique({
        where: { proposalId_reviewerId_roundId: { proposalId, reviewerId, roundId } },
        select: REVIEW,
      })
    : null
  return row && ownReview(row)
}

export const REVIEW = {
  id: true,
  version: true,
  forCommittee: true,
  forSpeaker: true,
  answers: true,
  abstained: true,
  submittedAt: true,
  updatedAt: true,
  scores: { select: { score: true, criterion: { select: { slug: true } } } },
} as const

interface ReviewRow {
  version: number
  forCommittee: string
  forSpeaker: string
  answers: unknown
  abstained: boolean
  submittedAt: Date | null
  updatedAt: Date
  scores: { score: number; criterion: { slug: string } }[]
}

export function ownReview({ version, submittedAt, updatedAt, ...row }: ReviewRow): OwnReview {
  const scores = Object.fromEntries(row.scores.map(({ score, criterion }) => [criterion.slug, score]))
  const { forCommittee, forSpeaker, abstained } = row
  return {
    ...{ version, submittedAt, updatedAt, scores, forCommittee, forSpeaker },
    answers: answersIn(row.answers),
    abstain: abstained,
  }
}
export interface OwnReview extends ReviewText {
  version: number
  submittedAt: Date | null
  updatedAt: Date
}

/**
 * Every review of a proposal that was handed in, with its reviewer and round: for who may list reviews, and none for who
 * has a conflict with the proposal.
 */
export async function listReviews(event: AuthorizedEvent, actor: Actor, code: string) {
  const rows = await db.review.findMany({
    where: {
      submittedAt: { not: null },
      proposal: { code: code.toUpperCase(), eventId: event.id, id: { notIn: await conflictingIn(actor, event) } },
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...REVIEW,
      setAside: true,
      proposal: { select: ANSWERED },
      round: { select: { name: true } },
      reviewer: { select: { name: true, slug: true } },
    },
  })
  const questions = rows.length > 0 ? await listQuestions(event.id) : []
  return rows.map(({ reviewer, round, setAside, proposal, ...row }) => ({
    ...ownReview(row),
    said: answersFor(questions, 'reviewer', answersIn(row.answers), factsOf(proposal), 'chairs'),
    reviewer,
    round: round.name,
    isSetAside: setAside,
  }))
}
export type ListedReview = Awaited<ReturnType<typeof listReviews>>[number]
