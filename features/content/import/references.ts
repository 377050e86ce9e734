import type { FrontMatter } from '../schema/front-matter'
import { pathOf } from '../schema/kinds'

export type Path = (string | number)[]
type Named = { path: Path; to: string }

/** Everything that front matter names, as the address of its page, with the place of the field that names it. */
export function namedIn({ kind, data }: FrontMatter): Named[] {
  switch (kind) {
    case 'article':
      return [
        ...listed('projects', data.projects, 'project'),
        ...listed('organizations', data.organizations, 'organization'),
        ...data.events.map((slug, at) => ({ path: ['events', at], to: `/events/${slug}` })),
        ...affiliations('authors', data.authors),
        ...affiliations('people', data.people),
        ...(data.figures ?? []).flatMap(({ project }, at) => one(['figures', at, 'project'], project, 'project')),
      ]
    case 'case-study':
      return [
        ...one(['organization'], data.organization, 'organization'),
        ...listed('projects', data.projects, 'project'),
        ...data.figures.flatMap(({ project }, at) => one(['figures', at, 'project'], project, 'project')),
      ]
    case 'project':
      return [
        ...one(['startedAt'], data.startedAt, 'organization'),
        ...affiliations('maintainers', data.maintainers ?? []),
        ...data.moves.flatMap(({ announcement }, at) => announced(['moves', at, 'announcement'], announcement)),
        ...(data.criteria ?? []).flatMap(({ evidence }, at) =>
          evidence?.startsWith('/') ? [{ path: ['criteria', at, 'evidence'], to: evidence }] : [],
        ),
      ]
    default:
      return []
  }
}

type Target = 'project' | 'organization' | 'article'

function one(path: Path, slug: string | undefined, target: Target): Named[] {
  return slug === undefined ? [] : [{ path, to: pathOf(target, slug) }]
}

/** An announcement elsewhere is nobody's page here. */
function announced(path: Path, announcement: string | undefined): Named[] {
  return announcement?.includes(':') ? [] : one(path, announcement, 'article')
}

function listed(field: string, slugs: string[], target: Target): Named[] {
  return slugs.flatMap((slug, at) => one([field, at], slug, target))
}

function affiliations(field: string, people: { affiliation?: string | undefined }[]): Named[] {
  return people.flatMap(({ affiliation }, at) => one([field, at, 'affiliation'], affiliation, 'organization'))
}

/** The people whom front matter names, with the place of their names. */
export function peopleIn({
  kind,
  data,
}: FrontMatter): { path: Path; slug: string; name: string; affiliation?: string | undefined }[] {
  if (kind === 'project')
    return [
      ...data.sponsors.map((person, at) => ({ ...person, path: ['sponsors', at, 'name'] })),
      ...(data.maintainers ?? []).map((person, at) => ({ ...person, path: ['maintainers', at, 'name'] })),
    ]
  if (kind !== 'article') return []
  return [
    ...data.authors.map((person, at) => ({ ...person, path: ['authors', at, 'name'] })),
    ...data.people.map((person, at) => ({ ...person, path: ['people', at, 'name'] })),
  ]
}

/** The criteria that a project says it meets, with the place of each. */
export function criteriaIn({ kind, data }: FrontMatter): { path: Path; slug: string }[] {
  if (kind !== 'project') return []
  return (data.criteria ?? []).map(({ criterion }, at) => ({ path: ['criteria', at, 'criterion'], slug: criterion }))
}
