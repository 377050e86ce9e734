import type { Level } from '@/generated/prisma/enums'
import { csv } from '@/lib/csv'
import { levelOn, type Move } from '../rules'
import type { Count, TimeInLevel } from '../rules/history'
import type { ProjectFacts } from '../schema'

interface Line extends ProjectFacts {
  slug: string
  moves: Move[]
}

/** A project as the API, projects.json and projects.csv tell it; days are `YYYY-MM-DD`. */
export interface OpenProject extends ProjectFacts {
  slug: string
  /** Today; null before its first move. */
  level: Level | null
  /** The day of its first move, to whatever level. */
  accepted: string | null
  incubating: string | null
  graduated: string | null
  archived: string | null
}

export function openProject({ moves, ...line }: Line, today: string): OpenProject {
  const reached = (level: Level) => moves.find((move) => move.level === level)?.on ?? null
  const { slug, name, tagline, category, subcategory, homepage, repository } = line
  return {
    ...{ slug, name, tagline, level: levelOn(moves, today), accepted: moves[0]?.on ?? null },
    ...{ incubating: reached('incubating'), graduated: reached('graduated'), archived: reached('archived') },
    ...{ category, subcategory, homepage, repository },
  }
}

const COLUMNS = [
  ...(['slug', 'name', 'level', 'accepted', 'incubating', 'graduated', 'archived', 'category', 'subcategory'] as const),
  ...(['homepage', 'repository', 'tagline'] as const),
]

/** Every project as a line (RFC 4180), safe to open in a spreadsheet. */
export function projectsCsv(projects: OpenProject[]): string {
  return csv([[...COLUMNS], ...projects.map((project) => COLUMNS.map((column) => project[column]))])
}

const LEVELS = ['sandbox', 'incubating', 'graduated', 'archived'] as const

/** How many projects were at each level on each of these days. */
export function timelineCsv(counts: Count[]): string {
  return csv([['day', ...LEVELS], ...counts.map((count) => [count.day, ...LEVELS.map((level) => count[level])])])
}

/** Days spent at each level, of those who left it and of those who are there. */
export function timeInLevelCsv(times: TimeInLevel[]): string {
  const head = [
    'level',
    'came',
    'there',
    'shortest',
    'lower_quartile',
    'median',
    'upper_quartile',
    'longest',
    'median_so_far',
  ]
  const lines = times.map(({ level, came, there, gone, soFar }) => [
    ...[level, came, there, gone?.shortest ?? null, gone?.lower ?? null, gone?.median ?? null, gone?.upper ?? null],
    ...[gone?.longest ?? null, soFar],
  ])
  return csv([head, ...lines])
}
