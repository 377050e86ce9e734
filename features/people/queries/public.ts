import { nextChange, standingOf, termsUpTo } from '@/features/ambassadors/rules'
import type { Prisma } from '@/generated/prisma/client'
import { freshUntil } from '@/lib/front/tags'
import type { PublicProfile } from '../schema/public'
import { linksFrom, SHOWN } from './profile'

/**
 * What the public site reads of a person. Their row holds nothing that is not for all: what somebody keeps back stands
 * in withheld_field, which no query with this selection touches. A test asks every public answer for it.
 */
export const PUBLIC = {
  slug: true,
  name: true,
  ...SHOWN,
  terms: { select: { startsOn: true, endsOn: true, isPast: true }, orderBy: { startsOn: 'asc' } },
  projects: {
    where: { OR: [{ isNamed: true }, { isMaintainer: true }] },
    select: { isMaintainer: true, project: { select: { slug: true, name: true } } },
    orderBy: { project: { name: 'asc' } },
  },
  maintains: { select: { project: { select: { slug: true, name: true } } }, orderBy: { project: { name: 'asc' } } },
} satisfies Prisma.PersonSelect

type PublicRow = Prisma.PersonGetPayload<{ select: typeof PUBLIC }>

export function publicOf(row: PublicRow, now: Date): PublicProfile {
  const today = now.toISOString().slice(0, 10)
  const terms = row.terms.map(({ startsOn, endsOn, isPast }) => ({
    startsOn: day(startsOn),
    endsOn: day(endsOn),
    isPast,
  }))
  const change = nextChange(terms, today)
  if (change) freshUntil(new Date(change))
  return {
    slug: row.slug,
    name: row.name,
    affiliation: row.affiliation,
    bio: row.bio,
    pronouns: row.pronouns,
    country: row.country,
    city: row.city,
    languages: row.languages,
    expertise: row.expertise,
    availableToSpeak: row.availableToSpeak,
    links: linksFrom(row.links),
    photo: row.photo,
    projects: projectsOf(row),
    terms: termsUpTo(terms, today),
    ambassador: standingOf(terms, today),
  }
}

/** Those that they name, and those that they maintain by the word of staff or of the project's own text. */
function projectsOf({ projects, maintains }: PublicRow): PublicProfile['projects'] {
  const told = new Set(maintains.map(({ project }) => project.slug))
  const named = projects.map(({ isMaintainer, project }) => ({
    ...project,
    isMaintainer: isMaintainer || told.has(project.slug),
  }))
  const others = maintains.filter(({ project }) => named.every(({ slug }) => slug !== project.slug))
  return [...named, ...others.map(({ project }) => ({ ...project, isMaintainer: true }))]
}

function day(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}
