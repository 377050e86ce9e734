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

/** The text by which a list is sorted; all in one type, so that one comparison pages through each. */
const KEYS: Record<SortName, { key: Prisma.Sql; isDescending: boolean }> = {
  newest: { key: Prisma.sql`to_char(p.submitted_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS')`, isDescending: true },
  oldest: { key: Prisma.sql`to_char(p.submitted_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS')`, isDescending: false },
  title: { key: Prisma.sql`lower(p.title)`, isDescending: false },
  '-title': { key: Prisma.sql`lower(p.title)`, isDescending: true },
  reviews: { key: Prisma.sql`to_char(coalesce(r.count, 0), 'FM000000')`, isDescending: false },
  '-reviews': { key: Prisma.sql`to_char(coalesce(r.count, 0), 'FM000000')`, isDescending: true },
}

const reviewsOf = (event: { id: string }) => Prisma.sql`left join (
  select proposal_id, count(*)::int from (
    select proposal_id, reviewer_id from review
    join review_round o on o.id = round_id and o.event_id = ${event.id}::uuid
    where submitted_at is not null and not abstained and not set_aside group by proposal_id, reviewer_id
  ) reviewed group by proposal_id
) r on r.proposal_id = p.id`

const choiceOf = (name: string) =>
  Prisma.raw(`case when ${name}.id is not null
  then json_build_object('slug', ${name}.slug, 'name', ${name}.name) end`)

/**
 * Submitted proposals of an event, as the committee reads them, and the cursor of the next page, which holds while
 * proposals come, change and go. Always one statement for them, and one for the round. What the actor has a conflict with is not among them; names are,
 * and are searched, for who may know.
 */
export async function listProposals(event: AuthorizedEvent, actor: Actor, filter: ProposalFilter) {
  const { sort = 'newest', limit = 50, after } = filter
  const { key, isDescending } = KEYS[sort]
  const order = isDescending ? Prisma.sql`desc` : Prisma.sql`asc`
  const beyond = isDescending ? Prisma.sql`<` : Prisma.sql`>`
  const [lastKey, lastCode] = (after && openCursor(after)) || []
  const eyes = await eyesOf(event, actor)
  const { state, isNews } = stateSeenBy(actor, event)
  const rows = await db.$queryRaw<(ListedProposal & { key: string })[]>`
    with listed as (
      select p.id, p.code, p.title, p.abstract, p.language, p.version,
        ${state} as state, ${isNews} as "isNews", p.submitted_at as "submittedAt",
        ${choiceOf('f')} as format, ${choiceOf('t')} as track, ${choiceOf('l')} as level, coalesce(r.count, 0) as reviews, ${key} as key
      from proposal p
      left join format f on f.id = p.format_id
      left join track t on t.id = p.track_id
      left join audience_level l on l.id = p.level_id
      ${reviewsOf(event)}
      where ${conditions(event, eyes, filter)}
    ), page as (
      select * from listed
      ${lastKey === undefined ? Prisma.empty : Prisma.sql`where (key, code) ${beyond} (${lastKey}, ${lastCode})`}
      order by key ${order}, code ${order}
      limit ${limit + 1}
    )
    select p.key, p.code, p.title, p.abstract, p.language, p.version, p.state, p."isNews", p."submittedAt", p.format, p.track,
      p.level, p.reviews, ${speakersSql(eyes)} as speakers
    from page p order by p.key ${order}, p.code ${order}`
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
  const { seesNames } = await eyesOf(event, actor)
  return { total: sum(shown), hidden: seesNames ? sum(rows) - sum(shown) : 0, byState }
}
