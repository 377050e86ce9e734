import { invitationMail } from '@/features/proposals/emails/invitation'
import { hashToken } from '@/lib/tokens'
import type { Conference } from './conferences'
import type { Context } from './context'
import { addDays } from './days'
import type { Person } from './people'
import type { Proposal } from './proposal'

type Kind = 'co_speaker' | 'handover'
type Status = 'invited' | 'accepted' | 'declined' | 'revoked'

interface Invitation {
  kind: Kind
  status: Status
  to: Pick<Person, 'name' | 'email'>
}

/** Asks somebody to speak in a proposal, or to take it over. While it is open, a mail with its link has gone out. */
export function addInvitation(
  context: Context,
  conference: Conference,
  proposal: Proposal,
  { kind, status, to }: Invitation,
): void {
  const { rows, id, today, url } = context
  const key = `${proposal.code} ${kind} ${to.email}`
  const [invitedAt, by] = [addDays(today, -5), proposal.speakers[0]]
  const isAnswered = status === 'accepted' || status === 'declined'
  const token = `demo-${id('invitation', key)}`
  rows.speakerInvitation.push({
    ...{ id: id('invitation row', key), proposalId: proposal.id, kind, status, name: to.name, email: to.email },
    tokenHash: status === 'invited' ? hashToken(token) : null,
    invitedById: by?.id ?? null,
    ...{ invitedAt, expiresAt: addDays(invitedAt, 60), answeredAt: isAnswered ? addDays(today, -3) : null },
  })
  if (status !== 'invited') return
  const word = kind === 'handover' ? 'handover' : 'co-speaker'
  const { code, title } = proposal
  const facts = { code, title, event: conference, to: { ...to, locale: 'en' }, link: `${url}/invitations/${token}` }
  const { subject, text } = invitationMail(word, { ...facts, by: by?.name ?? null })
  rows.outboxMessage.push({
    ...{ id: id('mail', key), kind: `proposal-${word}`, dedupeKey: key, to: to.email, eventId: conference.id },
    ...{ subject, text, secret: true, proposalId: proposal.id, state: 'sent' as const, attempts: 1 },
    ...{ createdAt: invitedAt, dueAt: invitedAt, sentAt: invitedAt },
  })
}
