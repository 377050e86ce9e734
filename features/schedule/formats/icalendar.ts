import { type CalendarEntry, icalendar } from '@/lib/icalendar'
import { oneLine, plainText } from '@/lib/text'
import type { ReleasedSchedule, ReleasedSlot, ScheduledEvent } from '../schema'
import { scheduleUrl, siteUrl, slotUrl } from './addresses'

/** The schedule as a calendar to subscribe to. Cancelled slots stay in it: calendars forget only what they are told. */
export function scheduleCalendar(schedule: ReleasedSchedule): string {
  const { event } = schedule
  const url = scheduleUrl(event)
  return icalendar({ name: oneLine(event.name), url, source: `${url}.ics` }, calendarEntries(schedule))
}

/** One slot of it, to go with a mail. */
export function slotCalendar({ event }: ReleasedSchedule, slot: ReleasedSlot): string {
  const url = slotUrl(event, slot)
  return icalendar({ name: oneLine(slot.session.title), url, source: `${scheduleUrl(event)}.ics` }, [
    entryOf(event, slot),
  ])
}

/** The same as entries, for a calendar that joins several schedules or takes only some slots of one. */
export function calendarEntries({ event, slots }: ReleasedSchedule): CalendarEntry[] {
  return [...slots].sort((a, b) => a.number - b.number).map((slot) => entryOf(event, slot))
}

function entryOf(event: ScheduledEvent, slot: ReleasedSlot): CalendarEntry {
  const { session } = slot
  const startsAt = new Date(slot.startsAt)
  const url = slotUrl(event, slot)
  const speakers = session.speakers.map((speaker) => oneLine(speaker.name)).join(', ')
  const track = event.tracks.find((each) => each.slug === session.track)
  return {
    uid: `slot-${slot.number}@${new URL(siteUrl(event)).hostname}`,
    sequence: slot.sequence,
    lastModified: new Date(slot.lastModified),
    status: slot.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    startsAt,
    endsAt: new Date(startsAt.getTime() + slot.minutes * 60_000),
    timeZone: event.timeZone,
    summary: oneLine(session.title),
    location: locationOf(event, slot),
    description: [speakers, plainText(session.abstract).trim(), url].filter(Boolean).join('\n\n'),
    url,
    geo: event.geo ?? null,
    categories: track ? [oneLine(track.name)] : [],
  }
}

function locationOf(event: ScheduledEvent, slot: ReleasedSlot): string {
  const room = event.rooms.find((each) => each.slug === slot.room)
  return [oneLine(room?.name ?? '') || slot.room, oneLine(event.place ?? '')].filter(Boolean).join(', ')
}
