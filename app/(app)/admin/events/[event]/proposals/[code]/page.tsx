import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { Badge } from '@/components/badge'
import { Breadcrumb } from '@/components/breadcrumb'
import { Callout } from '@/components/callout'
import { PageHeader, SectionHead } from '@/components/page-header'
import { StateBadge } from '@/components/state-badge'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { recommendProposal } from '@/features/proposals/actions/answers'
import { FindingList } from '@/features/proposals/components/finding-list'
import { GivenBefore } from '@/features/proposals/components/given-before'
import { MoveLog } from '@/features/proposals/components/move-log'
import { PlainText } from '@/features/proposals/components/plain-text'
import { ProposalText } from '@/features/proposals/components/proposal-text'
import { RecommendForm } from '@/features/proposals/components/recommend-form'
import { SimilarList } from '@/features/proposals/components/similar-list'
import { SpeakerList } from '@/features/proposals/components/speaker-list'
import { listIdentityFindings } from '@/features/proposals/queries/author'
import { getProposal } from '@/features/proposals/queries/committee-one'
import { getOwnRecommendation } from '@/features/proposals/queries/recommendation'
import { listSimilar } from '@/features/proposals/queries/similar'
import { listGivenBefore } from '@/features/proposals/queries/talks'
import { seesVersions } from '@/features/proposals/queries/versions'
import { addComment, editComment } from '@/features/reviews/actions/committee'
import { EvidenceList } from '@/features/reviews/components/evidence-list'
import { ReviewList } from '@/features/reviews/components/review-list'
import { Thread } from '@/features/reviews/components/thread'
import { getEvidence } from '@/features/reviews/queries/evidence'
import { listCriteria, listReviews } from '@/features/reviews/queries/review'
import { getThread } from '@/features/reviews/queries/thread'
import { AdminFrame } from '../../../../../_frame/admin-frame'

export const metadata = { title: 'Proposal' }

type Props = {
  params: Promise<{ event: string; code: string }>
  searchParams: Promise<{ done?: string; problem?: string }>
}

export default async function ProposalPage({ params, searchParams }: Props) {
  const { event: slug, code } = await params
  const base = `/admin/events/${slug}/proposals`
  const { actor, event } = await gateEventPage('/admin/events/[event]/proposals/[code]', slug, `${base}/${code}`)
  const proposal = await getProposal(event, actor, code)
  if (!proposal) notFound()
  const similar = await listSimilar(event, actor, code)
  const given = proposal.speakers ? await listGivenBefore(code) : []
  const seesReviews = can(actor, 'list', 'reviews', { eventId: event.id })
  const [reviews, criteria, thread] = seesReviews
    ? await Promise.all([
        listReviews(event, actor, code),
        listCriteria(event.id),
        getThread(event, actor, code, new Date()),
      ])
    : [null, [], null]
  const { done, problem } = await searchParams
  const [findings, evidence, recommendation] = await Promise.all([
    listIdentityFindings(event, actor, code),
    getEvidence(event, actor, code),
    getOwnRecommendation(event, actor, code, new Date()),
  ])
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
          {findings && findings.length > 0 && (
            <Callout tone="caution" title="This may tell reviewers who wrote it:">
              <FindingList findings={findings} />
            </Callout>
          )}
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
          {thread && thread.hidden !== 'comments-off' && (
            <Thread
              thread={thread}
              timeZone={event.timeZone}
              formKey={randomUUID()}
              add={addComment.bind(null, slug, proposal.code, 'proposals')}
              edit={(id) => editComment.bind(null, slug, proposal.code, 'proposals', id)}
            />
          )}
        </div>
        <aside className="stack">
          {recommendation && (
            <RecommendForm
              action={recommendProposal.bind(null, slug, proposal.code, 'proposals')}
              {...recommendation}
              {...{ done, problem }}
            />
          )}
          {proposal.speakers && <SpeakerList speakers={proposal.speakers} answers={proposal.speakerAnswers} />}
          {given.length > 0 && <GivenBefore appearances={given} />}
          {similar && <SimilarList similar={similar} />}
          {seesVersions(actor, event) && proposal.version > 1 && (
            <p>
              <a href={`${base}/${proposal.code}/versions`}>Compare its versions</a>
            </p>
          )}
          {evidence && <EvidenceList evidence={evidence} />}
          <MoveLog moves={proposal.moves} timeZone={event.timeZone} />
        </aside>
      </div>
    </AdminFrame>
  )
}
