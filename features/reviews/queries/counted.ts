import { Prisma } from '@/generated/prisma/client'

/**
 * The reviews of an event that count, as a statement: handed in, not set aside by a conflict, and of each reviewer the
 * one of the latest round in which they reviewed the proposal.
 */
export const countedReviews = (event: { id: string }) => Prisma.sql`
  select distinct on (review.proposal_id, review.reviewer_id) review.id, review.proposal_id, review.reviewer_id,
    review.abstained, review.submitted_at
  from review
  join review_round round on round.id = review.round_id and round.event_id = ${event.id}::uuid
  where review.submitted_at is not null and not review.set_aside
  order by review.proposal_id, review.reviewer_id, round.opens_at desc nulls last, review.id desc`
