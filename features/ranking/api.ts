import { z } from 'zod'
import { pageOf } from '@/features/api/rules'
import { endpoint, eventOf, listOf, named, Page } from '@/features/api/schema'
import { STATES } from '@/features/proposals/schema'
import { newestCalibration } from './commands/calibrate'
import { describePlaces, listPlaces } from './queries/ranking'
import { Flag } from './schema'

const RankedAnswer = named(
  'Ranked',
  z.object({
    place: z.int(),
    code: z.string(),
    title: z.string(),
    state: z.enum(STATES),
    raw: z.number().nullable().describe('Mean of the reviews, from 1 to 5'),
    rawPlace: z.int().describe('The place by the plain mean'),
    calibrated: z.number().nullable().describe('What the average reviewer would give it; null without a review'),
    low: z.number().nullable().describe('The ends of its 95 % interval'),
    high: z.number().nullable(),
    reviews: z.int(),
    flags: z.array(Flag),
  }),
)

const ranking = endpoint('GET /events/{event}/ranking', {
  summary: 'Every submitted proposal by its calibrated score, the best first',
  query: Page.extend({ state: z.enum(STATES).optional(), flag: Flag.optional() }),
  answer: listOf(RankedAnswer),
  handle: async (call) => {
    const event = eventOf(call)
    const { state, flag } = call.query
    const rows = (await listPlaces(event, call.actor, await newestCalibration(event))).filter(
      (row) => (!state || row.state === state) && (!flag || row.flags.includes(flag)),
    )
    const { items: places, nextCursor } = pageOf(rows, call.query, {
      keyOf: ({ place }) => String(place),
      isBehind: ({ place }, key) => place > Number(key),
    })
    const items = await describePlaces(event, call.actor, places)
    const lines = items.map(({ place, code, title, state, raw, rawPlace, calibrated, low, high, reviews, flags }) => ({
      ...{ place, code, title, state, raw, rawPlace, calibrated, low, high, reviews, flags },
    }))
    return { ok: true, body: { items: lines, nextCursor } }
  },
})

export const rankingEndpoints = [ranking]
