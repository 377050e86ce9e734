import { oneLine } from '@/lib/text'
import { type Filters, LONGEST_QUESTION, SearchParams } from '../schema'

/** The address of a search as its page reads it: nothing in it is refused, what cannot be is left out. */
export function readSearch(params: Record<string, unknown>): { text: string; filters: Filters; page: number } {
  const { q, page, ...facets } = SearchParams.parse(params)
  const filters: Filters = {}
  for (const [facet, value] of Object.entries(facets))
    if (value !== undefined) Object.assign(filters, { [facet]: value })
  return { text: oneLine(q).slice(0, LONGEST_QUESTION), filters, page }
}
