import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { Prisma } from '@/generated/prisma/client'
import { cutPage, openCursor } from '@/lib/cursor'
import { db } from '@/lib/db'
import { STATES, type State } from '../schema'
import { withoutConflict } from './conflicts'
import { type Eyes, eyesOf, matchesSql, speakersSql } from './redacted'
import { containing, stateSeenBy } from './state'

export const SORTS = ['newest', 'oldest', 'title', '-title', 'reviews', '-reviews'] as const
export type SortName = (typeof SORTS)[number]

export interface ProposalFilter {
  q?: string | undefined
  states?: State[] | undefined
  track?: string | undefined
  format?: string | undefined
  sort?: SortName
  /** What the page before gave as `next`. */
  after?: string | undefined
  limit?: number
}

interface Choice {
  slug: string
  name: string
}

export interface ListedProposal {
  code: string
  title: string
  abstract: string
  language: string
  version: number
  state: State
  isNews: boolean
  submittedAt: Date
  format: Choice | null
  track: Choice | null
  level: Choice | null
  reviews: number
  /** Only for who may know. */
  speakers: { name: string; slug: string }[] | null
}

interface Order {
  /** What the list is sorted by, bare, so that an index of it is of use. */
  by: Prisma.Sql
  isDescending: boolean
  /** The same as a text, for a cursor, and such a text as what `by` is compared with. */
  text: Prisma.Sql
  read(text: string): Prisma.Sql
}
const order = (by: Prisma.Sql, isDescending: boolean): Order => ({
  ...{ by, isDescending, text: by },
  read: (text) => Prisma.sql`${text}`,
})
const byTime = (isDescending: boolean): Order => ({
  ...order(Prisma.sql`p.submitted_at`, isDescending),
  text: Prisma.sql`to_char(p.submitted_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS')`,
  read: (text) => Prisma.sql`to_timestamp(${text}, 'YYYYMMDDHH24MISSMS')::timestamp at time zone 'UTC'`,
})
const TITLE = Prisma.sql`lower(p.title)`
const REVIEWS = Prisma.sql`to_char(coalesce(r.count, 0), 'FM000000')`
const ORDERS: Record<SortName, Order> = {
  newest: byTime(true),
  oldest: byTime(false),
  title: order(TITLE, false),
  '-title': order(TITLE, true),
  reviews: order(REVIEWS, false),
  '-reviews': order(REVIEWS, true),
}

