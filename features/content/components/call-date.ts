import { formatDate, formatMoment, type Locale } from '@/lib/time-words'

/** A moment of a call in its event's zone; the day alone where nobody stated the hour (kept as the end of that day anywhere). */
export function callDate(call: { timeZone: string; closesByDay: boolean }, moment: Date, locale: Locale): string {
  return call.closesByDay ? formatDate(moment, 'Etc/GMT+12', locale) : formatMoment(moment, call.timeZone, locale)
}
