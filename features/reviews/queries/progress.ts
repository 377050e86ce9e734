import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { withoutConflict } from '@/features/proposals/queries/conflicts'
import { db } from '@/lib/db'
import type { RoundFacts } from '../schema'

export interface ReviewerProgress {
  slug: string
  name: string
  assigned: number
  assignedDone: number
  /** Handed in, abstentions among them. */
  done: number
  abstained: number
  begun: number
  setAside: number
  comments: number
  lastAt: Date | null
}

/**
 * How far everybody is who reviews in this round, or could; by name. For who may list reviews. What the actor has a
 * conflict with is not counted: the difference would tell who reviews it.
 */
export function listReviewerProgress(
  event: AuthorizedEvent,
  actor: Actor,
  { id: roundId }: RoundFacts,
): Promise<ReviewerProgress[]> {
  return db.$queryRaw<ReviewerProgress[]>`
    with open as (
      select p.id from proposal p where p.event_id = ${event.id}::uuid and p.submitted_at is not null
        and p.withdrawn_at is null and ${withoutConflict(actor, event)}
    ), mine as (
      select r.* from review r join proposal p on p.id = r.proposal_id and p.event_id = ${event.id}::uuid
      where r.round_id = ${roundId}::uuid and ${withoutConflict(actor, event)}
    ), team as (
      select person_id as id from role_binding
        where role = 'reviewer' and event_id = ${event.id}::uuid and person_id is not null
      union select m.person_id from role_binding b join team_member m on m.team_id = b.team_id
        where b.role = 'reviewer' and b.event_id = ${event.id}::uuid
      union select reviewer_id from mine
      union select a.reviewer_id from assignment a join open on open.id = a.proposal_id
    ), written as (
      select reviewer_id, count(*) filter (where submitted_at is not null and not set_aside) as done,
        count(*) filter (where submitted_at is not null and not set_aside and abstained) as abstained,
        count(*) filter (where submitted_at is null and not set_aside) as begun,
        count(*) filter (where set_aside) as aside, max(updated_at) as last
      from mine group by reviewer_id
    ), given as (
      select a.reviewer_id, count(*) as assigned, count(mine.id) as done
      from assignment a join open on open.id = a.proposal_id
      left join mine on mine.proposal_id = a.proposal_id and mine.reviewer_id = a.reviewer_id
        and mine.submitted_at is not null and not mine.set_aside
      group by a.reviewer_id
    ), said as (
      select c.author_id, count(*) as comments from review_comment c
      join proposal p on p.id = c.proposal_id and ${withoutConflict(actor, event)}
      where c.round_id = ${roundId}::uuid group by c.author_id
    )
    select p.slug, p.name, coalesce(given.assigned, 0)::int as assigned, coalesce(given.done, 0)::int as "assignedDone",
      coalesce(written.done, 0)::int as done, coalesce(written.abstained, 0)::int as abstained,
      coalesce(written.begun, 0)::int as begun, coalesce(written.aside, 0)::int as "setAside",
      coalesce(said.comments, 0)::int as comments, written.last as "lastAt"
    from team join person p on p.id = team.id
    left join written on written.reviewer_id = p.id
    left join given on given.reviewer_id = p.id
    left join said on said.author_id = p.id
    order by p.name, p.slug`
}

/** How many proposals have how many reviews in this round that count; what the actor has a conflict with is left out. */
export async function countCoverage(event: AuthorizedEvent, actor: Actor, { id: roundId }: RoundFacts) {
  return db.$queryRaw<{ reviews: number; proposals: number }[]>`
    select reviews, count(*)::int as proposals from (
      select p.id, (select count(*)::int from review r where r.proposal_id = p.id and r.round_id = ${roundId}::uuid
        and r.submitted_at is not null and not r.abstained and not r.set_aside) as reviews
      from proposal p
      where p.event_id = ${event.id}::uuid and p.submitted_at is not null and p.withdrawn_at is null
        and ${withoutConflict(actor, event)}
    ) counted group by reviews order by reviews`
}
