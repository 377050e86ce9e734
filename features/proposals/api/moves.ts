import { z } from 'zod'
import { can } from '@/features/access/rules'
import { nothingHere, pageInOrder, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, Moment, named, Page, type Reply } from '@/features/api/schema'
import { recommendProposal } from '../commands/decide'
import type { BatchRefused } from '../commands/judge'
import { lapseProposal, promoteProposal } from '../commands/promote'
import { getProposal } from '../queries/committee-one'
import { getResource } from '../queries/resource'
import { listUndoable } from '../queries/undoable'
import { Decision } from '../schema'
import { moveRow, REFUSALS } from '../table'
import { type Asked, codeOf, found, ProposalAnswer } from './resource'

const MoveAnswer = named(
  'Move',
  z.object({
    id: z.string().describe('What `undo` wants to be told'),
    move: z.string(),
    at: Moment,
    side: z.enum(['speaker', 'committee']),
    decision: z.string().nullable(),
    by: z.string().nullable().describe('Null where it is not known, or not to be known'),
    canUndo: z.boolean(),
  }),
)

const log = endpoint('GET /events/{event}/proposals/{code}/moves', {
  summary: 'The life of a proposal, move by move, as far as its reader may know it',
  query: Page,
  answer: listOf(MoveAnswer),
  handle: async (call) => {
    const event = eventOf(call)
    const proposal = await getProposal(event, call.actor, codeOf(call))
    if (!proposal) return nothingHere()
    const mayUndo = can(call.actor, 'decide', 'decisions', { eventId: event.id })
    const last = mayUndo ? (await listUndoable(event, [proposal.code])).get(proposal.code) : null
    const rows = proposal.moves.map((move) => ({ ...move, canUndo: move.id === last?.id }))
    return { ok: true, body: pageInOrder(rows, call.query, ({ id }) => id) }
  },
})

/** What one may not know of is not there. */
async function answerOf(call: Asked, outcome: { ok: true } | BatchRefused): Promise<Reply> {
  const resource = await getResource(eventOf(call), call.actor, codeOf(call), call.now)
  if (outcome.ok || !resource) return found(resource)
  const errors = outcome.refused.flatMap(({ names = [] }) =>
    names.map((name) => ({ path: '', message: `{${name}} has nothing to say` })),
  )
  return problem(outcome.reason, REFUSALS[outcome.reason], errors.length > 0 ? { errors } : {})
}

const recommend = endpoint('POST /events/{event}/proposals/{code}/recommend', {
  summary: moveRow('recommend').does,
  body: z.object({ decision: Decision }),
  answer: ProposalAnswer,
  handle: async (call) => {
    const wanted = { code: codeOf(call), decision: call.body.decision }
    return answerOf(call, await recommendProposal(callerOf(call), eventOf(call), wanted, call.now))
  },
})

const promote = endpoint('POST /events/{event}/proposals/{code}/promote', {
  summary: moveRow('promote').does,
  answer: ProposalAnswer,
  handle: async (call) => answerOf(call, await promoteProposal(callerOf(call), eventOf(call), codeOf(call), call.now)),
})

const lapse = endpoint('POST /events/{event}/proposals/{code}/lapse', {
  summary: moveRow('lapse').does,
  answer: ProposalAnswer,
  handle: async (call) => answerOf(call, await lapseProposal(callerOf(call), eventOf(call), codeOf(call), call.now)),
})

export const moveEndpoints = [log, recommend, promote, lapse]
