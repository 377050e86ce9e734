import { createHash } from 'node:crypto'
import type { AuthorizedEvent } from '@/features/access/queries'
import { listConflictPairs } from '@/features/reviews/queries/conflicts'
import { Prisma } from '@/generated/prisma/client'
import { db, type Tx } from '@/lib/db'
import type { AssignmentFacts, ProposalFacts, ReviewerFacts, StandingPair } from '../schema'

/** Proposals `p` that are still to be reviewed. */
export const OPEN = Prisma.sql`p.submitted_at is not null and p.withdrawn_at is null and p.cancelled_at is null
  and p.announced is null`

/** Everybody who reviews in the event: by a role of their own or of a team. */
export const reviewersOf = (event: { id: string }) => Prisma.sql`
  select b.person_id as id from role_binding b
  where b.role = 'reviewer' and b.person_id is not null and (b.event_id is null or b.event_id = ${event.id}::uuid)
  union
  select m.person_id from role_binding b join team_member m on m.team_id = b.team_id
  where b.role = 'reviewer' and (b.event_id is null or b.event_id = ${event.id}::uuid)`

/** All that a plan is made from, in one order, so that its version is the same while nothing changes. */
export async function getAssignmentFacts(event: AuthorizedEvent, tx: Tx = db): Promise<AssignmentFacts> {
  const proposals = await tx.$queryRaw<ProposalFacts[]>`
    select p.id, p.code, p.track_id as "trackId", t.name as track, p.language, coalesce(tags.list, '[]') as tags
    from proposal p
    left join track t on t.id = p.track_id
    left join (
      select pt.proposal_id, json_agg(json_build_object('id', tag.id, 'name', tag.name) order by tag.id) as list
      from proposal_tag pt join tag on tag.id = pt.tag_id and tag.event_id = ${event.id}::uuid group by 1
    ) tags on tags.proposal_id = p.id
    where p.event_id = ${event.id}::uuid and ${OPEN} order by p.id`
  const standing = await tx.$queryRaw<StandingPair[]>`
    select a.proposal_id as "proposalId", a.reviewer_id as "reviewerId", a.is_locked as "isLocked",
      exists (select from review r where r.proposal_id = a.proposal_id and r.reviewer_id = a.reviewer_id) as "isReviewed"
    from assignment a join proposal p on p.id = a.proposal_id
    where p.event_id = ${event.id}::uuid and ${OPEN} order by 1, 2`
  const reviewers = await tx.$queryRaw<ReviewerFacts[]>`
    select person.id, person.expertise, coalesce(w.more, '{}') as more, coalesce(w.less, '{}') as less,
      case when cardinality(w.languages) > 0 then w.languages else person.languages end as languages,
      w.stated_load as "statedLoad", w.chair_load as "chairLoad", r.id is not null as "isReviewer"
    from person
    left join (${reviewersOf(event)}) r on r.id = person.id
    left join reviewer_wish w on w.person_id = person.id and w.event_id = ${event.id}::uuid
    where r.id is not null or person.id in (
      select a.reviewer_id from assignment a join proposal p on p.id = a.proposal_id
      where p.event_id = ${event.id}::uuid and ${OPEN})
    order by person.id`
  const pairs = await listConflictPairs(
    event,
    reviewers.map(({ id }) => id),
    tx,
  )
  const conflicts = pairs.map(({ proposalId, reviewerId }) => ({ proposalId, reviewerId }))
  return { proposals, reviewers, conflicts, standing }
}

/** A name for these facts. A review that somebody begins is no new version: applying looks for those itself. */
export function versionOf({ standing, ...facts }: AssignmentFacts): string {
  const pairs = standing.map(({ isReviewed: _, ...pair }) => pair)
  return createHash('sha256')
    .update(JSON.stringify([facts, pairs]))
    .digest('base64url')
}
