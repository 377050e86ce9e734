import { zonedToUtc } from '@/lib/time'

const DAY = 86_400_000

export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY)
}

/** Midnight in UTC of the day that this moment belongs to there. */
export function dayOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / DAY) * DAY)
}

/** `2027-03-24`. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** The first such weekday (0 is Sunday) on or after that day. */
export function weekdayFrom(date: Date, weekday: number): Date {
  return addDays(date, (weekday - date.getUTCDay() + 7) % 7)
}

/** The moment at which a clock in that zone shows this time (`09:15`) on that day. */
export function atTime(day: Date, time: string, timeZone: string): Date {
  return zonedToUtc(`${isoDay(day)}T${time}`, timeZone).at
}
