import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { withoutConflict } from '@/features/proposals/queries/conflicts'
import { countedReviews } from '@/features/reviews/queries/counted'
import { Prisma } from '@/generated/prisma/client'
import { db, type Tx } from '@/lib/db'

/** Reviews `r` of an event that count, of proposals that still stand. */
const counted = (event: { id: string }) => Prisma.sql`
  select r.*, p.code from (${countedReviews(event)}) r
  join proposal p on p.id = r.proposal_id and p.withdrawn_at is null`

/** A name for all that calibrated scores are made from: triggers change it with every review that counts and every criterion. */
export async function getReviewsVersion(event: AuthorizedEvent, tx: Tx = db): Promise<string> {
  const [row] = await tx.$queryRaw<{ version: string }[]>`
    select coalesce(sum(count), 0)::text as version from reviews_change where event_id = ${event.id}::uuid`
  return row?.version ?? ''
}

/**
 * What every reviewer gave every proposal, abstentions left out: `[code, reviewer, score]` of each as one JSON text, for
 * whoever works with it; a hundred thousand rows would take the process that serves half a second to read. For an actor
 * without what they have a conflict with.
 */
export async function readOpinions(event: AuthorizedEvent, actor: Actor | null = null): Promise<string> {
  const [row] = await db.$queryRaw<{ text: string }[]>`
    select coalesce(json_agg(json_build_array(code, reviewer_id, score) order by code, reviewer_id), '[]')::text as text
    from (
      select r.code, r.reviewer_id,
        (sum((1 + 4.0 * (s.score - c.min) / (c.max - c.min)) * c.weight) / sum(c.weight))::float8 as score
      from (${counted(event)}) r
      join review_score s on s.review_id = r.id
      join criterion c on c.id = s.criterion_id
      where not r.abstained and r.code in (
        select p.code from proposal p
        where p.event_id = ${event.id}::uuid and ${actor ? withoutConflict(actor, event) : Prisma.sql`true`})
      group by r.id, r.code, r.reviewer_id
    ) opinion`
  return row?.text ?? '[]'
}
