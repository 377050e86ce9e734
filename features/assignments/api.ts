import { z } from 'zod'
import { problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, named, Page } from '@/features/api/schema'
import { openCursor, sealCursor } from '@/lib/cursor'
import { applyPlan, requestPlan } from './commands/plan'
import { getChange } from './queries/change'
import { getAssignmentFacts } from './queries/facts'
import { listPairs, whyOf } from './queries/pairs'
import { getSettings, waitForPlan } from './queries/plans'
import { PLAN_REFUSALS, PlanSettings, REASONS, UNMET } from './schema'

const words = <T extends string>(of: Record<T, string>) => z.enum(Object.keys(of) as [T, ...T[]])

const Pair = named(
  'Assignment',
  z.object({
    code: z.string(),
    reviewer: z.string().describe('The slug of the person'),
    why: z.array(words(REASONS)),
  }),
)

/** So long a caller waits for a plan. */
const PATIENCE = 25_000

const list = endpoint('GET /events/{event}/assignments', {
  summary: 'Who is to review what, and why',
  query: Page,
  answer: listOf(Pair),
  handle: async (call) => {
    const { limit, cursor } = call.query
    const event = eventOf(call)
    const [code, slug] = (cursor && openCursor(cursor)) || []
    const after = code && slug ? { code, slug } : null
    const { items, isLast } = await listPairs(event, call.actor, { after, limit })
    const why = whyOf(
      await getAssignmentFacts(event),
      items.map(({ proposalId, reviewerId }) => [proposalId, reviewerId]),
    )
    const last = items.at(-1)
    return {
      ok: true,
      body: {
        items: items.map(({ code, reviewerSlug, proposalId, reviewerId }) => ({
          code,
          reviewer: reviewerSlug,
          why: why.get(`${proposalId} ${reviewerId}`) ?? [],
        })),
        nextCursor: isLast || !last ? null : sealCursor([last.code, last.reviewerSlug]),
      },
    }
  },
})

const plan = endpoint('POST /events/{event}/assignments/plan', {
  summary: 'Works out who is to review what; changes nothing. A large one answers 202 before it is done',
  body: PlanSettings.partial().default({}),
  answer: z.object({
    plan: z.string().describe('What POST …/assignments applies'),
    state: z.enum(['queued', 'running', 'done']),
    add: z.array(Pair),
    remove: z.array(Pair),
    total: z.number().nullable(),
    bound: z.number().nullable().describe('No plan has a greater total'),
    optimal: z.boolean(),
    worst: z.object({ code: z.string(), total: z.number(), bound: z.number() }).nullable(),
    unmet: z.array(z.object({ code: z.string(), missing: z.int(), why: words(UNMET) })),
  }),
  handle: async (call) => {
    const event = eventOf(call)
    const stored = await getSettings(event)
    const { reviewsPerProposal = stored.reviewsPerProposal, fairness = 0.5 } = call.body
    const reviewerLoad = call.body.reviewerLoad === undefined ? stored.reviewerLoad : call.body.reviewerLoad
    const settings = { reviewsPerProposal, reviewerLoad, fairness }
    const asked = await requestPlan(callerOf(call), event, settings, call.now)
    if (!asked.ok) return problem(asked.reason, PLAN_REFUSALS[asked.reason])
    const made = await waitForPlan(event, asked.plan, PATIENCE)
    if (made?.state === 'failed' || made?.state === 'cancelled')
      return problem('not-done', made.problem ?? PLAN_REFUSALS['not-done'])
    if (!made?.result) {
      const nothing = { add: [], remove: [], total: null, bound: null, optimal: false, worst: null, unmet: [] }
      return { ok: true, status: 202, body: { plan: asked.plan, state: made?.state ?? 'queued', ...nothing } }
    }
    const { total, bound, optimal, worst } = made.result
    const { lines, unmet, worst: named } = await getChange(event, call.actor, made.result)
    const pairs = (wanted: 'add' | 'remove') =>
      lines.flatMap(({ kind, code, reviewerSlug, why }) =>
        kind === wanted ? [{ code, reviewer: reviewerSlug, why }] : [],
      )
    const body = {
      plan: asked.plan,
      state: 'done',
      add: pairs('add'),
      remove: pairs('remove'),
      ...{ total, bound, optimal },
      worst: worst && named ? { code: named.code, total: worst.total, bound: worst.bound } : null,
      unmet: unmet.map(({ code, missing, why }) => ({ code, missing, why })),
    }
    return { ok: true, body }
  },
})

const apply = endpoint('POST /events/{event}/assignments', {
  summary: 'Makes the change of a plan, all of it or nothing; refused where anything has changed since',
  body: z.object({ plan: z.uuid() }),
  answer: z.object({ added: z.int(), removed: z.int() }),
  handle: async (call) => {
    const outcome = await applyPlan(callerOf(call), eventOf(call), call.body.plan, call.now)
    if (!outcome.ok) return problem(outcome.reason, PLAN_REFUSALS[outcome.reason])
    return { ok: true, body: { added: outcome.added, removed: outcome.removed } }
  },
})

export const assignmentEndpoints = [list, plan, apply]
