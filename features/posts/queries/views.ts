import { z } from 'zod'
import { TREE_VERSION, type Tree, treeIn } from '@/features/content/schema/tree'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { isOut, stateOf } from '../rules/life'
import type { Answer, PostState } from '../schema'

/** What was wrong when the text was last read, in its own lines. */
const Finding = z.object({ line: z.number(), column: z.number(), message: z.string() })
export type Finding = z.infer<typeof Finding>

const named = { select: { id: true, slug: true, name: true } } as const

export const lineSelect = {
  id: true,
  title: true,
  locale: true,
  version: true,
  submittedAt: true,
  approvedAt: true,
  publishedAt: true,
  publishedVersion: true,
  unpublishedAt: true,
  updatedAt: true,
  slug: true,
  author: named,
  quotes: { where: { position: { not: null } }, select: { answer: true } },
} satisfies Prisma.GuestPostSelect
type LineRow = Prisma.GuestPostGetPayload<{ select: typeof lineSelect }>

export interface PostLine {
  id: string
  title: string
  locale: string
  state: PostState
  isOut: boolean
  slug: string | null
  author: { slug: string; name: string }
  quotes: (Answer | null)[]
  updatedAt: Date
  /** When readers have it, or will. */
  visibleFrom: Date | null
}

/** Rows with their state; when they come out is asked of the index, once for all. */
export async function linesOf(rows: LineRow[], now: Date): Promise<PostLine[]> {
  const moments = await momentsOf(rows.map(({ id }) => id))
  return rows.map(({ quotes, ...row }) => {
    const answers = quotes.map(({ answer }) => answer)
    const visibleFrom = moments.get(row.id) ?? null
    const { id, title, locale, slug, author, updatedAt } = row
    const state = stateOf({ ...row, answers, visibleFrom }, now)
    return { id, title, locale, slug, author, updatedAt, visibleFrom, state, isOut: isOut(row), quotes: answers }
  })
}

/** When guests' posts come out, by id. */
async function momentsOf(ids: string[]): Promise<Map<string, Date | null>> {
  const rows = await db.document.findMany({
    where: { file: { in: ids.map((id) => `guest/${id}`) } },
    select: { file: true, visibleFrom: true },
  })
  return new Map(rows.map(({ file, visibleFrom }) => [file.replace('guest/', ''), visibleFrom]))
}

export const pageSelect = {
  ...lineSelect,
  summary: true,
  text: true,
  brief: true,
  category: true,
  tags: true,
  projects: true,
  correction: true,
  tree: true,
  treeVersion: true,
  problems: true,
  quotes: { where: { position: { not: null } }, orderBy: { position: 'asc' } },
  moves: { orderBy: { id: 'desc' }, take: 200 },
} satisfies Prisma.GuestPostSelect
type PageRow = Prisma.GuestPostGetPayload<{ select: typeof pageSelect }>

export type PostPage = PostLine &
  Pick<PageRow, 'summary' | 'text' | 'brief' | 'version' | 'category' | 'tags' | 'projects' | 'correction'> & {
    /** The text as data; null where it could not be read, or was read by an older compiler. */
    tree: Tree | null
    problems: Finding[]
    asked: Omit<PageRow['quotes'][number], 'tokenHash' | 'postId' | 'id'>[]
    moves: { id: string; move: string; byName: string; at: Date; text: string }[]
  }

export async function pageOf(row: PageRow, now: Date): Promise<PostPage | null> {
  const [line] = await linesOf([row], now)
  if (!line) return null
  const { summary, text, brief, version, category, tags, projects, correction, quotes, moves } = row
  return {
    ...line,
    ...{ summary, text, brief, version, category, tags, projects, correction },
    tree: row.treeVersion === TREE_VERSION && row.tree !== null ? treeIn(row.tree) : null,
    problems: Finding.array().parse(row.problems),
    asked: quotes.map(({ tokenHash: _, postId: __, id: ___, ...quote }) => quote),
    moves: moves.map(({ id, move, byName, at, text }) => ({ id: String(id), move, byName, at, text })),
  }
}
