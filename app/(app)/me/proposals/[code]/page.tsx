import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader, SectionHead } from '@/components/page-header'
import { StateBadge } from '@/components/state-badge'
import { gatePage } from '@/features/access/gate'
import { listFileNames } from '@/features/calls/queries/questions'
import { fileIdsIn } from '@/features/calls/rules/form'
import { DoneNotice } from '@/features/proposals/components/done-notice'
import { ForgetTyped } from '@/features/proposals/components/forget-typed'
import { placeOf } from '@/features/proposals/components/kept-typing'
import { OwnActions } from '@/features/proposals/components/own-actions'
import { asReviewersRead, OwnForm } from '@/features/proposals/components/own-form'
import { PlainText } from '@/features/proposals/components/plain-text'
import { ProposalText } from '@/features/proposals/components/proposal-text'
import { WhereItStands } from '@/features/proposals/components/where-it-stands'
import { getOwnAuthor } from '@/features/proposals/queries/author'
import { getProposalForm } from '@/features/proposals/queries/call'
import { getOwnProposal, getPendingDraft } from '@/features/proposals/queries/own'
import { canEdit } from '@/features/proposals/rules'
import { keptCookie } from '@/features/proposals/schema'
import { PersonFrame } from '../../../_frame/person-frame'

export const metadata = { title: 'Your proposal' }

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string; problem?: string }> }

export default async function OwnProposalPage({ params, searchParams }: Props) {
  const { code } = await params
  const person = await gatePage('/me/proposals/[code]', `/me/proposals/${code}`)
  const now = new Date()
  const proposal = await getOwnProposal(person, code, now)
  const facts = proposal && (await getProposalForm(proposal.event.slug, { callId: proposal.callId }))
  if (!proposal || !facts) notFound()
  const says = await searchParams
  const token = (await cookies()).get(keptCookie(proposal.event.slug, proposal.code))?.value
  const files = await listFileNames(fileIdsIn(facts.choices.questions, proposal))
  const place = {
    isSignedIn: true,
    now,
    files,
    asksForCode: facts.call.byInvitation || !proposal.isCallOpen || proposal.accessCode !== '',
  }
  const kept = token ? await getPendingDraft(token, proposal.event.slug, now) : null
  return (
    <PersonFrame here="">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Your proposals', href: '/me' }]} />}
        kicker={proposal.event.name}
        title={proposal.text.title || 'Without a title yet'}
        meta={
          <>
            <StateBadge state={proposal.state} /> <span className="numeric">{proposal.code}</span>
          </>
        }
      />
      {says.done && (
        <ForgetTyped places={[placeOf(proposal.event.slug, null), placeOf(proposal.event.slug, proposal.code)]} />
      )}
      <div className="form-column">
        <DoneNotice {...says} />
        <WhereItStands proposal={proposal} />
        {proposal.reason && (
          <section>
            <SectionHead title="From the committee" />
            <PlainText>{proposal.reason}</PlainText>
          </section>
        )}
        {proposal.messages.length > 0 && (
          <section>
            <SectionHead title="From those who read it" />
            {proposal.messages.map((message) => (
              <PlainText key={message}>{message}</PlainText>
            ))}
          </section>
        )}
        <OwnActions proposal={proposal} />
        {canEdit(proposal) ? (
          <OwnForm
            proposal={proposal}
            choices={facts.choices}
            kept={kept}
            facts={place}
            author={await getOwnAuthor(facts.event, [person.id], now)}
          />
        ) : (
          <section>
            <SectionHead title="As reviewers read it" />
            <ProposalText proposal={asReviewersRead(proposal, facts.choices.questions)} />
          </section>
        )}
      </div>
    </PersonFrame>
  )
}
