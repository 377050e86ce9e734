import { z } from 'zod'
import { can } from '@/features/access/rules'
import type { Actor, AuthorizedEvent } from '@/features/access/schema'
import { nothingHere, pageInOrder, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, Moment, named, Page, type Reply } from '@/features/api/schema'
import { copyFrom } from '../commands/copy'
import * as commands from '../commands/questions'
import { listQuestions } from '../queries/questions'
import { getFormSettings } from '../queries/settings'
import { conditionSentence, QUESTION_REFUSALS } from '../rules/refusals'
import { QuestionInput } from '../schema/api-input'
import { LIMIT_UNITS, QUESTION_ABOUTS, QUESTION_AUDIENCES, QUESTION_KINDS, type Question } from '../schema/question'

const QuestionAnswer = named(
  'Question',
  z.object({
    key: z.string(),
    about: z.enum(QUESTION_ABOUTS).describe('Whom it is about, which is who answers it'),
    kind: z.enum(QUESTION_KINDS),
    call: z.string().nullable(),
    label: z.string(),
    help: z.string(),
    audience: z.enum(QUESTION_AUDIENCES).describe('Who reads the answers'),
    isRequired: z.boolean(),
    isForAccepted: z.boolean().describe('Asked only of speakers who were told that it is accepted'),
    requiredFrom: Moment.nullable(),
    frozenFrom: Moment.nullable(),
    limit: z.int().nullable(),
    limitUnit: z.enum(LIMIT_UNITS),
    min: z.number().nullable(),
    max: z.number().nullable(),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
    conditions: z
      .array(z.object({ on: z.string(), is: z.array(z.string()) }))
      .describe(
        'It is asked where all of them hold; a condition holds for any of its values, or without one for any answer',
      ),
  }),
)

/** What the committee asks of itself is not shown to those whom it asks nothing. */
async function listSeen(event: AuthorizedEvent, actor: Actor): Promise<Question[]> {
  const seesAll = can(actor, 'list', 'reviews/own', { eventId: event.id })
  return (await listQuestions(event.id)).filter(({ about }) => seesAll || about !== 'reviewer')
}

const versionOf = async (event: AuthorizedEvent) => (await getFormSettings(event)).formVersion

const list = endpoint('GET /events/{event}/questions', {
  summary: 'What the form of an event asks, in its order. The ETag is the version of the whole form',
  query: Page.extend({ about: z.enum(QUESTION_ABOUTS).optional(), call: z.string().max(80).optional() }),
  answer: listOf(QuestionAnswer),
  handle: async (asked) => {
    const event = eventOf(asked)
    const { about, call } = asked.query
    const asks = (question: Question) =>
      (!about || question.about === about) && (!call || question.call === null || question.call === call)
    const questions = (await listSeen(event, asked.actor)).filter(asks)
    const body = pageInOrder(questions, asked.query, ({ key }) => key)
    return { ok: true, body, version: await versionOf(event) }
  },
})

async function read(event: AuthorizedEvent, actor: Actor, key: string): Promise<Reply> {
  const question = (await listSeen(event, actor)).find((each) => each.key === key)
  return question ? { ok: true, body: question, version: await versionOf(event) } : nothingHere()
}

const get = endpoint('GET /events/{event}/questions/{key}', {
  summary: 'One question. The ETag is the version of the whole form',
  answer: QuestionAnswer,
  handle: (asked) => read(eventOf(asked), asked.actor, asked.params.key ?? ''),
})

function refused(outcome: commands.QuestionRefusal): Reply {
  if (outcome.reason === 'conditions') {
    const message = conditionSentence(outcome.problem, outcome.label)
    return problem(outcome.reason, message, { errors: [{ path: '/conditions', message }] })
  }
  if (outcome.reason === 'option-chosen') {
    const message = `“${outcome.label}” was chosen already: keep its value.`
    return problem(outcome.reason, message, { errors: [{ path: '/options', message }] })
  }
  return problem(outcome.reason, QUESTION_REFUSALS[outcome.reason])
}

const create = endpoint('POST /events/{event}/questions', {
  summary: 'Asks one more, at the end of the form',
  body: QuestionInput,
  answer: QuestionAnswer,
  handle: async (asked) => {
    const event = eventOf(asked)
    const wanted = { key: null, version: null, question: { ...asked.body, key: '' } }
    const outcome = await commands.saveQuestion(callerOf(asked), event, wanted)
    if (!outcome.ok) return refused(outcome)
    const location = `/api/v1/events/${event.slug}/questions/${outcome.key}`
    const reply = await read(event, asked.actor, outcome.key)
    return reply.ok ? { ...reply, status: 201, location } : reply
  },
})

const update = endpoint('PUT /events/{event}/questions/{key}', {
  summary: 'Asks it otherwise',
  body: QuestionInput,
  answer: QuestionAnswer,
  handle: async (asked) => {
    const [event, key] = [eventOf(asked), asked.params.key ?? '']
    const wanted = { key, version: asked.version ?? 0, question: { ...asked.body, key } }
    const outcome = await commands.saveQuestion(callerOf(asked), event, wanted)
    if (!outcome.ok && outcome.reason !== 'overtaken') return refused(outcome)
    const now = await read(event, asked.actor, key)
    if (outcome.ok || !now.ok) return now
    return problem('overtaken', QUESTION_REFUSALS.overtaken, { current: now.body, version: now.version ?? 0 })
  },
})

const remove = endpoint('DELETE /events/{event}/questions/{key}', {
  summary: 'Asks it no more; what was answered stays asked',
  handle: async (asked) => {
    const event = eventOf(asked)
    const facts = { key: asked.params.key ?? '', version: asked.version }
    const outcome = await commands.removeQuestion(callerOf(asked), event, facts)
    return outcome.ok ? { ok: true } : refused(outcome)
  },
})

const move = endpoint('POST /events/{event}/questions/{key}/move', {
  summary: 'Puts it one place up or down in the form',
  body: z.object({ to: z.enum(['up', 'down']) }),
  answer: QuestionAnswer,
  handle: async (asked) => {
    const [event, key] = [eventOf(asked), asked.params.key ?? '']
    const by = asked.body.to === 'up' ? (-1 as const) : (1 as const)
    const outcome = await commands.moveQuestion(callerOf(asked), event, { key, version: null, by })
    return outcome.ok ? read(event, asked.actor, key) : refused(outcome)
  },
})

const copy = endpoint('POST /events/{event}/questions/copy', {
  summary: 'Takes over from an earlier event what this one does not have: formats, tracks, levels, tags, questions',
  body: z.object({ from: z.string().max(80).describe('The slug of an event whose settings you may see') }),
  answer: z.object({ questions: z.int().describe('How many came') }),
  handle: async (asked) => {
    const outcome = await copyFrom(callerOf(asked), eventOf(asked), asked.body.from)
    if (outcome.ok) return { ok: true, body: { questions: outcome.questions } }
    const message = 'There is no such event to copy from.'
    return problem('invalid', message, { errors: [{ path: '/from', message }] })
  },
})

export const questionEndpoints = [list, get, create, update, remove, move, copy]
