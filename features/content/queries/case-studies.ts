import { cache } from 'react'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { CaseStudy } from '../schema/front-matter'
import { dayOf, preferred, type Text, textOf, textSelect } from './texts'
import { isListed, isVisible, untilNextText } from './visible'

export interface CaseStudyLine {
  slug: string
  locale: string
  title: string
  summary: string
  industry: string
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

/** Case studies, newest first, each in the first of these languages that it has; those about one project or of one organisation where that is asked. */
export async function listCaseStudies(
  locales: string[],
  about: { project?: string; organization?: string } = {},
): Promise<CaseStudyLine[]> {
  touch('case-studies')
  await untilNextText()
  const { project, organization } = about
  const rows = await db.document.findMany({
    where: {
      kind: 'case_study',
      locale: { in: locales },
      ...isListed(),
      ...(project ? { projects: { some: { project: { slug: project } } } } : {}),
      ...(organization ? { organizations: { some: { organization: { slug: organization } } } } : {}),
    },
    select: lineSelect,
    orderBy: [{ sortDate: 'desc' }, { slug: 'asc' }],
    take: 500,
  })
  return preferred(rows, locales).map(lineOf)
}

function lineOf({
  frontMatter,
  projects,
  organizations,
  ...row
}: Prisma.DocumentGetPayload<{ select: typeof lineSelect }>): CaseStudyLine {
  const { industry, figures } = CaseStudy.parse(frontMatter)
  return {
    ...row,
    industry,
    figures,
    organization: organizations[0]?.organization ?? null,
    projects: projects.map(({ project }) => project),
  }
}

export type CaseStudyPage = Text &
  CaseStudyLine &
  Pick<CaseStudy, 'challenge' | 'country' | 'size' | 'cloud'> & { date: string | null; unlisted: boolean }

export const getCaseStudy = cache(async (locale: string, slug: string): Promise<CaseStudyPage | null> => {
  touch(`case-study:${slug}`)
  await untilNextText()
  const row = await db.document.findUnique({
    where: { kind_locale_slug: { kind: 'case_study', locale, slug }, ...isVisible() },
    select: { ...textSelect, ...lineSelect, unlisted: true, publishedOn: true },
  })
  if (!row) return null
  const { challenge, country, size, cloud } = CaseStudy.parse(row.frontMatter)
  const [{ unlisted }, date] = [row, dayOf(row.publishedOn)]
  return { ...textOf(row), ...lineOf(row), challenge, country, size, cloud, date, unlisted }
})
