import { tzOffset } from '@date-fns/tz'

/** A date without a time or zone, `2027-10-17`. */
export type PlainDate = string
/** What a clock on the wall shows, `2027-10-17T11:00` with optional seconds: meaningless without a zone. */
export type WallTime = string

/** `clear` unless the clock showed this never (`nonexistent`) or twice (`ambiguous`); `at` is then our choice. */
export interface Zoned {
  at: Date
  reading: 'clear' | 'nonexistent' | 'ambiguous'
}

const WALL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** A night's last talk belongs to the evening before: a day of an event lasts until four in the morning. */
const DAY_BEGINS = '04:00'

/** Whether clocks can show this at all, in some zone: a date and a time, both of which there are. */
export function isWallTime(wall: WallTime): boolean {
  try {
    return zonedToUtc(wall, 'UTC').at !== null
  } catch {
    return false
  }
}

/** The zone's distance from UTC at that instant, in minutes, positive east of Greenwich. */
export function offsetAt(instant: Date, timeZone: string): number {
  const offset = tzOffset(timeZone, instant)
  if (Number.isNaN(offset)) throw new RangeError(`Unknown time zone: ${timeZone}`)
  return offset
}

/** `2027-10-17T11:00:00`, as a clock in that zone shows it. */
export function wallClock(instant: Date, timeZone: string): WallTime {
  return new Date(instant.getTime() + offsetAt(instant, timeZone) * MINUTE).toISOString().slice(0, 19)
}

/** `2027-10-17T11:00:00+02:00`: RFC 3339 in that zone. */
export function withOffset(instant: Date, timeZone: string): string {
  const offset = Math.trunc(offsetAt(instant, timeZone))
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60]
  return `${wallClock(instant, timeZone)}${offset < 0 ? '-' : '+'}${pad(hours)}:${pad(minutes)}`
}

/**
 * The instant of a wall clock's reading. A reading that comes twice (clocks set back) is its first occurrence, one that
 * never comes (clocks set forward) is moved on by the length of the gap; `reading` says so, so that a form can refuse
 * what a machine may accept. Throws a RangeError where `wall` is no date and time at all, or none of the years 1900 to
 * 9000: others are no dates to our database, or to calendars.
 */
export function zonedToUtc(wall: WallTime, timeZone: string): Zoned {
  const asIfUtc = Date.parse(`${wall}Z`)
  // JavaScript reads 30 February as 2 March.
  if (
    !WALL_TIME.test(wall) ||
    Number.isNaN(asIfUtc) ||
    !new Date(asIfUtc).toISOString().startsWith(wall.slice(0, 13)) ||
    !isInReach(wall)
  ) {
    throw new RangeError(`No date and time: ${wall}`)
  }
  const before = offsetAt(new Date(asIfUtc - DAY), timeZone)
  const after = offsetAt(new Date(asIfUtc + DAY), timeZone)
  const found = [...new Set([before, after])]
    .map((offset) => ({ offset, at: new Date(asIfUtc - offset * MINUTE) }))
    .filter(({ offset, at }) => offsetAt(at, timeZone) === offset)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const [first] = found
  if (first === undefined) return { at: new Date(asIfUtc - before * MINUTE), reading: 'nonexistent' }
  return { at: first.at, reading: found.length > 1 ? 'ambiguous' : 'clear' }
}

const isInReach = (wall: WallTime) => wall >= '1900' && wall < '9001'

export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
}

/** Every date from the first to the last, both included. */
export function datesBetween(first: PlainDate, last: PlainDate): PlainDate[] {
  const count = Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index))
}

/** The first instant of an event's day: 04:00 of that date on the wall. */
export function dayStart(date: PlainDate, timeZone: string): Date {
  return zonedToUtc(`${date}T${DAY_BEGINS}`, timeZone).at
}

/** The last minute of an event's day: 03:59 of the next date, unless clocks are set in that very minute. */
export function dayEnd(date: PlainDate, timeZone: string): Date {
  return new Date(dayStart(addDays(date, 1), timeZone).getTime() - MINUTE)
}

/** Whether a zone has lived through that date at all: Samoa went from 29 to 31 December 2011. */
export function dateExists(date: PlainDate, timeZone: string): boolean {
  return dayStart(date, timeZone) < dayStart(addDays(date, 1), timeZone)
}

/** The date to whose programme an instant belongs: half past midnight is still the evening before. */
export function dayOf(instant: Date, timeZone: string): PlainDate {
  let date = wallClock(instant, timeZone).slice(0, 10)
  while (instant < dayStart(date, timeZone)) date = addDays(date, -1)
  return dateExists(date, timeZone) ? date : addDays(date, -1)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
