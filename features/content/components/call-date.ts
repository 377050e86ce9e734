import { formatDate, formatMoment, type Locale } from '@/lib/time-words'

/** A moment of a call in its event's zone; the day alone where nobody stated the hour (kept as the end of that day anywhere). */
export function callDate(call: { timeZone: string; closesByDay: boolean }, moment: Date, locale: Locale): string {
  if (!call.closesByDay) return formatMoment(moment, call.timeZone, locale)
  // The end of a day is the first moment of the next.
  return formatDate(new Date(moment.getTime() - 1), 'Etc/GMT+12', locale)
}
