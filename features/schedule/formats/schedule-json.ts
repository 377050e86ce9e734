import { oneLine } from '@/lib/text'
import { wallClock, withOffset } from '@/lib/time'
import type { ReleasedSchedule, Track } from '../schema'
import { eventUrl, scheduleUrl, siteUrl } from './addresses'
import { GENERATOR, hoursAndMinutes, TIMESLOT, typeOf, versionOf } from './c3voc'
import { type ListedDay, type ListedPerson, type ListedRoom, type Listing, programmeOf } from './programme'

const SCHEMA = 'https://c3voc.de/schedule/schema.json'
/** The schema takes slugs of two characters and more, and of zones only those named like Europe/Berlin. */
const LONG_SLUG = /^[a-z0-9_-]+[a-z0-9]$/
const KNOWN_ZONE = /^([A-Z][a-z]+\/[A-Z][a-z]+)|UTC$/

/** The schedule as schedule.json of the c3voc, for conference apps and video teams. */
export function scheduleJson(schedule: ReleasedSchedule) {
  const { event } = schedule
  const { days, rooms } = programmeOf(schedule)
  return {
    $schema: SCHEMA,
    generator: { name: GENERATOR, url: siteUrl(event) },
    schedule: {
      url: `${scheduleUrl(event)}.json`,
      version: versionOf(schedule),
      base_url: `${eventUrl(event)}/`,
      conference: {
        acronym: event.acronym,
        title: oneLine(event.name),
        start: days[0]?.date ?? event.startsOn,
        end: days.at(-1)?.date ?? event.endsOn,
        daysCount: days.length,
        timeslot_duration: TIMESLOT,
        ...(KNOWN_ZONE.test(event.timeZone) && { time_zone_name: event.timeZone }),
        ...(event.color && { colors: { primary: event.color } }),
        url: eventUrl(event),
        tracks: event.tracks.map(trackShape),
        rooms: rooms.map(roomShape),
        days: days.map((day) => dayShape(day, event.timeZone)),
      },
    },
  }
}

function trackShape({ name, slug, color }: Track) {
  return { name: oneLine(name), ...slugShape(slug), ...(color !== null && { color }) }
}

function roomShape({ name, slug, guid, capacity }: ListedRoom) {
  return { name, ...slugShape(slug), guid, capacity }
}

function slugShape(slug: string) {
  return LONG_SLUG.test(slug) ? { slug } : {}
}

function dayShape({ index, date, start, end, rooms }: ListedDay, timeZone: string) {
  return {
    index,
    date,
    day_start: withOffset(start, timeZone),
    day_end: withOffset(end, timeZone),
    rooms: Object.fromEntries(
      rooms.map(({ room, listings }) => [room.name, listings.map((listing) => eventShape(listing, timeZone))]),
    ),
  }
}

function eventShape(listing: Listing, timeZone: string) {
  const { slot, startsAt, endsAt } = listing
  return {
    guid: listing.guid,
    ...(listing.code !== null && { code: listing.code }),
    id: slot.number,
    date: withOffset(startsAt, timeZone),
    start: wallClock(startsAt, timeZone).slice(11, 16),
    end: withOffset(endsAt, timeZone),
    duration: hoursAndMinutes(slot.minutes),
    room: listing.room.name,
    slug: listing.slug,
    url: listing.url,
    title: listing.title,
    subtitle: '',
    track: listing.track,
    type: typeOf(listing),
    language: slot.session.language,
    abstract: listing.abstract,
    persons: listing.persons.map(personShape),
    links: [],
  }
}

/** The newer of the two shapes of a person: `name`, not `public_name`. */
function personShape({ id, guid, name, biography, url }: ListedPerson) {
  return { id, guid, name, biography, url }
}
