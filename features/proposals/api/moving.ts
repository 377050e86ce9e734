import { z } from 'zod'
import { nothingHere, pageInOrder, problem } from '@/features/api/rules'
import { eventOf, listOf, Page, personEndpoint } from '@/features/api/schema'
import { callName } from '@/features/calls/schema/call'
import { moveToCall } from '../commands/move-to-call'
import { getMove } from '../queries/moving'
import { getResource } from '../queries/resource'
import { REFUSALS } from '../table'
import { codeOf, found, ProposalAnswer } from './resource'

const list = personEndpoint('GET /events/{event}/proposals/{code}/calls', {
  summary: 'The other open calls of the event that a draft could go to, and what each would leave behind',
  query: Page,
  answer: listOf(
    z.object({
      kind: z.string(),
      name: z.string(),
      left: z.array(
        z.object({
          what: z.enum(['format', 'track', 'language', 'answer']),
          question: z.string().nullable().describe('The key of a question that is not asked there'),
          values: z.array(z.string()),
        }),
      ),
    }),
  ),
  handle: async (call, person) => {
    const move = await getMove(person, codeOf(call), call.now)
    if (move?.event.slug !== eventOf(call).slug) return nothingHere()
    const rows = move.calls.map(({ call: to, left }) => ({
      kind: to.kind,
      name: callName(to),
      left: left.map((one) =>
        one.what === 'answer'
          ? { what: one.what, question: one.question.key, values: one.values }
          : { what: one.what, question: null, values: [one.value] },
      ),
    }))
    return { ok: true, body: pageInOrder(rows, call.query, ({ kind }) => kind) }
  },
})

const move = personEndpoint('POST /events/{event}/proposals/{code}/move', {
  summary: 'Moves a draft to another open call of its event; what that call does not take stays among its versions',
  body: z.object({ call: z.string().max(80).describe('The kind of the call') }),
  answer: ProposalAnswer,
  handle: async (call, person) => {
    const [event, kind] = [eventOf(call), call.body.call]
    const outcome = await moveToCall(person, event, { code: codeOf(call), kind }, call.now)
    if (outcome.ok) return found(await getResource(event, person, codeOf(call), call.now))
    if (outcome.reason !== 'no-call') return problem(outcome.reason, REFUSALS[outcome.reason])
    const message = 'This event has no such call'
    return problem('no-call', `${message}.`, { errors: [{ path: '/call', message }] })
  },
})

export const movingEndpoints = [list, move]
