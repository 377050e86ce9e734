import { z } from 'zod'
import { endpoint, listOf, named, Page } from '@/features/api/schema'
import { openCursor, sealCursor } from '@/lib/cursor'
import { ask } from './commands/ask'
import { hitPath } from './rules/addresses'
import { type Answer, FACETS, KINDS, LONGEST_QUESTION, MOST_HITS, type Piece, SearchParams } from './schema'

const Marked = z.array(z.object({ text: z.string(), mark: z.boolean() })).describe('`mark`: what was asked for')
const FacetAnswer = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }))

const HitAnswer = named(
  'Hit',
  z.object({
    kind: z.enum(KINDS),
    locale: z.string().nullable().describe('Of its text; null where it is the same in every language'),
    path: z.string().describe('Where it is on this site'),
    title: z.string(),
    extract: z.string(),
    date: z.iso.date().nullable(),
    highlighted: z.object({ title: Marked, extract: Marked }),
  }),
)

const SearchAnswer = listOf(HitAnswer).extend({
  total: z.int().describe(`All that match; of more than ${MOST_HITS} the best are listed`),
  how: z
    .enum(['all', 'corrected', 'some', 'nothing'])
    .describe('Whether all words were found, those of `suggestion`, some of them, or there was no word'),
  suggestion: z.string().nullable(),
  facets: z.object({
    kind: FacetAnswer,
    language: FacetAnswer,
    project: FacetAnswer,
    year: FacetAnswer,
    tag: FacetAnswer,
  }),
})

const Query = SearchParams.omit({ page: true }).extend({
  q: z.string().trim().min(1, 'Say what to look for').max(LONGEST_QUESTION),
  locale: z.enum(['en', 'zh']).default('en').describe('The language whose texts come first'),
  limit: Page.shape.limit,
  cursor: Page.shape.cursor,
})

const search = endpoint('GET /search', {
  summary: 'One search over articles, case studies, projects, people, events and talks, the best first',
  query: Query,
  answer: SearchAnswer,
  isCounted: true,
  handle: async ({ query: { q, locale, limit, cursor, ...filters }, now }) => {
    const skip = placeOf(cursor)
    const answer = await ask({ text: q, filters, locale }, { skip, take: limit }, now)
    return { ok: true, body: bodyOf(answer, locale, skip + limit) }
  },
})

function placeOf(cursor: string | undefined): number {
  const [place] = (cursor && openCursor(cursor)) || ['0']
  return /^\d{1,3}$/.test(place) ? Number(place) : 0
}

const NO_FACETS = Object.fromEntries(FACETS.map((facet) => [facet, []]))

function bodyOf(answer: Answer | null, locale: string, reached: number) {
  if (!answer) return { items: [], nextCursor: null, total: 0, how: 'nothing', suggestion: null, facets: NO_FACETS }
  const { hits, total, how, suggestion, facets } = answer
  const items = hits.map((hit) => {
    const { kind, title, extract, date } = hit
    const highlighted = { title, extract }
    const path = hitPath(hit, locale)
    return { kind, locale: hit.locale, path, title: plain(title), extract: plain(extract), date, highlighted }
  })
  const isLast = reached >= Math.min(total, MOST_HITS)
  return { items, nextCursor: isLast ? null : sealCursor([String(reached), '']), total, how, suggestion, facets }
}

const plain = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')

export const searchEndpoints = [search]
