import { pathOf } from '@/features/content/schema/kinds'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'
import type { Entry, Source } from '../schema'
import { listEventEntries } from './event-sources'

/** What these sources say now, as entries; a source that is gone, a draft or nobody's to see makes none. */
export const ENTRIES_OF: Record<Source, (tx: Tx, keys: string[]) => Promise<Entry[]>> = {
  document: listDocumentEntries,
  project: listProjectEntries,
  organization: listOrganizationEntries,
  person: listPersonEntries,
  event: listEventEntries,
}

/** Seen from the beginning. */
const ALWAYS = new Date(0)

interface DocumentRow {
  id: string
  kind: 'article' | 'case-study' | 'page'
  locale: string
  slug: string
  title: string
  summary: string
  body: string
  tags: string[]
  happenedOn: string | null
  visibleFrom: Date
  byline: string | null
  authors: string[]
  projects: string[]
}

async function listDocumentEntries(tx: Tx, keys: string[]): Promise<Entry[]> {
  const rows = await tx.$queryRaw<DocumentRow[]>`
    select d.id, d.kind::text, d.locale, d.slug, d.title, d.summary, d.plain_text as body, d.tags,
      d.published_on::text as "happenedOn", d.visible_from as "visibleFrom", d.front_matter->>'byline' as byline,
      array(select p.name from document_author a join person p on p.id = a.person_id
            where a.document_id = d.id order by a.position) as authors,
      array(select p.slug from document_project j join project p on p.id = j.project_id
            where j.document_id = d.id order by p.slug) as projects
    from document d
    where d.id = any(${keys}::uuid[]) and d.kind in ('article', 'case-study', 'page')
      and d.visible_from is not null and not d.unlisted`
  return rows.map(({ id, slug, byline, authors, ...row }) => ({
    ...row,
    source: 'document',
    key: id,
    path: pathOf(row.kind, slug),
    aliases: [],
    around: [...authors, ...(byline ? [byline] : []), ...row.tags],
  }))
}

/** The prose of a project or organisation, in whatever languages there are. */
const proseOf = (kind: 'project' | 'organization', slug: string) => Prisma.sql`
  coalesce((select string_agg(concat_ws(E'\\n', d.summary, d.plain_text), E'\\n' order by d.locale) from document d
    where d.kind = ${kind}::document_kind and d.group_slug = ${Prisma.raw(slug)}
      and d.visible_from <= now() and not d.unlisted), '')`

async function listProjectEntries(tx: Tx, keys: string[]): Promise<Entry[]> {
  const rows = await tx.$queryRaw<
    { slug: string; name: string; tagline: string; origin: string | null; spellings: string[]; body: string }[]
  >`
    select p.slug, p.name, p.tagline, o.name as origin,
      array(select spelling from project_alias a where a.project_id = p.id order by spelling) as spellings, ${proseOf('project', 'p.slug')} as body
    from project p left join organization o on o.id = p.origin_id where p.slug = any(${keys})`
  return rows.map(({ slug, name, tagline, origin, spellings, body }) => ({
    ...sameEverywhere('project', slug),
    path: `/projects/${slug}`,
    title: name,
    aliases: [slug, ...spellings],
    around: origin ? [origin] : [],
    summary: tagline,
    body,
    projects: [slug],
  }))
}

async function listOrganizationEntries(tx: Tx, keys: string[]): Promise<Entry[]> {
  const rows = await tx.$queryRaw<{ slug: string; name: string; summary: string | null; body: string }[]>`
    select o.slug, o.name, d.summary, ${proseOf('organization', 'o.slug')} as body
    from organization o left join document d on d.kind = 'organization' and d.locale = 'en' and d.group_slug = o.slug
    where o.slug = any(${keys})`
  return rows.map(({ slug, name, summary, body }) => ({
    ...sameEverywhere('organization', slug),
    path: `/organizations/${slug}`,
    title: name,
    around: [],
    summary: summary ?? '',
    body,
  }))
}

interface PersonRow {
  slug: string
  name: string
  affiliation: string | null
  bio: string | null
  city: string | null
  expertise: string[]
  projects: string[]
  /** When their first public role begins. */
  visibleFrom: Date
}

/**
 * Only who has a public role: whoever wrote or is named in what is listed, sponsors or maintains a project, speaks, or is
 * or was an ambassador. A person's own columns are for all: what they keep back stands elsewhere.
 */
async function listPersonEntries(tx: Tx, keys: string[]): Promise<Entry[]> {
  const rows = await tx.$queryRaw<PersonRow[]>`
    with latest as (select distinct on (event_id) schedule from release order by event_id, number desc),
    roles as (
      select a.person_id, d.visible_from from document_author a join document d on d.id = a.document_id
      where d.kind = 'article' and d.locale = 'en' and not d.unlisted
      union all select m.person_id, d.visible_from from document_person m join document d on d.id = m.document_id
      where d.kind = 'article' and d.locale = 'en' and not d.unlisted
      union all select person_id, 'epoch' from project_sponsor
      union all select person_id, 'epoch' from project_maintainer
      union all select person_id, 'epoch' from person_project where is_maintainer
      union all select person_id, case when is_past then 'epoch' else coalesce(starts_on, 'epoch') end from ambassador_term
      union all select p.id, 'epoch' from person p where p.slug = any(${keys}) and p.slug in (
        select speaker->>'slug' from latest, jsonb_array_elements(schedule->'slots') as slot,
          jsonb_array_elements(slot->'session'->'speakers') as speaker
        where slot->>'status' = 'confirmed' and slot->'session'->>'code' is not null)
    )
    select p.slug, p.name, p.affiliation, p.bio, p.city, p.expertise, r."visibleFrom",
      array(select o.slug from project_sponsor s join project o on o.id = s.project_id where s.person_id = p.id
        union select o.slug from project_maintainer m join project o on o.id = m.project_id where m.person_id = p.id
        union select o.slug from person_project j join project o on o.id = j.project_id where j.person_id = p.id) as projects
    from person p
    join lateral (select min(visible_from) as "visibleFrom" from roles where person_id = p.id) r on r."visibleFrom" is not null
    where p.slug = any(${keys})`
  return rows.map(({ slug, name, affiliation, bio, city, expertise, projects, visibleFrom }) => ({
    ...sameEverywhere('person', slug),
    path: `/people/${slug}`,
    title: name,
    around: [affiliation ?? '', city ?? '', ...expertise],
    summary: affiliation ?? '',
    body: bio ?? '',
    projects,
    visibleFrom,
  }))
}

function sameEverywhere(source: 'project' | 'organization' | 'person', key: string) {
  const nothing = { aliases: [], tags: [], projects: [], happenedOn: null, locale: null }
  return { source, key, kind: source, ...nothing, visibleFrom: ALWAYS }
}
