import { cache } from 'react'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { headingId } from '../rules'
import { type Part, partsOf } from '../rules/case-studies'
import { CaseStudy, type Challenge } from '../schema/front-matter'
import { dayOf, preferred, type Text, textOf, textSelect } from './texts'
import { isListed, isVisible, untilNextText } from './visible'

export interface CaseStudyLine {
  slug: string
  locale: string
  title: string
  summary: string
  industry: string
  /** The same in every language: what addresses call the industry. */
  industryKey: string
  country: string | null
  challenges: readonly Challenge[]
  impact: string | null
  organization: { slug: string; name: string } | null
  projects: { slug: string; name: string }[]
  figures: CaseStudy['figures']
}

const named = { select: { slug: true, name: true } } as const
const lineSelect = {
  slug: true,
  locale: true,
  groupSlug: true,
  title: true,
  summary: true,
  frontMatter: true,
  projects: { select: { project: named } },
  organizations: { select: { organization: named } },
} satisfies Prisma.DocumentSelect
type LineRow = Prisma.DocumentGetPayload<{ select: typeof lineSelect }>

/** Case studies, newest first, each in the first of these languages that it has; those about one project or of one organisation where that is asked. */
export async function listCaseStudies(
  locales: string[],
  about: { project?: string; organization?: string } = {},
): Promise<CaseStudyLine[]> {
  touch('case-studies')
  const { project, organization } = about
  const [rows] = await Promise.all([
    db.document.findMany({
      where: {
        kind: 'case_study',
        locale: { in: locales },
        ...isListed(),
        ...(project ? { projects: { some: { project: { slug: project } } } } : {}),
        ...(organization ? { organizations: { some: { organization: { slug: organization } } } } : {}),
      },
      select: lineSelect,
      orderBy: [{ sortDate: 'desc' }, { slug: 'asc' }],
      take: 1_000,
    }),
    untilNextText(),
  ])
  const originals = new Map(rows.filter(({ locale }) => locale === 'en').map((row) => [row.groupSlug, row]))
  return preferred(rows, locales).map((row) => lineOf(row, originals.get(row.groupSlug)))
}

function lineOf({ frontMatter, projects, organizations, ...row }: LineRow, original?: LineRow): CaseStudyLine {
  const { industry, country = null, challenges = [], impact = null, figures } = CaseStudy.parse(frontMatter)
  return {
    ...row,
    industry,
    industryKey: headingId(original ? CaseStudy.parse(original.frontMatter).industry : industry),
    country,
    challenges,
    impact,
    figures,
    organization: organizations[0]?.organization ?? null,
    projects: projects.map(({ project }) => project),
  }
}

export type CaseStudyPage = Text &
  CaseStudyLine &
  Pick<CaseStudy, 'size' | 'cloud'> & {
    date: string | null
    unlisted: boolean
    parts: { part: Part; sentence: string; id: string | null }[]
  }

export const getCaseStudy = cache(async (locale: string, slug: string): Promise<CaseStudyPage | null> => {
  touch(`case-study:${slug}`)
  const [row] = await Promise.all([
    db.document.findFirst({
      where: { kind: 'case_study', locale, slug, ...isVisible() },
      select: { ...textSelect, ...lineSelect, unlisted: true, publishedOn: true },
    }),
    untilNextText(),
  ])
  if (!row) return null
  const data = CaseStudy.parse(row.frontMatter)
  const { size, cloud } = data
  const text = textOf(row)
  const original = locale === 'en' ? row : await originalOf(row.groupSlug)
  return {
    ...text,
    ...lineOf(row, original),
    size,
    cloud,
    unlisted: row.unlisted,
    date: dayOf(row.publishedOn),
    parts: partsOf(data, text.contents),
  }
})

async function originalOf(groupSlug: string): Promise<LineRow | undefined> {
  const row = await db.document.findFirst({
    where: { kind: 'case_study', locale: 'en', groupSlug, ...isVisible() },
    select: lineSelect,
  })
  return row ?? undefined
}
