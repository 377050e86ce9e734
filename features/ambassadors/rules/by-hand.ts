import { addDays, daysBetween, type Term } from '../rules'

/** Both stated, both inclusive. */
export interface TermDays {
  startsOn: string
  endsOn: string
}

/** Longer is a slip of the pen: terms end. */
export const MOST_TERM_DAYS = 5 * 366
/** A term may be known so long before it begins. */
const MOST_DAYS_AHEAD = 366

export type TermRefusal = 'own' | 'ends-before-it-starts' | 'too-long' | 'too-far-ahead' | 'overlap'

interface TermFacts {
  actorId: string
  personId: string
  /** The other terms of the same person. */
  others: Term[]
  today: string
}

/** Why a term cannot have these days, or null. Nobody sets their own. */
export function refuseTerm(days: TermDays, { actorId, personId, others, today }: TermFacts): TermRefusal | null {
  if (actorId === personId) return 'own'
  if (days.endsOn < days.startsOn) return 'ends-before-it-starts'
  if (daysBetween(days.startsOn, days.endsOn) >= MOST_TERM_DAYS) return 'too-long'
  if (daysBetween(today, days.startsOn) > MOST_DAYS_AHEAD) return 'too-far-ahead'
  return others.some((term) => overlaps(days, term)) ? 'overlap' : null
}

/** Whether the two share a day. One that began nobody knows when has all days up to its end; one without an end none. */
export function overlaps({ startsOn, endsOn }: TermDays, other: Term): boolean {
  return other.endsOn !== null && startsOn <= other.endsOn && (other.startsOn === null || other.startsOn <= endsOn)
}

export type EndRefusal = 'own' | 'no-days' | 'before-it-starts' | 'not-earlier'

/** Why a term cannot have this as its last day instead, or null. */
export function refuseEnd({ startsOn, endsOn }: Term, lastDay: string, isOwn: boolean): EndRefusal | null {
  if (isOwn) return 'own'
  if (endsOn === null) return 'no-days'
  if (startsOn !== null && lastDay < startsOn) return 'before-it-starts'
  return lastDay < endsOn ? null : 'not-earlier'
}

/** What can be done with a term: it ends once it has begun; until the day after its first it can be taken back. */
export function movesOf({ startsOn, endsOn }: Term, today: string): { canEnd: boolean; canTakeBack: boolean } {
  const hasBegun = startsOn === null || startsOn <= today
  return {
    canEnd: hasBegun && endsOn !== null && (startsOn ?? '') < endsOn && today <= endsOn,
    canTakeBack: startsOn !== null && startsOn >= addDays(today, -1),
  }
}
