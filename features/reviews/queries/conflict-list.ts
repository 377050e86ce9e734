import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { withoutConflict } from '@/features/proposals/queries/conflicts'
import { Prisma } from '@/generated/prisma/client'
import { cutPage, openCursor } from '@/lib/cursor'
import { db } from '@/lib/db'
import type { Because } from '../rules/conflicts'
import { committeeOf } from './conflicts'

export interface ConflictLine {
  code: string
  slug: string
  name: string
  because: Because[]
  isInferred: boolean
  /** What was declared, in their own words. */
  reason: string | null
}

interface Filter {
  code?: string | undefined
  reviewer?: string | undefined
  inferred?: boolean | undefined
  after?: string | undefined
  limit: number
}

/**
 * A page of the conflicts of those who review or chair, by code and then by person: for chairs. What the reader has a
 * conflict with is not among them.
 */
export async function listConflicts(
  event: AuthorizedEvent,
  actor: Actor,
  { code, reviewer, inferred, after, limit }: Filter,
) {
  const [lastCode, lastSlug] = (after && openCursor(after)) || []
  const conditions = [
    Prisma.sql`p.submitted_at is not null and p.event_id = ${event.id}::uuid and ${withoutConflict(actor, event)}`,
    ...(code ? [Prisma.sql`p.code = ${code.toUpperCase()}`] : []),
    ...(reviewer ? [Prisma.sql`person.slug = ${reviewer}`] : []),
    ...(lastCode === undefined ? [] : [Prisma.sql`(p.code, person.slug) > (${lastCode}, ${lastSlug})`]),
  ]
  const isInferred = Prisma.sql`not (array_agg(c.because) && array['declared', 'speaks'])`
  const rows = await db.$queryRaw<ConflictLine[]>`
    with committee as (${committeeOf(event)})
    select p.code, person.slug, person.name, array_agg(distinct c.because order by c.because) as because,
      ${isInferred} as "isInferred", max(declared.reason) as reason
    from conflict_pairs((select array_agg(id) from committee), ${event.id}::uuid) c
    join proposal p on p.id = c.proposal_id
    join person on person.id = c.person_id
    left join conflict declared on declared.proposal_id = p.id and declared.person_id = person.id
    where exists (select from committee) and ${Prisma.join(conditions, ' and ')}
    group by p.code, person.slug, person.name
    having ${inferred === undefined} or ${isInferred} = ${inferred ?? false}
    order by p.code, person.slug limit ${limit + 1}`
  return cutPage(rows, limit, (row) => [row.code, row.slug])
}
