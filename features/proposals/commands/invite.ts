import { addDays } from 'date-fns'
import type { AuthorizedEvent } from '@/features/access/queries'
import { getTemplates } from '@/features/mail/queries/templates'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { outbox } from '@/lib/outbox'
import { hashToken, randomToken } from '@/lib/tokens'
import { templateKey } from '../emails'
import { invitationMail } from '../emails/invitation'

/** Days for which an invitation's link opens. */
const DAYS_OPEN = 60

interface Invitation {
  kind: 'co_speaker' | 'handover'
  name: string
  email: string
  /** Who asks: null for a service. */
  by: { id: string; name: string } | null
}

/**
 * Asks somebody to speak, or to take a proposal over, by a mailed link of which the hash alone is kept. An earlier
 * invitation of the same address is replaced: its link does not work any more. The mail goes at once: nobody but its
 * reader may see the link, so it cannot wait as a draft.
 */
export async function invite(
  tx: Tx,
  event: AuthorizedEvent,
  proposal: { id: string; code: string; title: string },
  { kind, name, email: typed, by }: Invitation,
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
  const word = kind === 'handover' ? 'handover' : 'co-speaker'
  const known = await tx.person.findUnique({ where: { email }, select: { locale: true } })
  const to = { name, locale: known?.locale ?? 'en' }
  const facts = { code, title, event, to, link: `${appUrl}/invitations/${token}`, by: by?.name ?? null }
  const templates = await getTemplates(tx, event.id)
  const mail = invitationMail(word, facts, (locale) => templates.get(templateKey(word, locale)))
  const about = { kind: `proposal-${word}`, to: email, eventId: event.id, proposalId: proposal.id }
  await outbox.enqueue(tx, [
    { ...about, dedupeKey: `${code} ${word} ${email} ${now.toISOString()}`, secret: true, ...mail },
  ])
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
