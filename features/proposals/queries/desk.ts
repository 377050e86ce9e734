import { type Scope, scopeOf } from '@/features/access/rules'
import type { Person } from '@/features/access/schema'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { withoutConflict } from './conflicts'
import { COMMITTEE_STATE, IS_NEWS } from './state'

export interface DeskEvent {
  id: string
  slug: string
  name: string
  timeZone: string
  startsOn: Date | null
  endsOn: Date | null
  opensAt: Date | null
  closesAt: Date | null
  /** Only the day of its end was stated. */
  closesByDay: boolean
  submitted: number
  undecided: number
  toAnnounce: number
  unanswered: number
  confirmed: number
  /** Proposals with fewer than three reviews. */
  underReviewed: number
  /** Assigned to this person, and how many of them are done. */
  assigned: number
  reviewed: number
}

/** The events behind whose desk a person may sit, with what waits there; what they have a conflict with is not counted. */
export function listDeskEvents(person: Person): Promise<DeskEvent[]> {
  return readDesk(person, within(scopeOf(person, 'get', 'desk')))
}

/** The same of one event. */
export async function getDeskEvent(person: Person, eventId: string): Promise<DeskEvent | null> {
  const [event] = await readDesk(person, Prisma.sql`e.id = ${eventId}::uuid`)
  return event ?? null
}

const within = (scope: Scope) =>
  scope.everywhere ? Prisma.sql`true` : Prisma.sql`e.id = any (${scope.eventIds}::uuid[])`

function readDesk(person: Person, where: Prisma.Sql): Promise<DeskEvent[]> {
  return db.$queryRaw<DeskEvent[]>`
    with counted as (
      select p.event_id, ${COMMITTEE_STATE} as state, ${IS_NEWS} as news,
        (select count(distinct r.reviewer_id) from review r
          where r.proposal_id = p.id and r.submitted_at is not null and not r.set_aside) as reviews,
        a.reviewer_id is not null as assigned, exists (select from review mine where mine.proposal_id = p.id
          and mine.reviewer_id = ${person.id}::uuid and mine.submitted_at is not null) as done
      from proposal p
      left join assignment a on a.proposal_id = p.id and a.reviewer_id = ${person.id}::uuid
      where p.submitted_at is not null and ${withoutConflict(person)}
    ), figures as (
      select event_id,
        count(*) filter (where state <> 'withdrawn') as submitted,
        count(*) filter (where state = 'submitted') as undecided,
        count(*) filter (where news) as "toAnnounce",
        count(*) filter (where state = 'accepted' and not news) as unanswered,
        count(*) filter (where state = 'confirmed') as confirmed,
        count(*) filter (where state = 'submitted' and reviews < 3) as "underReviewed",
        count(*) filter (where assigned and state <> 'withdrawn') as assigned,
        count(*) filter (where assigned and state <> 'withdrawn' and done) as reviewed
      from counted group by event_id
    )
    select e.id, e.slug, e.name, e.time_zone as "timeZone", e.starts_on as "startsOn", e.ends_on as "endsOn",
      c.opens_at as "opensAt", c.closes_at as "closesAt", coalesce(c.closes_by_day, false) as "closesByDay",
      coalesce(submitted, 0)::int as submitted, coalesce(undecided, 0)::int as undecided,
      coalesce("toAnnounce", 0)::int as "toAnnounce", coalesce(unanswered, 0)::int as unanswered,
      coalesce(confirmed, 0)::int as confirmed, coalesce("underReviewed", 0)::int as "underReviewed",
      coalesce(assigned, 0)::int as assigned, coalesce(reviewed, 0)::int as reviewed
    from event e
    left join figures on figures.event_id = e.id
    left join lateral (
      select opens_at, closes_at, closes_by_day from call where call.event_id = e.id order by kind <> 'talks', kind limit 1
    ) c on true
    where ${where}
    order by e.ends_on >= current_date desc nulls last, e.starts_on, e.slug`
}
