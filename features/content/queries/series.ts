import { cache } from 'react'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { type ArticlePage, newestFirst } from './articles'
import { dayOf, preferred } from './texts'
import { isListed, untilNextText } from './visible'

/** An article as a step to another: `locale` is the language that it leads to. */
export interface Step {
  slug: string
  locale: string
  title: string
}
export interface Part extends Step {
  groupSlug: string
  date: string | null
  /** Where lists place it: `date`, or the day that orders what has none. */
  sortDate: string
}
export interface Series {
  name: string
  /** All of them, oldest first, each in the reader's language where it exists in it. */
  parts: Part[]
  /** Which of them this article is, from 1; null for one that is unlisted. */
  position: number | null
}

const stepSelect = { slug: true, locale: true, title: true } as const

/** The series that an article is part of, or null; one part alone is none yet. */
export const getSeries = cache(async ({ series, groupSlug, locale }: ArticlePage): Promise<Series | null> => {
  if (!series?.slug) return null
  touch('article-lines')
  await untilNextText()
  const locales = [...new Set([locale, 'en'])]
  const rows = await db.document.findMany({
    where: { kind: 'article', series: series.slug, locale: { in: locales }, ...isListed() },
    select: { ...stepSelect, groupSlug: true, publishedOn: true, sortDate: true },
    orderBy: [{ sortDate: 'asc' }, { groupSlug: 'asc' }],
  })
  const parts = preferred(rows, locales).map(({ publishedOn, sortDate, ...part }) => ({
    ...part,
    date: dayOf(publishedOn),
    sortDate: dayOf(sortDate),
  }))
  const at = parts.findIndex((part) => part.groupSlug === groupSlug)
  return parts.length > (at < 0 ? 0 : 1) ? { name: series.name, parts, position: at < 0 ? null : at + 1 } : null
})

export interface Neighbours {
  earlier: (Step & { inSeries: boolean }) | null
  later: (Step & { inSeries: boolean }) | null
}

/** What came before and after: in the series where there is such a part, else in time, in the same language. */
export async function listNeighbours(article: ArticlePage, series: Series | null): Promise<Neighbours> {
  touch('article-lines')
  await untilNextText()
  const { locale, slug } = article
  const sortDate = new Date(article.sortDate)
  const others = { kind: 'article', locale, ...isListed() } as const
  const [before, after] = await Promise.all([
    db.document.findFirst({
      where: { ...others, OR: [{ sortDate: { lt: sortDate } }, { sortDate, slug: { gt: slug } }] },
      select: stepSelect,
      orderBy: newestFirst,
    }),
    db.document.findFirst({
      where: { ...others, OR: [{ sortDate: { gt: sortDate } }, { sortDate, slug: { lt: slug } }] },
      select: stepSelect,
      orderBy: [{ sortDate: 'asc' }, { slug: 'desc' }],
    }),
  ])
  const part = (offset: number) => (series?.position ? series.parts[series.position - 1 + offset] : undefined)
  const [previous, next] = [part(-1), part(1)]
  return {
    earlier: previous ? stepTo(previous, true) : before && stepTo(before, false),
    later: next ? stepTo(next, true) : after && stepTo(after, false),
  }
}

function stepTo({ slug, locale, title }: Step, inSeries: boolean): Step & { inSeries: boolean } {
  return { slug, locale, title, inSeries }
}
