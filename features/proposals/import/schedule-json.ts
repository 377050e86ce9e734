import { z } from 'zod'
import type { Gathered } from './build'
import { lineIn } from './fields'
import { isRecord, type Reading } from './files'
import type { ScheduledEvent } from './schedule-shape'
import { slotOf } from './schedule-times'

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value ?? '')
const Person = z
  .object({ id: text, guid: text, code: text, name: text, public_name: text })
  .transform(({ id, guid, code, name, public_name }) => ({
    ...{ '#text': name || public_name, '@_id': id, '@_guid': guid, '@_code': code, '@_email': '' },
  }))
const Event = z
  .object({
    ...{ id: text, guid: text, code: text, subtitle: text, abstract: text, description: text },
    ...{ type: text, track: text, language: text, date: text, duration: text },
    title: z.string().trim().min(1, 'has no title'),
    persons: z.array(Person).nullish(),
  })
  .transform(
    ({ id, guid, code, persons, ...words }): ScheduledEvent => ({
      ...{ ...words, '@_id': id, '@_guid': guid, '@_code': code },
      persons: { person: persons ?? [] },
    }),
  )

const Schedule = z.object({
  schedule: z.object({
    conference: z.object({ days: z.array(z.object({ rooms: z.record(z.string(), z.array(Event)) })) }),
  }),
})

export interface Placed {
  place: string
  event: ScheduledEvent
  room: string
}

/** The other spelling of a schedule.xml: what pretalx and c3voc write as schedule.json. */
export const isScheduleJson = (json: unknown): boolean =>
  isRecord(json) && isRecord(json.schedule) && isRecord(json.schedule.conference)

export function placedIn(name: string, json: unknown, reading: Reading): Placed[] {
  const parsed = Schedule.safeParse(json)
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues)
      reading.problem(`${name}: ${path.map(String).join('.')}`, message)
    return []
  }
  return parsed.data.schedule.conference.days.flatMap(({ rooms }) =>
    Object.entries(rooms).flatMap(([room, events]) =>
      events.map((event) => ({ place: `${name}: event ${event['@_code'] || event['@_id']}`, event, room })),
    ),
  )
}

/** Times for what came, or comes, from pretalx itself: its sessions by their codes, all else with its title. */
export function readPretalxSchedule(
  name: string,
  json: unknown,
  found: Gathered,
  context: { reading: Reading; timeZone: string },
): void {
  for (const { place, event, room } of placedIn(name, json, context.reading)) {
    const slot = slotOf(place, event, lineIn(room, 80, context.reading, `${place}, room`), context)
    if (!slot) continue
    const proposal = event['@_code'] || null
    found.slots.push({ place, thing: { ...slot, proposal, title: proposal ? null : slot.title } })
  }
}
