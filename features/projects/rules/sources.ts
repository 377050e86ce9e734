import type { Project } from '@/features/content/schema/front-matter'
import type { ProjectLink, ProjectSource } from '../schema'
import { namesIn } from './alias'

/** What a project's front matter says of it. */
export function sourceOf(project: Project, slug: string): ProjectSource {
  const { name, tagline, homepage, repository, docs, category = null, subcategory = null } = project
  const { repositories = [], links = [], audits = [], reviews = [], criteria = [], aliases = [] } = project
  const documentation: ProjectLink[] = docs ? [{ kind: 'docs', url: docs }] : []
  return {
    ...{ name, tagline, homepage, repository, category, subcategory },
    details: {
      ...{ links: [...documentation, ...links], audits, reviews, criteria, useCase: null, tags: [] },
      repositories: [repository, ...repositories],
    },
    moves: project.moves.map(({ level, on, announcement = null }) => ({ level, on, announcement })),
    aliases: [slug, ...namesIn(name), ...aliases],
  }
}

/** Whom of a project's sponsors each move had: who stands at no move stood up for the first. */
export function sponsoredLevels({ sponsors, moves }: Pick<Project, 'sponsors' | 'moves'>, slug: string) {
  const named = moves.filter((move) => move.sponsors?.includes(slug)).map(({ level }) => level)
  const [entry] = moves
  if (named.length > 0 || !entry || !sponsors.some((sponsor) => sponsor.slug === slug)) return named
  return [entry.level]
}
