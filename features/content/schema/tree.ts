import type { Diagram } from './diagram'

/**
 * A text as data: what `content:sync` stores and pages draw. Nothing in it is code, an address that a browser would
 * run, or HTML. Grows with TREE_VERSION: a stored tree of another version is compiled again by the next sync.
 */
export const TREE_VERSION = 4

export type Inline =
  | string
  | { is: 'emphasis' | 'strong' | 'deleted'; of: Inline[] }
  | { is: 'code'; text: string }
  | { is: 'link'; href: string; title?: string; of: Inline[] }
  | { is: 'break' }
  | { is: 'note'; id: string; number: number }
  /** The place in the text that states a figure of the front matter. */
  | { is: 'figure'; id: string; of: Inline[] }
  | { is: 'project'; slug: string }
  | { is: 'person'; slug: string }
  /** `at` is a day, YYYY-MM-DD: of a month, its last. */
  | { is: 'maturity'; project: string; at: string }

export type Block =
  | { is: 'paragraph'; of: Inline[] }
  | { is: 'heading'; level: 2 | 3 | 4; id: string; of: Inline[] }
  | { is: 'list'; start: number | null; items: { done: boolean | null; of: Block[] }[] }
  | { is: 'quote'; of: Block[] }
  /** What somebody said. */
  | { is: 'quotation'; by: Speaker; of: Block[] }
  | { is: 'rule' }
  /** `title` stands below it. */
  | ({ is: 'image'; alt: string; title?: string; credit?: string } & Picture)
  | { is: 'table'; align: Align[]; head: Inline[][]; rows: Inline[][][] }
  /** Code as it was written; it is coloured when it is drawn. `marked`: numbers of lines, from 1. */
  | { is: 'listing'; language: string; code: string; title?: string; marked?: number[] }
  /** A session at a prompt: only its commands are worth copying. */
  | { is: 'terminal'; lines: { command: boolean; text: string }[]; title?: string }
  | { is: 'callout'; kind: 'note' | 'tip' | 'caution'; title?: string; of: Block[] }
  /** `level`: of the headings that name the tabs where no script runs. */
  | { is: 'tabs'; level: 2 | 3 | 4 | 5; tabs: { id: string; label: string; of: Block[] }[] }
  | { is: 'video'; title: string; from: VideoSource; poster?: Picture }
  | { is: 'question'; by?: Speaker; of: Block[] }
  | { is: 'answer'; by: Speaker; of: Block[] }
  | ({ is: 'diagram'; alt: string; title?: string } & Diagram)
  | { is: 'key-figures' }
  | { is: 'call'; event: string }
  | { is: 'schedule'; event: string }
  | { is: 'notes'; items: { id: string; of: Block[] }[] }

/** What a listing may name: `diff` has its lines coloured by their signs, `text` has no colours. */
export const LANGUAGES = ['bash', 'yaml', 'go', 'json', 'typescript', 'diff', 'text']
export type Align = 'left' | 'center' | 'right' | null
/** A picture below public/, in pixels. */
export type Picture = { src: string; width: number; height: number }
/** Somebody with a page here, or somebody by name; `affiliation` as it was when they spoke. */
export type Speaker = { person: string; affiliation?: string } | { name: string; affiliation?: string }
/** A file below public/, or a film of youtube.com by its id. */
export type VideoSource = { file: string } | { youtube: string }
export type Tree = Block[]

/** One line of a table of contents. */
export type Heading = { level: 2 | 3; id: string; text: string }

/**
 * A stored tree. Only its outline is looked at, for it is read with every page: what is inside was checked by the
 * compiler, and content:sync and the posts' commands alone write it. Throws where something else was stored.
 */
export function treeIn(stored: unknown): Tree {
  if (!isTree(stored)) throw new TypeError('A stored text is not a tree')
  return stored
}

/** A stored table of contents. Throws where something else was stored. */
export function contentsIn(stored: unknown): Heading[] {
  if (!isContents(stored)) throw new TypeError('A stored table of contents is none')
  return stored
}

const isTree = (stored: unknown): stored is Tree => Array.isArray(stored) && stored.every(isBlock)

function isBlock(stored: unknown): boolean {
  return typeof stored === 'object' && stored !== null && 'is' in stored && typeof stored.is === 'string'
}

const isContents = (stored: unknown): stored is Heading[] => Array.isArray(stored) && stored.every(isHeading)

function isHeading(stored: unknown): boolean {
  if (typeof stored !== 'object' || stored === null) return false
  if (!('level' in stored && 'id' in stored && 'text' in stored)) return false
  return (stored.level === 2 || stored.level === 3) && typeof stored.id === 'string' && typeof stored.text === 'string'
}
