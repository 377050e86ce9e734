import { z } from 'zod'
import type { Person } from '@/features/access/schema'
import { nothingHere, pageInOrder, problem, refuseOvertaken, versionOfContent } from '@/features/api/rules'
import { endpoint, eventOf, listOf, Moment, named, Page, personEndpoint, type Reply } from '@/features/api/schema'
import { Instant } from '@/lib/instant'
import { oneAtATime } from '@/lib/one-at-a-time'
import { forgetNeeds, needsWord, saveNeeds } from '../commands/needs'
import { getOwnNeeds, listSpeakersFor } from '../queries/needs'
import { MOST_TIMES, Needs } from '../schema/needs'
import type { Asked } from './resource'

const Times = z.array(z.object({ startsAt: Moment, endsAt: Moment }))

const NeedsAnswer = named(
  'SpeakerNeeds',
  z.object({
    unavailable: Times.describe('When one cannot be on stage'),
    accessibility: z.string(),
    travel: z.string(),
    purgeOn: z.iso.date().nullable().describe('The day on which it is deleted'),
  }),
)

const NeedsBody = z.object({
  unavailable: z
    .array(
      z.object({ startsAt: Instant, endsAt: Instant }).refine(({ startsAt, endsAt }) => startsAt < endsAt, {
        path: ['endsAt'],
        message: 'This is not after its beginning',
      }),
    )
    .max(MOST_TIMES)
    .default([]),
  accessibility: Needs.shape.accessibility.default(''),
  travel: Needs.shape.travel.default(''),
  purgeOn: Needs.shape.purgeOn,
})

async function read(call: Asked, person: Person): Promise<Extract<Reply, { ok: true }> | null> {
  const own = await getOwnNeeds(person, eventOf(call).slug)
  if (!own) return null
  const { accessibility = '', travel = '', purgeOn = null } = own.needs ?? {}
  const day = purgeOn?.toISOString().slice(0, 10) ?? null
  const body = { unavailable: own.times, accessibility, travel, purgeOn: day }
  return { ok: true, body, version: versionOfContent(body) }
}

const get = personEndpoint('GET /events/{event}/needs/mine', {
  summary: 'When one cannot be on stage and what one needs, as told to one event; read by those alone who need it',
  answer: NeedsAnswer,
  handle: async (call, person) => (await read(call, person)) ?? nothingHere(),
})

const put = personEndpoint('PUT /events/{event}/needs/mine', {
  summary: 'Says it anew',
  body: NeedsBody,
  answer: NeedsAnswer,
  handle: (call, person) =>
    oneAtATime(needsWord(eventOf(call), person), async () => {
      const before = await read(call, person)
      if (!before) return nothingHere()
      const overtaken = refuseOvertaken(call.version, before.body)
      if (overtaken) return overtaken
      const { unavailable: times, ...needs } = call.body
      const outcome = await saveNeeds(person, eventOf(call), { times, needs }, call.now)
      return (outcome.ok && (await read(call, person))) || problem('not-found', 'You have proposed nothing here.')
    }),
})

const forget = personEndpoint('DELETE /events/{event}/needs/mine', {
  summary: 'Forgets it at once',
  handle: async (call, person) => {
    if (!(await read(call, person))) return nothingHere()
    await forgetNeeds(person, eventOf(call))
    return { ok: true }
  },
})

const availability = endpoint('GET /events/{event}/availability', {
  summary: 'Those who speak in what is accepted: when they cannot, and for chairs alone what they need',
  query: Page,
  answer: listOf(
    z.object({
      slug: z.string(),
      name: z.string(),
      sessions: z.array(z.object({ code: z.string(), title: z.string() })),
      unavailable: Times,
      needs: z
        .object({ accessibility: z.string(), travel: z.string() })
        .nullable()
        .describe('Null where there are none, or they are not for this reader'),
    }),
  ),
  handle: async (call) => {
    const people = await listSpeakersFor(eventOf(call), call.actor)
    const rows = people.map(({ times, ...person }) => ({ ...person, unavailable: times }))
    return { ok: true, body: pageInOrder(rows, call.query, ({ slug }) => slug) }
  },
})

export const needsEndpoints = [get, put, forget, availability]
