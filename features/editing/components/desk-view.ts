import { pageNumber } from '@/features/content/rules'
import { KINDS } from '@/features/content/schema/kinds'
import { type DeskView, RULES, STATES } from '../schema'

const BASE = '/admin/content'
const PROBLEMS = ['broken', ...RULES] as const

/** Reads an address; what it does not know it leaves out. */
export function readDeskView(params: Record<string, string | string[] | undefined>): DeskView {
  const one = <T extends string>(name: string, known: readonly T[]) => known.find((value) => value === params[name])
  const [state, kind] = [one('state', STATES), one('kind', KINDS)]
  const [locale, problem] = [one('locale', ['en', 'zh']), one('problem', PROBLEMS)]
  return {
    ...(state && { state }),
    ...(kind && { kind }),
    ...(locale && { locale }),
    ...(problem && { problem }),
    page: pageNumber(params.page),
  }
}

/** The address of a view; a new filter begins at the first page. */
export function hrefOf({ page = 1, ...view }: Omit<DeskView, 'page'> & { page?: number }): string {
  const params = new URLSearchParams(Object.entries(view).filter(([, value]) => value))
  if (page > 1) params.set('page', String(page))
  return params.size > 0 ? `${BASE}?${params}` : BASE
}
