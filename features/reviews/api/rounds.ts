import { z } from 'zod'
import type { AuthorizedEvent } from '@/features/access/schema'
import { nothingHere, pageInOrder, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, idOf, listOf, Moment, named, Page, type Reply } from '@/features/api/schema'
import { removeRound, type SettingsResult, saveRound } from '../commands/settings'
import { listRounds } from '../queries/rounds'
import { phaseOf } from '../rules/rounds'
import { PEERS, type RoundFacts } from '../schema'
import { RoundBody } from '../schema/api-input'
import { SETTINGS_REFUSALS } from '../schema/settings'

const RoundAnswer = named(
  'ReviewRound',
  z.object({
    id: z.string(),
    name: z.string(),
    opensAt: Moment.nullable(),
    closesAt: Moment.nullable(),
    phase: z.enum(['before', 'open', 'over']),
    isBlind: z.boolean(),
    peers: z.enum(PEERS),
    namesReviewers: z.boolean(),
    hasComments: z.boolean(),
    mayAbstain: z.boolean(),
  }),
)

const toAnswer = ({ version: _, ...round }: RoundFacts, now: Date) => ({ ...round, phase: phaseOf(round, now) })

async function read(event: AuthorizedEvent, id: string, now: Date): Promise<Reply> {
  const round = (await listRounds(event.id)).find((each) => each.id === id)
  return round ? { ok: true, body: toAnswer(round, now), version: round.version } : nothingHere()
}

/** Why it was not changed: under its field, and with what there is where somebody was first. */
export async function refusedSetting(
  { reason }: Extract<SettingsResult, { ok: false }>,
  readAgain: () => Promise<Reply>,
): Promise<Reply> {
  const [field, message] = SETTINGS_REFUSALS[reason]
  if (reason !== 'overtaken') return problem(reason, message, field ? { errors: [{ path: `/${field}`, message }] } : {})
  const now = await readAgain()
  return problem(reason, message, now.ok ? { current: now.body, version: now.version ?? 0 } : {})
}

const list = endpoint('GET /events/{event}/rounds', {
  summary: 'The rounds of reviewing and their rules, the first to open first',
  query: Page,
  answer: listOf(RoundAnswer),
  handle: async (call) => {
    const rows = (await listRounds(eventOf(call).id)).map((round) => toAnswer(round, call.now))
    return { ok: true, body: pageInOrder(rows, call.query, ({ id }) => id ?? '') }
  },
})

const get = endpoint('GET /events/{event}/rounds/{id}', {
  summary: 'One round of reviewing',
  answer: RoundAnswer,
  handle: (call) => read(eventOf(call), idOf(call), call.now),
})

const create = endpoint('POST /events/{event}/rounds', {
  summary: 'Makes a round; no two are open at once',
  body: RoundBody,
  answer: RoundAnswer,
  handle: async (call) => {
    const event = eventOf(call)
    const outcome = await saveRound(callerOf(call), event, { id: null, version: 0 }, call.body)
    if (!outcome.ok) return refusedSetting(outcome, async () => nothingHere())
    const reply = await read(event, outcome.id, call.now)
    const location = `/api/v1/events/${event.slug}/rounds/${outcome.id}`
    return reply.ok ? { ...reply, status: 201, location } : reply
  },
})

const update = endpoint('PUT /events/{event}/rounds/{id}', {
  summary: 'Sets a round anew',
  body: RoundBody,
  answer: RoundAnswer,
  handle: async (call) => {
    const [event, id] = [eventOf(call), idOf(call)]
    const outcome = await saveRound(callerOf(call), event, { id, version: call.version ?? 0 }, call.body)
    const again = () => read(event, id, call.now)
    return outcome.ok ? again() : refusedSetting(outcome, again)
  },
})

const remove = endpoint('DELETE /events/{event}/rounds/{id}', {
  summary: 'Removes a round in which nothing was said; its own criteria go with it',
  handle: async (call) => {
    const outcome = await removeRound(callerOf(call), eventOf(call), idOf(call))
    return outcome.ok ? { ok: true } : refusedSetting(outcome, async () => nothingHere())
  },
})

export const roundEndpoints = [list, get, create, update, remove]
