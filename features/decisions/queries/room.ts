import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { withoutConflict } from '@/features/proposals/queries/conflicts'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import type { DecisionRoom, Places, Sitting } from '../schema'
import { acceptedElsewhere } from './been'

/** Proposals `p` that are in the programme as it is decided now. */
const IS_IN = Prisma.sql`(p.decision = 'accepted' and p.withdrawn_at is null and p.cancelled_at is null
  and p.answer is distinct from 'declined')`

/** The same as far as the speakers know. */
const IS_KNOWN_IN = Prisma.sql`(p.announced = 'accepted' and p.withdrawn_at is null and p.cancelled_at is null
  and p.answer is distinct from 'declined')`

/**
 * Slots, and what of each submitted proposal they are counted by. What the actor has a conflict with is not listed, and
 * takes a slot only once its speakers have been told: until then the count would tell.
 */
export async function getDecisionRoom(event: AuthorizedEvent, actor: Actor): Promise<DecisionRoom> {
  const [facts, formats, tracks, proposals] = await Promise.all([
    db.event.findUniqueOrThrow({ where: { id: event.id }, select: { sessionsPerPerson: true } }),
    placesOf(event, actor, Prisma.sql`format`, Prisma.sql`format_id`),
    placesOf(event, actor, Prisma.sql`track`, Prisma.sql`track_id`),
    db.$queryRaw<Sitting[]>`
      with been as (${acceptedElsewhere(event)})
      select p.code, p.format_id as "formatId", p.track_id as "trackId", ${IS_IN} as "isIn",
        coalesce(people.list, '[]') as speakers, coalesce(people.first, true) as "isFirst"
      from proposal p
      left join (
        select s.proposal_id, bool_and(been.at is null or been.at >= own.submitted_at) as first,
          json_agg(json_build_object('id', person.id, 'name', person.name) order by s.position) as list
        from proposal_speaker s join person on person.id = s.person_id
        join proposal own on own.id = s.proposal_id and own.event_id = ${event.id}::uuid
        left join been on been.person_id = s.person_id group by 1
      ) people on people.proposal_id = p.id
      where p.event_id = ${event.id}::uuid and p.submitted_at is not null and p.withdrawn_at is null
        and ${withoutConflict(actor, event)}`,
  ])
  return { formats, tracks, sessionsPerPerson: facts.sessionsPerPerson, proposals }
}

function placesOf(event: AuthorizedEvent, actor: Actor, table: Prisma.Sql, column: Prisma.Sql): Promise<Places[]> {
  return db.$queryRaw<Places[]>`
    select x.id, x.slug, x.name, x.slots,
      (select count(*)::int from proposal p where p.${column} = x.id and p.event_id = x.event_id and case
        when ${withoutConflict(actor, event)} then ${IS_IN} else ${IS_KNOWN_IN} end) as taken
    from ${table} x where x.event_id = ${event.id}::uuid order by x.position, x.name`
}
