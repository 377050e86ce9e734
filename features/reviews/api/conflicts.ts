import { z } from 'zod'
import { nothingHere, problem } from '@/features/api/rules'
import { endpoint, eventOf, listOf, named, Page, personEndpoint } from '@/features/api/schema'
import { declareConflict } from '../commands/conflicts'
import { listConflicts } from '../queries/conflict-list'
import { getEvidence } from '../queries/evidence'
import { REVIEW_REFUSALS } from '../rules'
import { BECAUSE } from '../rules/conflicts'
import { NewConflict } from '../schema/forms'

const Because = z.array(z.enum(BECAUSE))

const ConflictAnswer = named(
  'Conflict',
  z.object({
    code: z.string(),
    reviewer: z.object({ slug: z.string(), name: z.string() }),
    because: Because.describe(
      '`declared`: their own word; `organization`, `mail-domain` and `co-speaker` are inferred',
    ),
    isInferred: z.boolean().describe('Nobody has declared it'),
    reason: z.string().nullable().describe('What was declared, in their own words'),
  }),
)

const list = endpoint('GET /events/{event}/conflicts', {
  summary: 'Who of the committee has a conflict of interest with what, declared and inferred',
  query: Page.extend({
    code: z.string().max(10).optional(),
    reviewer: z.string().max(80).optional().describe('The slug of a person'),
    inferred: z.stringbool().optional().describe('Only what is inferred, or only what is not'),
  }),
  answer: listOf(ConflictAnswer),
  handle: async (call) => {
    const { cursor: after, ...filter } = call.query
    const { items, next } = await listConflicts(eventOf(call), call.actor, { ...filter, after })
    const lines = items.map(({ slug, name, ...line }) => ({ ...line, reviewer: { slug, name } }))
    return { ok: true, body: { items: lines, nextCursor: next } }
  },
})

const declare = personEndpoint('POST /events/{event}/conflicts', {
  summary: 'Declares one’s own conflict of interest, for good: the proposal is not there any more for oneself',
  body: NewConflict,
  answer: z.object({ code: z.string(), reason: z.string() }),
  handle: async (call, person) => {
    const outcome = await declareConflict(person, eventOf(call), call.body)
    if (!outcome.ok) return problem(outcome.reason, REVIEW_REFUSALS[outcome.reason])
    return { ok: true, status: 201, body: call.body }
  },
})

const evidence = endpoint('GET /events/{event}/proposals/{code}/evidence', {
  summary: 'Who of the committee is connected with a proposal; a shared surname is evidence and stops nobody',
  answer: z.object({
    conflicts: z.array(
      z.object({ slug: z.string(), name: z.string(), because: Because, reason: z.string().nullable() }),
    ),
    surnames: z.array(z.object({ slug: z.string(), name: z.string(), speaker: z.string() })),
  }),
  handle: async (call) => {
    const body = await getEvidence(eventOf(call), call.actor, call.params.code ?? '')
    return body ? { ok: true, body } : nothingHere()
  },
})

export const conflictEndpoints = [list, declare, evidence]
