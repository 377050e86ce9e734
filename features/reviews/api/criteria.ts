import { z } from 'zod'
import type { AuthorizedEvent } from '@/features/access/schema'
import { nothingHere, pageInOrder } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, named, Page, type Reply } from '@/features/api/schema'
import { removeCriterion, saveCriterion } from '../commands/settings'
import { listCriteria } from '../queries/review'
import type { CriterionFacts } from '../schema'
import { CriterionBody } from '../schema/api-input'
import { refusedSetting } from './rounds'

const CriterionAnswer = named(
  'Criterion',
  z.object({
    slug: z.string(),
    name: z.string(),
    help: z.string(),
    min: z.int(),
    max: z.int(),
    weight: z.int(),
    position: z.int(),
    roundId: z.string().nullable().describe('Null: in every round'),
  }),
)

const toAnswer = ({ id: _, version: __, ...criterion }: CriterionFacts) => criterion

const find = async (event: AuthorizedEvent, slug: string | undefined) =>
  (await listCriteria(event.id)).find((criterion) => criterion.slug === slug)

async function read(event: AuthorizedEvent, slug: string | undefined): Promise<Reply> {
  const criterion = await find(event, slug)
  return criterion ? { ok: true, body: toAnswer(criterion), version: criterion.version } : nothingHere()
}

const list = endpoint('GET /events/{event}/criteria', {
  summary: 'What is scored, with weights, scales and help',
  query: Page,
  answer: listOf(CriterionAnswer),
  handle: async (call) => {
    const rows = (await listCriteria(eventOf(call).id)).map(toAnswer)
    return { ok: true, body: pageInOrder(rows, call.query, ({ slug }) => slug) }
  },
})

const get = endpoint('GET /events/{event}/criteria/{slug}', {
  summary: 'One criterion',
  answer: CriterionAnswer,
  handle: (call) => read(eventOf(call), call.params.slug),
})

const create = endpoint('POST /events/{event}/criteria', {
  summary: 'Makes a criterion: at most four in a round, so that a review takes six keys',
  body: CriterionBody,
  answer: CriterionAnswer,
  handle: async (call) => {
    const event = eventOf(call)
    const outcome = await saveCriterion(callerOf(call), event, { id: null, version: 0 }, call.body)
    if (!outcome.ok) return refusedSetting(outcome, async () => nothingHere())
    const made = (await listCriteria(event.id)).find(({ id }) => id === outcome.id)
    const location = `/api/v1/events/${event.slug}/criteria/${made?.slug}`
    return made ? { ok: true, status: 201, location, body: toAnswer(made), version: made.version } : nothingHere()
  },
})

const update = endpoint('PUT /events/{event}/criteria/{slug}', {
  summary: 'Sets a criterion anew; one with scores keeps its scale and its rounds',
  body: CriterionBody,
  answer: CriterionAnswer,
  handle: async (call) => {
    const event = eventOf(call)
    const criterion = await find(event, call.params.slug)
    if (!criterion) return nothingHere()
    const target = { id: criterion.id, version: call.version ?? 0 }
    const outcome = await saveCriterion(callerOf(call), event, target, call.body)
    const again = () => read(event, call.params.slug)
    return outcome.ok ? again() : refusedSetting(outcome, again)
  },
})

const remove = endpoint('DELETE /events/{event}/criteria/{slug}', {
  summary: 'Removes a criterion that nobody has scored',
  handle: async (call) => {
    const event = eventOf(call)
    const criterion = await find(event, call.params.slug)
    if (!criterion) return nothingHere()
    const outcome = await removeCriterion(callerOf(call), event, criterion.id)
    return outcome.ok ? { ok: true } : refusedSetting(outcome, async () => nothingHere())
  },
})

export const criterionEndpoints = [list, get, create, update, remove]
