import type { AuthorizedEvent } from '@/features/access/queries'
import { Prisma } from '@/generated/prisma/client'
import { db, type Tx } from '@/lib/db'
import { BECAUSE, type Because } from '../rules/conflicts'

/** A conflict of interest of somebody with a proposal, with every reason that there is, in one order. */
export interface ConflictPair {
  reviewerId: string
  proposalId: string
  because: Because[]
}

/**
 * Every conflict between these people (without them: everybody who reviews in the event or chairs it) and the submitted
 * proposals of an event. What is not here may be assigned; what is here never. The reasons are for chairs and programs:
 * they name no employer.
 */
export function listConflictPairs(
  event: AuthorizedEvent,
  reviewerIds: string[] | null = null,
  tx: Tx = db,
): Promise<ConflictPair[]> {
  return tx.$queryRaw<ConflictPair[]>`
    with reviewer as (
      ${reviewerIds ? Prisma.sql`select unnest(${reviewerIds}::uuid[]) as id` : committeeOf(event)}
    )
    select c.person_id as "reviewerId", c.proposal_id as "proposalId",
      array_agg(distinct c.because order by c.because) as because
    from conflict_pairs((select array_agg(id) from reviewer), ${event.id}::uuid) c
    join proposal p on p.id = c.proposal_id and p.submitted_at is not null
    where exists (select from reviewer)
    group by 1, 2 order by 1, 2`
}

/** Everybody who reviews in the event or chairs it, as a statement: by a role of their own or of a team. */
export const committeeOf = (event: { id: string }) => Prisma.sql`
  select person_id as id from role_binding where person_id is not null
    and role in ('reviewer', 'chair') and (event_id is null or event_id = ${event.id}::uuid)
  union
  select m.person_id from role_binding b join team_member m on m.team_id = b.team_id
    where b.role in ('reviewer', 'chair') and (b.event_id is null or b.event_id = ${event.id}::uuid)`

/** Why this person has nothing to do with the reviewing of this proposal; empty where they have no conflict. */
export async function conflictsBetween(personId: string, proposalId: string, tx: Tx = db): Promise<Because[]> {
  const rows = await tx.$queryRaw<{ because: Because }[]>`
    select distinct c.because from conflict_pairs(array[${personId}]::uuid[], null) c
    where c.proposal_id = ${proposalId}::uuid`
  const found = new Set(rows.map(({ because }) => because))
  return BECAUSE.filter((because) => found.has(because))
}
