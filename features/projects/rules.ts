import { Level } from '@/generated/prisma/enums'

/** A dated move of a project's maturity; days as `YYYY-MM-DD`. */
export interface Move {
  level: Level
  on: string
  announcement?: string | null | undefined
}

/** The level that a project had on this day, or null before its first move. */
export function levelOn(moves: readonly Move[], day: string): Level | null {
  let latest: Move | null = null
  for (const move of moves) if (move.on <= day && (latest === null || move.on >= latest.on)) latest = move
  return latest?.level ?? null
}

/** The moves after this day, in order. */
export function movesSince(moves: readonly Move[], day: string): Move[] {
  return moves.filter(({ on }) => on > day).sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** The level that an address names, or null for all. */
export function levelNamed(value: string | string[] | undefined): Level | null {
  return Object.values(Level).find((level) => level === value) ?? null
}

/** How many projects are at each level on that day. */
export function countByLevel(projects: { moves: readonly Move[] }[], day: string): Record<Level, number> {
  const counts = { sandbox: 0, incubating: 0, graduated: 0, archived: 0 }
  for (const { moves } of projects) {
    const level = levelOn(moves, day)
    if (level) counts[level]++
  }
  return counts
}
