import type {
  DraftSlot,
  ReleasedSchedule,
  ReleasedSlot,
  ScheduledEvent,
  ScheduledSession,
  ScheduledSpeaker,
} from '@/features/schedule/schema'

export function aScheduledEvent(says: Partial<ScheduledEvent> = {}): ScheduledEvent {
  return {
    slug: 'meshcon-2027',
    name: 'MeshCon 2027',
    acronym: 'meshcon2027',
    timeZone: 'Europe/Berlin',
    startsOn: '2027-10-17',
    endsOn: '2027-10-18',
    place: 'Old Gasworks, Berlin',
    geo: { lat: 52.535, lon: 13.4194 },
    url: 'https://lectern.example.org',
    color: '#0a5c4a',
    tracks: [
      { slug: 'data-plane', name: 'Data plane', color: '#aa3300' },
      { slug: 'x', name: 'X', color: null },
    ],
    rooms: [
      { slug: 'great-hall', name: 'Great Hall', capacity: 400 },
      { slug: 'loft', name: 'Loft, upstairs', capacity: null },
    ],
    ...says,
  }
}

export function aScheduledSpeaker(number: number, says: Partial<ScheduledSpeaker> = {}): ScheduledSpeaker {
  const personId = `0a000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  return { personId, number, slug: `speaker-${number}`, name: `Ada Speaker ${number}`, ...says }
}

export function aScheduledSession(says: Partial<ScheduledSession> = {}): ScheduledSession {
  return {
    code: 'ABC234',
    title: 'Retries considered',
    abstract: 'When to try again,\nand when not to.',
    format: { slug: 'talk', name: 'Talk (30 minutes)' },
    track: 'data-plane',
    level: 'intermediate',
    language: 'en',
    speakers: [aScheduledSpeaker(1)],
    ...says,
  }
}

export function aDraftSlot(number: number, says: Partial<DraftSlot> = {}): DraftSlot {
  const session = aScheduledSession()
  return { number, startsAt: '2027-10-17T09:00:00Z', minutes: 30, room: 'great-hall', session, ...says }
}

export function aReleasedSlot(number: number, says: Partial<ReleasedSlot> = {}): ReleasedSlot {
  return { ...aDraftSlot(number), status: 'confirmed', sequence: 0, lastModified: '2027-08-01T12:00:00Z', ...says }
}

export function aReleasedSchedule(says: Partial<ReleasedSchedule> = {}): ReleasedSchedule {
  return {
    event: aScheduledEvent(),
    release: { number: 1, name: 'First', releasedAt: '2027-08-01T12:00:00Z' },
    slots: [aReleasedSlot(1)],
    ...says,
  }
}
