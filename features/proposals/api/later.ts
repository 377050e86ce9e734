import { z } from 'zod'
import type { Person } from '@/features/access/schema'
import { nothingHere, pointer, problem } from '@/features/api/rules'
import { eventOf, named, personEndpoint, type Reply } from '@/features/api/schema'
import { TypedAnswers } from '@/features/calls/schema/typed'
import { saveLaterAnswers } from '../commands/later'
import { getLaterAnswers } from '../queries/later'
import { STATES } from '../schema'
import { REFUSALS } from '../table'
import { type Asked, codeOf } from './resource'

const LaterAnswer = named(
  'LaterAnswers',
  z.object({
    code: z.string(),
    state: z.enum(STATES),
    questions: z.array(z.string()).describe('The keys of what can still be answered: `GET …/questions` says more'),
    answers: TypedAnswers.describe('About the proposal'),
    aboutMe: TypedAnswers.describe('What its reader answered about themselves'),
    unanswered: z
      .array(z.object({ key: z.string(), label: z.string(), by: z.string().nullable() }))
      .describe('What is required and missing; `by` names who is to answer, null: any of its speakers'),
  }),
)

async function laterOf(call: Asked, person: Person) {
  const later = await getLaterAnswers(person, codeOf(call), call.now)
  return later?.event.slug === eventOf(call).slug ? later : null
}

type Later = NonNullable<Awaited<ReturnType<typeof laterOf>>>

function bodyOf({ code, state, questions, answers, aboutMe, unanswered }: Later): z.infer<typeof LaterAnswer> {
  const owed = unanswered.map(({ key, label, by }) => ({ key, label, by: by?.name ?? null }))
  return { code, state, questions: questions.map(({ key }) => key), answers, aboutMe, unanswered: owed }
}

const reply = (later: Later | null): Reply =>
  later ? { ok: true, body: bodyOf(later), version: later.version } : nothingHere()

const get = personEndpoint('GET /events/{event}/proposals/{code}/answers', {
  summary: 'What a speaker can still answer once the text stands: after the close, or once it is accepted',
  answer: LaterAnswer,
  handle: async (call, person) => reply(await laterOf(call, person)),
})

const update = personEndpoint('PATCH /events/{event}/proposals/{code}/answers', {
  summary: 'Answers it; what is left out stays as it is, and a text without a word takes an answer back',
  body: z.object({ answers: TypedAnswers.default({}), aboutMe: TypedAnswers.default({}) }),
  answer: LaterAnswer,
  handle: async (call, person) => {
    const before = await laterOf(call, person)
    if (!before) return nothingHere()
    const input = {
      version: call.version ?? 0,
      answers: { ...before.answers, ...call.body.answers },
      aboutMe: { ...before.aboutMe, ...call.body.aboutMe },
    }
    const outcome = await saveLaterAnswers(person, eventOf(call), before.code, input, call.now)
    const current = await laterOf(call, person)
    if (outcome.ok) return reply(current)
    if (outcome.reason === 'incomplete') {
      const errors = outcome.errors.map(({ path, message }) => ({ path: pointer(path), message }))
      return problem(outcome.reason, REFUSALS.incomplete, { errors })
    }
    const now = current ? { current: bodyOf(current), version: current.version } : {}
    return problem(outcome.reason, REFUSALS[outcome.reason], outcome.reason === 'overtaken' ? now : {})
  },
})

export const laterEndpoints = [get, update]
