import { LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { ConflictForm } from '@/components/conflict-form'
import { PageHeader } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { declareReviewConflict } from '@/features/reviews/actions/committee'
import { QueueTable } from '@/features/reviews/components/queue-table'
import { ReviewProgress } from '@/features/reviews/components/review-progress'
import { roundFacts } from '@/features/reviews/components/settings-words'
import { getQueue } from '@/features/reviews/queries/queue'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Review' }

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ done?: string; after?: string }> }

export default async function ReviewQueuePage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const base = `/admin/events/${slug}/review`
  const { actor, event } = await gateEventPage('/admin/events/[event]/review', slug, base)
  const { done, after } = await searchParams
  const now = new Date()
  const place = Math.max(0, Math.trunc(Number(after)) || 0)
  const { round, progress, nextOpen, ...queue } = await getQueue(event, actor, place)
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/review">
      <PageHeader
        look="plain"
        title="Review"
        lede={`${round.isBlind ? 'You read without names. ' : ''}What you speak in, or have a conflict with, is not here.`}
        meta={
          <span className="muted small">{`${round.name}: ${roundFacts(round, { now, zone: event.timeZone })}`}</span>
        }
        actions={
          <>
            {can(actor, 'list', 'reviews', { eventId: event.id }) && (
              <LinkButton href={`${base}/progress`}>Everybody’s progress</LinkButton>
            )}
            <LinkButton href={`${base}/preferences`}>What I like to review</LinkButton>
            {nextOpen && (
              <LinkButton variant="primary" href={`${base}/${nextOpen}`}>
                {progress.done > 0 ? 'Go on' : 'Begin'}
              </LinkButton>
            )}
          </>
        }
      />
      {done === 'all' && (
        <Callout tone="positive" role="status" title="That was the last one. Thank you.">
          You can still change your reviews until the decisions are announced.
        </Callout>
      )}
      {done === 'conflict' && (
        <Callout tone="positive" role="status" title="Your conflict of interest is noted.">
          You do not find that proposal any more. Somebody else reviews it.
        </Callout>
      )}
      <ReviewProgress progress={progress} />
      <QueueTable {...queue} base={base} />
      {queue.items.length > 0 && (
        <ConflictForm
          action={declareReviewConflict.bind(null, slug, null)}
          label="What connects you with it"
          hint="Chairs read this. The proposal leaves your queue, and a review that you wrote of it counts no more."
          choices={queue.items}
        />
      )}
    </AdminFrame>
  )
}
