import { cache } from 'react'
import { isListed, untilNextText } from '@/features/content/queries/visible'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'

export interface OrganizationPage {
  slug: string
  name: string
  homepage: string | null
  country: string | null
  /** Projects that began here. */
  projects: { slug: string; name: string; tagline: string }[]
  /** People whom a text names as belonging here. */
  people: { slug: string; name: string }[]
}

export const getOrganization = cache(async (slug: string): Promise<OrganizationPage | null> => {
  touch(`organization:${slug}`)
  await untilNextText()
  const here = { some: { affiliation: slug, document: isListed() } }
  const [organization, people] = await Promise.all([
    db.organization.findUnique({
      where: { slug },
      select: {
        slug: true,
        name: true,
        homepage: true,
        country: true,
        projects: { select: { slug: true, name: true, tagline: true }, orderBy: { name: 'asc' } },
      },
    }),
    db.person.findMany({
      where: { OR: [{ authored: here }, { mentions: here }] },
      select: { slug: true, name: true },
      orderBy: { name: 'asc' },
      take: 500,
    }),
  ])
  return organization && { ...organization, people }
})

/** How many organisations the texts know. */
export function countOrganizations(): Promise<number> {
  touch('articles', 'case-studies', 'projects')
  return db.organization.count()
}
