import { dayOf, wallClock } from '@/lib/time'
import type { DraftSession } from '../queries/draft'
import type { Warned } from '../rules/warnings'
import { timeOf } from './editor-days'

/** A warning as a sentence. */
export function warningWords(warned: Warned, session: DraftSession | null, timeZone: string): string {
  if (warned.reason === 'outside-event') return 'It is outside the days of the event.'
  const name = session?.speakers.find(({ id }) => id === warned.person)?.name ?? 'A speaker'
  const { startsAt, endsAt } = warned.away
  return `${name} cannot be on stage from ${spanOf(startsAt, endsAt, timeZone)}.`
}

/** `10:00 to 12:00`, with the days where they are two. */
export function spanOf(startsAt: Date, endsAt: Date, timeZone: string): string {
  const isOneDay = dayOf(startsAt, timeZone) === dayOf(endsAt, timeZone)
  return [startsAt, endsAt]
    .map((at) => (isOneDay ? timeOf(at, timeZone) : wallClock(at, timeZone).slice(0, 16).replace('T', ' ')))
    .join(' to ')
}
