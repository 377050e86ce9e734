import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { countedReviews } from './counted'
import { STANDING, type Standing, standing } from './standing'

export interface Ranked extends Standing {
  /** Mean of its reviews from 1 to 5, each the weighted mean of its scores; null without any. */
  raw: number | null
  /** Standard deviation of its reviews, null with fewer than two. */
  spread: number | null
  reviews: number
  abstained: number
  place: number
}

/**
 * Every submitted proposal by its mean score, the best first, in one statement. What the actor has a conflict with is
 * not among them.
 */
export function rankProposals(event: AuthorizedEvent, actor: Actor): Promise<Ranked[]> {
  return db.$queryRaw<Ranked[]>`
    with opinion as (
      select r.proposal_id, r.abstained,
        sum((1 + 4.0 * (s.score - c.min) / (c.max - c.min)) * c.weight) / sum(c.weight) as mean
      from (${countedReviews(event)}) r
      left join review_score s on s.review_id = r.id and not r.abstained
      left join criterion c on c.id = s.criterion_id
      group by r.id, r.proposal_id, r.abstained
    ), tally as (
      select proposal_id, avg(mean)::float8 as raw, stddev_samp(mean)::float8 as spread,
        count(mean)::int as reviews, (count(*) filter (where abstained))::int as abstained
      from opinion group by proposal_id
    )
    select ${STANDING}, tally.raw, tally.spread,
      coalesce(tally.reviews, 0) as reviews, coalesce(tally.abstained, 0) as abstained,
      (row_number() over (order by tally.raw desc nulls last, tally.reviews desc nulls last, p.code))::int as place
    ${standing(event, actor, Prisma.sql`left join tally on tally.proposal_id = p.id`)}
    order by place`
}
