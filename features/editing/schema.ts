import type { Kind } from '@/features/content/schema/kinds'
import type { Move } from '@/features/projects/rules'

export const STATES = ['published', 'scheduled', 'draft', 'unlisted'] as const
export type TextState = (typeof STATES)[number]

export const RULES = ['link', 'alt', 'name', 'date', 'title', 'summary', 'translation'] as const
export type Rule = (typeof RULES)[number]

/** Something that an editor should look at. `broken`: a reader meets it; `note`: it may well be meant so. */
export interface Finding {
  rule: Rule
  weight: 'broken' | 'check' | 'note'
  /** A sentence that says what and why. */
  reason: string
  /** Where: a field of the front matter, or words to look for in the text. */
  place: { field: string } | { words: string }
}

/** What the checklist asks of a text; `parts` only where the text itself has been read. */
export interface TextFacts {
  kind: Kind
  locale: string
  slug: string
  groupSlug: string
  title: string
  summary: string
  /** The day that the text states, YYYY-MM-DD. */
  date: string | null
  links: string[]
  /** Whom the front matter names. */
  people: { slug: string; name: string }[]
  projects: string[]
  /** The log as a project's file has it. */
  moves: Move[]
  /** The other languages in which it exists. */
  translations: string[]
  /** Paragraphs whose source has changed since they were translated. */
  outdated: number
  /** Fields of the front matter of which the same is true. */
  outdatedFields: string[]
  parts: { images: { src: string; alt: string }[]; badges: { project: string; at: string }[]; words: string } | null
}

/** What came of asking for an address elsewhere. */
export interface LinkResult {
  status: number | null
  problem: string | null
  checkedAt: Date
}

/** What the site knows, against which a text is held. */
export interface World {
  /** What came of asking, by the address that was asked for. */
  outside: ReadonlyMap<string, LinkResult>
  /** What stands behind an address of the site. */
  judge(path: string): 'fine' | 'missing' | 'hidden' | 'no-such-event'
  /** What people call themselves. */
  people: ReadonlyMap<string, string>
  projects: ReadonlyMap<string, { name: string; moves: Move[] }>
  languages: readonly string[]
}

/** The texts' list as its address says it. */
export interface DeskView {
  state?: TextState
  kind?: Kind
  locale?: string
  problem?: 'broken' | Rule
  page: number
}

export const PREVIEW_DAYS = [1, 7, 30] as const

/** What the form of a preview link has made. */
export interface LinkState {
  url: string | null
  days: number
}

/** Where a text's file can be edited: the repository's own page of it, or null. */
export function editAddress(repository: string | undefined, file: string): string | null {
  return repository && file.startsWith('content/') ? `${repository.replace(/\/$/, '')}/edit/main/${file}` : null
}
