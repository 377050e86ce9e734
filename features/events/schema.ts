import type { PlainDate } from '@/lib/time'
import type { CallState, EventPhase } from './rules'

/** A call as its readers see it: what nobody stated is null. */
export interface CallView {
  state: CallState
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
  call: CallView | null
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
