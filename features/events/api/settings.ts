import { z } from 'zod'
import { problem } from '@/features/api/rules'
import { type Call, callerOf, endpoint, eventOf, named, type Reply } from '@/features/api/schema'
import { createEvent, type EventRefusal, saveEvent } from '../commands/event'
import { getEventSettings } from '../queries/settings'
import { EventInput, NewEventInput } from '../schema/api-input'

const day = z.iso.date().nullable()

const SettingsAnswer = named(
  'EventSettings',
  z.object({
    slug: z.string(),
    acronym: z.string(),
    name: z.string(),
    summary: z.string(),
    partOf: z.string().nullable(),
    parts: z.array(z.string()),
    startsOn: day,
    endsOn: day,
    timeZone: z.string(),
    place: z.string().nullable(),
    website: z.string().nullable(),
    registrationUrl: z.string().nullable(),
    languages: z.array(z.string()),
    limitPerPerson: z.int().nullable(),
    sessionsPerPerson: z.int().nullable(),
  }),
)

async function read(call: Pick<Call<unknown, unknown>, 'event'>): Promise<{ ok: true; body: object; version: number }> {
  const settings = await getEventSettings(eventOf(call))
  const { version, slug, acronym, name, summary, timeZone, place, website, registrationUrl, languages } = settings
  const { limitPerPerson, sessionsPerPerson } = settings
  const plain = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
  const body: z.infer<typeof SettingsAnswer> = {
    ...{ slug, acronym, name, summary, timeZone, place, website, registrationUrl, languages },
    ...{ limitPerPerson, sessionsPerPerson },
    partOf: settings.parent?.slug ?? null,
    parts: settings.parts.map((part) => part.slug),
    startsOn: plain(settings.startsOn),
    endsOn: plain(settings.endsOn),
  }
  return { ok: true, body, version }
}

const REFUSALS: Record<EventRefusal, [field: string | null, detail: string]> = {
  overtaken: [null, 'This was changed in the meantime.'],
  'slug-taken': ['/slug', 'Another event has this address.'],
  'acronym-taken': ['/acronym', 'Another event has this short name.'],
  'no-such-parent': ['/partOf', 'There is no such event to be a part of.'],
  'parent-is-part': ['/partOf', 'A part of an event has no parts of its own.'],
  'language-in-use': ['/languages', 'A call offers a language that is not among these.'],
}

function refused(reason: EventRefusal): Reply {
  const [path, detail] = REFUSALS[reason]
  return problem(reason, detail, path ? { errors: [{ path, message: detail }] } : {})
}

const create = endpoint('POST /events', {
  summary: 'Makes an event, on its own or as a part of another. Its address and its short name stay for good',
  body: NewEventInput,
  answer: z.object({ slug: z.string() }),
  handle: async (call) => {
    const outcome = await createEvent(callerOf(call), call.body)
    if (!outcome.ok) return refused(outcome.reason)
    return { ok: true, status: 201, location: `/api/v1/events/${outcome.slug}`, body: { slug: outcome.slug } }
  },
})

const get = endpoint('GET /events/{event}/settings', {
  summary: 'What its chairs set of an event',
  answer: SettingsAnswer,
  handle: read,
})

const put = endpoint('PUT /events/{event}/settings', {
  summary: 'Sets it anew',
  body: EventInput,
  answer: SettingsAnswer,
  handle: async (call) => {
    const outcome = await saveEvent(callerOf(call), eventOf(call), call.version ?? 0, call.body)
    if (outcome.ok) return read(call)
    if (outcome.reason !== 'overtaken') return refused(outcome.reason)
    const { body: current, version } = await read(call)
    return problem(outcome.reason, REFUSALS.overtaken[1], { current, version })
  },
})

export const eventSettingEndpoints = [create, get, put]
