import { cache } from 'react'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { Article, type Category, type KeyFigure } from '../schema/front-matter'
import { dayOf, preferred, type Text, textOf, textSelect } from './texts'
import { isListed, isVisible, listedSql, untilNextText } from './visible'

/** An article as lists show it. `date` is null where the source states none. */
export interface ArticleLine {
  slug: string
  locale: string
  title: string
  summary: string
  date: string | null
  minutes: number
  pinned: boolean
  tags: string[]
  category: Category
  byline: string | null
  authors: { slug: string; name: string }[]
}

export const articleLine = {
  slug: true,
  locale: true,
  groupSlug: true,
  title: true,
  summary: true,
  publishedOn: true,
  minutes: true,
  pinned: true,
  tags: true,
  frontMatter: true,
  authors: { select: { person: { select: { slug: true, name: true } } }, orderBy: { position: 'asc' } },
} satisfies Prisma.DocumentSelect
type LineRow = Prisma.DocumentGetPayload<{ select: typeof articleLine }>

export function lineOf({ publishedOn, frontMatter, authors, groupSlug, ...row }: LineRow): ArticleLine {
  const { category, byline = null } = Article.parse(frontMatter)
  return { ...row, category, byline, date: dayOf(publishedOn), authors: authors.map(({ person }) => person) }
}

export interface ArticleFilter {
  /** In the first of these languages; in English too where both are given and only English has it. */
  locales: string[]
  tag?: string
  author?: string
  category?: Category | null
  /** Of what has no day, the year in which lists place it. */
  year?: number
}

const ON_A_PAGE = 20
/** What has no day takes its place by `sortAs`; the slug settles what is left, so that pages never overlap. */
export const newestFirst = [{ sortDate: 'desc' }, { slug: 'asc' }] satisfies Prisma.DocumentOrderByWithRelationInput[]

/** One page of articles, newest first (after what is pinned, where that is asked), and how many pages there are. */
export async function listArticles(
  filter: ArticleFilter,
  page = 1,
  { pinnedFirst = false } = {},
): Promise<{ items: ArticleLine[]; total: number; pages: number }> {
  touch('articles')
  await untilNextText()
  const where = { kind: 'article', ...isListed(), ...(await whereOf(filter)) } satisfies Prisma.DocumentWhereInput
  const [total, rows] = await Promise.all([
    db.document.count({ where }),
    db.document.findMany({
      where,
      select: articleLine,
      orderBy: pinnedFirst ? [{ pinned: 'desc' }, ...newestFirst] : newestFirst,
      skip: (page - 1) * ON_A_PAGE,
      take: ON_A_PAGE,
    }),
  ])
  return { items: rows.map(lineOf), total, pages: Math.max(1, Math.ceil(total / ON_A_PAGE)) }
}

async function whereOf({
  locales: [locale = 'en', other],
  tag,
  author,
  category,
  year,
}: ArticleFilter): Promise<Prisma.DocumentWhereInput> {
  const own: Prisma.DocumentWhereInput = { locale }
  const isMixed = other !== undefined && other !== locale
  return {
    ...(isMixed ? { OR: [own, { locale: other, groupSlug: { notIn: await listGroups(locale) } }] } : own),
    ...(tag ? { tags: { has: tag } } : {}),
    ...(author ? { authors: { some: { person: { slug: author } } } } : {}),
    ...(category ? { frontMatter: { path: ['category'], equals: category } } : {}),
    ...(year ? { sortDate: { gte: new Date(Date.UTC(year, 0)), lt: new Date(Date.UTC(year + 1, 0)) } } : {}),
  }
}

async function listGroups(locale: string): Promise<string[]> {
  const where = { kind: 'article', locale, ...isListed() } as const
  const rows = await db.document.findMany({ where, select: { groupSlug: true } })
  return rows.map(({ groupSlug }) => groupSlug)
}

/** Articles that exist in English alone, newest first: a Chinese list leads to them. */
export async function listUntranslated(locale: string, take: number): Promise<ArticleLine[]> {
  touch('articles')
  await untilNextText()
  const rows = await db.document.findMany({
    where: { kind: 'article', locale: 'en', ...isListed(), groupSlug: { notIn: await listGroups(locale) } },
    select: articleLine,
    orderBy: newestFirst,
    take,
  })
  return rows.map(lineOf)
}

