import { localized } from '@/lib/i18n/addresses'
import { FACETS, type Facet, type Filters, type Hit } from '../schema'

const TEXTS = new Set<string>(['article', 'case-study', 'page'])

/** Where a hit leads this reader: a text to its own language, what is drawn from data to the reader’s. */
export function hitPath({ kind, locale, path }: Pick<Hit, 'kind' | 'locale' | 'path'>, reader: string): string {
  return localized(path, TEXTS.has(kind) && locale ? locale : reader)
}

/** The address of a search, without the prefix of a language. */
export function searchPath(text: string, filters: Filters = {}): string {
  const chosen = FACETS.flatMap((facet) => (filters[facet] === undefined ? [] : [[facet, filters[facet]]]))
  const query = new URLSearchParams([...(text ? [['q', text]] : []), ...chosen]).toString()
  return query ? `/search?${query}` : '/search'
}

/** The same filters with this facet at this value, or without it where it has it already. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const { [facet]: had, ...rest } = filters
  return had === value ? rest : { ...rest, [facet]: value }
}
