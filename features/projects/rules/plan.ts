import type { ProjectSource } from '../schema'
import { conflictsOf, type Merged, type MoveConflict, mergeSources, type SourcedMove } from './merge'

/** A project as the database has it: null before it is there. */
export type Stored = Omit<Merged, 'aliases'>

export interface ProjectPlan {
  slug: string
  isNew: boolean
  /** What it comes to be; null: it goes, because neither source knows it any more. */
  merged: Merged | null
  add: SourcedMove[]
  /** Stays, but is told by another source or announced elsewhere. */
  retell: SourcedMove[]
  remove: SourcedMove[]
  hasNewFacts: boolean
  conflicts: MoveConflict[]
}

/** What has to be written so that a project is what its two sources say. */
export function planProject(
  slug: string,
  stored: Stored | null,
  { content, landscape }: { content: ProjectSource | null; landscape: ProjectSource | null },
): ProjectPlan {
  const merged = mergeSources(content, landscape)
  const [before, after] = [stored?.moves ?? [], merged?.moves ?? []]
  const has = (moves: SourcedMove[], { level, on }: SourcedMove) =>
    moves.find((move) => move.level === level && move.on === on)
  return {
    slug,
    isNew: stored === null,
    merged,
    add: after.filter((move) => !has(before, move)),
    remove: before.filter((move) => !has(after, move)),
    retell: after.filter((move) => {
      const old = has(before, move)
      return old && (old.origin !== move.origin || old.announcement !== move.announcement)
    }),
    hasNewFacts: merged !== null && (stored === null || newFacts(stored, merged).length > 0),
    conflicts: conflictsOf(content, landscape),
  }
}

/** Whether anything has to be written at all. */
export function isIdle({ merged, isNew, add, remove, retell, hasNewFacts }: ProjectPlan): boolean {
  return merged ? !hasNewFacts && add.length + remove.length + retell.length === 0 : isNew
}

const FACTS = ['name', 'tagline', 'homepage', 'repository', 'category', 'subcategory', 'details'] as const

function newFacts(stored: Stored, merged: Merged): (typeof FACTS)[number][] {
  return FACTS.filter((fact) => canonical(stored[fact]) !== canonical(merged[fact]))
}

/** The same text for the same data, whatever order the database gives its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** The difference in lines for a terminal: `+ falco: sandbox on 2018-10-10`. */
export function linesOf(plan: ProjectPlan, stored: Stored | null): string[] {
  const { slug, merged, isNew, add, remove } = plan
  if (!merged) return isNew ? [] : [`- ${slug}`]
  const told = ({ level, on }: SourcedMove) => `${level} on ${on}`
  if (isNew) return [`+ ${slug}: ${merged.name}${add.map((move) => `, ${told(move)}`).join('')}`]
  return [
    ...remove.map((move) => `- ${slug}: ${told(move)}`),
    ...add.map((move) => `+ ${slug}: ${told(move)}`),
    ...(stored ? newFacts(stored, merged).map((fact) => factLine(slug, fact, stored[fact], merged[fact])) : []),
    ...plan.retell.map((move) => `~ ${slug}: ${told(move)} is ${move.origin}’s word`),
  ]
}

function factLine(slug: string, fact: string, before: unknown, after: unknown): string {
  const isShort = typeof before !== 'object' && typeof after === 'string' && after.length < 100
  return isShort ? `~ ${slug}: ${fact} “${before}” is “${after}”` : `~ ${slug}: ${fact}`
}
