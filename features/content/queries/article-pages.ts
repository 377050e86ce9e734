import type { Prisma } from '@/generated/prisma/client'
import { cutPage, openCursor } from '@/lib/cursor'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { type ArticleLine, articleLine, lineOf } from './articles'
import { dayOf } from './texts'
import { isListed, untilNextText } from './visible'

interface PageFilter {
  locale: string
  tag?: string | undefined
  after?: string | undefined
  limit: number
}

/** A page of one language's articles, newest first, and the cursor of the next, which no new article disturbs. */
export async function listArticlesAfter({
  locale,
  tag,
  after,
  limit,
}: PageFilter): Promise<{ items: ArticleLine[]; next: string | null }> {
  touch('articles')
  await untilNextText()
  const place = after ? openCursor(after) : null
  const about = { ...(tag ? { tags: { has: tag } } : {}), ...(place ? behind(place) : {}) }
  const rows = await db.document.findMany({
    where: { kind: 'article', locale, ...isListed(), ...about },
    select: { ...articleLine, sortDate: true },
    orderBy: [{ sortDate: 'desc' }, { slug: 'asc' }],
    take: limit + 1,
  })
  const { items, next } = cutPage(rows, limit, ({ sortDate, slug }) => [dayOf(sortDate), slug])
  return { items: items.map(({ sortDate: _, ...row }) => lineOf(row)), next }
}

function behind([day, slug]: readonly [string, string]): Prisma.DocumentWhereInput {
  const sortDate = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(sortDate.getTime())) return {}
  return { OR: [{ sortDate: { lt: sortDate } }, { sortDate, slug: { gt: slug } }] }
}
