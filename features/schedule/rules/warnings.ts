import { addDays, dayStart } from '@/lib/time'
import type { Placement } from '../rules'

export const PLACEMENT_WARNINGS = ['outside-event', 'speaker-away'] as const
export type PlacementWarning = (typeof PLACEMENT_WARNINGS)[number]

/** A time at which somebody cannot be on stage. */
export interface Away {
  startsAt: Date
  endsAt: Date
}

/** What organizers should know of a placement that is allowed. Of somebody who is away: who, and when. */
export type Warned = { reason: 'outside-event' } | { reason: 'speaker-away'; person: string; away: Away }

export interface WarningFacts {
  /** Days that the event has stated; without them nothing is outside. */
  event: { startsOn: string | null; endsOn: string | null; timeZone: string }
  /** By person. */
  unavailable: ReadonlyMap<string, Away[]>
}

/**
 * A warning never keeps a session from its place: outside its days an event has a day of its own, and a speaker may come
 * all the same. A session may begin in the moment in which an absence ends.
 */
export function warnPlacement(
  { startsAt, minutes, people }: Pick<Placement, 'startsAt' | 'minutes' | 'people'>,
  { event, unavailable }: WarningFacts,
): Warned[] {
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
  const absences = people.flatMap((person): Warned[] => {
    const away = unavailable.get(person)?.find((time) => time.startsAt < endsAt && startsAt < time.endsAt)
    return away ? [{ reason: 'speaker-away', person, away }] : []
  })
  return isInside(startsAt, endsAt, event) ? absences : [{ reason: 'outside-event' }, ...absences]
}

function isInside(startsAt: Date, endsAt: Date, { startsOn, endsOn, timeZone }: WarningFacts['event']): boolean {
  if (startsOn && startsAt < dayStart(startsOn, timeZone)) return false
  const last = endsOn ?? startsOn
  return last === null || endsAt <= dayStart(addDays(last, 1), timeZone)
}
