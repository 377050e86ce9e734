import type { Metadata } from 'next'
import { PageHeader } from '@/components/page-header'
import { getActor } from '@/features/access/gate'
import { answerInvitation } from '@/features/proposals/actions/speakers'
import { InvitationAnswer } from '@/features/proposals/components/invitation-answer'
import { PlainText } from '@/features/proposals/components/plain-text'
import { getInvitation } from '@/features/proposals/queries/invitations'
import { invitationProblem } from '@/features/proposals/schema/invitation'
import { PersonFrame } from '../../_frame/person-frame'

// The address of this page is a secret: no other site may learn it. Our own must, or its form counts as foreign.
export const metadata: Metadata = { title: 'You are invited', referrer: 'same-origin' }

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ problem?: string }> }

/** What the link of an invitation opens. Looking at it answers nothing: mail scanners look at every link. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const { token } = await params
  const [invitation, actor, { problem }] = [
    await getInvitation(token, new Date()),
    await getActor(),
    await searchParams,
  ]
  return (
    <PersonFrame here="">
      <div className="form-column">
        {invitation ? (
          <>
            <PageHeader
              look="plain"
              kicker={invitation.event.name}
              title={invitation.title || 'A talk without a title yet'}
              lede={
                invitation.kind === 'handover'
                  ? `${invitation.by ?? 'The committee'} has proposed this for you to give.`
                  : `${invitation.by ?? 'The committee'} asks you to speak in this with them.`
              }
            />
            <PlainText>{invitation.abstract}</PlainText>
            <InvitationAnswer
              action={answerInvitation.bind(null, { token })}
              kind={invitation.kind}
              problem={invitationProblem(problem)}
              isSignedIn={actor.kind === 'person'}
            />
          </>
        ) : (
          <>
            <PageHeader
              look="plain"
              title={token === 'answered' ? 'Thank you for your answer' : 'This link does not work any more'}
            />
            <p>
              {token === 'answered'
                ? 'You are not named in the proposal.'
                : 'It was answered, replaced by a newer one, or has expired.'}
            </p>
          </>
        )}
      </div>
    </PersonFrame>
  )
}
