import { addDays } from 'date-fns'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { outbox } from '@/lib/outbox'
import { hashToken, randomToken } from '@/lib/tokens'
import { invitationMail } from '../emails/invitation'

/** Days for which an invitation's link opens. */
const DAYS_OPEN = 60

interface Invitation {
  kind: 'co_speaker' | 'handover'
  name: string
  email: string
  /** Who asks: null for a service. */
  by: { id: string; name: string } | null
  /** The mail waits for the committee to send it. */
  isDraft: boolean
}

/**
 * Asks somebody to speak, or to take a proposal over, by a mailed link of which the hash alone is kept. An earlier
 * invitation of the same address is replaced: its link does not work any more.
 */
export async function invite(
  tx: Tx,
  event: AuthorizedEvent,
  proposal: { id: string; code: string; title: string },
  { kind, name, email: typed, by, isDraft }: Invitation,
  now: Date,
): Promise<void> {
  const email = typed.trim().toLowerCase()
  const token = randomToken()
  const asked = { status: 'invited' as const, name, tokenHash: hashToken(token), invitedById: by?.id ?? null }
  const dates = { invitedAt: now, expiresAt: addDays(now, DAYS_OPEN), answeredAt: null }
  await tx.speakerInvitation.upsert({
    where: { proposalId_kind_email: { proposalId: proposal.id, kind, email } },
    create: { proposalId: proposal.id, kind, email, ...asked, ...dates },
    update: { ...asked, ...dates },
  })
  const { appUrl } = env()
  const { code, title } = proposal
  const facts = { title, event, to: { name }, link: `${appUrl}/invitations/${token}`, by: by?.name ?? null }
  const word = kind === 'handover' ? 'handover' : 'co-speaker'
  const dedupeKey = `${code} ${word} ${email} ${now.toISOString()}`
  const mail = {
    kind: `proposal-${word}`,
    to: email,
    eventId: event.id,
    proposalId: proposal.id,
    dedupeKey,
    draft: isDraft,
  }
  await outbox.enqueue(tx, [{ ...mail, secret: true, ...invitationMail(kind, facts) }])
}

/** Takes invitations back that nobody has answered: their links open nothing any more. */
export async function revokeInvitations(
  tx: Tx,
  where: { proposalId: string; kind: 'co_speaker' | 'handover'; email?: { notIn: string[] } },
): Promise<number> {
  const { count } = await tx.speakerInvitation.updateMany({
    where: { ...where, status: 'invited' },
    data: { status: 'revoked', tokenHash: null },
  })
  return count
}
