import { csv } from '@/lib/csv'
import { withOffset } from '@/lib/time'
import type { ReleasedSchedule } from '../schema'
import { type Listing, programmeOf } from './programme'

const COLUMNS: Record<string, (listing: Listing, timeZone: string) => string | number | null> = {
  number: ({ slot }) => slot.number,
  code: ({ slot }) => slot.session.code,
  title: ({ title }) => title,
  speakers: ({ persons }) => persons.map((person) => person.name).join('; '),
  starts_at: ({ startsAt }, timeZone) => withOffset(startsAt, timeZone),
  ends_at: ({ endsAt }, timeZone) => withOffset(endsAt, timeZone),
  minutes: ({ slot }) => slot.minutes,
  room: ({ room }) => room.name,
  track: ({ track }) => track,
  format: ({ slot }) => slot.session.format?.name ?? null,
  level: ({ slot }) => slot.session.level,
  language: ({ slot }) => slot.session.language,
  abstract: ({ abstract }) => abstract,
  url: ({ url }) => url,
}

/** The schedule as a table (RFC 4180), one line a slot in order of time, safe to open in a spreadsheet. */
export function scheduleCsv(schedule: ReleasedSchedule): string {
  const { listings } = programmeOf(schedule)
  const lines = listings.map((listing) =>
    Object.values(COLUMNS).map((column) => column(listing, schedule.event.timeZone)),
  )
  return csv([Object.keys(COLUMNS), ...lines])
}
