import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { ProposalText } from '@/features/proposals/components/proposal-text'
import { saveReview } from '@/features/reviews/actions/review'
import { ReviewForm } from '@/features/reviews/components/review-form'
import styles from '@/features/reviews/components/review-page.module.css'
import { ReviewProgress } from '@/features/reviews/components/review-progress'
import { getNeighbours, getProgress } from '@/features/reviews/queries/queue'
import { getReviewable } from '@/features/reviews/queries/review'
import { REVIEW_REFUSALS } from '@/features/reviews/rules'
import { reviewFormOf } from '@/features/reviews/schema'
import { AdminFrame } from '../../../../../_frame/admin-frame'

export const metadata = { title: 'Review' }

type Props = { params: Promise<{ event: string; code: string }>; searchParams: Promise<{ saved?: string }> }

export default async function ReviewPage({ params, searchParams }: Props) {
  const { event: slug, code } = await params
  const base = `/admin/events/${slug}/review`
  const { actor, event } = await gateEventPage('/admin/events/[event]/review/[code]', slug, `${base}/${code}`)
  const proposal = await getReviewable(event, actor, code)
  if (!proposal) notFound()
  const [progress, { previous, next }] = await Promise.all([
    getProgress(event, actor),
    getNeighbours(event, actor, code),
  ])
  const { saved } = await searchParams
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/review">
      <div className={styles.bar}>
        <ReviewProgress progress={progress} />
        <nav className="cluster" aria-label="Your queue">
          {previous && (
            <LinkButton size="small" href={`${base}/${previous}`}>
              Previous
            </LinkButton>
          )}
          {next && (
            <LinkButton size="small" href={`${base}/${next}`}>
              Next
            </LinkButton>
          )}
        </nav>
      </div>
      <div className={styles.screen}>
        <div className={styles.text}>
          <PageHeader
            look="plain"
            breadcrumb={<Breadcrumb items={[{ label: 'Review', href: base }]} />}
            title={proposal.title}
          />
          <ProposalText proposal={proposal} />
        </div>
        <div className={styles.form}>
          {saved && (
            <p className="small muted" role="status">
              The review before is saved.
            </p>
          )}
          {proposal.refusal ? (
            <Callout title={REVIEW_REFUSALS[proposal.refusal]} />
          ) : (
            <ReviewForm
              key={proposal.code}
              send={saveReview.bind(null, slug, proposal.code)}
              initial={reviewFormOf(proposal.review)}
              criteria={proposal.criteria}
              isHandedIn={Boolean(proposal.review?.submittedAt)}
              previous={previous && `${base}/${previous}`}
              next={next && `${base}/${next}`}
            />
          )}
        </div>
      </div>
    </AdminFrame>
  )
}