/** Whether a cursor can be one of a list in this order: in others, a place is a word. */
export function isCursorOf(sort: SortName, cursor: string): boolean {
  const [key = ''] = openCursor(cursor) ?? []
  if (sort !== 'newest' && sort !== 'oldest') return true
  const [, date, hour, minute, second, fraction] = /^(\d{8})(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(key) ?? []
  if (!date) return false
  const iso = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${hour}:${minute}:${second}.${fraction}Z`
  return new Date(iso).toJSON() === iso
}

/** How many have reviewed the proposals `p`: of all of an event at once, or of one after another where few are shown. */
const reviewsOf = (event: { id: string }, of: Prisma.Sql) => Prisma.sql`(
  select proposal_id, count(distinct reviewer_id)::int from review
  join review_round o on o.id = round_id and o.event_id = ${event.id}::uuid
  where submitted_at is not null and not abstained and not set_aside and ${of} group by proposal_id
) r`

const choiceOf = (name: string) =>
  Prisma.raw(`case when ${name}_slug is not null
  then json_build_object('slug', ${name}_slug, 'name', ${name}_name) end`)

/**
 * Submitted proposals of an event, as the committee reads them, and the cursor of the next page, which holds while
 * proposals come, change and go. Always one statement for them, and one for the round. What the actor has a conflict with is not among them; names are,
 * and are searched, for who may know.
 */
export async function listProposals(event: AuthorizedEvent, actor: Actor, filter: ProposalFilter) {
  const { sort = 'newest', limit = 50, after } = filter
  const { by, isDescending, text, read } = ORDERS[sort]
  const order = isDescending ? Prisma.sql`desc` : Prisma.sql`asc`
  const beyond = isDescending ? Prisma.sql`<` : Prisma.sql`>`
  const [lastKey, lastCode] = (after && isCursorOf(sort, after) && openCursor(after)) || []
  const eyes = await eyesOf(event, actor)
  const { state, isNews } = stateSeenBy(actor, event)
  const isByReviews = by === REVIEWS
  const rows = await db.$queryRaw<(ListedProposal & { key: string })[]>`
    with page as materialized (
      select p.*, f.slug as format_slug, f.name as format_name, t.slug as track_slug, t.name as track_name,
        ${text} as key
      from proposal p
      left join format f on f.id = p.format_id
      left join track t on t.id = p.track_id
      ${isByReviews ? Prisma.sql`left join ${reviewsOf(event, Prisma.sql`true`)} on r.proposal_id = p.id` : Prisma.empty}
      where ${conditions(event, eyes, filter)}
      ${lastKey === undefined ? Prisma.empty : Prisma.sql`and (${by}, p.code) ${beyond} (${read(lastKey)}, ${lastCode})`}
      order by ${by} ${order}, p.code ${order}
      limit ${limit + 1}
    )
    select p.key, p.code, p.title, p.abstract, p.language, p.version, ${state} as state, ${isNews} as "isNews",
      p.submitted_at as "submittedAt", ${choiceOf('p.format')} as format, ${choiceOf('p.track')} as track,
      case when l.id is not null then json_build_object('slug', l.slug, 'name', l.name) end as level,
      coalesce(r.count, 0) as reviews, ${speakersSql(eyes)} as speakers
    from page p
    left join audience_level l on l.id = p.level_id
    left join lateral ${reviewsOf(event, Prisma.sql`proposal_id = p.id`)} on true
    order by ${isByReviews ? Prisma.sql`p.key` : by} ${order}, p.code ${order}`
  const { items, next } = cutPage(rows, limit, ({ key, code }) => [key, code])
  return { items: items.map(({ key: _, ...item }): ListedProposal => item), next }
}

function conditions(event: AuthorizedEvent, eyes: Eyes, { q, states, track, format }: ProposalFilter): Prisma.Sql {
  const all = [
    Prisma.sql`p.event_id = ${event.id}::uuid and p.submitted_at is not null and ${withoutConflict(eyes.actor, event)}`,
    ...(states?.length ? [Prisma.sql`${stateSeenBy(eyes.actor, event).state} = any (${states})`] : []),
    ...(track ? [Prisma.sql`t.slug = ${track}`] : []),
    ...(format ? [Prisma.sql`f.slug = ${format}`] : []),
    ...(q?.trim() ? [matchesSql(eyes, containing(q.trim()))] : []),
  ]
  return Prisma.join(all, ' and ')
}

/**
 * How many proposals are in each state, and how many the actor's conflicts hide; to eyes without names the latter is not
 * told: that a colleague has proposed something would be.
 */
export async function countProposals(event: AuthorizedEvent, actor: Actor) {
  const rows = await db.$queryRaw<{ state: State; count: number; hidden: boolean }[]>`
    select ${stateSeenBy(actor, event).state} as state, count(*)::int, not (${withoutConflict(actor, event)}) as hidden
    from proposal p where p.event_id = ${event.id}::uuid and p.submitted_at is not null group by 1, 3`
  const shown = rows.filter(({ hidden }) => !hidden)
  const sum = (some: typeof rows) => some.reduce((total, { count }) => total + count, 0)
  const byState = Object.fromEntries(
    STATES.map((state) => [state, sum(shown.filter((row) => row.state === state))]),
  ) as Record<State, number>
  const hidden = sum(rows) - sum(shown)
  return { total: sum(shown), hidden: hidden > 0 && (await eyesOf(event, actor)).seesNames ? hidden : 0, byState }
}
