import { z } from 'zod'
import type { Actor, AuthorizedEvent } from '@/features/access/schema'
import { nothingHere, pageInOrder } from '@/features/api/rules'
import { endpoint, eventOf, listOf, named, Page } from '@/features/api/schema'
import type { StoredCalibration } from '@/features/ranking/schema'
import { statisticCsv } from './formats/csv'
import { statisticsOf } from './queries/statistics'
import { STATISTICS } from './schema'

type Calibrate = (event: AuthorizedEvent, actor: Actor) => Promise<StoredCalibration>

const StatisticAnswer = named(
  'Statistic',
  z.object({
    name: z.enum(STATISTICS),
    title: z.string(),
    note: z.string().optional(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.union([z.string(), z.number()]))),
  }),
)

/** The numbers of an event; the scores are calibrated by whoever is given. */
export function statisticEndpoints(calibrate: Calibrate) {
  const made = (event: AuthorizedEvent, actor: Actor) => statisticsOf(event, actor, () => calibrate(event, actor))
  const list = endpoint('GET /events/{event}/statistics', {
    summary: 'What there is to know of an event’s call and reviews, each as a table',
    query: Page,
    answer: listOf(StatisticAnswer),
    handle: async (call) => {
      const statistics = made(eventOf(call), call.actor)
      const { items, nextCursor } = pageInOrder(STATISTICS, call.query, (name) => name)
      return { ok: true, body: { items: await Promise.all(items.map((name) => statistics[name]())), nextCursor } }
    },
  })
  const get = endpoint('GET /events/{event}/statistics/{name}', {
    summary: 'One table, as JSON or as CSV for spreadsheets',
    query: z.object({ format: z.enum(['json', 'csv']).default('json') }),
    answer: StatisticAnswer,
    media: ['text/csv'],
    handle: async (call) => {
      const [event, name] = [eventOf(call), STATISTICS.find((one) => one === call.params.name)]
      if (!name) return nothingHere()
      const statistic = await made(event, call.actor)[name]()
      if (call.query.format === 'json') return { ok: true, body: statistic }
      const content = statisticCsv(statistic)
      return { ok: true, text: { type: 'text/csv; charset=utf-8', name: `${event.slug}-${name}.csv`, content } }
    },
  })
  return [list, get]
}
