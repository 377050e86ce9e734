import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { ANSWERED, listAnswers } from '@/features/proposals/queries/answers'
import { FACTS } from '@/features/proposals/queries/facts'
import { db, type Tx } from '@/lib/db'
import { refuseReview } from '../rules'
import type { CriterionFacts, ReviewText } from '../schema'

export function listCriteria(eventId: string, tx: Tx = db): Promise<CriterionFacts[]> {
  return tx.criterion.findMany({
    where: { eventId },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { id: true, slug: true, name: true, help: true, min: true, max: true, weight: true },
  })
}

const NAME = { select: { slug: true, name: true } } as const

/**
 * One proposal as a blind reviewer reads it, with their own review of it. Null where there is none to review, or where
 * they have a conflict with it. Nothing here says who speaks, who wrote it or what others think.
 */
export async function getReviewable(event: AuthorizedEvent, reviewer: Person, code: string) {
  const row = await db.proposal.findFirst({
    where: {
      code: code.toUpperCase(),
      eventId: event.id,
      submittedAt: { not: null },
      speakers: { none: { personId: reviewer.id } },
      conflicts: { none: { personId: reviewer.id } },
    },
    select: {
      ...FACTS,
      ...ANSWERED,
      code: true,
      title: true,
      abstract: true,
      format: { select: { slug: true, name: true, minutes: true } },
      track: NAME,
      level: NAME,
      assignments: { where: { reviewerId: reviewer.id }, select: { createdAt: true } },
      reviews: { where: { reviewerId: reviewer.id }, select: REVIEW },
    },
  })
  if (!row) return null
  const [review] = row.reviews
  return {
    code: row.code,
    title: row.title,
    abstract: row.abstract,
    language: row.language,
    format: row.format,
    track: row.track,
    level: row.level,
    answers: await listAnswers(row, 'reviewers'),
    isAssigned: row.assignments.length > 0,
    refusal: refuseReview(row),
    review: review ? ownReview(review) : null,
  }
}
export type Reviewable = NonNullable<Awaited<ReturnType<typeof getReviewable>>>

export const REVIEW = {
  id: true,
  version: true,
  forCommittee: true,
  forSpeaker: true,
  abstained: true,
  submittedAt: true,
  updatedAt: true,
  scores: { select: { score: true, criterion: { select: { slug: true } } } },
} as const

interface ReviewRow {
  version: number
  forCommittee: string
  forSpeaker: string
  abstained: boolean
  submittedAt: Date | null
  updatedAt: Date
  scores: { score: number; criterion: { slug: string } }[]
}

export function ownReview({ version, submittedAt, updatedAt, ...row }: ReviewRow): OwnReview {
  const scores = Object.fromEntries(row.scores.map(({ score, criterion }) => [criterion.slug, score]))
  const { forCommittee, forSpeaker, abstained } = row
  return { version, submittedAt, updatedAt, scores, forCommittee, forSpeaker, abstain: abstained }
}
export interface OwnReview extends ReviewText {
  version: number
  submittedAt: Date | null
  updatedAt: Date
}

/** Every review of a proposal that was handed in, with its reviewer: for who may list reviews. */
export async function listReviews(event: AuthorizedEvent, code: string) {
  const rows = await db.review.findMany({
    where: { submittedAt: { not: null }, proposal: { code: code.toUpperCase(), eventId: event.id } },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    select: { ...REVIEW, reviewer: { select: { name: true, slug: true } } },
  })
  return rows.map(({ reviewer, ...row }) => ({ ...ownReview(row), reviewer }))
}
export type ListedReview = Awaited<ReturnType<typeof listReviews>>[number]
