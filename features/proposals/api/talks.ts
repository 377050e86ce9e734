import { z } from 'zod'
import { nothingHere, pageInOrder, problem } from '@/features/api/rules'
import { eventOf, listOf, Moment, Page, personEndpoint } from '@/features/api/schema'
import { proposeAgain } from '../commands/again'
import { getResource } from '../queries/resource'
import { listTalks } from '../queries/talks'
import { Code, STATES } from '../schema'
import { REFUSALS } from '../table'
import { found, ProposalAnswer } from './resource'

const library = personEndpoint('GET /library', {
  summary: 'All talks that one has written for any event, with where each was proposed and given',
  query: Page,
  answer: listOf(
    z.object({
      title: z.string(),
      abstract: z.string(),
      latest: z.string().describe('The code that proposes it again'),
      appearances: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          event: z.object({ slug: z.string(), name: z.string() }),
          state: z.enum(STATES),
          updatedAt: Moment,
          isGiven: z.boolean(),
        }),
      ),
    }),
  ),
  handle: async (call, person) => {
    const rows = (await listTalks(person)).map(({ appearances, ...talk }) => ({
      ...talk,
      appearances: appearances.map(({ event: { slug, name }, ...one }) => ({ ...one, event: { slug, name } })),
    }))
    return { ok: true, body: pageInOrder(rows, call.query, ({ latest }) => latest) }
  },
})

const again = personEndpoint('POST /events/{event}/proposals/again', {
  summary: 'Makes a talk of one’s own a draft for this event; asked twice, the draft that there is already is answered',
  body: z.object({
    code: Code.describe('Of a proposal to any event'),
    call: z.string().max(80).default('').describe('The kind of the call; without it the event’s first'),
  }),
  answer: ProposalAnswer,
  handle: async (call, person) => {
    const event = eventOf(call)
    const wanted = { code: call.body.code, kind: call.body.call }
    const outcome = await proposeAgain(person, event, wanted, call.now)
    if (!outcome.ok && outcome.reason === 'not-found') return nothingHere()
    if (!outcome.ok) return problem(outcome.reason, REFUSALS[outcome.reason])
    const reply = found(await getResource(event, person, outcome.code, call.now))
    const location = `/api/v1/events/${event.slug}/proposals/${outcome.code}`
    return reply.ok ? { ...reply, status: 201, location } : reply
  },
})

export const talkEndpoints = [library, again]
