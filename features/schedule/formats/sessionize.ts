import { wallClock } from '@/lib/time'
import type { ReleasedSchedule } from '../schema'
import { type ListedPerson, type ListedRoom, type Listing, programmeOf } from './programme'
import { type Category, categoriesOf, roomId } from './sessionize-categories'

/** The views of Sessionize's v2 API, which many conference apps and sites read. */
export type SessionizeView = keyof typeof SESSIONIZE_VIEWS

export const SESSIONIZE_VIEWS = {
  All: allView,
  Sessions: sessionsView,
  Speakers: speakersView,
  SpeakerWall: speakerWallView,
  GridSmart: gridSmartView,
}

function allView(schedule: ReleasedSchedule) {
  const { listings, rooms } = programmeOf(schedule)
  return {
    sessions: listings.map((listing) => ({
      ...basics(listing, schedule),
      speakers: listing.persons.map((person) => person.guid),
      categoryItems: categoriesOf(schedule, [listing]).flatMap(({ items }) => items.map((item) => item.id)),
    })),
    speakers: speakersOf(listings).map(({ person, given }) => ({
      ...speakerShape(person),
      sessions: given.map((listing) => listing.slot.number),
      categoryItems: [],
    })),
    questions: [],
    categories: categoriesOf(schedule, listings).map((category) => ({ ...category, type: 'session' })),
    rooms: rooms.map((room, sort) => ({ id: roomId(room), name: room.name, sort })),
  }
}

function sessionsView(schedule: ReleasedSchedule) {
  const sessions = programmeOf(schedule).listings.map((listing) => sessionShape(listing, schedule))
  return [{ groupId: null, groupName: 'All', isDefault: true, sessions }]
}

function speakersView(schedule: ReleasedSchedule) {
  return speakersOf(programmeOf(schedule).listings).map(({ person, given }) => ({
    ...speakerShape(person),
    sessions: given.map(({ slot, title }) => ({ id: slot.number, name: title })),
    categories: [],
  }))
}

function speakerWallView(schedule: ReleasedSchedule) {
  return speakersOf(programmeOf(schedule).listings).map(({ person }) => wallShape(person))
}

function gridSmartView(schedule: ReleasedSchedule) {
  const { days, rooms } = programmeOf(schedule)
  return days.map((day) => ({
    date: `${day.date}T00:00:00`,
    isDefault: day.index === 1,
    rooms: day.rooms.map(({ room, listings }) => ({
      ...roomShape(room),
      sessions: listings.map((listing) => sessionShape(listing, schedule)),
      hasOnlyPlenumSessions: false,
    })),
    timeSlots: timeSlotsOf(
      day.rooms.flatMap(({ listings }) => listings),
      rooms,
      schedule,
    ),
  }))
}

/** One for each moment at which something starts: `slotStart` is the wall's, so the night of a DST change has two alike. */
function timeSlotsOf(listings: Listing[], rooms: ListedRoom[], schedule: ReleasedSchedule) {
  const starts = [...new Set(listings.map((listing) => listing.startsAt.getTime()))].sort((a, b) => a - b)
  return starts.map((start) => ({
    slotStart: wallClock(new Date(start), schedule.event.timeZone).slice(11),
    rooms: listings
      .filter((listing) => listing.startsAt.getTime() === start)
      .map((listing) => ({
        ...roomShape(listing.room),
        session: sessionShape(listing, schedule),
        index: rooms.indexOf(listing.room),
      })),
  }))
}

function sessionShape(listing: Listing, schedule: ReleasedSchedule) {
  return {
    ...basics(listing, schedule),
    speakers: listing.persons.map(({ guid, name }) => ({ id: guid, name })),
    categories: categoriesOf(schedule, [listing]).map(sessionCategory),
    room: listing.room.name,
  }
}

function basics({ slot, title, abstract, startsAt, endsAt, room }: Listing, { event }: ReleasedSchedule) {
  return {
    id: String(slot.number),
    title,
    description: abstract || null,
    startsAt: wallClock(startsAt, event.timeZone),
    endsAt: wallClock(endsAt, event.timeZone),
    isServiceSession: slot.session.code === null,
    isPlenumSession: false,
    roomId: roomId(room),
    liveUrl: null,
    recordingUrl: null,
    status: 'Accepted',
    isInformed: true,
    isConfirmed: true,
    questionAnswers: [],
  }
}

function sessionCategory({ id, title, items, sort }: Category) {
  return { id, name: title, categoryItems: items.map((item) => ({ id: item.id, name: item.name })), sort }
}

function roomShape(room: ListedRoom) {
  return { id: roomId(room), name: room.name }
}

function speakersOf(listings: Listing[]): { person: ListedPerson; given: Listing[] }[] {
  const people = new Map(listings.flatMap(({ persons }) => persons.map((person) => [person.guid, person] as const)))
  return [...people.values()]
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id - b.id)
    .map((person) => ({
      person,
      given: listings.filter(({ persons }) => persons.some((other) => other.guid === person.guid)),
    }))
}

function speakerShape(person: ListedPerson) {
  const links = [{ title: 'Profile', url: person.url, linkType: 'Other' }]
  return { ...wallShape(person), bio: person.biography, links, questionAnswers: [] }
}

/** The last word of a name is its family name: a guess, which the whole name beside it makes harmless. */
function wallShape({ guid, name, affiliation }: ListedPerson) {
  const words = name.split(' ')
  const [firstName, lastName] = words.length > 1 ? [words.slice(0, -1).join(' '), words.at(-1) ?? ''] : [name, '']
  return {
    id: guid,
    firstName,
    lastName,
    fullName: name,
    tagLine: affiliation ?? '',
    profilePicture: null,
    isTopSpeaker: false,
  }
}
