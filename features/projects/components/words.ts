import { localized } from '@/features/content/schema/kinds'
import { type Asked, queryOf } from '../rules/view'

/** The address of the list with this change, in the reader's language. */
export function listAddress(locale: string, asked: Asked, change: Partial<Asked> = {}): string {
  return `${localized('/projects', locale)}${queryOf(asked, change)}`
}

const TAGS: Record<string, string> = { zh: 'zh-CN' }

/** `31 August 2018` or `2018年8月31日`. */
export function longDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(TAGS[locale] ?? 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}

/** `August 2018` or `2018年8月`. */
export function monthOf(day: string, locale: string): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(TAGS[locale] ?? 'en-GB', options).format(new Date(day))
}
