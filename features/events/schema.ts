import type { PlainDate } from '@/lib/time'
import type { CallState, EventPhase } from './rules'

/** A call as its readers see it: what nobody stated is null. */
export interface CallView {
  /** A slug: talks, workshops, one of the event's own; and what it is called. */
  kind: string
  name: string
  state: CallState
  /** Grows with every change of it. */
  version: number
  /** In which its moments were stated. */
  timeZone: string
  byInvitation: boolean
  /** Formats that close by themselves. */
  deadlines: { slug: string; name: string; closesAt: Date }[]
  /** Slugs of the formats and tracks, and the languages, that it takes; none: all of the event's. */
  takes: { formats: string[]; tracks: string[]; languages: string[] }
  opensAt: Date | null
  closesAt: Date | null
  /** Show the day alone: no hour was ever stated. */
  closesByDay: boolean
  limitPerPerson: number | null
  guidance: string
}

export interface EventName {
  slug: string
  name: string
}

export interface EventSummary extends EventName {
  summary: string
  startsOn: PlainDate | null
  endsOn: PlainDate | null
  timeZone: string
  place: string | null
  phase: EventPhase
  isReleased: boolean
  /** The one that counts now: an open one before the others, that for talks before any other. */
  call: CallView | null
  calls: CallView[]
  parent: EventName | null
}

export interface EventView extends EventSummary {
  website: string | null
  registrationUrl: string | null
  /** Of the event that takes its registrations: its parent, where it has none of its own. */
  registersWith: EventName | null
  languages: string[]
  formats: { slug: string; name: string; minutes: number }[]
  tracks: { slug: string; name: string; color: string | null }[]
  levels: { slug: string; name: string }[]
  parts: EventSummary[]
}

/** The form of a call: that of the event's first needs no name. */
export function submitAddress(slug: string, call: Pick<CallView, 'kind'> | null): string {
  return `/events/${slug}/submit${call && call.kind !== 'talks' ? `?call=${call.kind}` : ''}`
}
