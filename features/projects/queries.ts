import { cache } from 'react'
import { isListed, untilNextText } from '@/features/content/queries/visible'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import type { Move } from './rules'

const named = { select: { slug: true, name: true } } as const
const moves = {
  select: { level: true, effectiveOn: true, announcement: true },
  orderBy: { effectiveOn: 'asc' },
} satisfies Prisma.Project$movesArgs

export interface ProjectLine {
  slug: string
  name: string
  tagline: string
  moves: Move[]
  /** How many articles are about it. */
  articles: number
}

/** Every project, by name. */
export async function listProjects(): Promise<ProjectLine[]> {
  touch('projects', 'articles')
  await untilNextText()
  const rows = await db.project.findMany({
    select: {
      slug: true,
      name: true,
      tagline: true,
      moves,
      _count: { select: { documents: { where: { document: { kind: 'article', locale: 'en', ...isListed() } } } } },
    },
    orderBy: { name: 'asc' },
  })
  return rows.map(({ _count, ...row }) => ({ ...row, moves: row.moves.map(moveOf), articles: _count.documents }))
}

/** Names and moves of these projects: what a text that points at them shows. */
export async function listMovesOf(slugs: string[]): Promise<{ slug: string; name: string; moves: Move[] }[]> {
  touch(...slugs.map((slug) => `project:${slug}`))
  if (slugs.length === 0) return []
  const rows = await db.project.findMany({ where: { slug: { in: slugs } }, select: { slug: true, name: true, moves } })
  return rows.map((row) => ({ ...row, moves: row.moves.map(moveOf) }))
}

export interface ProjectPage {
  slug: string
  name: string
  tagline: string
  homepage: string | null
  repository: string | null
  origin: { slug: string; name: string } | null
  sponsors: { slug: string; name: string }[]
  moves: (Move & { article: { slug: string; title: string } | null })[]
}

/** One project with its log; a move that was announced knows its article. */
export const getProject = cache(async (slug: string): Promise<ProjectPage | null> => {
  touch(`project:${slug}`)
  const row = await db.project.findUnique({
    where: { slug },
    select: {
      slug: true,
      name: true,
      tagline: true,
      homepage: true,
      repository: true,
      origin: named,
      sponsors: { select: { person: named }, orderBy: { person: { name: 'asc' } } },
      moves,
    },
  })
  if (!row) return null
  const announced = row.moves.flatMap(({ announcement }) => announcement ?? [])
  touch(...announced.map((article) => `article:${article}`))
  await untilNextText()
  const articles = await db.document.findMany({
    where: { kind: 'article', locale: 'en', ...isListed(), slug: { in: announced } },
    select: { slug: true, title: true },
  })
  return {
    ...row,
    sponsors: row.sponsors.map(({ person }) => person),
    moves: row.moves.map((move) => ({
      ...moveOf(move),
      article: articles.find((article) => article.slug === move.announcement) ?? null,
    })),
  }
})

type MoveRow = Prisma.ProjectMoveGetPayload<typeof moves>

function moveOf({ level, effectiveOn, announcement }: MoveRow): Move {
  return { level, on: effectiveOn.toISOString().slice(0, 10), announcement }
}
