import { figuresCsv } from '@/features/content/formats/figures-csv'
import { listFigureCells, listFigures } from '@/features/content/queries/figures'
import { FIGURE_FILTERS } from '@/features/content/rules/case-studies'
import { chosenOf } from '@/features/content/rules/facets'
import { env } from '@/lib/env'

type Context = { params: Promise<{ locale: string }> }
const MOST = 100_000

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  const chosen = chosenOf(FIGURE_FILTERS, Object.fromEntries(new URL(request.url).searchParams))
  const cells = await listFigureCells(locale)
  const figures = await listFigures({ locale, chosen, order: 'newest' }, cells, { skip: 0, take: MOST })
  return new Response(figuresCsv(figures, env().appUrl), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'access-control-allow-origin': '*' },
  })
}
