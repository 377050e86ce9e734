import { datesBetween, dayOf, type PlainDate, wallClock, zonedToUtc } from '@/lib/time'
import type { DraftView, ShownSlot } from '../queries/draft'

/** One day of the draft as the editor draws it, from full hour to full hour. */
export interface EditorDay {
  date: PlainDate
  from: Date
  until: Date
  slots: ShownSlot[]
}

const HOUR = 3_600_000

/** The dates that the event has stated, and every other one on which something is placed. */
export function editorDates({ startsOn, endsOn, slots, timeZone }: DraftView): PlainDate[] {
  const own = startsOn ? datesBetween(startsOn, endsOn ?? startsOn) : []
  return [...new Set([...own, ...slots.map((slot) => dayOf(slot.startsAt, timeZone))])].sort()
}

/** From nine to six at least, and as long as anything lasts. */
export function editorDay({ slots, timeZone }: DraftView, date: PlainDate): EditorDay {
  const today = slots.filter((slot) => dayOf(slot.startsAt, timeZone) === date)
  const moment = (time: string) => zonedToUtc(`${date}T${time}`, timeZone).at.getTime()
  const from = Math.min(moment('09:00'), ...today.map(({ startsAt }) => Math.floor(+startsAt / HOUR) * HOUR))
  const until = Math.max(
    moment('18:00'),
    ...today.map(({ startsAt, minutes }) => Math.ceil((+startsAt + minutes * 60_000) / HOUR) * HOUR),
  )
  return { date, from: new Date(from), until: new Date(until), slots: today }
}

/** `10:30` on the venue's wall. */
export function timeOf(at: Date, timeZone: string): string {
  return wallClock(at, timeZone).slice(11, 16)
}
