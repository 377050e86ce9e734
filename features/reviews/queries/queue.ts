import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { withoutConflict } from '@/features/proposals/queries/conflicts'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import type { RoundFacts } from '../schema'
import { getRound } from './rounds'

/** A proposal in a reviewer's queue: nothing that tells who wrote it. */
export interface Queued {
  code: string
  title: string
  format: string | null
  track: string | null
  level: string | null
  isAssigned: boolean
  state: 'open' | 'begun' | 'done' | 'abstained'
  /** From 1; what is assigned comes first. */
  place: number
}

/**
 * What this reviewer may review in a round, in an order of their own. Assigned comes first; within that, what fewest
 * others have reviewed, so that no proposal waits for the end of everybody's queue; and among equals a shuffle by who
 * they are, the same every time. Judges who meet things in one order favour some places of it (Bruine de Bruin, Acta
 * Psychologica 118, 2005): with an order for each reviewer a place favours nobody. What they have a conflict with is not
 * in it.
 */
const queueOf = (event: AuthorizedEvent, reviewer: Person, round: RoundFacts) => Prisma.sql`
  select p.id, p.code, a.reviewer_id is not null as "isAssigned",
    case when r.submitted_at is null then case when r.id is null then 'open' else 'begun' end
      when r.abstained then 'abstained' else 'done' end as state,
    (row_number() over (order by a.reviewer_id is null, coalesce(o.count, 0), md5(p.id::text || ${reviewer.id}), p.id))::int
      as place
  from proposal p
  left join assignment a on a.proposal_id = p.id and a.reviewer_id = ${reviewer.id}::uuid
  left join review r on r.proposal_id = p.id and r.reviewer_id = ${reviewer.id}::uuid and r.round_id = ${round.id}::uuid
  left join (
    select proposal_id, count(*) from review
    where round_id = ${round.id}::uuid and reviewer_id <> ${reviewer.id}::uuid and submitted_at is not null
      and not abstained and not set_aside
    group by proposal_id
  ) o on o.proposal_id = p.id
  where p.event_id = ${event.id}::uuid and p.submitted_at is not null and p.withdrawn_at is null
    and p.cancelled_at is null and p.announced is null and ${withoutConflict(reviewer, event)}`

/** So many from after a place on, from `queue`; names are read of these alone. */
const pageAfter = (after: number, limit: number) => Prisma.sql`
  select p.code, p.title, f.name as format, t.name as track, l.name as level, q."isAssigned", q.state, q.place
  from (select * from queue where place > ${after} order by place limit ${limit}) q
  join proposal p on p.id = q.id
  left join format f on f.id = p.format_id
  left join track t on t.id = p.track_id
  left join audience_level l on l.id = p.level_id order by q.place`

const PROGRESS = Prisma.sql`
  select count(*)::int as total,
    (count(*) filter (where state in ('done', 'abstained')))::int as done,
    (count(*) filter (where "isAssigned"))::int as assigned,
    (count(*) filter (where "isAssigned" and state in ('done', 'abstained')))::int as "assignedDone"
  from queue`

/** Of `queue`, around the place that `here` is. */
const NEIGHBOURS = Prisma.sql`
  select (select code from queue, here where queue.place < here.place order by queue.place desc limit 1) as previous,
    (select code from queue, here where queue.place > here.place order by queue.place limit 1) as next,
    (select code from queue, here
      where state in ('open', 'begun') and queue.place <> here.place
      order by queue.place < here.place, queue.place limit 1) as "nextOpen"`

const here = (code: string) =>
  Prisma.sql`select coalesce((select place from queue where code = ${code.toUpperCase()}), 0) as place`

export interface Progress {
  total: number
  done: number
  assigned: number
  assignedDone: number
}
export interface Neighbours {
  previous: string | null
  next: string | null
  /** The next that waits for this reviewer, from here on and then from the beginning; null when all is done. */
  nextOpen: string | null
}

function pageOf(rows: Queued[], limit: number) {
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.place ?? null) : null }
}

/** A page of the queue, from after this place on. */
export async function listQueue(event: AuthorizedEvent, reviewer: Person, after = 0, limit = 50) {
  const round = await getRound(event.id, new Date())
  const rows = await db.$queryRaw<Queued[]>`
    with queue as (${queueOf(event, reviewer, round)}) ${pageAfter(after, limit + 1)}`
  return pageOf(rows, limit)
}

export async function getProgress(event: AuthorizedEvent, reviewer: Person): Promise<Progress> {
  return (await getPosition(event, reviewer, '')).progress
}

/** What stands around this proposal in the queue. */
export async function getNeighbours(event: AuthorizedEvent, reviewer: Person, code: string): Promise<Neighbours> {
  return (await getPosition(event, reviewer, code)).neighbours
}

/** How far this reviewer is, and what stands around this proposal: the queue is put in order once. */
export async function getPosition(event: AuthorizedEvent, reviewer: Person, code: string) {
  const round = await getRound(event.id, new Date())
  const [row] = await db.$queryRaw<[{ progress: Progress; neighbours: Neighbours }]>`
    with queue as materialized (${queueOf(event, reviewer, round)}), here as (${here(code)})
    select (select row_to_json(x) from (${PROGRESS}) x) as progress,
      (select row_to_json(x) from (${NEIGHBOURS}) x) as neighbours`
  return row
}

/** A page of the queue with all that its reader wants to know, in one statement behind the round's. */
export async function getQueue(event: AuthorizedEvent, reviewer: Person, after = 0, limit = 50) {
  const round = await getRound(event.id, new Date())
  const [{ rows, progress, neighbours }] = await db.$queryRaw<
    [{ rows: Queued[]; progress: Progress; neighbours: Neighbours }]
  >`
    with queue as materialized (${queueOf(event, reviewer, round)}), here as (${here('')})
    select (select coalesce(json_agg(x), '[]') from (${pageAfter(after, limit + 1)}) x) as rows,
      (select row_to_json(x) from (${PROGRESS}) x) as progress,
      (select row_to_json(x) from (${NEIGHBOURS}) x) as neighbours`
  return { round, ...pageOf(rows, limit), progress, nextOpen: neighbours.nextOpen }
}
