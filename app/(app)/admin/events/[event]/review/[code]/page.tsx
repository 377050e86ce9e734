import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { ConflictForm } from '@/components/conflict-form'
import { PageHeader } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { recommendProposal } from '@/features/proposals/actions/answers'
import { ProposalText } from '@/features/proposals/components/proposal-text'
import { RecommendForm } from '@/features/proposals/components/recommend-form'
import { SpeakerList } from '@/features/proposals/components/speaker-list'
import { getOwnRecommendation } from '@/features/proposals/queries/recommendation'
import { addComment, declareReviewConflict, editComment } from '@/features/reviews/actions/committee'
import { saveReview } from '@/features/reviews/actions/review'
import { PeerList } from '@/features/reviews/components/peer-list'
import { ReviewForm } from '@/features/reviews/components/review-form'
import styles from '@/features/reviews/components/review-page.module.css'
import { ReviewProgress } from '@/features/reviews/components/review-progress'
import { Thread } from '@/features/reviews/components/thread'
import { listPeerReviews } from '@/features/reviews/queries/peers'
import { getPosition } from '@/features/reviews/queries/queue'
import { getReviewable } from '@/features/reviews/queries/review'
import { getThread } from '@/features/reviews/queries/thread'
import { REVIEW_REFUSALS } from '@/features/reviews/rules'
import { reviewFormOf } from '@/features/reviews/schema'
import { AdminFrame } from '../../../../../_frame/admin-frame'

export const metadata = { title: 'Review' }

type Props = {
  params: Promise<{ event: string; code: string }>
  searchParams: Promise<{ saved?: string; done?: string; problem?: string }>
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const { event: slug, code } = await params
  const base = `/admin/events/${slug}/review`
  const { actor, event } = await gateEventPage('/admin/events/[event]/review/[code]', slug, `${base}/${code}`)
  const now = new Date()
  const proposal = await getReviewable(event, actor, code, now)
  if (!proposal) notFound()
  const [{ progress, neighbours }, peers, thread, recommendation] = await Promise.all([
    getPosition(event, actor, code),
    listPeerReviews(event, actor, code, now),
    getThread(event, actor, code, now),
    getOwnRecommendation(event, actor, code, now),
  ])
  const { previous, next } = neighbours
  const { saved, done, problem } = await searchParams
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
          {proposal.speakers && <SpeakerList speakers={proposal.speakers} answers={proposal.speakerAnswers} />}
          <PeerList reviews={peers} criteria={proposal.criteria} />
          {thread && thread.hidden !== 'comments-off' && (
            <Thread
              thread={thread}
              timeZone={event.timeZone}
              formKey={randomUUID()}
              add={addComment.bind(null, slug, proposal.code, 'review')}
              edit={(id) => editComment.bind(null, slug, proposal.code, 'review', id)}
            />
          )}
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
              mayAbstain={proposal.round.mayAbstain}
              questions={proposal.questions}
              facts={proposal.answeredOf}
              isHandedIn={Boolean(proposal.review?.submittedAt)}
              previous={previous && `${base}/${previous}`}
              next={next && `${base}/${next}`}
            />
          )}
          {recommendation && (
            <RecommendForm
              key={`recommend ${proposal.code}`}
              action={recommendProposal.bind(null, slug, proposal.code, 'review')}
              {...recommendation}
              {...{ done, problem }}
            />
          )}
          <ConflictForm
            action={declareReviewConflict.bind(null, slug, proposal.code)}
            label="What connects you with it"
            hint="Chairs read this. The proposal leaves your queue, and a review that you wrote of it counts no more."
          />
        </div>
      </div>
    </AdminFrame>
  )
}
