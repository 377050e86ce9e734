import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/i18n/routing'
import { formatMoment, formatPlainDate } from '@/lib/time-words'
import { closingDay, daysLeft } from '../rules'
import type { EventSummary } from '../schema'

/** How long a call is still open, in days: `9 days left`. Nothing where it has no end. */
export async function closingWords({ call }: Pick<EventSummary, 'call'>, locale: Locale, now: Date): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'events.call' })
  return call?.closesAt ? t('daysLeft', { days: daysLeft(call.closesAt, now) }) : ''
}

/** The official end of a call: a moment in the event's zone, or the day alone where only that was stated. */
export function officialClosing({ call }: Pick<EventSummary, 'call'>, locale: Locale): string | null {
  if (!call?.closesAt) return null
  if (call.closesByDay) return formatPlainDate(closingDay(call.closesAt), locale)
  return formatMoment(call.closesAt, call.timeZone, locale)
}
