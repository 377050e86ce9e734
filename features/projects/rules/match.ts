import { slugify } from '@/lib/slug'
import type { ProjectSource } from '../schema'
import { aliasKey, namesIn } from './alias'

/** A project as a landscape has it. `key` is what the file knows it by. */
export interface Found {
  key: string
  source: ProjectSource
}

interface Known {
  slug: string
  landscape: { key: string } | null
}

/** Something else answers at these addresses below /projects. */
const TAKEN = ['timeline']

/**
 * Which project each of these is, by slug: the one that the landscape knew by this key, else the one that has this name
 * or alias, else a new one. No project is given twice.
 */
export function matchFound(
  found: readonly Found[],
  known: readonly Known[],
  aliases: readonly { key: string; slug: string }[],
): string[] {
  const byKey = new Map(known.flatMap(({ slug, landscape }) => (landscape ? [[landscape.key, slug] as const] : [])))
  const byAlias = new Map(aliases.map(({ key, slug }) => [key, slug]))
  const keyed = found.map(({ key }) => byKey.get(key))
  const given = new Set(keyed.filter((slug) => slug !== undefined))
  const isFree = (slug: string) => !given.has(slug) && !TAKEN.includes(slug)
  const named = found.map(({ source }, at) => {
    if (keyed[at] !== undefined) return keyed[at]
    const slug = namesIn(source.name)
      .flatMap((name) => byAlias.get(aliasKey(name)) ?? [])
      .find(isFree)
    if (slug) given.add(slug)
    return slug
  })
  const there = new Set(known.map(({ slug }) => slug))
  return found.map(({ source: { name } }, at) => {
    const matched = named[at]
    if (matched !== undefined) return matched
    const slug = newSlug(name, (candidate) => isFree(candidate) && !there.has(candidate))
    given.add(slug)
    return slug
  })
}

function newSlug(name: string, isFree: (slug: string) => boolean): string {
  const short = slugify(namesIn(name)[1] ?? name, 'project')
  const whole = slugify(name, 'project')
  const numbered = Array.from({ length: 1_000 }, (_, at) => `${whole}-${at + 2}`)
  return [short, whole, ...numbered].find(isFree) ?? whole
}
