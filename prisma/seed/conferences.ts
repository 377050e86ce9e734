import type { Role } from '@/features/access/schema'
import type { Context } from './context'
import { addDays } from './days'
import type { TrackWord } from './topics'

export interface Format {
  slug: string
  name: string
  minutes: number
}
export interface Room {
  slug: string
  name: string
  capacity: number
}

/** What an invented conference is, before its rows are made. */
export interface Plan {
  slug: string
  acronym: string
  name: string
  summary: string
  place: string
  timeZone: string
  startsOn: Date
  days: number
  languages: string[]
  call: { opensAt: Date; closesAt: Date; guidance: string; limitPerPerson: number | null }
  formats: Format[]
  rooms: Room[]
}

/** An event whose rows are written. */
export interface Conference extends Plan {
  id: string
  callId: string
  roundId: string
  tracks: { slug: TrackWord; name: string; color: string }[]
  levels: { slug: string; name: string }[]
  criteria: string[]
}

const TRACKS: Conference['tracks'] = [
  { slug: 'platforms', name: 'Platforms', color: '#1b4b91' },
  { slug: 'networking', name: 'Networking', color: '#0a5c4a' },
  { slug: 'observability', name: 'Observability', color: '#8a3b12' },
  { slug: 'security', name: 'Security', color: '#7a1f3d' },
  { slug: 'data', name: 'Data and machine learning', color: '#4b2e83' },
  { slug: 'community', name: 'Community and sustainability', color: '#5c4a00' },
]
const LEVELS = [
  { slug: 'beginner', name: 'Beginner' },
  { slug: 'intermediate', name: 'Intermediate' },
  { slug: 'expert', name: 'Expert' },
]
const CRITERIA = [
  { slug: 'content', name: 'Content', help: 'Is it right, and is there something to learn?', weight: 3 },
  { slug: 'relevance', name: 'Relevance', help: 'Will people at this conference care?', weight: 2 },
  { slug: 'clarity', name: 'Clarity', help: 'Does the abstract say what the audience will get?', weight: 1 },
]

export function addConference({ rows, id, today }: Context, plan: Plan): Conference {
  const { call, formats, rooms, days, ...facts } = plan
  const eventId = id('event', plan.slug)
  const callId = id('call', plan.slug)
  const part = ({ slug }: { slug: string }, position: number) => ({ id: id(plan.slug, slug), eventId, slug, position })
  rows.event.push({
    ...facts,
    id: eventId,
    parentId: null,
    endsOn: addDays(plan.startsOn, days - 1),
    website: null,
    registrationUrl: `https://tickets.example.org/${plan.slug}`,
    createdAt: addDays(call.opensAt < today ? call.opensAt : today, -20),
  })
  rows.call.push({
    ...call,
    id: callId,
    eventId,
    kind: 'talks',
    position: 0,
    timeZone: null,
    closesByDay: false,
    graceMinutes: 15,
  })
  rows.format.push(
    ...formats.map((format, at) => ({ ...part(format, at), name: format.name, minutes: format.minutes })),
  )
  rows.track.push(...TRACKS.map((track, at) => ({ ...part(track, at), name: track.name, color: track.color })))
  rows.audienceLevel.push(...LEVELS.map((level, at) => ({ ...part(level, at), name: level.name })))
  rows.reviewRound.push({
    id: id(plan.slug, 'round'),
    eventId,
    name: 'First round',
    peers: 'own',
    createdAt: addDays(today, -30),
  })
  rows.criterion.push(...CRITERIA.map((each, at) => ({ ...part(each, at), ...each, min: 1, max: 5 })))
  rows.room.push(...rooms.map((room, at) => ({ ...part(room, at), name: room.name, capacity: room.capacity })))
  const criteria = CRITERIA.map((each, at) => part(each, at).id)
  return { ...plan, id: eventId, callId, roundId: id(plan.slug, 'round'), tracks: TRACKS, levels: LEVELS, criteria }
}

/** Gives a role in one event, or everywhere. */
export function bind({ rows, id, today }: Context, role: Role, personId: string, eventId: string | null): void {
  rows.roleBinding.push({
    id: id('binding', role, personId, eventId ?? 'everywhere'),
    role: role === 'ambassador-manager' ? 'ambassador_manager' : role,
    personId,
    eventId,
    createdAt: addDays(today, -30),
  })
}
