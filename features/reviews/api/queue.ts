import { z } from 'zod'
import { endpoint, eventOf, listOf, Moment, named, Page, personEndpoint } from '@/features/api/schema'
import { openCursor, sealCursor } from '@/lib/cursor'
import { countCoverage, listReviewerProgress } from '../queries/progress'
import { getProgress, listQueue } from '../queries/queue'
import { getRound } from '../queries/rounds'

const Queued = named(
  'Queued',
  z.object({
    place: z.int().describe('From 1; what is assigned comes first'),
    code: z.string(),
    title: z.string(),
    format: z.string().nullable(),
    track: z.string().nullable(),
    level: z.string().nullable(),
    isAssigned: z.boolean(),
    state: z.enum(['open', 'begun', 'done', 'abstained']),
  }),
)

const queue = personEndpoint('GET /events/{event}/queue', {
  summary: 'What one may review now, in an order of one’s own; nothing in it tells who wrote what',
  query: Page,
  answer: listOf(Queued),
  handle: async (call, reviewer) => {
    const [place] = (call.query.cursor && openCursor(call.query.cursor)) || []
    const after = place && /^\d{1,6}$/.test(place) ? Number(place) : 0
    const { items, next } = await listQueue(eventOf(call), reviewer, after, call.query.limit)
    return { ok: true, body: { items, nextCursor: next === null ? null : sealCursor([String(next), '']) } }
  },
})

const mine = personEndpoint('GET /events/{event}/progress/mine', {
  summary: 'How far one is with one’s own reviews',
  answer: z.object({ total: z.int(), done: z.int(), assigned: z.int(), assignedDone: z.int() }),
  handle: async (call, reviewer) => ({ ok: true, body: await getProgress(eventOf(call), reviewer) }),
})

const all = endpoint('GET /events/{event}/progress', {
  summary: 'How far each reviewer is in the round that holds now, and how many proposals have how many reviews',
  answer: z.object({
    round: z.string(),
    reviewers: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        assigned: z.int(),
        assignedDone: z.int(),
        done: z.int(),
        abstained: z.int(),
        begun: z.int(),
        setAside: z.int(),
        comments: z.int(),
        lastAt: Moment.nullable(),
      }),
    ),
    coverage: z.array(z.object({ reviews: z.int(), proposals: z.int() })),
  }),
  handle: async (call) => {
    const event = eventOf(call)
    const round = await getRound(event.id, call.now)
    const [reviewers, coverage] = await Promise.all([
      listReviewerProgress(event, call.actor, round),
      countCoverage(event, call.actor, round),
    ])
    return { ok: true, body: { round: round.name, reviewers, coverage } }
  },
})

export const queueEndpoints = [queue, mine, all]
