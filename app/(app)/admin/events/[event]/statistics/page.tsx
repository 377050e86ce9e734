import { PageHeader } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { newestCalibrationFor } from '@/features/ranking/commands/calibrate'
import { scoresFrom } from '@/features/ranking/components/scores-from'
import { StatisticGrid } from '@/features/statistics/components/statistic-grid'
import { statisticsOf } from '@/features/statistics/queries/statistics'
import { STATISTICS } from '@/features/statistics/schema'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Statistics' }

type Props = { params: Promise<{ event: string }> }

export default async function StatisticsPage({ params }: Props) {
  const { event: slug } = await params
  const here = `/admin/events/${slug}/statistics`
  const { actor, event } = await gateEventPage('/admin/events/[event]/statistics', slug, here)
  const calibration = await newestCalibrationFor(event, actor)
  const made = statisticsOf(event, actor, async () => calibration)
  const statistics = await Promise.all(STATISTICS.map((name) => made[name]()))
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/statistics">
      <PageHeader
        look="plain"
        title="Statistics"
        lede={`What came in for ${event.name}, and how it was reviewed. Every plot has its numbers beside it and as a file. What you have a conflict of interest with is not counted. ${scoresFrom(calibration, event)}`}
      />
      <StatisticGrid statistics={statistics} base={here} />
    </AdminFrame>
  )
}
