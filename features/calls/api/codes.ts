import { z } from 'zod'
import { nothingHere, pageInOrder, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, idOf, listOf, Moment, named, Page } from '@/features/api/schema'
import { addCode, endCode } from '../commands/codes'
import { getCallSettings } from '../queries/settings'
import { CALL_REFUSALS } from '../rules/refusals'
import { CodeInput } from '../schema/api-input'

const CodeAnswer = named(
  'AccessCode',
  z.object({
    id: z.string(),
    code: z.string(),
    note: z.string(),
    mostUses: z.int().nullable(),
    uses: z.int(),
    expiresAt: Moment.nullable(),
  }),
)

const list = endpoint('GET /events/{event}/calls/{kind}/codes', {
  summary: 'The access codes of a call, the latest first',
  query: Page,
  answer: listOf(CodeAnswer),
  handle: async (asked) => {
    const call = await getCallSettings(eventOf(asked), asked.params.kind ?? '')
    return call ? { ok: true, body: pageInOrder(call.codes, asked.query, ({ id }) => id) } : nothingHere()
  },
})

const add = endpoint('POST /events/{event}/calls/{kind}/codes', {
  summary: 'Makes an access code: it lets in late, or to a call by invitation',
  body: CodeInput,
  answer: CodeAnswer,
  handle: async (asked) => {
    const facts = { kind: asked.params.kind ?? '', ...asked.body }
    const outcome = await addCode(callerOf(asked), eventOf(asked), facts)
    if (!outcome.ok) return problem(outcome.reason, CALL_REFUSALS[outcome.reason])
    const { id, code } = outcome
    return { ok: true, status: 201, body: { id, code, ...asked.body, uses: 0 } }
  },
})

const end = endpoint('POST /events/{event}/codes/{id}/end', {
  summary: 'Ends an access code: it lets nobody in from now on',
  handle: async (asked) => {
    const outcome = await endCode(callerOf(asked), eventOf(asked), idOf(asked), asked.now)
    return outcome.ok ? { ok: true } : nothingHere()
  },
})

export const codeEndpoints = [list, add, end]
