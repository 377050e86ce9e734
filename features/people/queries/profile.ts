import { listAliases } from '@/features/projects/queries/aliases'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Tx } from '@/lib/db'
import { EMPTY, joinProfile, type NamedProject, projectFinder, type Withheld } from '../rules'
import type { ProfileValues } from '../schema/fields'
import { LINKS, type Links } from '../schema/handles'

/** The columns of a profile: of each what is for all, and nothing where it is kept back. */
export const SHOWN = {
  affiliation: true,
  bio: true,
  pronouns: true,
  country: true,
  city: true,
  languages: true,
  expertise: true,
  availableToSpeak: true,
  links: true,
  photo: true,
} satisfies Prisma.PersonSelect

export const PROFILE = {
  ...SHOWN,
  projects: { where: { isNamed: true }, select: { project: { select: { slug: true } } } },
  withheld: { select: { field: true, audience: true, value: true } },
} satisfies Prisma.PersonSelect

type ProfileRow = Prisma.PersonGetPayload<{ select: typeof PROFILE }>

/** What the row of a person shows to all, as a whole profile. */
export function shownOf(row: ProfileRow): ProfileValues {
  const links = linksFrom(row.links)
  return {
    ...EMPTY,
    ...Object.fromEntries(LINKS.map((kind) => [kind, links[kind] ?? ''])),
    photo: row.photo ?? '',
    affiliation: row.affiliation ?? '',
    bio: row.bio ?? '',
    pronouns: row.pronouns ?? '',
    country: row.country ?? '',
    city: row.city ?? '',
    languages: row.languages,
    expertise: row.expertise,
    availableToSpeak: row.availableToSpeak,
    projects: row.projects.map(({ project }) => project.slug).sort(),
  }
}

/** The links of a row, whatever else its JSON may hold. */
export function linksFrom(json: unknown): Links {
  const entries = typeof json === 'object' && json !== null ? Object.entries(json) : []
  return Object.fromEntries(
    LINKS.flatMap((kind) => entries.filter(([key, value]) => key === kind && typeof value === 'string')),
  )
}

export interface OwnProfile {
  slug: string
  name: string
  email: string | null
  version: number
  values: ProfileValues
  withheld: Withheld[]
}

/** A person's whole profile, for themselves: nothing is kept from them. */
export async function getProfile(personId: string, client: Tx = db): Promise<OwnProfile> {
  const person = await client.person.findUniqueOrThrow({
    where: { id: personId },
    select: { slug: true, name: true, email: true, version: true, ...PROFILE },
  })
  const { slug, name, email, version, withheld } = person
  return { slug, name, email, version, withheld, values: joinProfile(shownOf(person), withheld, 'nobody') }
}

/** Every project by name, for forms. */
export function listProjectNames(client: Tx = db): Promise<NamedProject[]> {
  return client.project.findMany({ select: { slug: true, name: true }, orderBy: { name: 'asc' } })
}

/** The projects that free texts mean, and the texts that mean none. */
export async function findProjects(texts: string[]): Promise<{ found: NamedProject[]; unknown: string[] }> {
  if (texts.length === 0) return { found: [], unknown: [] }
  const [projects, aliases] = await Promise.all([listProjectNames(), listAliases()])
  const find = projectFinder(
    projects,
    aliases.map(({ key, slug }) => ({ alias: key, slug })),
  )
  const found = texts.flatMap((text) => find(text) ?? [])
  return { found, unknown: texts.filter((text) => find(text) === null) }
}
