import { asciiSlug, oneLine, plainText } from '@/lib/text'
import { dateExists, datesBetween, dayEnd, dayOf, dayStart } from '@/lib/time'
import { uuidOf } from '@/lib/uuid'
import type { ReleasedSchedule, ReleasedSlot, Room, ScheduledEvent, ScheduledSpeaker } from '../schema'
import { eventUrl, personUrl, siteUrl, slotUrl } from './addresses'

/** The confirmed part of a released schedule with everything resolved that formats name. */
export interface Programme {
  days: ListedDay[]
  rooms: ListedRoom[]
  /** In order of time. */
  listings: Listing[]
}

/** From `start`, 04:00 of `date`, to `end`, the last minute before 04:00 of the next. */
export interface ListedDay {
  index: number
  date: string
  start: Date
  end: Date
  rooms: { room: ListedRoom; listings: Listing[] }[]
}

export interface ListedRoom {
  slug: string
  /** Distinct among the rooms: some formats know a room by its name. */
  name: string
  guid: string
  capacity: number | null
}

/** One slot. Its texts hold nothing that a format could not carry. */
export interface Listing {
  slot: ReleasedSlot
  guid: string
  slug: string
  /** On the first slot of a session only: readers want a code to be unique in a file. */
  code: string | null
  startsAt: Date
  endsAt: Date
  room: ListedRoom
  title: string
  abstract: string
  track: string | null
  persons: ListedPerson[]
  url: string
}

export interface ListedPerson {
  id: number
  guid: string
  name: string
  affiliation: string | null
  biography: string | null
  url: string
}

/** Every date of the event is a day, and so is every other date that has a slot: nothing is dropped for lying outside. */
export function programmeOf(schedule: ReleasedSchedule): Programme {
  const { timeZone, startsOn, endsOn } = schedule.event
  const rooms = roomsOf(schedule)
  const listings = listingsOf(schedule, rooms)
  const own = datesBetween(startsOn, endsOn).filter((date) => dateExists(date, timeZone))
  const placed = listings.map((listing) => ({ listing, date: dayOf(listing.startsAt, timeZone) }))
  const dates = [...new Set([...own, ...placed.map(({ date }) => date)])].sort()
  const days = dates.map((date, position) => {
    const today = placed.filter((place) => place.date === date).map(({ listing }) => listing)
    const start = dayStart(date, timeZone)
    return { index: position + 1, date, start, end: dayEnd(date, timeZone), rooms: byRoom(rooms, today) }
  })
  return { days, rooms, listings }
}

/** The rooms of the event, and after them any that only a slot names. */
function roomsOf({ event, slots }: ReleasedSchedule): ListedRoom[] {
  const known = new Set(event.rooms.map((room) => room.slug))
  const strays = [...new Set(slots.map((slot) => slot.room))].filter((slug) => !known.has(slug))
  const rooms: Room[] = [...event.rooms, ...strays.map((slug) => ({ slug, name: slug, capacity: null }))]
  const taken = new Set<string>()
  return rooms.map(({ slug, name, guid, capacity }) => {
    let listed = oneLine(name) || slug
    while (taken.has(listed)) listed += ` (${slug})`
    taken.add(listed)
    return { slug, name: listed, guid: guid ?? uuidOf(`${eventUrl(event)}#room-${slug}`), capacity }
  })
}

function listingsOf({ event, slots }: ReleasedSchedule, rooms: ListedRoom[]): Listing[] {
  const roomBySlug = new Map(rooms.map((room) => [room.slug, room]))
  const trackBySlug = new Map(event.tracks.map((track) => [track.slug, oneLine(track.name)]))
  const coded = new Set<string>()
  const inTime = slots.filter((slot) => slot.status === 'confirmed').sort(byTime)
  return inTime.map((slot) => {
    const { session } = slot
    const room = roomBySlug.get(slot.room)
    if (room === undefined) throw new Error(`Slot ${slot.number} is in no room`)
    const isFirst = session.code !== null && !coded.has(session.code)
    if (session.code !== null) coded.add(session.code)
    const startsAt = new Date(slot.startsAt)
    return {
      slot,
      guid: uuidOf(`${siteUrl(event)}#slot-${slot.number}`),
      slug: slotSlug(event, slot),
      code: isFirst ? session.code : null,
      startsAt,
      endsAt: new Date(startsAt.getTime() + slot.minutes * 60_000),
      room,
      title: oneLine(session.title),
      abstract: plainText(session.abstract),
      track: session.track && (trackBySlug.get(session.track) ?? session.track),
      persons: session.speakers.map((speaker) => listedPerson(event, speaker)),
      url: slotUrl(event, slot),
    }
  })
}

function byTime(a: ReleasedSlot, b: ReleasedSlot): number {
  return Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.number - b.number
}

/** The acronym keeps it apart from other events' slugs, the number from the same talk given again or a title in Chinese. */
function slotSlug(event: ScheduledEvent, slot: ReleasedSlot): string {
  const words = asciiSlug(slot.session.title)
  return `${event.acronym}-${slot.number}-${words.length < 4 ? `${words}-session`.replace(/^-/, '') : words}`
}

function listedPerson(event: ScheduledEvent, speaker: ScheduledSpeaker): ListedPerson {
  return {
    id: speaker.number,
    guid: speaker.personId,
    name: oneLine(speaker.name),
    affiliation: speaker.affiliation ? oneLine(speaker.affiliation) : null,
    biography: speaker.bio ? plainText(speaker.bio) : null,
    url: personUrl(event, speaker),
  }
}

function byRoom(rooms: ListedRoom[], listings: Listing[]): ListedDay['rooms'] {
  return rooms
    .map((room) => ({ room, listings: listings.filter((listing) => listing.room === room) }))
    .filter((group) => group.listings.length > 0)
}
