import { z } from 'zod'
import { problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, type Reply } from '@/features/api/schema'
import { announceDecisions, type BatchRefused, decideProposals } from '../commands/decide'
import { undoMoves } from '../commands/undo'
import { DECISIONS, STATES } from '../schema'
import { AnnouncementBatch, DecisionBatch, UndoBatch } from '../schema/batches'
import { REFUSALS } from '../table'

const isDistinct = (codes: string[]) => new Set(codes).size === codes.length

const Decisions = DecisionBatch.refine(({ items }) => isDistinct(items.map(({ code }) => code)), {
  path: ['items'],
  message: 'A proposal is named twice',
})

/** Each refused item under its place in the body. A code that nobody here has is a fault of the body. */
function refused({ reason, refused: items }: BatchRefused, codes: string[], pathOf: (index: number) => string): Reply {
  const errors = items.map((item) => ({ path: pathOf(codes.indexOf(item.code)), message: REFUSALS[item.reason] }))
  const isUnknown = items.some((item) => item.reason === 'not-found')
  return problem(isUnknown ? 'invalid' : reason, REFUSALS[isUnknown ? 'invalid' : reason], { errors })
}

const decide = endpoint('POST /events/{event}/decisions', {
  summary: 'Accepts, puts on the waiting list, rejects: all of it or nothing; nobody is told yet',
  body: Decisions,
  answer: z.object({
    items: z.array(z.object({ code: z.string(), from: z.enum(STATES), to: z.enum([...STATES, ...DECISIONS]) })),
    dryRun: z.boolean(),
  }),
  handle: async (call) => {
    const result = await decideProposals(callerOf(call), eventOf(call), call.body, call.now)
    const codes = call.body.items.map(({ code }) => code)
    if (!result.ok) return refused(result, codes, (index) => `/items/${index}`)
    return { ok: true, body: { items: result.items, dryRun: call.body.dryRun } }
  },
})

const announce = endpoint('POST /events/{event}/decisions/announce', {
  summary: 'Tells the speakers; a dry run answers with the mails and sends none',
  body: AnnouncementBatch,
  answer: z.object({
    messages: z.array(z.object({ to: z.string(), subject: z.string(), text: z.string() })),
    announced: z.int(),
  }),
  handle: async (call) => {
    const result = await announceDecisions(callerOf(call), eventOf(call), call.body, call.now)
    if (!result.ok) return refused(result, call.body.codes, (index) => `/codes/${index}`)
    return { ok: true, body: { messages: result.messages, announced: result.announced } }
  },
})

const undo = endpoint('POST /events/{event}/decisions/undo', {
  summary:
    'Brings back what was before the last recommendation, decision, correction or promotion: all of them or none',
  body: UndoBatch.refine(({ items }) => isDistinct(items.map(({ code }) => code)), {
    path: ['items'],
    message: 'A proposal is named twice',
  }),
  answer: z.object({ undone: z.array(z.string()).describe('Codes') }),
  handle: async (call) => {
    const result = await undoMoves(callerOf(call), eventOf(call), call.body, call.now)
    const codes = call.body.items.map(({ code }) => code)
    if (!result.ok) return refused(result, codes, (index) => `/items/${index}`)
    return { ok: true, body: { undone: result.undone } }
  },
})

export const decisionEndpoints = [decide, announce, undo]
