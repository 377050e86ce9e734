import { cache } from 'react'
import { isListed, untilNextText } from '@/features/content/queries/visible'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'

/** One organisation in every role that it has here. */
export interface OrganizationPage {
  slug: string
  name: string
  homepage: string | null
  country: string | null
  /** Of the foundation: `platinum`, `gold`, `silver`, `end-user`, `academic` or `nonprofit`, with the day of joining. */
  member: { tier: string; since: string } | null
  /** Projects that began here. */
  projects: Named[]
  /** Projects that its case studies show in use. */
  adopted: Named[]
  /** People whom a text names as belonging here. */
  people: Named[]
  talks: OrganizationTalk[]
}
interface Named {
  slug: string
  name: string
}
/** A confirmed session of a released schedule whose speaker was announced with this organisation. */
export interface OrganizationTalk {
  code: string
  title: string
  event: string
  eventName: string
  speakers: string[]
}

const named = { select: { slug: true, name: true }, orderBy: { name: 'asc' } } as const

export const getOrganization = cache(async (slug: string): Promise<OrganizationPage | null> => {
  touch(`organization:${slug}`)
  await untilNextText()
  const organization = await db.organization.findUnique({
    where: { slug },
    select: {
      slug: true,
      name: true,
      homepage: true,
      country: true,
      memberTier: true,
      memberSince: true,
      projects: named,
    },
  })
  if (!organization) return null
  const { memberTier, memberSince, ...row } = organization
  const [people, adopted, talks] = await Promise.all([listPeople(slug), listAdopted(slug), listTalks(row.name)])
  const member = memberTier && memberSince ? { tier: memberTier, since: memberSince.toISOString().slice(0, 10) } : null
  return { ...row, member, people, adopted, talks }
})

function listPeople(slug: string): Promise<Named[]> {
  const named = { affiliation: slug, document: isListed() }
  return db.person.findMany({
    where: { OR: [{ authored: { some: named } }, { mentions: { some: named } }] },
    select: { slug: true, name: true },
    orderBy: { name: 'asc' },
    take: 500,
  })
}

function listAdopted(slug: string): Promise<Named[]> {
  touch('case-studies')
  const study = { kind: 'case_study', ...isListed(), organizations: { some: { organization: { slug } } } } as const
  return db.project.findMany({
    where: { documents: { some: { document: study } } },
    select: { slug: true, name: true },
    orderBy: { name: 'asc' },
  })
}

function listTalks(name: string): Promise<OrganizationTalk[]> {
  touch('events')
  const speaker = JSON.stringify([{ affiliation: name }])
  return db.$queryRaw`
    with latest as (select distinct on (event_id) event_id, schedule from release order by event_id, number desc)
    select distinct slot->'session'->>'code' as code, slot->'session'->>'title' as title, e.slug as event,
      e.name as "eventName", e.starts_on,
      array(select s->>'name' from jsonb_array_elements(slot->'session'->'speakers') s
        where s->>'affiliation' = ${name} order by 1) as speakers
    from latest join event e on e.id = latest.event_id, jsonb_array_elements(latest.schedule->'slots') as slot
    where slot->>'status' = 'confirmed' and slot->'session'->>'code' is not null
      and slot->'session'->'speakers' @> ${speaker}::jsonb
    order by e.starts_on desc nulls last, title limit 100`
}

/** How many organisations the texts know. */
export function countOrganizations(): Promise<number> {
  touch('articles', 'case-studies', 'projects')
  return db.organization.count()
}
