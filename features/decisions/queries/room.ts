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

/** Proposals in which somebody speaks whom another event had accepted before they were sent. */
const notFirst = (event: { id: string }) => Prisma.sql`
  select s.proposal_id from proposal_speaker s
  join proposal own on own.id = s.proposal_id and own.event_id = ${event.id}::uuid
  join (${acceptedElsewhere(event)}) been on been.person_id = s.person_id and been.at < own.submitted_at`

/**
 * Slots, how many of the programme and of all are by newcomers, and of what is in the programme, and of these codes (of
 * everything that was submitted: 'all'), who speaks. What the actor has a conflict with is not listed, and takes a slot
 * only once its speakers have been told: until then the count would tell.
 */
export async function getDecisionRoom(
  event: AuthorizedEvent,
  actor: Actor,
  codes: string[] | 'all' = [],
): Promise<DecisionRoom> {
  const [facts, places, tallies, proposals] = await Promise.all([
    db.event.findUniqueOrThrow({ where: { id: event.id }, select: { sessionsPerPerson: true } }),
    db.$queryRaw<Place[]>`
      select kind, id, slug, name, slots from (
        select 'formatId' as kind, id, slug, name, slots, position from format where event_id = ${event.id}::uuid
        union all select 'trackId', id, slug, name, slots, position from track where event_id = ${event.id}::uuid
      ) place order by position, name`,
    listTallies(event, actor),
    listSittings(event, actor, codes),
  ])
  const placesOf = (wanted: Place['kind']): Places[] =>
    places
      .filter(({ kind }) => kind === wanted)
      .map(({ kind, ...place }) => {
        const own = tallies.filter((tally) => tally[kind] === place.id)
        return { ...place, taken: sum(own.map(({ taken }) => taken)) }
      })
  const share = (of: 'all' | 'chosen', first: 'allFirst' | 'chosenFirst') => ({
    first: sum(tallies.map((tally) => tally[first])),
    of: sum(tallies.map((tally) => tally[of])),
  })
  return {
    ...{ formats: placesOf('formatId'), tracks: placesOf('trackId'), proposals },
    sessionsPerPerson: facts.sessionsPerPerson,
    firstTime: { chosen: share('chosen', 'chosenFirst'), all: share('all', 'allFirst') },
  }
}

interface Place extends Omit<Places, 'taken'> {
  kind: 'formatId' | 'trackId'
}
const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)

interface Tally {
  formatId: string | null
  trackId: string | null
  taken: number
  all: number
  allFirst: number
  chosen: number
  chosenFirst: number
}

/** Counts by format and track, in one pass over the event. */
function listTallies(event: AuthorizedEvent, actor: Actor): Promise<Tally[]> {
  return db.$queryRaw<Tally[]>`
    select "formatId", "trackId",
      (count(*) filter (where case when "isSeen" then "isIn" else "isKnown" end))::int as taken,
      (count(*) filter (where "isSeen" and "isOpen"))::int as all,
      (count(*) filter (where "isSeen" and "isOpen" and "isFirst"))::int as "allFirst",
      (count(*) filter (where "isSeen" and "isOpen" and "isIn"))::int as chosen,
      (count(*) filter (where "isSeen" and "isOpen" and "isIn" and "isFirst"))::int as "chosenFirst"
    from (
      select p.format_id as "formatId", p.track_id as "trackId", p.withdrawn_at is null as "isOpen",
        coalesce(${IS_IN}, false) as "isIn", coalesce(${IS_KNOWN_IN}, false) as "isKnown",
        ${withoutConflict(actor, event)} as "isSeen", p.id not in (${notFirst(event)}) as "isFirst"
      from proposal p where p.event_id = ${event.id}::uuid and p.submitted_at is not null
    ) p group by 1, 2`
}

function listSittings(event: AuthorizedEvent, actor: Actor, codes: string[] | 'all'): Promise<Sitting[]> {
  const chosen = codes === 'all' ? Prisma.sql`true` : Prisma.sql`(${IS_IN} or p.code = any (${codes}))`
  return db.$queryRaw<Sitting[]>`
    with sitting as materialized (
      select p.id, p.code, p.format_id, p.track_id, coalesce(${IS_IN}, false) as is_in from proposal p
      where p.event_id = ${event.id}::uuid and p.submitted_at is not null and p.withdrawn_at is null
        and ${chosen} and ${withoutConflict(actor, event)}
    )
    select sitting.code, sitting.format_id as "formatId", sitting.track_id as "trackId", sitting.is_in as "isIn",
      coalesce(people.list, '[]') as speakers
    from sitting left join (
      select s.proposal_id, json_agg(json_build_object('id', person.id, 'name', person.name) order by s.position) as list
      from sitting join proposal_speaker s on s.proposal_id = sitting.id join person on person.id = s.person_id
      group by 1
    ) people on people.proposal_id = sitting.id`
}
