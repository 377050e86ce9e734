import { notFound } from 'next/navigation'
import { Badge } from '@/components/badge'
import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader, SectionHead } from '@/components/page-header'
import { StateBadge } from '@/components/state-badge'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { GivenBefore } from '@/features/proposals/components/given-before'
import { MoveLog } from '@/features/proposals/components/move-log'
import { PlainText } from '@/features/proposals/components/plain-text'
import { ProposalText } from '@/features/proposals/components/proposal-text'
import { SimilarList } from '@/features/proposals/components/similar-list'
import { SpeakerList } from '@/features/proposals/components/speaker-list'
import { getProposal } from '@/features/proposals/queries/committee-one'
import { listSimilar } from '@/features/proposals/queries/similar'
import { listGivenBefore } from '@/features/proposals/queries/talks'
import { seesVersions } from '@/features/proposals/queries/versions'
import { ReviewList } from '@/features/reviews/components/review-list'
import { listCriteria, listReviews } from '@/features/reviews/queries/review'
import { AdminFrame } from '../../../../../_frame/admin-frame'

export const metadata = { title: 'Proposal' }

type Props = { params: Promise<{ event: string; code: string }> }

export default async function ProposalPage({ params }: Props) {
  const { event: slug, code } = await params
  const base = `/admin/events/${slug}/proposals`
  const { actor, event } = await gateEventPage('/admin/events/[event]/proposals/[code]', slug, `${base}/${code}`)
  const proposal = await getProposal(event, actor, code)
  if (!proposal) notFound()
  const similar = await listSimilar(event, actor, code)
  const given = proposal.speakers ? await listGivenBefore(code) : []
  const seesReviews = can(actor, 'list', 'reviews', { eventId: event.id })
  const [reviews, criteria] = seesReviews
    ? await Promise.all([listReviews(event, code), listCriteria(event.id)])
    : [null, []]
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/proposals">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Proposals', href: base }]} />}
        title={proposal.title}
        meta={
          <>
            <StateBadge state={proposal.state} /> {proposal.isNews && <Badge tone="caution">not announced</Badge>}{' '}
            <span className="numeric">{proposal.code}</span>
          </>
        }
      />
      <div className="with-aside">
        <div className="stack">
          <ProposalText proposal={proposal} />
          {proposal.decisionReason && (
            <section>
              <SectionHead title="Reason for the decision" />
              <PlainText>{proposal.decisionReason}</PlainText>
            </section>
          )}
          {reviews && (
            <section>
              <SectionHead title="Reviews" aside={reviews.length} />
              <ReviewList reviews={reviews} criteria={criteria} />
            </section>
          )}
        </div>
        <aside className="stack">
          {proposal.speakers && <SpeakerList speakers={proposal.speakers} answers={proposal.speakerAnswers} />}
          {given.length > 0 && <GivenBefore appearances={given} />}
          {similar && <SimilarList similar={similar} />}
          {seesVersions(actor, event) && proposal.version > 1 && (
            <p>
              <a href={`${base}/${proposal.code}/versions`}>Compare its versions</a>
            </p>
          )}
          <MoveLog moves={proposal.moves} timeZone={event.timeZone} />
        </aside>
      </div>
    </AdminFrame>
  )
}
