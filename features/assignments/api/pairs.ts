import { z } from 'zod'
import { problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, named, Page } from '@/features/api/schema'
import { Code } from '@/features/proposals/schema'
import { openCursor, sealCursor } from '@/lib/cursor'
import { addPair, changePairs } from '../commands/pairs'
import { getAssignmentFacts } from '../queries/facts'
import { findReviewers, listPairs, whyOf } from '../queries/pairs'
import { PAIR_REFUSALS, REASONS } from '../schema'

export const words = <T extends string>(of: Record<T, string>) => z.enum(Object.keys(of) as [T, ...T[]])

export const Pair = named(
  'Assignment',
  z.object({
    code: z.string(),
    reviewer: z.string().describe('The slug of the person'),
    why: z.array(words(REASONS)),
  }),
)

const list = endpoint('GET /events/{event}/assignments', {
  summary: 'Who is to review what, and why',
  query: Page.extend({ q: z.string().max(200).optional().describe('In code, title or the reviewer’s name') }),
  answer: listOf(
    named(
      'StandingAssignment',
      Pair.extend({
        isLocked: z.boolean().describe('No plan takes it away'),
        isReviewed: z.boolean().describe('The review is begun'),
      }),
    ),
  ),
  handle: async (call) => {
    const { limit, cursor, q = '' } = call.query
    const event = eventOf(call)
    const [code, slug] = (cursor && openCursor(cursor)) || []
    const after = code && slug ? { code, slug } : null
    const { items, isLast } = await listPairs(event, call.actor, { q, after, limit })
    const why = whyOf(
      await getAssignmentFacts(event),
      items.map(({ proposalId, reviewerId }) => [proposalId, reviewerId]),
    )
    const last = items.at(-1)
    return {
      ok: true,
      body: {
        items: items.map(({ code, reviewerSlug, proposalId, reviewerId, isLocked, isReviewed }) => ({
          ...{ code, reviewer: reviewerSlug, isLocked, isReviewed },
          why: why.get(`${proposalId} ${reviewerId}`) ?? [],
        })),
        nextCursor: isLast || !last ? null : sealCursor([last.code, last.reviewerSlug]),
      },
    }
  },
})

const NamedPair = z.object({ code: Code, reviewer: z.string().max(80).describe('The slug of the person') })
const NOBODY = '00000000-0000-0000-0000-000000000000'

const add = endpoint('POST /events/{event}/assignments/pairs', {
  summary: 'Gives a proposal to a reviewer by hand: locked, so that no plan takes it away. A conflict beats the wish',
  body: NamedPair,
  answer: NamedPair,
  handle: async (call) => {
    const { code, reviewer } = call.body
    const event = eventOf(call)
    const reviewerId = (await findReviewers(event, [reviewer])).get(reviewer) ?? NOBODY
    const outcome = await addPair(callerOf(call), event, { code, reviewerId }, call.now)
    if (outcome.ok) return { ok: true, status: 201, body: call.body }
    const path = outcome.reason === 'not-found' ? '/code' : '/reviewer'
    const message = PAIR_REFUSALS[outcome.reason]
    const reason = outcome.reason === 'not-found' ? 'invalid' : outcome.reason
    return problem(reason, message, { errors: [{ path, message }] })
  },
})

const change = endpoint('POST /events/{event}/assignments/pairs/change', {
  summary: 'Locks pairs, lets plans have them again, or takes them away: all of them or none',
  body: z.object({
    pairs: z.array(NamedPair).min(1, 'Choose at least one pair').max(5_000),
    change: z.enum(['lock', 'unlock', 'remove']),
  }),
  answer: z.object({ changed: z.int() }),
  handle: async (call) => {
    const event = eventOf(call)
    const ids = await findReviewers(
      event,
      call.body.pairs.map(({ reviewer }) => reviewer),
    )
    const pairs = call.body.pairs.map(({ code, reviewer }) => ({ code, reviewerId: ids.get(reviewer) ?? NOBODY }))
    const outcome = await changePairs(callerOf(call), event, pairs, call.body.change)
    if (outcome.ok) return { ok: true, body: { changed: pairs.length } }
    const message = PAIR_REFUSALS[outcome.reason]
    const reason = outcome.reason === 'not-found' ? 'invalid' : outcome.reason
    return problem(reason, message, { errors: [{ path: '/pairs', message }] })
  },
})

export const pairEndpoints = [list, add, change]