/** Every tag of this language with the number of its articles, most used first. */
export async function listTags(locale: string): Promise<{ tag: string; count: number }[]> {
  touch('articles')
  await untilNextText()
  return db.$queryRaw`
    select tag, count(*)::int as count from document, unnest(tags) as tag
    where kind = 'article' and locale = ${locale} and ${listedSql()} group by tag order by count desc, tag`
}

/** The languages in which this tag has articles, each with the tag's path. */
export async function listTagLanguages(tag: string): Promise<Record<string, string>> {
  touch('articles')
  await untilNextText()
  const where = { kind: 'article', tags: { has: tag }, ...isListed() } as const
  const rows = await db.document.groupBy({ by: ['locale'], where })
  return Object.fromEntries(rows.map(({ locale }) => [locale, `/blog/tags/${tag}`]))
}

export interface ArticlePage extends Text {
  unlisted: boolean
  date: string | null
  minutes: number
  category: Category
  guest: boolean
  byline: string | null
  /** Without a slug it is a name alone, and has no other parts. */
  series: { slug: string | null; name: string } | null
  /** What was put right after publication, oldest first. */
  corrections: { on: string; text: string }[]
  originallyPublished: NonNullable<Article['originallyPublished']> | null
  tags: string[]
  figures: KeyFigure[]
  /** Orders the article among the moves of its projects; shown only where it is `date`. */
  sortDate: string
  authors: { slug: string; name: string; affiliation: { slug: string; name: string } | null }[]
  projects: { slug: string; name: string }[]
  organizations: { slug: string; name: string }[]
  events: string[]
  /** Addresses of this site that its words and its front matter lead to. */
  links: string[]
}

const named = { select: { slug: true, name: true } } as const

/** One article with everything that its page shows, or null. */
export const getArticle = cache(async (locale: string, slug: string): Promise<ArticlePage | null> => {
  touch(`article:${slug}`)
  await untilNextText()
  const row = await db.document.findUnique({
    where: { kind_locale_slug: { kind: 'article', locale, slug }, ...isVisible() },
    select: {
      ...textSelect,
      unlisted: true,
      links: true,
      publishedOn: true,
      sortDate: true,
      minutes: true,
      tags: true,
      authors: { select: { affiliation: true, person: named }, orderBy: { position: 'asc' } },
      projects: { select: { project: named } },
      organizations: { select: { organization: named } },
    },
  })
  if (!row) return null
  const data = Article.parse(row.frontMatter)
  const employers = await db.organization.findMany({
    where: { slug: { in: row.authors.flatMap(({ affiliation }) => affiliation ?? []) } },
    ...named,
  })
  return {
    ...textOf(row),
    unlisted: row.unlisted,
    date: dayOf(row.publishedOn),
    sortDate: dayOf(row.sortDate),
    minutes: row.minutes,
    tags: row.tags,
    category: data.category,
    guest: data.guest ?? false,
    byline: data.byline ?? null,
    series: data.seriesName ? { slug: data.series ?? null, name: data.seriesName } : null,
    corrections: (data.corrections ?? []).toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    originallyPublished: data.originallyPublished ?? null,
    figures: data.figures ?? [],
    authors: row.authors.map(({ person, affiliation }) => ({
      ...person,
      affiliation: employers.find(({ slug }) => slug === affiliation) ?? null,
    })),
    projects: row.projects.map(({ project }) => project).sort((a, b) => order(data.projects, a, b)),
    organizations: row.organizations.map(({ organization }) => organization),
    events: data.events,
    links: row.links,
  }
})

function order(slugs: string[], a: { slug: string }, b: { slug: string }): number {
  return slugs.indexOf(a.slug) - slugs.indexOf(b.slug)
}

/** Articles that name this project, organisation or person; see `about`. */
export async function listArticlesAbout(about: About, locales: string[]): Promise<ArticleLine[]> {
  const [[kind, slug] = ['', '']] = Object.entries(about)
  touch(`${kind}:${slug}`)
  await untilNextText()
  const rows = await db.document.findMany({
    where: { kind: 'article', locale: { in: locales }, ...isListed(), ...whereAbout(about) },
    select: articleLine,
    orderBy: newestFirst,
    take: 200,
  })
  return preferred(rows, locales).map(lineOf)
}

export type About = { project: string } | { organization: string } | { event: string }

function whereAbout(about: About): Prisma.DocumentWhereInput {
  if ('project' in about) return { projects: { some: { project: { slug: about.project } } } }
  if ('organization' in about) return { organizations: { some: { organization: { slug: about.organization } } } }
  return { events: { some: { eventSlug: about.event } } }
}
