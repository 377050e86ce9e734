import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { Prisma } from '@/generated/prisma/client'
import { cutPage, openCursor } from '@/lib/cursor'
import { db } from '@/lib/db'
import type { State } from '../schema'
import { containing, SPEAKER_STATE } from './state'

export interface OwnLine {
  code: string
  title: string
  abstract: string
  language: string
  version: number
  state: State
  submittedAt: Date | null
  format: string | null
  track: string | null
  level: string | null
  speakers: { name: string; slug: string }[]
}

interface OwnFilter {
  q?: string | undefined
  states?: State[] | undefined
  track?: string | undefined
  format?: string | undefined
  sort: 'newest' | 'oldest' | 'title' | '-title'
  after?: string | undefined
  limit?: number
}

/** A page of a person's own proposals in an event, drafts too, with a speaker's eyes; by when they were begun. */
export async function listOwnPage(
  event: AuthorizedEvent,
  person: Person,
  { q, states, track, format, sort, after, limit = 50 }: OwnFilter,
): Promise<{ items: OwnLine[]; next: string | null }> {
  const [lastKey, lastCode] = (after && openCursor(after)) || []
  const isDescending = sort === 'newest' || sort === '-title'
  const order = isDescending ? Prisma.sql`desc` : Prisma.sql`asc`
  const beyond = isDescending ? Prisma.sql`<` : Prisma.sql`>`
  const key = sort.endsWith('title')
    ? Prisma.sql`lower(p.title)`
    : Prisma.sql`to_char(p.created_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS')`
  const pattern = q?.trim() ? containing(q.trim()) : null
  const conditions = [
    Prisma.sql`p.event_id = ${event.id}::uuid and me.person_id = ${person.id}::uuid`,
    ...(states?.length ? [Prisma.sql`${SPEAKER_STATE} = any (${states})`] : []),
    ...(track ? [Prisma.sql`t.slug = ${track}`] : []),
    ...(format ? [Prisma.sql`f.slug = ${format}`] : []),
    ...(pattern
      ? [Prisma.sql`(p.title ilike ${pattern} or p.abstract ilike ${pattern} or p.code ilike ${pattern})`]
      : []),
    ...(lastKey === undefined ? [] : [Prisma.sql`(${key}, p.code) ${beyond} (${lastKey}, ${lastCode})`]),
  ]
  const rows = await db.$queryRaw<(OwnLine & { key: string })[]>`
    select p.code, p.title, p.abstract, p.language, p.version, ${SPEAKER_STATE} as state,
      p.submitted_at as "submittedAt", f.slug as format, t.slug as track, l.slug as level, ${key} as key,
      (select json_agg(json_build_object('name', person.name, 'slug', person.slug) order by s.position)
        from proposal_speaker s join person on person.id = s.person_id where s.proposal_id = p.id) as speakers
    from proposal p
    join proposal_speaker me on me.proposal_id = p.id
    left join format f on f.id = p.format_id
    left join track t on t.id = p.track_id
    left join audience_level l on l.id = p.level_id
    where ${Prisma.join(conditions, ' and ')}
    order by key ${order}, p.code ${order}
    limit ${limit + 1}`
  const { items, next } = cutPage(rows, limit, ({ key, code }) => [key, code])
  return { items: items.map(({ key: _, ...item }) => item), next }
}
