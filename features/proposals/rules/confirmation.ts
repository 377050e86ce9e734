import { addDays, type PlainDate, wallClock, zonedToUtc } from '@/lib/time'
import type { AnswerPolicy, Promotion } from '../schema/policy'

/**
 * The moment before which an accepted speaker is asked to answer: the end of a day in the event's zone, so that the
 * mail's “until Sunday” includes that Sunday.
 */
export function answerByFor({ days, until }: Pick<AnswerPolicy, 'days' | 'until'>, now: Date, timeZone: string): Date {
  const today = wallClock(now, timeZone).slice(0, 10)
  return endOfDay(until && until > today ? until : addDays(today, days), timeZone)
}

function endOfDay(day: PlainDate, timeZone: string): Date {
  return new Date(zonedToUtc(`${addDays(day, 1)}T00:00`, timeZone).at.getTime() - 1000)
}

/** Of the reminders the one that is due: the latest whose day has come. Whoever is told late is reminded once. */
export function reminderDue(reminderDays: number[], answerBy: Date, now: Date): number | null {
  if (now >= answerBy) return null
  const passed = reminderDays.filter((days) => now.getTime() >= answerBy.getTime() - days * 86_400_000)
  return passed.length > 0 ? Math.min(...passed) : null
}

export interface Waiting {
  code: string
  track: string | null
  format: string | null
  rank: number | null
  decidedAt: Date | null
}

/** The waiting list in its order: by the places that chairs gave, then by when each was decided. */
export function inWaitlistOrder<T extends Waiting>(waiting: T[]): T[] {
  const key = ({ rank }: Waiting) => rank ?? Number.MAX_SAFE_INTEGER
  const time = ({ decidedAt }: Waiting) => decidedAt?.getTime() ?? 0
  return [...waiting].sort((a, b) => key(a) - key(b) || time(a) - time(b) || (a.code < b.code ? -1 : 1))
}

/** Who gets a place that has become free, by the chair's rule; null where nobody fits or chairs do it by hand. */
export function nextOnWaitlist<T extends Waiting>(
  rule: Promotion,
  freed: { track: string | null; format: string | null },
  waiting: T[],
): T | null {
  if (rule === 'by_hand') return null
  const fits = ({ track, format }: Waiting) =>
    rule === 'any' || (format === freed.format && (rule === 'same_format' || track === freed.track))
  const fitting = inWaitlistOrder(waiting).filter(fits)
  // The closest first, also where the rule would take others.
  const isClosest = ({ track, format }: Waiting) => format === freed.format && track === freed.track
  const isClose = ({ format }: Waiting) => format === freed.format
  return fitting.find(isClosest) ?? fitting.find(isClose) ?? fitting[0] ?? null
}
