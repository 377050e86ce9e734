import { formatPlainDate } from '@/lib/time-words'
import type { Term } from '../rules'

type Words = (key: string, values?: Record<string, string>) => string

/** A term as a reader says it; what nobody has stated is said to be so. `t` speaks of people. */
export function termWords({ startsOn, endsOn, isPast }: Term, locale: string, t: Words): string {
  const month = (day: string) =>
    new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(day))
  if (startsOn && endsOn) return t('term.fromTo', { from: month(startsOn), to: month(endsOn) })
  if (endsOn && !isPast) return t('term.until', { to: month(endsOn) })
  if (startsOn) return t('term.from', { from: month(startsOn) })
  return t('term.unknown')
}

/** A term to the day, for whoever has it and for staff. */
export function daysOf({ startsOn, endsOn }: Term): string {
  const [from, to] = [startsOn, endsOn].map((day) => (day ? formatPlainDate(day, 'en') : 'a day that is not known'))
  return `${from} to ${to}`
}
