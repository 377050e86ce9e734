/**
 * A text as data: what `content:sync` stores and pages draw. Nothing in it is code, an address that a browser would
 * run, or HTML. Grows with TREE_VERSION: a stored tree of another version is compiled again by the next sync.
 */
export const TREE_VERSION = 3

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
  | { is: 'maturity'; project: string; at: string }

export type Block =
  | { is: 'paragraph'; of: Inline[] }
  | { is: 'heading'; level: 2 | 3 | 4; id: string; of: Inline[] }
  | { is: 'list'; start: number | null; items: { done: boolean | null; of: Block[] }[] }
  | { is: 'quote'; of: Block[] }
  /** What somebody said. */
  | { is: 'quotation'; by: Speaker; of: Block[] }
  | { is: 'rule' }
  | { is: 'image'; src: string; alt: string; title?: string; width: number; height: number }
  | { is: 'table'; align: Align[]; head: Inline[][]; rows: Inline[][][] }
  | { is: 'listing'; language: string; lines: Token[][] }
  /** A session at a prompt: only its commands are worth copying. */
  | { is: 'terminal'; lines: { command: boolean; text: string }[] }
  | { is: 'callout'; kind: 'note' | 'tip' | 'caution'; title?: string; of: Block[] }
  | { is: 'question'; of: Block[] }
  | { is: 'key-figures' }
  | { is: 'call'; event: string }
  | { is: 'notes'; items: { id: string; of: Block[] }[] }

export type Align = 'left' | 'center' | 'right' | null
/** Text of one colour: plain, or with a class of app/styles/code.css (`tok-…` without the prefix). */
export type Token = string | [kind: string, text: string]
/** Somebody with a page here, or somebody by name; `affiliation` as it was when they spoke. */
export type Speaker = { person: string; affiliation?: string } | { name: string; affiliation?: string }
export type Tree = Block[]

/** One line of a table of contents. */
export type Heading = { level: 2 | 3; id: string; text: string }
