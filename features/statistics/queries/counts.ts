import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { acceptedElsewhere } from '@/features/decisions/queries/been'
import { withoutConflict } from '@/features/proposals/queries/conflicts'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import type { Counted } from '../schema'

/** Submitted proposals `p` of an event, those withdrawn since included; without what the actor has a conflict with. */
const submitted = (event: { id: string }, actor: Actor) =>
  Prisma.sql`p.event_id = ${event.id}::uuid and p.submitted_at is not null and ${withoutConflict(actor, event)}`

/** Proposals by the day on which they were handed in, in the event's zone; days without one are left out. */
export function countByDay(event: AuthorizedEvent, actor: Actor): Promise<Counted[]> {
  return db.$queryRaw<Counted[]>`
    select to_char(p.submitted_at at time zone ${event.timeZone}, 'YYYY-MM-DD') as name, count(*)::int
    from proposal p where ${submitted(event, actor)} group by 1 order by 1`
}

const CHOICES = {
  track: [Prisma.sql`track`, Prisma.sql`track_id`],
  format: [Prisma.sql`format`, Prisma.sql`format_id`],
  level: [Prisma.sql`audience_level`, Prisma.sql`level_id`],
} as const

/** Proposals by track, format or level, in their order, those without one at the end. */
export function countBy(event: AuthorizedEvent, actor: Actor, what: keyof typeof CHOICES): Promise<Counted[]> {
  const [table, column] = CHOICES[what]
  return db.$queryRaw<Counted[]>`
    select name, count from (
      select x.name, x.position, count(p.id)::int from ${table} x
      left join proposal p on p.${column} = x.id and ${submitted(event, actor)}
      where x.event_id = ${event.id}::uuid group by x.id, x.name, x.position
      union all
      select 'Not said', null, count(*)::int from proposal p where ${submitted(event, actor)} and p.${column} is null having count(*) > 0
    ) counted order by position nulls last, name`
}

/** Speakers by the country that they show, two capitals; '' for those who show none. */
export function countSpeakersByCountry(event: AuthorizedEvent, actor: Actor): Promise<Counted[]> {
  return db.$queryRaw<Counted[]>`
    select coalesce(person.country, '') as name, count(distinct person.id)::int
    from proposal p join proposal_speaker s on s.proposal_id = p.id join person on person.id = s.person_id
    where ${submitted(event, actor)} group by 1 order by 2 desc, 1`
}

/** Speakers who were never accepted by another event, and the others. */
export async function countFirstTimers(
  event: AuthorizedEvent,
  actor: Actor,
): Promise<{ first: number; others: number }> {
  const [row] = await db.$queryRaw<{ first: number; others: number }[]>`
    with speaker as (
      select s.person_id, min(p.submitted_at) as at from proposal p join proposal_speaker s on s.proposal_id = p.id
      where ${submitted(event, actor)} group by 1
    ), been as (${acceptedElsewhere(event)})
    select (count(*) filter (where been.at is null or been.at >= speaker.at))::int as first,
      (count(*) filter (where been.at < speaker.at))::int as others
    from speaker left join been on been.person_id = speaker.person_id`
  return row ?? { first: 0, others: 0 }
}

export function listReviewerNames(ids: string[]): Promise<{ id: string; name: string }[]> {
  return db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
}
