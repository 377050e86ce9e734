import { cache } from 'react'
import { listedSql, untilNextText, visibleSql } from '@/features/content/queries/visible'
import { cutPage, openCursor } from '@/lib/cursor'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { PUBLIC, publicOf } from './queries/public'
import type { PublicProfile } from './schema/public'

export interface PersonPage extends PublicProfile {
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
      ...PUBLIC,
      sponsored: { select: { project: { select: { slug: true, name: true } } }, orderBy: { project: { name: 'asc' } } },
    },
  })
  if (!person) return null
  await untilNextText()
  const locales = [...new Set([locale, 'en'])]
  const [texts, sessions] = await Promise.all([listTexts(person.id, locales), listSessions(person.id)])
  const sponsored = person.sponsored.map(({ project }) => project)
  const profile = publicOf(person, new Date())
  const maintains = profile.projects.some(({ isMaintainer }) => isMaintainer)
  const hasRole = maintains || texts.length + sponsored.length + sessions.length + profile.terms.length > 0
  return hasRole || (await isInUnlisted(person.id, locales)) ? { ...profile, sponsored, texts, sessions } : null
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
function listSessions(personId: string): Promise<PersonSession[]> {
  touch('events')
  const speaker = JSON.stringify([{ personId }])
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
  photo: string | null
}

/** Who wrote at least one article that readers may see. */
export const getAuthor = cache(async (slug: string): Promise<Author | null> => {
  touch(`person:${slug}`)
  await untilNextText()
  const [author] = await db.$queryRaw<Author[]>`
    select p.slug, p.name, p.affiliation, p.photo from person p
    where p.slug = ${slug} and exists (select from document_author a join document d on d.id = a.document_id
      where a.person_id = p.id and d.kind = 'article' and ${listedSql('d')})`
  return author ?? null
})

/**
 * A page of everybody who has a public role, by slug: whoever wrote, is named in or sponsors something public, maintains
 * a project, is or was an ambassador, or speaks in the latest release of a schedule. Those to whom `getPerson` gives a
 * page.
 */
export async function listPublicPeople({
  after,
  limit,
}: {
  after?: string | undefined
  limit: number
}): Promise<{ items: PublicProfile[]; next: string | null }> {
  touch('articles', 'projects', 'events', 'people', 'ambassadors')
  await untilNextText()
  const [slug = ''] = (after && openCursor(after)) || []
  const rows = await db.$queryRaw<{ id: string; slug: string }[]>`
    with latest as (select distinct on (event_id) schedule from release order by event_id, number desc),
    speaking as (
      select distinct (speaker->>'personId')::uuid as person_id
      from latest, jsonb_array_elements(schedule->'slots') as slot,
        jsonb_array_elements(slot->'session'->'speakers') as speaker
      where slot->>'status' = 'confirmed' and slot->'session'->>'code' is not null
    ), public_role as (
      select a.person_id from document_author a join document d on d.id = a.document_id
      where d.kind = 'article' and d.locale = 'en' and ${listedSql('d')}
      union select n.person_id from document_person n join document d on d.id = n.document_id
      where d.kind = 'article' and d.locale = 'en' and ${listedSql('d')}
      union select person_id from project_sponsor
      union select person_id from project_maintainer
      union select person_id from person_project where is_maintainer
      union select person_id from ambassador_term where is_past or starts_on is null or starts_on <= current_date
      union select person_id from speaking
    )
    select id, slug from person
    where slug > ${slug} and id in (select person_id from public_role)
    order by slug limit ${limit + 1}`
  const page = cutPage(rows, limit, (row) => [row.slug, ''])
  const people = await db.person.findMany({
    where: { id: { in: page.items.map(({ id }) => id) } },
    select: PUBLIC,
    orderBy: { slug: 'asc' },
  })
  return { items: people.map((person) => publicOf(person, new Date())), next: page.next }
}
