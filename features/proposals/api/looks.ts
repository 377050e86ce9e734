import { z } from 'zod'
import { nothingHere, pageInOrder } from '@/features/api/rules'
import { endpoint, eventOf, listOf, Moment, named, Page } from '@/features/api/schema'
import { listIdentityFindings, listOwnFindings } from '../queries/author'
import { getProposal } from '../queries/committee-one'
import { listSimilar, listSimilarInEvent } from '../queries/similar'
import { ownOf } from './own'
import { codeOf } from './resource'

const Finding = named(
  'Finding',
  z.object({
    field: z.string(),
    kind: z.enum(['name', 'employer', 'handle', 'mail', 'link', 'phrase']),
    before: z.string(),
    found: z.string(),
    after: z.string(),
  }),
)

const warnings = endpoint('GET /events/{event}/proposals/{code}/warnings', {
  summary: 'Where a text may tell blind reviewers who wrote it: for its speakers, and for those who know them anyway',
  query: Page,
  answer: listOf(Finding),
  handle: async (call) => {
    const [event, { actor }] = [eventOf(call), call]
    const own = actor.kind === 'person' ? await ownOf(call, actor) : null
    const findings =
      own && actor.kind === 'person'
        ? await listOwnFindings(event, actor, own.text, call.now)
        : await listIdentityFindings(event, actor, codeOf(call))
    if (!findings) return nothingHere()
    const rows = findings.map((finding, place) => ({ ...finding, place }))
    const { items, nextCursor } = pageInOrder(rows, call.query, ({ place }) => String(place))
    return { ok: true, body: { items: items.map(({ place: _, ...finding }) => finding), nextCursor } }
  },
})

const similar = endpoint('GET /events/{event}/proposals/{code}/similar', {
  summary:
    'Proposals of this and earlier years that say nearly the same, the nearest first: evidence, never a decision',
  query: Page,
  answer: listOf(
    z.object({
      code: z.string(),
      title: z.string(),
      event: z.object({ slug: z.string(), name: z.string(), isThis: z.boolean() }),
      submittedAt: Moment,
      similarity: z.number().describe('Jaccard similarity of the texts, 0 to 1'),
      titles: z.number().describe('Cosine of the titles, 0 to 1'),
      passages: z.array(z.string()).describe('What both say word for word'),
      hasSameSpeaker: z.boolean().nullable().describe('Null for who may not know'),
      isSameTalk: z.boolean().nullable().describe('Made from the other on purpose'),
    }),
  ),
  handle: async (call) => {
    const [event, code] = [eventOf(call), codeOf(call)]
    const found = (await getProposal(event, call.actor, code)) && (await listSimilar(event, call.actor, code))
    return found ? { ok: true, body: pageInOrder(found, call.query, (row) => row.code) } : nothingHere()
  },
})

const similarInEvent = endpoint('GET /events/{event}/decisions/similar', {
  summary: 'The proposals of an event that share at least half of their text with others, of any event',
  query: Page,
  answer: listOf(
    z.object({
      code: z.string(),
      others: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          event: z.object({ name: z.string(), isThis: z.boolean() }),
          similarity: z.number(),
        }),
      ),
    }),
  ),
  handle: async (call) => {
    const found = await listSimilarInEvent(eventOf(call), call.actor)
    const rows = [...found].map(([code, others]) => ({ code, others })).sort((a, b) => (a.code < b.code ? -1 : 1))
    return { ok: true, body: pageInOrder(rows, call.query, ({ code }) => code) }
  },
})

export const lookEndpoints = [warnings, similar, similarInEvent]
