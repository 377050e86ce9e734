import { formatPlainDate } from '@/lib/time-words'
import type { Article } from '../schema/front-matter'

type Words = (key: string, values?: Record<string, string | number>) => string
type Facts = { originallyPublished: Article['originallyPublished'] | null; byline: string | null }

/**
 * `First published by Ada, in her journal, on Friday, 3 August 2018`: what is known of it, or null. A byline of the
 * writer's own says it already, unless there is an address to lead to. `words` are those of texts.
 */
export function firstPublished(
  { originallyPublished: first, byline }: Facts,
  words: Words,
  locale: string,
): { sentence: string; href: string | null } | null {
  if (!first || (byline && !first.url)) return null
  const { by, where, date, url = null } = first
  const source = where ? words('firstIn', { by, where }) : words('first', { by })
  if (!date) return { sentence: source, href: url }
  const day = formatPlainDate(date, locale === 'zh' ? 'zh' : 'en')
  return { sentence: words('firstOn', { sentence: source, date: day }), href: url }
}
