import { cache } from 'react'
import { isListed, listedSql, untilNextText, visibleSql } from '@/features/content/queries/visible'
import { cutPage, openCursor } from '@/lib/cursor'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'

export interface PersonPage {
  slug: string
  name: string
  affiliation: string | null
  bio: string | null
  /** Texts that name this person, each with the roles that it gives them. */
  texts: PersonText[]
  sponsored: { slug: string; name: string }[]
  sessions: PersonSession[]
}

export interface PersonText {
  slug: string
  locale: string
  title: string
  date: string | null
  /** `author`, `interviewee`, `interviewer`, `quoted`, `sponsor`, `founder`. */
  roles: string[]
}

export interface PersonSession {
  code: string
  title: string
  event: string
  eventName: string
}

/** Everything public about one person; null for whoever has no public role, so that signing up makes nobody visible. */
export const getPerson = cache(async (slug: string, locale: string): Promise<PersonPage | null> => {
  touch(`person:${slug}`)
  const person = await db.person.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      affiliation: true,
      bio: true,
      sponsored: { select: { project: { select: { slug: true, name: true } } }, orderBy: { project: { name: 'asc' } } },
    },
  })
  if (!person) return null
  await untilNextText()
  const { id, ...row } = person
  const locales = [...new Set([locale, 'en'])]
  const [texts, sessions] = await Promise.all([listTexts(id, locales), listSessions(slug)])
  const sponsored = row.sponsored.map(({ project }) => project)
  const isNamed = texts.length + sponsored.length + sessions.length > 0 || (await isInUnlisted(id, locales))
  return isNamed ? { ...row, sponsored, texts, sessions } : null
})

/** Whether a text that is found by its address alone leads here. */
async function isInUnlisted(personId: string, locales: string[]): Promise<boolean> {
  const [row] = await db.$queryRaw<{ there: boolean }[]>`
    select exists (
      select from document d
      where d.kind = 'article' and d.locale = any(${locales}) and d.unlisted and ${visibleSql('d')} and (
        exists (select from document_author a where a.document_id = d.id and a.person_id = ${personId}::uuid)
        or exists (select from document_person m where m.document_id = d.id and m.person_id = ${personId}::uuid))
    ) as there`
  return row?.there ?? false
}

/** In each text's best language for this reader. */
function listTexts(personId: string, locales: string[]): Promise<PersonText[]> {
  return db.$queryRaw`
    with named as (
      select document_id, 'author' as role from document_author where person_id = ${personId}::uuid
      union select document_id, role from document_person where person_id = ${personId}::uuid
    ), texts as (
      select distinct on (d.group_slug) d.slug, d.locale, d.title, d.published_on::text as date, d.sort_date,
        array(select role from named n where n.document_id = d.id order by role) as roles
      from document d
      where d.id in (select document_id from named) and d.kind = 'article' and d.locale = any(${locales})
        and ${listedSql('d')}
      order by d.group_slug, array_position(${locales}, d.locale)
    )
    select slug, locale, title, date, roles from texts order by sort_date desc, slug limit 500`
}

/** What this person speaks about in the latest release of each schedule. */
function listSessions(slug: string): Promise<PersonSession[]> {
  touch('events')
  const speaker = JSON.stringify([{ slug }])
  return db.$queryRaw`
    with latest as (select distinct on (event_id) event_id, schedule from release order by event_id, number desc)
    select distinct slot->'session'->>'code' as code, slot->'session'->>'title' as title, e.slug as event,
      e.name as "eventName", e.starts_on
    from latest join event e on e.id = latest.event_id, jsonb_array_elements(latest.schedule->'slots') as slot
    where slot->>'status' = 'confirmed' and slot->'session'->>'code' is not null
      and slot->'session'->'speakers' @> ${speaker}::jsonb
    order by e.starts_on desc nulls last, title`
}

export interface Author {
  slug: string
  name: string
  affiliation: string | null
}

/** Who wrote at least one article. */
export const getAuthor = cache(async (slug: string): Promise<Author | null> => {
  touch(`person:${slug}`)
  await untilNextText()
  return db.person.findFirst({
    where: { slug, authored: { some: { document: { kind: 'article', ...isListed() } } } },
    select: { slug: true, name: true, affiliation: true },
  })
})

export interface PublicPerson {
  slug: string
  name: string
  affiliation: string | null
  bio: string | null
}

/**
 * A page of everybody who has a public role, by slug: whoever wrote, is named in or sponsors something public, or speaks
 * in the latest release of a schedule. Those to whom `getPerson` gives a page.
 */
export async function listPublicPeople({
  after,
  limit,
}: {
  after?: string | undefined
  limit: number
}): Promise<{ items: PublicPerson[]; next: string | null }> {
  touch('articles', 'projects', 'events')
  await untilNextText()
  const [slug = ''] = (after && openCursor(after)) || []
  const rows = await db.$queryRaw<PublicPerson[]>`
    with latest as (select distinct on (event_id) schedule from release order by event_id, number desc),
    speaking as (
      select distinct speaker->>'slug' as slug
      from latest, jsonb_array_elements(schedule->'slots') as slot,
        jsonb_array_elements(slot->'session'->'speakers') as speaker
      where slot->>'status' = 'confirmed' and slot->'session'->>'code' is not null
    ), naming as (
      select a.person_id from document_author a join document d on d.id = a.document_id
      where d.kind = 'article' and d.locale = 'en' and ${listedSql('d')}
      union select n.person_id from document_person n join document d on d.id = n.document_id
      where d.kind = 'article' and d.locale = 'en' and ${listedSql('d')}
      union select person_id from project_sponsor
    )
    select slug, name, affiliation, bio from person
    where slug > ${slug} and (id in (select person_id from naming) or slug in (select slug from speaking))
    order by slug limit ${limit + 1}`
  return cutPage(rows, limit, (row) => [row.slug, ''])
}
