import { addDays, dayStart, type PlainDate, wallClock } from '@/lib/time'

const DAY = 86_400_000
const ANYWHERE_ON_EARTH = 'Etc/GMT+12'

/** When a call takes proposals. No opening: not stated, so it is open; no closing: it stays open. */
export interface CallWindow {
  opensAt: Date | null
  closesAt: Date | null
}

export type CallState = 'no-call' | 'not-open-yet' | 'open' | 'closed'

/** What a call says of itself. The closing moment itself is too late; any grace after it is nobody's to announce. */
export function callState(call: CallWindow | null, now: Date): CallState {
  if (!call) return 'no-call'
  if (call.opensAt && now < call.opensAt) return 'not-open-yet'
  if (call.closesAt && now >= call.closesAt) return 'closed'
  return 'open'
}

/** Of an event's calls the one to speak of first: open to all, then yet to open, then the first of them. */
export function foremostCall<Call extends { state: CallState; kind: string; byInvitation: boolean }>(calls: Call[]) {
  const rank = ({ state, kind, byInvitation }: Call) => {
    const order = state === 'open' ? 0 : state === 'not-open-yet' ? 2 : 4
    return (byInvitation ? 10 : 0) + order + (kind === 'talks' ? 0 : 1)
  }
  return calls.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}

/** The last day of a call of which only the day was stated: the moment kept is that day's end anywhere on Earth. */
export function closingDay(closesAt: Date): PlainDate {
  return wallClock(new Date(closesAt.getTime() - 1), ANYWHERE_ON_EARTH).slice(0, 10)
}

/** Whole days left until a moment, begun ones included: 1 on the last day, 0 from the moment on. */
export function daysLeft(until: Date, now: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - now.getTime()) / DAY))
}

/** What an event's place in its life depends on. Days are in its own zone; null where nobody has stated them. */
export interface EventFacts {
  call: CallWindow | null
  startsOn: PlainDate | null
  endsOn: PlainDate | null
  timeZone: string
  isReleased: boolean
}

export type EventPhase = 'announced' | 'call-open' | 'in-review' | 'programme-out' | 'running' | 'over'

/** Where an event stands: decides what its page shows first. Days last from four to four, as on its schedule. */
export function eventPhase(facts: EventFacts, now: Date): EventPhase {
  const { begins, ends } = spanOf(facts)
  if (ends && now >= ends) return 'over'
  if (begins && now >= begins) return 'running'
  if (facts.isReleased) return 'programme-out'
  const call = callState(facts.call, now)
  if (call === 'open') return 'call-open'
  return call === 'closed' ? 'in-review' : 'announced'
}

/** When what a page says of this event changes by itself: a phase begins, or the deadline is a day nearer. */
export function nextChange(facts: EventFacts, now: Date): Date | null {
  const { begins, ends } = spanOf(facts)
  const moments = [facts.call?.opensAt, nearer(facts.call, now), begins, ends]
  const coming = moments.filter((moment) => moment != null && moment > now).map(Number)
  return coming.length > 0 ? new Date(Math.min(...coming)) : null
}

/** Only an open call counts its days. */
function nearer(call: CallWindow | null, now: Date): Date | null {
  if (!call?.closesAt || callState(call, now) !== 'open') return null
  return new Date(call.closesAt.getTime() - (daysLeft(call.closesAt, now) - 1) * DAY)
}

function spanOf({ startsOn, endsOn, timeZone }: EventFacts): { begins: Date | null; ends: Date | null } {
  const last = endsOn ?? startsOn
  return {
    begins: startsOn ? dayStart(startsOn, timeZone) : null,
    ends: last ? dayStart(addDays(last, 1), timeZone) : null,
  }
}
