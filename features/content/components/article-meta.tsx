import { formatPlainDate } from '@/lib/time-words'
import type { Words } from './drawing'

/** A day with its weekday, or that the source states none. */
export function TextDate({ date, locale, words }: { date: string | null; locale: string; words: Words }) {
  if (date === null) return <span>{words('dateMissing')}</span>
  return <time dateTime={date}>{formatPlainDate(date, locale === 'zh' ? 'zh' : 'en')}</time>
}
