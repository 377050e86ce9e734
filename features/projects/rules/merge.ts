import type { Level, MoveOrigin } from '@/generated/prisma/enums'
import type { ProjectDetails, ProjectFacts, ProjectSource } from '../schema'
import { aliasesOf, aliasKey } from './alias'

export interface SourcedMove {
  level: Level
  on: string
  announcement: string | null
  origin: MoveOrigin
}

/** What is known of a project from both its sources. */
export interface Merged extends ProjectFacts {
  details: ProjectDetails
  moves: SourcedMove[]
  aliases: { key: string; spelling: string; origin: 'content' | 'landscape' }[]
}

/** A date that the sources tell differently, or that content/ does not know (`kept` is null). */
export interface MoveConflict {
  level: Level
  kept: string | null
  found: string
}

/**
 * One project out of what content/ and the landscape say, whichever came last. Content owns what it states: its facts,
 * and every date of a level that it names. The landscape fills what content leaves open. Null where neither knows it.
 */
export function mergeSources(content: ProjectSource | null, landscape: ProjectSource | null): Merged | null {
  const first = content ?? landscape
  if (!first) return null
  const pick = (key: Exclude<keyof ProjectFacts, 'name'>) => content?.[key] ?? landscape?.[key] ?? null
  return {
    ...{ name: first.name, tagline: pick('tagline') ?? '', homepage: pick('homepage'), repository: pick('repository') },
    ...{ category: pick('category'), subcategory: pick('subcategory') },
    details: mergeDetails(content?.details, landscape?.details),
    moves: mergeMoves(content, landscape),
    aliases: mergeAliases(content, landscape),
  }
}

/** Where the landscape's dates are not those that count. */
export function conflictsOf(content: ProjectSource | null, landscape: ProjectSource | null): MoveConflict[] {
  if (!content || !landscape) return []
  return landscape.moves.flatMap(({ level, on }) => {
    const own = content.moves.filter((move) => move.level === level)
    if (own.some((move) => move.on === on)) return []
    return [{ level, kept: own[0]?.on ?? null, found: on }]
  })
}

function mergeMoves(content: ProjectSource | null, landscape: ProjectSource | null): SourcedMove[] {
  const own = (content?.moves ?? []).map((move): SourcedMove => ({ ...move, origin: 'content' }))
  const others = (landscape?.moves ?? [])
    .filter(({ level }) => own.every((move) => move.level !== level))
    .map((move): SourcedMove => ({ ...move, origin: 'landscape' }))
  return [...own, ...others].sort((a, b) => a.on.localeCompare(b.on) || RANK[a.level] - RANK[b.level])
}

const RANK: Record<Level, number> = { sandbox: 0, incubating: 1, graduated: 2, archived: 3 }

function mergeDetails(content?: ProjectDetails, landscape?: ProjectDetails): ProjectDetails {
  const both = <T>(of: (details: ProjectDetails) => T[]) =>
    [content, landscape].flatMap((details) => (details ? of(details) : []))
  const repositories = once(
    both((of) => of.repositories),
    (url) => url.replace(/\/$/, '').toLowerCase(),
  )
  const links = once(
    both((of) => of.links),
    ({ kind, url }) => (kind === 'other' ? url : kind),
  )
  const audits = once(
    both((of) => of.audits),
    ({ date, type, vendor = '' }) => `${date} ${type.toLowerCase()} ${aliasKey(vendor)}`,
  )
  const reviews = once(
    both((of) => of.reviews),
    ({ date }) => date,
  )
  return {
    ...{ repositories, links, audits: audits.sort(byDate), reviews: reviews.sort(byDate) },
    criteria: content?.criteria ?? [],
    useCase: landscape?.useCase ?? null,
    tags: landscape?.tags ?? [],
  }
}

/** The first of those that are the same. */
function once<T>(all: T[], keyOf: (one: T) => string): T[] {
  const byKey = new Map<string, T>()
  for (const one of all) if (!byKey.has(keyOf(one))) byKey.set(keyOf(one), one)
  return [...byKey.values()]
}

const byDate = (a: { date: string }, b: { date: string }) => a.date.localeCompare(b.date)

function mergeAliases(content: ProjectSource | null, landscape: ProjectSource | null): Merged['aliases'] {
  const of = (source: ProjectSource | null, origin: 'content' | 'landscape') =>
    aliasesOf([...(source ? [source.name] : []), ...(source?.aliases ?? [])]).map((alias) => ({ ...alias, origin }))
  const own = of(content, 'content')
  return [...own, ...of(landscape, 'landscape').filter(({ key }) => own.every((alias) => alias.key !== key))]
}
