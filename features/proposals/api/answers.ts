import { z } from 'zod'
import type { AuthorizedEvent } from '@/features/access/schema'
import { pageInOrder, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, Moment, named, Page, type Reply } from '@/features/api/schema'
import { orderWaitlist, saveAnswerPolicy } from '../commands/promote'
import { type AnswerLine, listAnswers } from '../queries/confirmation'
import { getAnswerPolicy } from '../queries/policy'
import { Code } from '../schema'
import { PolicyBody, PROMOTIONS } from '../schema/policy'

const toLine = ({ code, title, track, format, answerBy, announced, rank }: AnswerLine) => ({
  ...{ code, title, track, format, answerBy, announced, rank },
})

const STANDINGS = ['silent', 'asked', 'waiting'] as const

const list = endpoint('GET /events/{event}/answers', {
  summary: 'Whose answer is missing: silent past the day, asked and in time, or on the waiting list in its order',
  query: Page.extend({ standing: z.enum(STANDINGS).optional() }),
  answer: listOf(
    z.object({
      standing: z.enum(STANDINGS),
      code: z.string(),
      title: z.string(),
      track: z.string().nullable(),
      format: z.string().nullable(),
      answerBy: Moment.nullable(),
      announced: z.string().nullable(),
      rank: z.int().nullable(),
    }),
  ),
  handle: async (call) => {
    const found = await listAnswers(eventOf(call), call.actor, call.now)
    const rows = STANDINGS.filter((one) => !call.query.standing || one === call.query.standing).flatMap((standing) =>
      found[standing].map((line) => ({ standing, ...toLine(line) })),
    )
    return { ok: true, body: pageInOrder(rows, call.query, ({ code }) => code) }
  },
})

const PolicyAnswer = named(
  'AnswerPolicy',
  z.object({
    days: z.int(),
    until: z.iso.date().nullable(),
    reminderDays: z.array(z.int()),
    silenceDeclines: z.boolean(),
    promotion: z.enum(PROMOTIONS),
    promotesSince: Moment.nullable(),
  }),
)

async function readPolicy(event: AuthorizedEvent): Promise<{ ok: true; body: object; version: number }> {
  const { version, ...body } = await getAnswerPolicy(event.id)
  return { ok: true, body, version }
}

const getPolicy = endpoint('GET /events/{event}/answers/policy', {
  summary: 'How the event asks accepted speakers for their answer, and what becomes of silence and of free places',
  answer: PolicyAnswer,
  handle: (call) => readPolicy(eventOf(call)),
})

const putPolicy = endpoint('PUT /events/{event}/answers/policy', {
  summary: 'Sets it anew; a rule of promotion fills the places that become free from now on',
  body: PolicyBody,
  answer: PolicyAnswer,
  handle: async (call): Promise<Reply> => {
    const event = eventOf(call)
    const form = { ...call.body, version: call.version ?? 0 }
    const outcome = await saveAnswerPolicy(callerOf(call), event, form, call.now)
    const now = await readPolicy(event)
    if (outcome.ok) return now
    return problem(outcome.reason, 'This was changed in the meantime.', { current: now.body, version: now.version })
  },
})

const order = endpoint('POST /events/{event}/waitlist', {
  summary: 'Gives the waiting list its order, the first to be promoted first; what is not named keeps its place',
  body: z.object({ codes: z.array(Code).max(5_000) }),
  answer: z.object({ ordered: z.int() }),
  handle: async (call) => {
    const { waiting } = await listAnswers(eventOf(call), call.actor, call.now)
    const errors = call.body.codes.flatMap((code, at) =>
      waiting.some((line) => line.code === code)
        ? []
        : { path: `/codes/${at}`, message: 'It is not on the waiting list' },
    )
    if (errors.length > 0) return problem('invalid', 'Some fields are not right.', { errors })
    const places = call.body.codes.map((code, at) => ({ code, place: at + 1 }))
    return { ok: true, body: { ordered: await orderWaitlist(callerOf(call), eventOf(call), places) } }
  },
})

export const answerEndpoints = [list, getPolicy, putPolicy, order]
