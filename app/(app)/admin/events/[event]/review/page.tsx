import { LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { QueueTable } from '@/features/reviews/components/queue-table'
import { ReviewProgress } from '@/features/reviews/components/review-progress'
import { getNeighbours, getProgress, listQueue } from '@/features/reviews/queries/queue'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Review' }

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ done?: string; after?: string }> }

export default async function ReviewQueuePage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const base = `/admin/events/${slug}/review`
  const { actor, event } = await gateEventPage('/admin/events/[event]/review', slug, base)
  const { done, after } = await searchParams
  const [queue, progress, { nextOpen }] = await Promise.all([
    listQueue(event, actor, Math.max(0, Math.trunc(Number(after)) || 0)),
    getProgress(event, actor),
    getNeighbours(event, actor, ''),
  ])
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/review">
      <PageHeader
        look="plain"
        title="Review"
        lede="You read without names. What you speak in, or have a conflict with, is not here."
        actions={
          nextOpen && (
            <LinkButton variant="primary" href={`${base}/${nextOpen}`}>
              {progress.done > 0 ? 'Go on' : 'Begin'}
            </LinkButton>
          )
        }
      />
      {done === 'all' && (
        <Callout tone="positive" role="status" title="That was the last one. Thank you.">
          You can still change your reviews until the decisions are announced.
        </Callout>
      )}
      <ReviewProgress progress={progress} />
      <QueueTable {...queue} base={base} />
    </AdminFrame>
  )
}
