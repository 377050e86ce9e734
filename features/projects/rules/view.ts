import type { Level } from '@/generated/prisma/enums'
import { countByLevel, levelNamed, levelOn, type Move } from '../rules'
import { aliasKey } from './alias'

export const VIEWS = ['cards', 'table', 'landscape'] as const
export const SORTS = ['name', 'level', 'date'] as const
export type View = (typeof VIEWS)[number]
export type Sort = (typeof SORTS)[number]

/** What an address of the list asks for. */
export interface Asked {
  view: View
  sort: Sort
  level: Level | null
  /** A category's slug. */
  category: string | null
  q: string
  /** The day that is shown; null: today. */
  on: string | null
}

type Parameters = Record<string, string | string[] | undefined>

/** A day outside the foundation's time, or none, is today. */
export function askedOf(parameters: Parameters, { start, today }: { start: string; today: string }): Asked {
  const text = (name: string) => [parameters[name]].flat()[0] ?? ''
  const day = text('on')
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)
  return {
    view: VIEWS.find((view) => view === text('view')) ?? 'cards',
    sort: SORTS.find((sort) => sort === text('sort')) ?? 'name',
    level: levelNamed(text('level')),
    category: text('category') || null,
    q: text('q').trim().slice(0, 100),
    on: isDay && day >= start && day < today ? day : null,
  }
}

/** The query of an address, without what goes without saying: `?level=sandbox&on=2018-08-31`, or nothing. */
export function queryOf(asked: Asked, change: Partial<Asked> = {}): string {
  const { view, sort, level, category, q, on } = { ...asked, ...change }
  const parameters = Object.entries({
    ...{ category, level, on, q },
    ...{ sort: sort === 'name' ? null : sort, view: view === 'cards' ? null : view },
  }).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return parameters.length > 0 ? `?${new URLSearchParams(parameters)}` : ''
}

export interface Listed {
  name: string
  tagline: string
  category: string | null
  moves: Move[]
  aliases: string[]
}

/** What is shown, in order, and how many each level would leave. */
export function select<T extends Listed>(projects: T[], asked: Asked, today: string) {
  const day = asked.on ?? today
  const needle = aliasKey(asked.q)
  const found = projects.filter(
    (project) =>
      levelOn(project.moves, day) !== null &&
      (asked.category === null || categoryKey(project.category) === asked.category) &&
      (needle === '' ||
        [project.name, project.tagline, ...project.aliases].some((text) => aliasKey(text).includes(needle))),
  )
  const shown = asked.level ? found.filter(({ moves }) => levelOn(moves, day) === asked.level) : found
  return { shown: shown.toSorted(orderOf(asked.sort, day)), counts: countByLevel(found, day), found: found.length }
}

const RANK: Record<Level, number> = { graduated: 0, incubating: 1, sandbox: 2, archived: 3 }

function orderOf(sort: Sort, day: string): (a: Listed, b: Listed) => number {
  const byName = (a: Listed, b: Listed) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' })
  const rank = ({ moves }: Listed) => RANK[levelOn(moves, day) ?? 'archived']
  const entered = ({ moves }: Listed) => moves[0]?.on ?? ''
  if (sort === 'level') return (a, b) => rank(a) - rank(b) || byName(a, b)
  if (sort === 'date') return (a, b) => entered(b).localeCompare(entered(a)) || byName(a, b)
  return byName
}

/** How an address names a category; what has none is `none`. */
export function categoryKey(category: string | null): string {
  const key = (category ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return key || 'none'
}

/** By category, then subcategory, each by name; what has none comes last. */
export function grouped<T extends { category: string | null; subcategory: string | null }>(projects: T[]) {
  const groups = groupBy(projects, ({ category }) => category)
  return inOrder(groups).map(([category, some]) => ({
    category,
    count: some.length,
    parts: inOrder(groupBy(some, ({ subcategory }) => subcategory)).map(([subcategory, projects]) => ({
      subcategory,
      projects,
    })),
  }))
}

function groupBy<T>(all: T[], keyOf: (one: T) => string | null): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

function inOrder<T>(groups: Map<string | null, T[]>): [string | null, T[]][] {
  return [...groups].sort(
    ([a], [b]) => Number(a === null) - Number(b === null) || (a ?? '').localeCompare(b ?? '', 'en'),
  )
}

/** The day a year before or after, inside the foundation's time; the 29th of February becomes the 28th. */
export function yearsFrom(day: string, years: number): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const moved = Number(year) + years
  const isLeap = moved % 4 === 0 && (moved % 100 !== 0 || moved % 400 === 0)
  return `${moved}-${month}-${month === '02' && date === '29' && !isLeap ? '28' : date}`
}

/** Whole years between two days, for an age. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}
