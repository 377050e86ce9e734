/** A time as an ambassador. Plain days, both inclusive; null where nobody has stated them. */
export interface Term {
  startsOn: string | null
  endsOn: string | null
  /** Over, although nobody has stated when. */
  isPast: boolean
}

const TERM_YEARS = 2
/** From so many days before its end a term can be renewed. */
export const RENEWAL_DAYS = 60
/** On these days before the end we write. */
const REMINDER_DAYS = [60, 30] as const

export function isCurrent({ startsOn, endsOn, isPast }: Term, today: string): boolean {
  return !isPast && (startsOn === null || startsOn <= today) && (endsOn === null || today <= endsOn)
}

/** What somebody with these terms is today; null before the first begins. */
export function standingOf(terms: Term[], today: string): 'current' | 'emeritus' | null {
  if (terms.some((term) => isCurrent(term, today))) return 'current'
  return termsUpTo(terms, today).length > 0 ? 'emeritus' : null
}

/** Without those that are still to come. */
export function termsUpTo(terms: Term[], today: string): Term[] {
  return terms.filter(({ startsOn }) => startsOn === null || startsOn <= today)
}

/** The next day on which somebody becomes, or ceases to be, an ambassador; null where none is known. */
export function nextChange(terms: Term[], today: string): string | null {
  const days = terms.flatMap(({ startsOn, endsOn, isPast }) => (isPast ? [] : [startsOn, endsOn && addDays(endsOn, 1)]))
  return days.filter((day) => day !== null && day > today).sort()[0] ?? null
}

/** A first term begins on the day of the decision. */
export function firstTerm(today: string): { startsOn: string; endsOn: string } {
  return { startsOn: today, endsOn: addDays(addYears(today, TERM_YEARS), -1) }
}

/** The one that follows begins on the day after, so that there is no gap. */
export function termAfter(endsOn: string): { startsOn: string; endsOn: string } {
  return firstTerm(addDays(endsOn, 1))
}

export type RenewalRefusal = 'no-term' | 'ended' | 'too-early' | 'renewed'

/** Why somebody cannot renew today, or null. The last day still counts. */
export function refuseRenewal(terms: Term[], today: string): RenewalRefusal | null {
  const ends = terms.flatMap(({ endsOn, isPast }) => (isPast || endsOn === null ? [] : endsOn)).sort()
  const [current, last] = [terms.find((term) => isCurrent(term, today)), ends.at(-1)]
  if (!last) return 'no-term'
  if (!current) return 'ended'
  if (current.endsOn !== last) return 'renewed'
  return daysBetween(today, last) > RENEWAL_DAYS ? 'too-early' : null
}

/** Which reminder is due: the nearest to the end that has come, so that a late start does not send both. */
export function reminderDue(endsOn: string, today: string): (typeof REMINDER_DAYS)[number] | null {
  const left = daysBetween(today, endsOn)
  return left < 0 ? null : (REMINDER_DAYS.findLast((days) => left <= days) ?? null)
}

export interface ApplicationFacts {
  applicantId: string
  submittedAt: Date | null
  withdrawnAt: Date | null
  decidedAt: Date | null
  /** Who has declared a conflict of interest. */
  conflicts: string[]
}
export type VoteRefusal = 'own' | 'conflict' | 'not-submitted' | 'withdrawn' | 'decided'
export type DecisionRefusal = VoteRefusal | 'no-votes'

/** Why this manager may not vote on it, or null. A conflict beats every right. */
export function refuseVote(application: ApplicationFacts, managerId: string): VoteRefusal | null {
  if (application.applicantId === managerId) return 'own'
  if (application.conflicts.includes(managerId)) return 'conflict'
  if (application.withdrawnAt) return 'withdrawn'
  if (!application.submittedAt) return 'not-submitted'
  return application.decidedAt ? 'decided' : null
}

/** Nobody decides before somebody has voted yes or no. */
export function refuseDecision(
  application: ApplicationFacts & { votes: ('yes' | 'no' | 'abstain')[] },
  managerId: string,
): DecisionRefusal | null {
  const reason = refuseVote(application, managerId)
  if (reason) return reason
  return application.votes.some((vote) => vote !== 'abstain') ? null : 'no-votes'
}

/** Why somebody may not apply now, or null. Whoever was an ambassador may come back. */
export function refuseApplication(terms: Term[], today: string): 'ambassador' | null {
  return standingOf(terms, today) === 'current' ? 'ambassador' : null
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The 29th of February becomes the first of March where there is none. */
function addYears(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
