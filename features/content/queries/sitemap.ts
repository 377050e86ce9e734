import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import type { SitePlace } from '../formats/sitemap'
import { OVERVIEWS } from '../schema/addresses'
import { pathOf } from '../schema/kinds'
import { listedSql, untilNextText } from './visible'

const both = (path: string): SitePlace => ({ languages: { en: path, zh: path } })

/** Every page that search engines may name, each with the languages that it exists in. */
export async function listSitePlaces(): Promise<SitePlace[]> {
  touch('articles', 'case-studies', 'projects', 'people', 'organizations', 'events', 'content')
  await untilNextText()
  const [texts, tags, years, things, sessions] = await Promise.all([
    listTexts(),
    listTags(),
    listYears(),
    listThings(),
    listSessions(),
  ])
  return [...OVERVIEWS.map(both), ...texts, ...tags, ...years, ...things.map(both), ...sessions.map(both)]
}

async function listTexts(): Promise<SitePlace[]> {
  const rows = await db.$queryRaw<
    {
      kind: 'article' | 'case-study' | 'page'
      languages: Record<string, string>
      modified: string | null
      pictures: string[]
    }[]
  >`
    select kind::text, json_object_agg(locale, slug order by locale) as languages,
      max(greatest(published_on::text, corrections->-1->>'on')) as modified,
      (select coalesce(json_agg(distinct picture), '[]') from document own,
        jsonb_path_query(own.tree, 'lax $.** ? (@.is == "image").src') as picture
        where own.id = any(array_agg(d.id))) as pictures
    from document d
    where kind in ('article', 'case-study', 'page') and ${listedSql('d')}
    group by kind, group_slug order by max(sort_date) desc, group_slug`
  return rows.map(({ kind, languages, ...row }) => ({
    ...row,
    languages: Object.fromEntries(Object.entries(languages).map(([locale, slug]) => [locale, pathOf(kind, slug)])),
  }))
}

async function listTags(): Promise<SitePlace[]> {
  const rows = await db.$queryRaw<{ tag: string; locales: string[] }[]>`
    select tag, array_agg(distinct locale order by locale) as locales from document, unnest(tags) as tag
    where kind = 'article' and ${listedSql()} group by tag order by tag`
  return rows.map(({ tag, locales }) => ({
    languages: Object.fromEntries(locales.map((locale) => [locale, `/blog/tags/${tag}`])),
  }))
}

async function listYears(): Promise<SitePlace[]> {
  const rows = await db.$queryRaw<{ year: number; locales: string[] }[]>`
    select extract(year from sort_date)::int as year, array_agg(distinct locale order by locale) as locales
    from document where kind = 'article' and ${listedSql()} group by year order by year desc`
  return rows.map(({ year, locales }) => ({
    languages: Object.fromEntries(locales.map((locale) => [locale, `/blog/archive/${year}`])),
  }))
}

/** Projects, organisations, authors, people and events. Of people only those whom a page names in public. */
async function listThings(): Promise<string[]> {
  const rows = await db.$queryRaw<{ path: string }[]>`
    with texts as (select id from document where kind = 'article' and ${listedSql()}),
    authors as (select distinct person_id from document_author where document_id in (select id from texts)),
    latest as (select distinct on (event_id) event_id, schedule from release order by event_id, number desc),
    speakers as (
      select distinct speaker->>'slug' as slug from latest, jsonb_array_elements(schedule->'slots') as slot,
        jsonb_array_elements(slot->'session'->'speakers') as speaker where slot->>'status' = 'confirmed')
    select '/projects/' || slug as path from project
    union all select '/organizations/' || slug from organization
    union all select '/blog/authors/' || slug from person where id in (select person_id from authors)
    union all select '/people/' || slug from person p where id in (
      select person_id from authors
      union select person_id from document_person where document_id in (select id from texts)
      union select person_id from project_sponsor union select person_id from project_maintainer) or slug in (select slug from speakers)
    union all select '/events/' || slug from event
    union all select '/events/' || e.slug || '/cfp' from event e where exists (select from call c where c.event_id = e.id)
    union all select '/events/' || e.slug || page from event e join latest on latest.event_id = e.id,
      unnest(array['/schedule', '/speakers']) as page
    order by path`
  return rows.map(({ path }) => path)
}

async function listSessions(): Promise<string[]> {
  const rows = await db.$queryRaw<{ path: string }[]>`
    with latest as (select distinct on (event_id) event_id, schedule from release order by event_id, number desc)
    select distinct '/events/' || e.slug || '/sessions/' || (slot->'session'->>'code') as path
    from latest join event e on e.id = latest.event_id, jsonb_array_elements(schedule->'slots') as slot
    where slot->>'status' = 'confirmed' and slot->'session'->>'code' is not null order by path`
  return rows.map(({ path }) => path)
}
