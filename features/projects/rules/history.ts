import type { Level } from '@/generated/prisma/enums'
import { countByLevel, levelOn, type Move } from '../rules'

type WithMoves = { moves: readonly Move[] }

export const LEVELS: readonly Level[] = ['sandbox', 'incubating', 'graduated', 'archived']

export interface Count extends Record<Level, number> {
  /** `YYYY-MM-DD`: the level that each project has at the end of this day. */
  day: string
}

/** The day of the very first move, or null where there is none. */
export function startOf(projects: readonly WithMoves[]): string | null {
  return projects.flatMap(({ moves }) => moves.map(({ on }) => on)).sort()[0] ?? null
}

/** How many projects were at each level on the first of every month since the first move, and today. */
export function levelsOverTime(projects: WithMoves[], today: string): Count[] {
  const start = startOf(projects)
  if (start === null || start > today) return []
  const days = [start, ...monthsBetween(start, today), today]
  return [...new Set(days)].map((day) => ({ day, ...countByLevel(projects, day) }))
}

/** The first days of the months after `from` and up to `to`. */
export function monthsBetween(from: string, to: string): string[] {
  const [year = 0, month = 0] = from.split('-').map(Number)
  const firsts: string[] = []
  for (let at = year * 12 + month; ; at++) {
    const first = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
    if (first > to) return firsts
    firsts.push(first)
  }
}

/** A time that a project spent at one level. */
export interface Stay {
  level: Level
  from: string
  /** The day of the next move; null: it is there today. */
  until: string | null
  days: number
}

export function staysOf({ moves }: WithMoves, today: string): Stay[] {
  const past = moves.filter(({ on }) => on <= today).toSorted((a, b) => a.on.localeCompare(b.on))
  return past.flatMap(({ level, on }, at) => {
    const until = past[at + 1]?.on ?? null
    // A level that ended on its own day was never the level of a day.
    return until === on ? [] : [{ level, from: on, until, days: daysBetween(on, until ?? today) }]
  })
}

export interface TimeInLevel {
  level: Level
  /** How many came to it, and how many of them are there today. */
  came: number
  there: number
  /** Days that those who went on had spent; null where nobody has gone on. Quartiles by linear interpolation. */
  gone: { shortest: number; lower: number; median: number; upper: number; longest: number } | null
  /** The median of days so far of those who are there. */
  soFar: number | null
}

/** What each level took from those who have left it, and has taken so far from those who have not. */
export function timeInLevels(projects: WithMoves[], today: string): TimeInLevel[] {
  const stays = projects.flatMap((project) => staysOf(project, today))
  return LEVELS.map((level) => {
    const here = stays.filter((stay) => stay.level === level)
    const gone = here.flatMap(({ until, days }) => (until === null ? [] : [days])).sort((a, b) => a - b)
    const there = here.flatMap(({ until, days }) => (until === null ? [days] : [])).sort((a, b) => a - b)
    const at = (share: number) => quantile(gone, share)
    return {
      ...{ level, came: here.length, there: there.length },
      gone:
        gone.length > 0 ? { shortest: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), longest: at(1) } : null,
      soFar: there.length > 0 ? quantile(there, 0.5) : null,
    }
  })
}

/** Of numbers in order; between two of them in proportion (R's type 7). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return Math.round(below + (above - below) * (place - Math.floor(place)))
}

/** The day of a moment (UTC). */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The level that a project would reach next, or null where it has reached the last or left. */
export function nextLevel(moves: readonly Move[], day: string): Level | null {
  const level = levelOn(moves, day)
  if (level === 'sandbox') return 'incubating'
  return level === 'incubating' ? 'graduated' : null
}
