import { z } from 'zod'

/** What can be found, in the order in which readers choose among them. */
export const KINDS = ['article', 'case-study', 'project', 'person', 'event', 'talk', 'organization', 'page'] as const
export type EntryKind = (typeof KINDS)[number]

export const FACETS = ['kind', 'language', 'project', 'year', 'tag'] as const
export type Facet = (typeof FACETS)[number]

/** More than this of a question is not read. */
export const LONGEST_QUESTION = 200
/** Hits on one page, and how many pages of the best are shown: who wants more narrows the question. */
export const ON_A_PAGE = 10
export const MOST_HITS = 200

/** What narrows an answer: at most one value of each facet. */
export type Filters = Partial<Record<Facet, string | undefined>>

export interface Question {
  /** As it was typed. */
  text: string
  filters: Filters
  /** The reader's language: its texts come first, others follow. */
  locale: string
}

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const optional = (pattern: RegExp) =>
  z.preprocess(first, z.string().regex(pattern).optional().catch(undefined)).optional()

/** The address of a search. What is no value of a facet is left out rather than refused. */
export const SearchParams = z.object({
  q: z.preprocess(first, z.string().catch('')).default(''),
  kind: z.preprocess(first, z.enum(KINDS).optional().catch(undefined)).optional(),
  language: optional(/^[a-z]{2,3}$/),
  project: optional(/^[a-z0-9-]{1,80}$/),
  year: optional(/^\d{4}$/),
  tag: optional(/^[a-z0-9-]{1,80}$/),
  page: z
    .preprocess(
      first,
      z.coerce
        .number()
        .int()
        .min(1)
        .max(MOST_HITS / ON_A_PAGE)
        .catch(1),
    )
    .default(1),
})
export type SearchParams = z.infer<typeof SearchParams>

/** A piece of a text; `mark` where it is what was asked for. */
export interface Piece {
  text: string
  mark: boolean
}

export interface Hit {
  kind: EntryKind
  /** Of its text; null: its page is the same in every language. */
  locale: string | null
  /** Without the prefix of a language. */
  path: string
  title: Piece[]
  extract: Piece[]
  /** The day that it is from, where it has one. */
  date: string | null
}

export interface FacetValue {
  value: string
  /** The name of a project; any other value names itself. */
  label: string
  count: number
}

export interface Answer {
  total: number
  hits: Hit[]
  facets: Record<Facet, FacetValue[]>
  /**
   * `all`: every word was found; `corrected`: nothing had them, and this is the answer to `suggestion`; `some`: nothing
   * had all of them.
   */
  how: 'all' | 'corrected' | 'some'
  /** The question with its misspelt words mended, where that finds more. */
  suggestion: string | null
}

/** One thing to be found, before its words are cut. */
export interface Entry {
  source: Source
  key: string
  kind: EntryKind
  locale: string | null
  path: string
  title: string
  /** What else it is called itself. */
  aliases: string[]
  /** Names around it: authors, tags, a place. */
  around: string[]
  summary: string
  body: string
  projects: string[]
  tags: string[]
  /** A day; the year facet is of it. */
  happenedOn: string | null
  visibleFrom: Date
}

/** What entries are made from; its key is a slug, of a document its id. An event's makes its talks too. */
export const SOURCES = ['document', 'project', 'organization', 'person', 'event'] as const
export type Source = (typeof SOURCES)[number]
