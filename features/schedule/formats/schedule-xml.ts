import { oneLine } from '@/lib/text'
import { wallClock, withOffset } from '@/lib/time'
import { type Element, element, xmlDocument } from '@/lib/xml'
import type { ReleasedSchedule, Track } from '../schema'
import { eventUrl, scheduleUrl } from './addresses'
import { GENERATOR, hoursAndMinutes, TIMESLOT, typeOf, versionOf } from './c3voc'
import { type ListedDay, type ListedPerson, type Listing, programmeOf } from './programme'

/** The schedule as frab and Pentabarf write it (`application/vnd.c3voc.schedule+xml`), for conference apps. */
export function scheduleXml(schedule: ReleasedSchedule): string {
  const { event } = schedule
  const { days } = programmeOf(schedule)
  const root = element('schedule', {}, [
    element('generator', { name: GENERATOR }),
    element('url', {}, `${scheduleUrl(event)}.xml`),
    element('version', {}, versionOf(schedule)),
    conferenceElement(schedule, days),
    ...days.map((day) => dayElement(day, event.timeZone)),
  ])
  return xmlDocument(root)
}

function conferenceElement({ event }: ReleasedSchedule, days: ListedDay[]): Element {
  return element('conference', {}, [
    element('title', {}, oneLine(event.name)),
    element('acronym', {}, event.acronym),
    element('start', {}, days[0]?.date ?? event.startsOn),
    element('end', {}, days.at(-1)?.date ?? event.endsOn),
    element('days', {}, String(days.length)),
    element('timeslot_duration', {}, TIMESLOT),
    element('base_url', {}, `${eventUrl(event)}/`),
    element('url', {}, eventUrl(event)),
    element('time_zone_name', {}, event.timeZone),
    event.color ? element('color', { primary: event.color }) : null,
    ...event.tracks.map(trackElement),
  ])
}

function trackElement({ name, color, slug }: Track): Element {
  // The schema wants a letter first and two characters; ours may be shorter, or a year.
  return element('track', { name: oneLine(name), color, slug: /^[a-z][a-z0-9-]+$/.test(slug) ? slug : null })
}

function dayElement({ index, date, start, end, rooms }: ListedDay, timeZone: string): Element {
  const attributes = { index: String(index), date, start: withOffset(start, timeZone), end: withOffset(end, timeZone) }
  const children = rooms.map(({ room, listings }) => {
    const events = listings.map((listing) => eventElement(listing, timeZone))
    return element('room', { name: room.name, guid: room.guid }, events)
  })
  return element('day', attributes, children)
}

/** One slot: a talk given twice is two events. */
function eventElement(listing: Listing, timeZone: string): Element {
  const { slot, guid, code, startsAt, persons } = listing
  return element('event', { id: String(slot.number), guid, code }, [
    element('room', {}, listing.room.name),
    element('title', {}, listing.title),
    element('type', {}, typeOf(listing)),
    element('date', {}, withOffset(startsAt, timeZone)),
    element('start', {}, wallClock(startsAt, timeZone).slice(11, 16)),
    element('duration', {}, hoursAndMinutes(slot.minutes)),
    element('abstract', {}, listing.abstract),
    element('slug', {}, listing.slug),
    element('track', {}, listing.track ?? ''),
    persons.length > 0 ? element('persons', {}, persons.map(personElement)) : null,
    element('language', {}, slot.session.language),
    element('url', {}, listing.url),
  ])
}

function personElement({ id, guid, name }: ListedPerson): Element {
  return element('person', { id: String(id), guid }, name)
}
