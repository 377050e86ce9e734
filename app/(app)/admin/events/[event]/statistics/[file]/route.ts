import { getActor } from '@/features/access/gate'
import { enter } from '@/features/access/queries'
import { PAGES } from '@/features/access/table'
import { newestCalibrationFor } from '@/features/ranking/commands/calibrate'
import { statisticCsv } from '@/features/statistics/formats/csv'
import { statisticsOf } from '@/features/statistics/queries/statistics'
import { STATISTICS } from '@/features/statistics/schema'

type Context = { params: Promise<{ event: string; file: string }> }

const NO_STORE = { 'cache-control': 'no-store' }
const STATUS = { unauthenticated: 303, forbidden: 403, 'not-found': 404 } as const

/** One statistic as CSV, for whoever may see its plot. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { event: slug, file } = await params
  const actor = await getActor()
  const entry = await enter(PAGES['/admin/events/[event]/statistics/[file]'], actor, slug)
  if (!entry.ok) {
    const location = `/sign-in?next=${encodeURIComponent(`/admin/events/${slug}/statistics`)}`
    const headers = entry.reason === 'unauthenticated' ? { location, ...NO_STORE } : NO_STORE
    return new Response(null, { status: STATUS[entry.reason], headers })
  }
  const name = STATISTICS.find((one) => file === `${one}.csv`)
  const { event } = entry
  if (!name || !event) return new Response(null, { status: 404, headers: NO_STORE })
  const statistic = await statisticsOf(event, actor, () => newestCalibrationFor(event, actor))[name]()
  return new Response(statisticCsv(statistic), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${event.slug}-${file}"`,
      ...NO_STORE,
    },
  })
}
