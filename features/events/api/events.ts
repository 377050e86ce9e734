import { z } from 'zod'
import { problem } from '@/features/api/rules'
import { endpoint, listOf, Moment, named, Page } from '@/features/api/schema'
import { withOffset, zonedToUtc } from '@/lib/time'
import { getEvent, listEventViews } from '../queries'
import type { EventView } from '../schema'

const Choice = z.object({ slug: z.string(), name: z.string() })

const EventAnswer = named(
  'Event',
  z.object({
    slug: z.string(),
    name: z.string(),
    summary: z.string(),
    startsAt: Moment.nullable().describe('The first second of its first day there; null where no day is stated'),
    endsAt: Moment.nullable().describe('The last second of its last day there; null where no day is stated'),
    timeZone: z.string(),
    place: z.string().nullable(),
    website: z.string().nullable(),
    registrationUrl: z.string().nullable(),
    languages: z.array(z.string()),
    partOf: z.string().nullable(),
    call: z.object({
      opensAt: Moment.nullable(),
      closesAt: Moment.nullable(),
      closesByDay: z.boolean().describe('Only the day was stated: it ends with that day anywhere on Earth'),
      state: z.enum(['no-call', 'not-open-yet', 'open', 'closed']),
    }),
    formats: z.array(Choice.extend({ minutes: z.int() })),
    tracks: z.array(Choice.extend({ color: z.string().nullable() })),
    levels: z.array(Choice),
  }),
)

function toAnswer(event: EventView): z.infer<typeof EventAnswer> {
  const { slug, name, summary, startsOn, endsOn, timeZone, place, website, registrationUrl, languages, call } = event
  const { parent, formats, tracks, levels } = event
  const moment = (at: Date | null | undefined) => (at ? withOffset(at, timeZone) : null)
  const wall = (day: string | null, time: string) => moment(day ? zonedToUtc(`${day}T${time}`, timeZone).at : null)
  return {
    ...{ slug, name, summary, timeZone, place, website, registrationUrl, languages, formats, tracks, levels },
    startsAt: wall(startsOn, '00:00'),
    endsAt: wall(endsOn, '23:59:59'),
    partOf: parent?.slug ?? null,
    call: {
      opensAt: moment(call?.opensAt),
      closesAt: moment(call?.closesAt),
      closesByDay: call?.closesByDay ?? false,
      state: call?.state ?? 'no-call',
    },
  }
}

const list = endpoint('GET /events', {
  summary: 'Every event, by slug',
  query: Page,
  answer: listOf(EventAnswer),
  handle: async ({ query: { limit, cursor }, now }) => {
    const { items, next } = await listEventViews({ limit, after: cursor }, now)
    return { ok: true, body: { items: items.map(toAnswer), nextCursor: next } }
  },
})

const get = endpoint('GET /events/{event}', {
  summary: 'One event, with its call for proposals and what a proposal may choose from',
  answer: EventAnswer,
  handle: async ({ params, now }) => {
    const event = await getEvent(params.event ?? '', now)
    return event ? { ok: true, body: toAnswer(event) } : problem('not-found', 'There is no such event.')
  },
})

export const eventEndpoints = [list, get]
