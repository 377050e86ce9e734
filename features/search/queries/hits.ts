import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import type { Match } from '../rules/tsquery'
import { type EntryKind, FACETS, type Facet, type FacetValue, type Filters, MOST_HITS, ON_A_PAGE } from '../schema'

export interface HitRow {
  kind: EntryKind
  locale: string | null
  path: string
  title: string
  summary: string
  body: string
  date: string | null
}

export interface Hits {
  total: number
  rows: HitRow[]
  facets: Record<Facet, FacetValue[]>
}

export interface Wanted {
  match: Match
  /** The question as a name. */
  name: string
  filters: Filters
  locale: string
  now: Date
  skip: number
  take: number
}

interface Row {
  total: number
  rows: HitRow[]
  facets: { facet: Facet; value: string; label: string | null; count: number }[]
}

/** One page of what matches, and for each facet how many of each value there are under the other filters. */
export async function findHits(wanted: Wanted): Promise<Hits> {
  const [, [found]] = await db.$transaction([db.$executeRaw(PLANNING), db.$queryRaw<Row[]>(hitsSql(wanted))])
  const { total, rows, facets } = found ?? { total: 0, rows: [], facets: [] }
  const of = (facet: Facet) => facets.filter((row) => row.facet === facet)
  const values = (facet: Facet) => of(facet).map(({ value, label, count }) => ({ value, label: label ?? value, count }))
  const [kind, language, project, year, tag] = FACETS
  return {
    total,
    rows,
    facets: {
      kind: values(kind),
      language: values(language),
      project: values(project),
      year: values(year),
      tag: values(tag),
    },
  }
}

/**
 * Reading every vector is the slowest way to find a word, but the planner does not see what it costs to unpack them; and
 * no question is worth compiling.
 */
export const PLANNING = Prisma.sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`

/** How much a kind counts beside how well it matches: who types a name wants the thing of that name. */
const WEIGHTS: Record<EntryKind, number> = {
  project: 0.3,
  event: 0.2,
  person: 0.15,
  organization: 0.15,
  'case-study': 0.1,
  article: 0.1,
  page: 0.1,
  talk: 0.05,
}

/** Of so many of the best by their titles the whole text is looked at for their order. */
const LOOKED_INTO = 60
const MOST_VALUES = 12

/** The whole search as one statement. Exported, so that a test can ask for its plan. */
export function hitsSql({ match, name, filters, locale, now, skip, take }: Wanted): Prisma.Sql {
  const column = match.inHeads ? Prisma.sql`e.head` : Prisma.sql`e.words`
  const any = Prisma.sql`${match.any}::tsquery`
  const called = Prisma.sql`(select unaccent(${name}::text))`
  return Prisma.sql`
    with hit as materialized (
      select e.id, e.kind, e.locale, e.projects, e.tags, e.path, e.happened_on, extract(year from e.happened_on)::int as year,
        ts_rank('{0.05, 0.2, 0.4, 1}', e.head, ${any}, 1) + ${kindWeight()}
          + case when strpos(e.called, ${called}) = 0 then 0
                 when strpos(e.called, '|' || ${called} || '|') > 0 then ${namedWeight()}
                 when strpos(e.called, ${called}) = 2 then 0.6 else 0.4 end
          + case when e.locale is null or e.locale = ${locale} then 0.4 else 0 end
          + case when e.happened_on is null then 0 else 0.1 / (1 + abs(${dayOf(now)}::date - e.happened_on) / 1000.0) end as score,
        ${fits(filters.kind, Prisma.sql`e.kind = ${filters.kind}`)} as in_kind,
        ${fits(filters.language, Prisma.sql`(e.locale is null or e.locale = ${filters.language})`)} as in_language,
        ${fits(filters.project, Prisma.sql`${filters.project} = any(e.projects)`)} as in_project,
        ${fits(filters.year, Prisma.sql`coalesce(extract(year from e.happened_on) = ${Number(filters.year)}, false)`)} as in_year,
        ${fits(filters.tag, Prisma.sql`${filters.tag} = any(e.tags)`)} as in_tag
      from search.entry e
      where ${column} @@ ${match.all}::tsquery and e.visible_from <= ${now} and ${isKnown}
    ),
    best as (
      select id, score, path, row_number() over () as place
      from (
        select id, score, path from hit where in_kind and in_language and in_project and in_year and in_tag
        order by score desc, happened_on desc nulls last, path limit ${MOST_HITS}
      ) as sorted
    ),
    page as (
      select e.kind, e.locale, e.path, e.title, e.summary, left(e.body, 30000) as body, e.happened_on::text as date, r.place
      from (
        select b.id, row_number() over (order by b.place > ${LOOKED_INTO}, b.score
          + case when b.place > ${LOOKED_INTO} then 0 else ts_rank(e.words, ${any}, 2) * 20 end desc, b.path) as place
        from best b join search.entry e on e.id = b.id order by place limit ${take} offset ${skip}
      ) r join search.entry e on e.id = r.id
    ),
    facet as (
      select 'kind' as facet, kind as value, count(*) from hit
        where in_language and in_project and in_year and in_tag group by kind
      union all
      select 'language', locale, count(*) from hit
        where in_kind and in_project and in_year and in_tag and locale is not null group by locale
      union all
      (select 'project', project, count(*) from (select unnest(projects) as project from hit
        where in_kind and in_language and in_year and in_tag) as named group by project order by 3 desc, 2 limit ${MOST_VALUES})
      union all
      (select 'year', year::text, count(*) from hit
        where in_kind and in_language and in_project and in_tag and year is not null group by year order by 3 desc, 2 limit ${MOST_VALUES})
      union all
      (select 'tag', tag, count(*) from (select unnest(tags) as tag from hit
        where in_kind and in_language and in_project and in_year) as tagged group by tag order by 3 desc, 2 limit ${MOST_VALUES})
    )
    select (select count(*)::int from hit where in_kind and in_language and in_project and in_year and in_tag) as total,
      coalesce((select json_agg(p order by p.place) from page p), '[]') as rows,
      coalesce((select json_agg(json_build_object('facet', f.facet, 'value', f.value, 'label', p.name, 'count', f.count)
        order by f.count desc, f.value) from facet f left join project p on f.facet = 'project' and p.slug = f.value), '[]') as facets`
}

/** What has been written since it was indexed is not shown; mostly nothing has, which is asked once and not for each. */
const isKnown = Prisma.sql`(not exists (select from search.stale where hides)
  or not exists (select from search.stale s where s.hides and s.source = e.source and s.source_key = e.source_key))`

function kindWeight(): Prisma.Sql {
  const cases = Object.entries(WEIGHTS).map(([kind, weight]) => Prisma.sql`when ${kind} then ${weight}::float8`)
  return Prisma.sql`case e.kind ${Prisma.join(cases, ' ')} else 0 end`
}

/** A project comes before an event or a text of the same name. */
function namedWeight(): Prisma.Sql {
  return Prisma.sql`case when e.locale is null then case e.kind when 'project' then 4 else 3 end else 1 end`
}

function fits(value: string | undefined, condition: Prisma.Sql): Prisma.Sql {
  return value === undefined ? Prisma.sql`true` : condition
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)

export const pageBounds = (page: number) => ({ skip: (page - 1) * ON_A_PAGE, take: ON_A_PAGE })
