import type { Placed } from '@/features/ranking/queries/ranking'
import { Code, DECISIONS } from '../schema'

export const VIEWS = [
  { name: 'undecided', label: 'Undecided' },
  { name: 'decided', label: 'Decided' },
  { name: 'all', label: 'All' },
] as const
type ViewName = (typeof VIEWS)[number]['name']

const PER_PAGE = 100

type Params = Record<string, string | string[] | undefined>

/** What the address of the decisions says; what it does not know it leaves out. */
export function readDecisionView(params: Params) {
  const word = (name: string) => (typeof params[name] === 'string' ? params[name] : '')
  const preview = [params.preview ?? []].flat().flatMap((code) => Code.safeParse(code).data ?? [])
  return {
    name: VIEWS.find(({ name }) => name === word('view'))?.name ?? 'undecided',
    page: Math.max(1, Math.trunc(Number(word('page'))) || 1),
    preview,
    /** What a decision about `codes` would change. */
    would: DECISIONS.find((decision) => decision === word('would')) ?? null,
    codes: [params.code ?? []].flat().flatMap((code) => Code.safeParse(code).data ?? []),
    reason: word('reason'),
    isSuggesting: word('suggest') === '1',
    hasNewSlots: word('done') === 'slots',
    says: {
      decided: word('decided'),
      undone: word('undone'),
      announced: word('announced'),
      problem: word('problem'),
      codes: word('codes'),
    },
  }
}

export function decisionHref(base: string, view: ViewName, page = 1): string {
  return `${base}/decisions?${new URLSearchParams({ view, ...(page > 1 ? { page: String(page) } : {}) })}`
}

/** The rows of one view and page, and how many each view has. */
export function pageOf(ranking: Placed[], { name, page }: { name: ViewName; page: number }) {
  const views = {
    undecided: ranking.filter(({ state }) => state === 'submitted'),
    decided: ranking.filter(({ state }) => state !== 'submitted'),
    all: ranking,
  }
  const rows = views[name].slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const counts = { undecided: views.undecided.length, decided: views.decided.length, all: ranking.length }
  return { rows, pages: Math.ceil(views[name].length / PER_PAGE), counts }
}
