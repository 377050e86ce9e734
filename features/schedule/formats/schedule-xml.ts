import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces'
import { oneLine } from '@/lib/text'
import { wallClock, withOffset } from '@/lib/time'
import type { ReleasedSchedule, Track } from '../schema'
import { eventUrl, scheduleUrl } from './addresses'
import { GENERATOR, hoursAndMinutes, TIMESLOT, typeOf, versionOf } from './c3voc'
import { type ListedDay, type ListedPerson, type Listing, programmeOf } from './programme'

/** The schedule as frab and Pentabarf write it (`application/vnd.c3voc.schedule+xml`), for conference apps. */
export function scheduleXml(schedule: ReleasedSchedule): string {
  const { event } = schedule
  const { days } = programmeOf(schedule)
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('schedule')
  root.ele('generator', { name: GENERATOR })
  leaf(root, 'url', `${scheduleUrl(event)}.xml`)
  leaf(root, 'version', versionOf(schedule))
  writeConference(root.ele('conference'), schedule, days)
  for (const day of days) writeDay(root, day, event.timeZone)
  return root.end({ prettyPrint: true })
}

function writeConference(conference: XMLBuilder, { event }: ReleasedSchedule, days: ListedDay[]) {
  leaf(conference, 'title', oneLine(event.name))
  leaf(conference, 'acronym', event.acronym)
  leaf(conference, 'start', days[0]?.date ?? event.startsOn)
  leaf(conference, 'end', days.at(-1)?.date ?? event.endsOn)
  leaf(conference, 'days', String(days.length))
  leaf(conference, 'timeslot_duration', TIMESLOT)
  leaf(conference, 'base_url', `${eventUrl(event)}/`)
  leaf(conference, 'url', eventUrl(event))
  leaf(conference, 'time_zone_name', event.timeZone)
  if (event.color) conference.ele('color', { primary: event.color })
  for (const track of event.tracks) writeTrack(conference, track)
}

function writeTrack(conference: XMLBuilder, { name, color, slug }: Track) {
  const track = conference.ele('track', { name: oneLine(name) })
  if (color !== null) track.att('color', color)
  // The schema wants a letter first and two characters; ours may be shorter or a year.
  if (/^[a-z][a-z0-9-]+$/.test(slug)) track.att('slug', slug)
}

function writeDay(root: XMLBuilder, day: ListedDay, timeZone: string) {
  const [start, end] = [withOffset(day.start, timeZone), withOffset(day.end, timeZone)]
  const parent = root.ele('day', { index: String(day.index), date: day.date, start, end })
  for (const { room, listings } of day.rooms) {
    const element = parent.ele('room', { name: room.name, guid: room.guid })
    for (const listing of listings) writeEvent(element, listing, timeZone)
  }
}

function writeEvent(room: XMLBuilder, listing: Listing, timeZone: string) {
  const { slot, startsAt } = listing
  const event = room.ele('event', { id: String(slot.number), guid: listing.guid })
  if (listing.code !== null) event.att('code', listing.code)
  leaf(event, 'room', listing.room.name)
  leaf(event, 'title', listing.title)
  leaf(event, 'type', typeOf(listing))
  leaf(event, 'date', withOffset(startsAt, timeZone))
  leaf(event, 'start', wallClock(startsAt, timeZone).slice(11, 16))
  leaf(event, 'duration', hoursAndMinutes(slot.minutes))
  leaf(event, 'abstract', listing.abstract)
  leaf(event, 'slug', listing.slug)
  leaf(event, 'track', listing.track ?? '')
  leaf(event, 'language', slot.session.language)
  if (listing.persons.length > 0) writePersons(event.ele('persons'), listing.persons)
  leaf(event, 'url', listing.url)
}

function writePersons(parent: XMLBuilder, persons: ListedPerson[]) {
  for (const { id, guid, name } of persons) parent.ele('person', { id: String(id), guid }).txt(name)
}

function leaf(parent: XMLBuilder, name: string, text: string) {
  parent.ele(name).txt(text)
}
