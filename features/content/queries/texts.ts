import { cache } from 'react'
import type { Prisma } from '@/generated/prisma/client'
import type { DocumentKind } from '@/generated/prisma/enums'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { type Kind, pathOf } from '../schema/kinds'
import { contentsIn, type Heading, type Tree, treeIn } from '../schema/tree'
import { isListed, isVisible, untilNextText } from './visible'

/** What every text has: its words as data, and where it is in other languages. */
export interface Text {
  slug: string
  locale: string
  groupSlug: string
  title: string
  summary: string
  tree: Tree
  contents: Heading[]
}

export const textSelect = {
  slug: true,
  locale: true,
  groupSlug: true,
  title: true,
  summary: true,
  tree: true,
  contents: true,
  frontMatter: true,
} satisfies Prisma.DocumentSelect
type TextRow = Prisma.DocumentGetPayload<{ select: typeof textSelect }>

export function textOf({ slug, locale, groupSlug, title, summary, tree, contents }: TextRow): Text {
  return { slug, locale, groupSlug, title, summary, tree: treeIn(tree), contents: contentsIn(contents) }
}

const STORED = {
  article: 'article',
  'case-study': 'case_study',
  project: 'project',
  organization: 'organization',
  page: 'page',
} as const
export const storedKind = (kind: Kind) => STORED[kind]
/** The other way round: what the database calls a kind. */
export const kindOf = (stored: DocumentKind): Kind => (stored === 'case_study' ? 'case-study' : stored)

/** One text and its front matter, which the caller's schema reads; null where there is none in this language. */
export const getText = cache(
  async (kind: Kind, locale: string, slug: string): Promise<(Text & { frontMatter: unknown }) | null> => {
    touch(`${kind}:${slug}`)
    await untilNextText()
    const row = await db.document.findUnique({
      where: { kind_locale_slug: { kind: storedKind(kind), locale, slug }, ...isVisible() },
      select: textSelect,
    })
    return row && { ...textOf(row), frontMatter: row.frontMatter }
  },
)

/**
 * The paths of one text in the languages that it exists in, without their prefixes: `{ en: '/blog/some' }`. One that is
 * unlisted is named to readers of an unlisted one alone.
 */
export const listTranslations = cache(
  async (kind: Kind, groupSlug: string, isUnlisted = false): Promise<Record<string, string>> => {
    touch(`${kind}:${groupSlug}`)
    await untilNextText()
    const rows = await db.document.findMany({
      where: { kind: storedKind(kind), groupSlug, ...(isUnlisted ? isVisible() : isListed()) },
      select: { locale: true, slug: true },
    })
    return Object.fromEntries(rows.map(({ locale, slug }) => [locale, pathOf(kind, slug)]))
  },
)

/** Where a text lives whose slug of another language was asked for, or null. */
export async function findByOtherSlug(kind: Kind, locale: string, slug: string): Promise<string | null> {
  touch(`${kind}:${slug}`)
  await untilNextText()
  const other = await db.document.findFirst({
    where: { kind: storedKind(kind), slug, ...isVisible() },
    select: { groupSlug: true },
  })
  if (!other) return null
  const own = await db.document.findUnique({
    where: {
      kind_groupSlug_locale: { kind: storedKind(kind), groupSlug: other.groupSlug, locale },
      ...isVisible(),
    },
    select: { slug: true },
  })
  return own && own.slug !== slug ? pathOf(kind, own.slug) : null
}

export function dayOf(date: Date): string
export function dayOf(date: Date | null): string | null
export function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}

/** Of the languages of one text, the first that the reader would take. */
export function preferred<T extends { groupSlug: string; locale: string }>(rows: T[], locales: string[]): T[] {
  const rank = ({ locale }: T) => locales.indexOf(locale)
  return rows.filter((row) => !rows.some((other) => other.groupSlug === row.groupSlug && rank(other) < rank(row)))
}

/** How many texts there are, each counted once, whatever its languages. */
export async function countTexts(): Promise<{ articles: number; caseStudies: number }> {
  touch('articles', 'case-studies')
  await untilNextText()
  const rows = await db.document.groupBy({ by: ['kind'], where: { locale: 'en', ...isListed() }, _count: true })
  const count = (kind: string) => rows.find((row) => row.kind === kind)?._count ?? 0
  return { articles: count('article'), caseStudies: count('case_study') }
}
