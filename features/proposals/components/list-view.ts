import { openCursor } from '@/lib/cursor'
import { oneLine } from '@/lib/text'
import { type ProposalFilter, SORTS, type SortName } from '../queries/committee'
import { STATES, type State } from '../schema'

/** What the address of the list says: search, filters, order, place. */
export interface ListView {
  q?: string
  state?: State
  track?: string
  format?: string
  sort?: SortName
  after?: string
}

type Params = Record<string, string | string[] | undefined>

/** Reads an address; what it does not know it leaves out. */
export function readListView(params: Params): ListView {
  const word = (name: string) => (typeof params[name] === 'string' ? oneLine(params[name]).slice(0, 200) : '')
  const state = STATES.find((known) => known === word('state'))
  const sort = SORTS.find((known) => known === word('sort'))
  const after = typeof params.after === 'string' && openCursor(params.after) ? params.after : null
  return {
    ...(word('q') ? { q: word('q') } : {}),
    ...(state ? { state } : {}),
    ...(word('track') ? { track: word('track') } : {}),
    ...(word('format') ? { format: word('format') } : {}),
    ...(sort ? { sort } : {}),
    ...(after ? { after } : {}),
  }
}

/** The address of a view. A new search, filter or order begins at the first page: give `after` only to go on. */
export function hrefOf(base: string, { after, ...view }: ListView): string {
  const params = new URLSearchParams(Object.entries(view).filter(([, value]) => value))
  if (after) params.set('after', after)
  const query = params.toString()
  return query ? `${base}?${query}` : base
}

export function filterOf({ state, ...view }: ListView): ProposalFilter {
  return { ...view, ...(state ? { states: [state] } : {}) }
}
