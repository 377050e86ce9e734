import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import type { FeedText } from '../formats/article-item'
import { Article } from '../schema/front-matter'
import { dayOf, preferred, textOf, textSelect } from './texts'
import { isListed, isVisible, untilNextText } from './visible'

export type FeedScope = { tag: string } | { author: string } | { project: string } | Record<string, never>

/** The newest in a feed. Readers keep what they have seen, so that older ones need not stay. */
export const IN_A_FEED = 50

/** The newest articles that lists may name, each in the first of these languages that it has. */
export async function listFeedTexts(locales: string[], scope: FeedScope = {}): Promise<FeedText[]> {
  touch('articles')
  await untilNextText()
  const rows = await db.document.findMany({
    where: { kind: 'article', locale: { in: locales }, ...isListed(), ...whereIn(scope) },
    select: feedSelect,
    orderBy: [{ sortDate: 'desc' }, { slug: 'asc' }],
    take: IN_A_FEED * locales.length,
  })
  const texts = preferred(rows, locales).slice(0, IN_A_FEED)
  touch(...texts.map(({ slug }) => `article:${slug}`))
  return texts.map(feedTextOf)
}

const feedSelect = {
  ...textSelect,
  publishedOn: true,
  sortDate: true,
  visibleFrom: true,
  tags: true,
  authors: { select: { person: { select: { slug: true, name: true } } }, orderBy: { position: 'asc' } },
} satisfies Prisma.DocumentSelect

function feedTextOf(row: Prisma.DocumentGetPayload<{ select: typeof feedSelect }>): FeedText {
  const { figures = [], byline = null, originallyPublished = null, ...data } = Article.parse(row.frontMatter)
  const isDated = row.publishedOn !== null || data.publishAt !== undefined
  return {
    ...textOf(row),
    day: dayOf(row.publishedOn),
    published: isDated ? row.visibleFrom : null,
    ordered: row.sortDate,
    corrections: (data.corrections ?? []).toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    tags: row.tags,
    authors: row.authors.map(({ person }) => person),
    figures,
    byline,
    originallyPublished,
  }
}

function whereIn(scope: FeedScope): Prisma.DocumentWhereInput {
  if ('tag' in scope) return { tags: { has: scope.tag } }
  if ('author' in scope) return { authors: { some: { person: { slug: scope.author } } } }
  if ('project' in scope) return { projects: { some: { project: { slug: scope.project } } } }
  return {}
}

/** One article that readers may see, listed or not; null where there is none. */
export async function getFeedText(locale: string, slug: string): Promise<FeedText | null> {
  touch(`article:${slug}`)
  await untilNextText()
  const where = { kind_locale_slug: { kind: 'article', locale, slug }, ...isVisible() } as const
  const row = await db.document.findUnique({ where, select: feedSelect })
  return row && feedTextOf(row)
}
