import { gateFile } from '@/features/access/gate'
import { newestCalibrationFor } from '@/features/ranking/commands/calibrate'
import { statisticCsv } from '@/features/statistics/formats/csv'
import { statisticsOf } from '@/features/statistics/queries/statistics'
import { STATISTICS } from '@/features/statistics/schema'
import { refusedFile, savedFile } from '@/lib/download'

type Context = { params: Promise<{ event: string; file: string }> }

/** One statistic as CSV, for whoever may see its plot. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { event: slug, file } = await params
  const home = `/admin/events/${slug}/statistics`
  const entry = await gateFile('/admin/events/[event]/statistics/[file]', slug, home)
  if (entry instanceof Response) return entry
  const { actor, event } = entry
  const name = STATISTICS.find((one) => file === `${one}.csv`)
  if (!name) return refusedFile(404)
  const statistic = await statisticsOf(event, actor, () => newestCalibrationFor(event, actor))[name]()
  return savedFile(`${event.slug}-${file}`, statisticCsv(statistic))
}
