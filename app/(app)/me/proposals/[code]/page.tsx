import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader, SectionHead } from '@/components/page-header'
import { StateBadge } from '@/components/state-badge'
import { gatePage } from '@/features/access/gate'
import type { Person } from '@/features/access/schema'
import { listFileNames } from '@/features/calls/queries/questions'
import { fileIdsIn } from '@/features/calls/rules/form'
import { answerInvitation, handOver } from '@/features/proposals/actions/speakers'
import { DoneNotice } from '@/features/proposals/components/done-notice'
import { ForgetTyped } from '@/features/proposals/components/forget-typed'
import { HandoverForm } from '@/features/proposals/components/handover-form'
import { InvitationAnswer } from '@/features/proposals/components/invitation-answer'
import { placeOf } from '@/features/proposals/components/kept-typing'
import { OwedList } from '@/features/proposals/components/owed-list'
import { OwnActions } from '@/features/proposals/components/own-actions'
import { asReviewersRead, OwnForm } from '@/features/proposals/components/own-form'
import { PlainText } from '@/features/proposals/components/plain-text'
import { ProposalText } from '@/features/proposals/components/proposal-text'
import { SessionFiles } from '@/features/proposals/components/session-files'
import { SpeakersAsked } from '@/features/proposals/components/speakers-asked'
import { WhereItStands } from '@/features/proposals/components/where-it-stands'
import { getOwnAuthor } from '@/features/proposals/queries/author'
import { getProposalForm } from '@/features/proposals/queries/call'
import { isInvited, listInvitations } from '@/features/proposals/queries/invitations'
import { getLaterAnswers } from '@/features/proposals/queries/later'
import { getOwnProposal, getPendingDraft, type OwnProposal } from '@/features/proposals/queries/own'
import { listOwnFiles } from '@/features/proposals/queries/session-files'
import { canEdit } from '@/features/proposals/rules'
import { keptCookie } from '@/features/proposals/schema'
import { invitationProblem } from '@/features/proposals/schema/invitation'
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
  const invited = await isInvited(person, code)
  const later = canEdit(proposal) ? null : await getLaterAnswers(person, code, now)
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
        {invited && (
          <InvitationAnswer
            action={answerInvitation.bind(null, { code: proposal.code })}
            kind="co_speaker"
            problem={invitationProblem(says.problem)}
            isSignedIn
          />
        )}
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
        {later && <OwedList unanswered={later.unanswered} reader={person.id} />}
        {later && later.questions.length > 0 && (
          <p>
            <a href={`/me/proposals/${proposal.code}/answers`}>Answer what the event still asks</a>
          </p>
        )}
        {!invited && <OwnActions proposal={proposal} />}
        {canEdit(proposal) && !invited ? (
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
        {!invited && <Around proposal={proposal} person={person} hasOtherCalls={facts.calls.length > 1} />}
      </div>
    </PersonFrame>
  )
}

/** What stands around the text: who was asked, the files, its versions, and what the event should know. */
async function Around({
  proposal,
  person,
  hasOtherCalls,
}: {
  proposal: OwnProposal
  person: Person
  hasOtherCalls: boolean
}) {
  const { code, event, version } = proposal
  const [invitations, files] = await Promise.all([listInvitations(person, code), listOwnFiles(person, code)])
  const isFirst = proposal.speakers[0]?.id === person.id
  const isDraft = proposal.state === 'draft'
  const isOver = proposal.withdrawnAt !== null || proposal.cancelledAt !== null
  return (
    <>
      <SpeakersAsked invitations={invitations} code={code} event={event} isFirst={isFirst} />
      <SessionFiles files={files} code={code} eventSlug={event.slug} />
      {isFirst && !isOver && <HandoverForm action={handOver.bind(null, event.slug, code)} />}
      <ul className="plain-list">
        {version > 1 && (
          <li>
            <a href={`/me/proposals/${code}/versions`}>Compare its versions</a>
          </li>
        )}
        {isDraft && hasOtherCalls && (
          <li>
            <a href={`/me/proposals/${code}/move`}>Move it to another call of {event.name}</a>
          </li>
        )}
        <li>
          <a href={`/me/events/${event.slug}`}>When you cannot, and what you need at {event.name}</a>
        </li>
        <li>
          <a href="/me/talks">Propose it to another event</a>
        </li>
      </ul>
    </>
  )
}
