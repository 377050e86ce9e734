import { offsetAt } from './time'
import { zoneName } from './time-words'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Change {
  at: number
  before: number
  after: number
}

/**
 * The lines of a VTIMEZONE for the given years: every change of the clocks by its own date rather than by a rule. It is
 * derived from the same data as the times beside it, so that the two cannot disagree.
 */
export function vtimezone(timeZone: string, firstYear: number, lastYear: number): string[] {
  const [from, until] = [Date.UTC(firstYear - 1, 0), Date.UTC(lastYear + 2, 0)]
  const start = offsetAt(new Date(from), timeZone)
  const changes = [{ at: from, before: start, after: start }, ...changesBetween(timeZone, from, until)]
  const observances = changes.flatMap((change, index) => {
    const kind = isSummer(change, changes[index + 1]) ? 'DAYLIGHT' : 'STANDARD'
    return [
      `BEGIN:${kind}`,
      `DTSTART:${wallAt(change.at, change.before)}`,
      `TZOFFSETFROM:${offset(change.before)}`,
      `TZOFFSETTO:${offset(change.after)}`,
      `TZNAME:${zoneName(new Date(change.at), timeZone, 'en')}`,
      `END:${kind}`,
    ]
  })
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE']
}

function changesBetween(timeZone: string, from: number, until: number): Change[] {
  const changes: Change[] = []
  for (let day = from; day < until; day += DAY) {
    const before = offsetAt(new Date(day), timeZone)
    const after = offsetAt(new Date(day + DAY), timeZone)
    if (before !== after) changes.push({ at: firstWith(after, timeZone, day, day + DAY), before, after })
  }
  return changes
}

/** The first second with the new offset: clocks change once between the two. */
function firstWith(after: number, timeZone: string, early: number, late: number): number {
  if (late - early <= 1_000) return late
  const middle = early + Math.floor((late - early) / 2_000) * 1_000
  const hasChanged = offsetAt(new Date(middle), timeZone) === after
  return hasChanged ? firstWith(after, timeZone, early, middle) : firstWith(after, timeZone, middle, late)
}

/** Clocks an hour or two ahead until they are set back. A label only: calendars go by the offsets. */
function isSummer({ before, after }: Change, next: Change | undefined): boolean {
  const goesBack = next !== undefined && next.after < next.before && next.before - next.after <= 120
  return before === after ? goesBack : after > before && after - before <= 120
}

function wallAt(instant: number, offsetMinutes: number): string {
  return new Date(instant + offsetMinutes * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, '')
}

function offset(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.trunc(Math.abs(minutes)) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`
}
