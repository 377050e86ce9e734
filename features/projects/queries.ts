import { cache } from 'react'
import { isListed, listedSql, untilNextText } from '@/features/content/queries/visible'
import type { Prisma, ProjectMove } from '@/generated/prisma/client'
import type { MoveOrigin } from '@/generated/prisma/enums'
import { db } from '@/lib/db'
import { freshUntil, touch } from '@/lib/front/tags'
import type { Move } from './rules'
import { ProjectDetails, type ProjectFacts } from './schema'

const named = { select: { slug: true, name: true } } as const
const moves = {
  select: { level: true, effectiveOn: true, announcement: true },
  orderBy: [{ effectiveOn: 'asc' }, { level: 'asc' }],
} satisfies Prisma.Project$movesArgs

const FACTS = {
  ...{ slug: true, name: true, tagline: true, homepage: true, repository: true, category: true, subcategory: true },
} satisfies Prisma.ProjectSelect

export interface ProjectLine extends ProjectFacts {
  slug: string
  moves: Move[]
  /** Other ways to write its name. */
  aliases: string[]
  /** How many articles are about it. */
  articles: number
}

/** Every project, by name. Levels and ages are those of a day: the answer is old when the next one begins (UTC). */
export async function listProjects(): Promise<ProjectLine[]> {
  touch('projects', 'articles')
  freshUntil(tomorrow())
  await untilNextText()
  const rows = await db.project.findMany({
    select: {
      ...FACTS,
      moves,
      aliases: { select: { spelling: true }, orderBy: { key: 'asc' } },
      _count: { select: { documents: { where: { document: { kind: 'article', locale: 'en', ...isListed() } } } } },
    },
    orderBy: { name: 'asc' },
  })
  return rows.map(({ _count, aliases, ...row }) => ({
    ...row,
    moves: row.moves.map(moveOf),
    aliases: aliases.map(({ spelling }) => spelling),
    articles: _count.documents,
  }))
}

/**
 * How much is on record of each project for each year, by slug: moves, audits, annual reviews, and articles and case
 * studies that are listed. In one query, however many projects there are.
 */
export async function listActivity(): Promise<Map<string, Map<number, number>>> {
  touch('projects', 'articles', 'case-studies')
  const rows = await db.$queryRaw<{ slug: string; year: number; count: number }[]>`
    with record as (
      select project_id as id, effective_on as day from project_move
      union all
      select p.id, (entry->>'date')::date from project p,
        jsonb_array_elements(coalesce(p.details->'audits', '[]') || coalesce(p.details->'reviews', '[]')) as entry
      union all
      select j.project_id, d.sort_date from document_project j join document d on d.id = j.document_id
      where d.kind in ('article', 'case-study') and d.locale = 'en' and ${listedSql('d')}
    )
    select p.slug, extract(year from day)::int as year, count(*)::int as count
    from record join project p using (id) group by p.slug, year`
  const activity = new Map<string, Map<number, number>>()
  for (const { slug, year, count } of rows) {
    activity.set(slug, (activity.get(slug) ?? new Map<number, number>()).set(year, count))
  }
  return activity
}

function tomorrow(): Date {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1))
}

/** Names and moves of these projects: what a text that points at them shows. */
export async function listMovesOf(slugs: string[]): Promise<{ slug: string; name: string; moves: Move[] }[]> {
  touch(...slugs.map((slug) => `project:${slug}`))
  if (slugs.length === 0) return []
  const rows = await db.project.findMany({ where: { slug: { in: slugs } }, select: { slug: true, name: true, moves } })
  return rows.map((row) => ({ ...row, moves: row.moves.map(moveOf) }))
}

export interface LoggedMove extends Move {
  /** The moment at which this was entered into the log, as an ISO time. */
  recordedAt: string
  origin: MoveOrigin
  sponsors: { slug: string; name: string }[]
  article: { slug: string; title: string } | null
}

export interface ProjectPage extends ProjectFacts {
  id: string
  slug: string
  details: ProjectDetails
  origin: { slug: string; name: string } | null
  sponsors: { slug: string; name: string }[]
  maintainers: { slug: string; name: string; affiliation: string | null }[]
  aliases: string[]
  moves: LoggedMove[]
}

const pageSelect = {
  ...{ id: true, ...FACTS, details: true, origin: named },
  sponsors: { select: { levels: true, person: named }, orderBy: { person: { name: 'asc' } } },
  maintainers: { select: { affiliation: true, person: named }, orderBy: { person: { name: 'asc' } } },
  people: { where: { isMaintainer: true }, select: { person: named }, orderBy: { person: { name: 'asc' } } },
  aliases: { select: { spelling: true, origin: true }, orderBy: { key: 'asc' } },
  moves: { ...moves, select: { ...moves.select, recordedAt: true, origin: true } },
} satisfies Prisma.ProjectSelect

/** One project with its log; a move that was announced knows its article. */
export const getProject = cache(async (slug: string): Promise<ProjectPage | null> => {
  touch(`project:${slug}`)
  const row = await db.project.findUnique({ where: { slug }, select: pageSelect })
  if (!row) return null
  freshUntil(tomorrow())
  const announced = row.moves.flatMap(({ announcement }) => announcement ?? [])
  touch(...announced.map((article) => `article:${article}`))
  await untilNextText()
  const articles = await db.document.findMany({
    where: { kind: 'article', locale: 'en', ...isListed(), slug: { in: announced } },
    select: { slug: true, title: true },
  })
  const told = new Set(row.maintainers.map(({ person }) => person.slug))
  const affiliations = await listNamesOf(row.maintainers.flatMap(({ affiliation }) => affiliation ?? []))
  return {
    ...row,
    ...{ details: ProjectDetails.parse(row.details), sponsors: row.sponsors.map(({ person }) => person) },
    // By its own text, then by the word of staff.
    maintainers: [
      ...row.maintainers.map(({ person, affiliation }) => ({
        ...person,
        affiliation: affiliation && (affiliations.get(affiliation) ?? null),
      })),
      ...row.people.flatMap(({ person }) => (told.has(person.slug) ? [] : [{ ...person, affiliation: null }])),
    ],
    // What its own texts call it; what the landscape's slugs are is no word to look for.
    aliases: row.aliases.flatMap(({ spelling, origin }) => (origin === 'content' ? [spelling] : [])),
    moves: row.moves.map((move) => ({
      ...moveOf(move),
      ...{ recordedAt: move.recordedAt.toISOString(), origin: move.origin },
      sponsors: row.sponsors.flatMap(({ levels, person }) => (levels.includes(move.level) ? [person] : [])),
      article: articles.find((article) => article.slug === move.announcement) ?? null,
    })),
  }
})

async function listNamesOf(organizations: string[]): Promise<Map<string, string>> {
  if (organizations.length === 0) return new Map()
  const rows = await db.organization.findMany({ where: { slug: { in: organizations } }, ...named })
  return new Map(rows.map(({ slug, name }) => [slug, name]))
}

type MoveRow = Pick<ProjectMove, 'level' | 'effectiveOn' | 'announcement'>

function moveOf({ level, effectiveOn, announcement }: MoveRow): Move {
  return { level, on: effectiveOn.toISOString().slice(0, 10), announcement }
}
