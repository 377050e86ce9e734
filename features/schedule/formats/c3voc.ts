import { oneLine } from '@/lib/text'
import type { ReleasedSchedule } from '../schema'
import type { Listing } from './programme'

/** What schedule.xml and schedule.json, two spellings of one format, say alike. */
export const GENERATOR = 'Lectern'
/** The grid that apps draw; starts and durations need not lie on it. */
export const TIMESLOT = '00:05'

/** Apps compare versions to notice a new release, and names of releases may repeat. */
export function versionOf({ release }: ReleasedSchedule): string {
  return oneLine(`${release.number} ${release.name}`)
}

export function hoursAndMinutes(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

export function typeOf({ slot }: Listing): string {
  return slot.session.format?.slug ?? 'other'
}
