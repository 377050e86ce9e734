import type { PortableSlot } from '../schema/portable'
import { lineIn, momentIn } from './fields'
import type { Reading } from './files'
import type { ScheduledEvent } from './schedule-shape'

/** The id of an event, unique in all of its schedules where it can be. */
export const idOf = (event: ScheduledEvent) => event['@_guid'] || event['@_id']

/** The time of an event; a problem where there is none. */
export function slotOf(
  place: string,
  event: ScheduledEvent,
  room: string,
  { reading, timeZone }: { reading: Reading; timeZone: string },
): PortableSlot | null {
  const startsAt = momentIn(event.date, timeZone, reading, `${place}, date`)
  const [, days = '0', hours = '', minutes = ''] = /^(?:(\d+):)?(\d{1,2}):(\d\d)$/.exec(event.duration.trim()) ?? []
  const length = Number(days) * 1_440 + Number(hours) * 60 + Number(minutes)
  if (!hours || length === 0) reading.problem(`${place}, duration`, `“${event.duration}” is no length, such as 00:45`)
  if (!startsAt || !hours || length === 0) return null
  const title = lineIn(event.title, 200, reading, `${place}, title`)
  return { id: idOf(event), proposal: null, title, room, startsAt, minutes: length }
}
