import { z } from 'zod'
import type { Actor, AuthorizedEvent } from '@/features/access/schema'
import { nothingHere, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, idOf, named, type Reply } from '@/features/api/schema'
import { applyPlan, cancelPlan, requestPlan } from '../commands/plan'
import { getChange } from '../queries/change'
import { getPlan, getSettings, type Plan, waitForPlan } from '../queries/plans'
import { PLAN_REFUSALS, PlanSettings, UNMET } from '../schema'
import { Pair, words } from './pairs'

/** So long a caller waits for a plan. */
const PATIENCE = 25_000

const PlanAnswer = named(
  'AssignmentPlan',
  z.object({
    plan: z.string().describe('What POST …/assignments applies'),
    state: z.enum(['queued', 'running', 'done', 'applied', 'cancelled', 'failed']),
    progress: z
      .object({ round: z.int(), gap: z.number().nullable() })
      .describe('Rounds of the solver, and how far from proved the best plan is'),
    settings: z.object({ reviewsPerProposal: z.int(), reviewerLoad: z.int().nullable(), fairness: z.number() }),
    add: z.array(Pair),
    remove: z.array(Pair),
    total: z.number().nullable(),
    bound: z.number().nullable().describe('No plan has a greater total'),
    optimal: z.boolean(),
    worst: z.object({ code: z.string(), total: z.number(), bound: z.number() }).nullable(),
    unmet: z.array(z.object({ code: z.string(), missing: z.int(), why: words(UNMET) })),
    hidden: z.int().describe('Changes about proposals with which you have a conflict: applied with the rest'),
    problem: z.string().nullable(),
  }),
)

const NOTHING = { add: [], remove: [], total: null, bound: null, optimal: false, worst: null, unmet: [], hidden: 0 }

/** A plan in words that people know; what it changes once it is worked out. */
async function toAnswer(event: AuthorizedEvent, actor: Actor, made: Plan) {
  const { id: plan, state, round, gap, settings, problem, result } = made
  const facts = { plan, state, progress: { round, gap }, settings, problem }
  if (!result) return { ...facts, ...NOTHING }
  const { total, bound, optimal, worst } = result
  const { lines, unmet, worst: known, hidden } = await getChange(event, actor, result)
  const pairs = (wanted: 'add' | 'remove') =>
    lines.flatMap(({ kind, code, reviewerSlug, why }) =>
      kind === wanted ? [{ code, reviewer: reviewerSlug, why }] : [],
    )
  return {
    ...facts,
    add: pairs('add'),
    remove: pairs('remove'),
    ...{ total, bound, optimal, hidden },
    worst: worst && known ? { code: known.code, total: worst.total, bound: worst.bound } : null,
    unmet: unmet.map(({ code, missing, why }) => ({ code, missing, why })),
  }
}

const plan = endpoint('POST /events/{event}/assignments/plan', {
  summary: 'Works out who is to review what; changes nothing. A large one answers 202 before it is done',
  body: PlanSettings.partial()
    .extend({ wait: z.boolean().default(true).describe('False: answers at once') })
    .default({ wait: true }),
  answer: PlanAnswer,
  handle: async (call) => {
    const event = eventOf(call)
    const stored = await getSettings(event)
    const { reviewsPerProposal = stored.reviewsPerProposal, fairness = 0.5, wait } = call.body
    const reviewerLoad = call.body.reviewerLoad === undefined ? stored.reviewerLoad : call.body.reviewerLoad
    const settings = { reviewsPerProposal, reviewerLoad, fairness }
    const asked = await requestPlan(callerOf(call), event, settings, call.now)
    if (!asked.ok) return problem(asked.reason, PLAN_REFUSALS[asked.reason])
    const answer = async (made: Plan | null): Promise<Extract<Reply, { ok: true }> | null> => {
      if (!made || made.state === 'failed' || made.state === 'cancelled') return null
      const location = `/api/v1/events/${event.slug}/assignments/plans/${asked.plan}`
      return { ok: true, status: made.result ? 200 : 202, location, body: await toAnswer(event, call.actor, made) }
    }
    const notDone = (made: Plan | null) => problem('not-done', made?.problem ?? PLAN_REFUSALS['not-done'])
    const begun = await getPlan(event, asked.plan)
    const reply = await answer(begun)
    if (!reply || !wait) return reply ?? notDone(begun)
    const afterwards = async () => {
      const made = await waitForPlan(event, asked.plan, PATIENCE)
      return (await answer(made)) ?? notDone(made)
    }
    return { ...reply, afterwards }
  },
})

const last = endpoint('GET /events/{event}/assignments/plan', {
  summary: 'The plan that was asked for last: how far it is, and what it would change',
  answer: PlanAnswer,
  handle: async (call) => {
    const made = await getPlan(eventOf(call))
    return made ? { ok: true, body: await toAnswer(eventOf(call), call.actor, made) } : nothingHere()
  },
})

const get = endpoint('GET /events/{event}/assignments/plans/{id}', {
  summary: 'The same of any plan',
  answer: PlanAnswer,
  handle: async (call) => {
    const made = await getPlan(eventOf(call), idOf(call))
    return made ? { ok: true, body: await toAnswer(eventOf(call), call.actor, made) } : nothingHere()
  },
})

const cancel = endpoint('POST /events/{event}/assignments/plans/{id}/cancel', {
  summary: 'Ends what is being worked out',
  answer: PlanAnswer,
  handle: async (call) => {
    const [event, id] = [eventOf(call), idOf(call)]
    const isEnded = await cancelPlan(callerOf(call), event, id, call.now)
    const made = await getPlan(event, id)
    if (!made) return nothingHere()
    if (!isEnded) return problem('not-done', 'This plan is not being worked out any more.')
    return { ok: true, body: await toAnswer(event, call.actor, made) }
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

export const planEndpoints = [plan, last, get, cancel, apply]
