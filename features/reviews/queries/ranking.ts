import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { withoutConflict } from '@/features/proposals/queries/conflicts'
import { COMMITTEE_STATE, IS_NEWS } from '@/features/proposals/queries/state'
import type { Decision, State } from '@/features/proposals/schema'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { countedReviews } from './counted'

/** A submitted proposal as it stands. */
export interface Standing {
  code: string
  title: string
  format: string | null
  track: string | null
  minutes: number | null
  state: State
  isNews: boolean
  reason: string | null
  /** What somebody of the committee said last that should be decided. */
  recommendation: Decision | null
}

export interface Ranked extends Standing {
  /** Mean of its reviews from 1 to 5, each the weighted mean of its scores; null without any. */
  raw: number | null
  /** Standard deviation of its reviews, null with fewer than two. */
  spread: number | null
  reviews: number
  abstained: number
  place: number
}

const STANDING = Prisma.sql`p.code, p.title, f.name as format, t.name as track, f.minutes, ${COMMITTEE_STATE} as state,
  ${IS_NEWS} as "isNews", p.decision_reason as reason, p.recommendation`

const standing = (event: AuthorizedEvent, actor: Actor, more: Prisma.Sql) => Prisma.sql`
  from proposal p ${more}
  left join format f on f.id = p.format_id
  left join track t on t.id = p.track_id
  where p.event_id = ${event.id}::uuid and p.submitted_at is not null and p.withdrawn_at is null
    and ${withoutConflict(actor, event)}`

/** Every submitted proposal, unordered and without its reviews; what the actor has a conflict with is not among them. */
export async function listStanding(event: AuthorizedEvent, actor: Actor): Promise<Standing[]> {
  // One value: twenty thousand rows of nine columns take the client several times as long to read.
  const [listed] = await db.$queryRaw<{ rows: Standing[] }[]>`
    select coalesce(json_agg(one), '[]') as rows from (select ${STANDING} ${standing(event, actor, Prisma.empty)}) one`
  return listed?.rows ?? []
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
