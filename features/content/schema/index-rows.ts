import type { FrontMatter, KeyFigure } from './front-matter'
import type { Kind } from './kinds'
import type { Heading, Tree } from './tree'

/** A text as the index keeps it. `links`: addresses that its words and its front matter lead to. */
export interface NewDocument {
  file: string
  kind: Kind
  locale: string
  slug: string
  groupSlug: string
  sourceHash: string
  treeVersion: number
  title: string
  summary: string
  publishedOn: string | null
  sortDate: string
  /** RFC 3339; null: a draft. */
  visibleFrom: string | null
  unlisted: boolean
  pinned: boolean
  series: string | null
  corrections: { on: string; text: string }[]
  frontMatter: FrontMatter['data']
  tree: Tree
  contents: Heading[]
  plainText: string
  links: string[]
  tags: string[]
  blockHashes: string[]
  minutes: number
  authors: { slug: string; affiliation: string | null }[]
  people: { slug: string; role: string; affiliation: string | null }[]
  projects: string[]
  organizations: string[]
  events: string[]
  figures: FigureRow[]
}

/** A row that is still to be made, and what is asked of it before: thousands of whole ones are much to hold at once. */
export interface Unwritten
  extends Pick<NewDocument, 'file' | 'kind' | 'locale' | 'slug' | 'frontMatter' | 'visibleFrom' | 'unlisted'> {
  row(): NewDocument
}

/** A key figure with the sentence that states it; `project` is a slug. */
export type FigureRow = KeyFigure & { sentence: string }

/** What the index already knows of a file: enough to leave it alone and to check what leads to it. */
export interface IndexedFile {
  file: string
  kind: Kind
  locale: string
  slug: string
  groupSlug: string
  sourceHash: string
  treeVersion: number
  links: string[]
}
