import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { invite, revokeInvitations } from './invite'
import { lockProposals } from './subject'

type HandoverResult = { ok: true } | { ok: false; reason: 'not-found' | 'over' | 'yourself' }

/** Offers a proposal to whom it was written for. It stays its first speaker's until the other has taken it over. */
export function handOver(
  actor: Person,
  event: AuthorizedEvent,
  code: string,
  to: { name: string; email: string },
  now: Date,
): Promise<HandoverResult> {
  return transaction(async (tx) => {
    const subject = await lockOwn(tx, actor, event, code)
    if (!subject) return { ok: false, reason: 'not-found' }
    if (subject.withdrawnAt || subject.cancelledAt) return { ok: false, reason: 'over' }
    if (to.email === actor.email) return { ok: false, reason: 'yourself' }
    await revokeInvitations(tx, { proposalId: subject.id, kind: 'handover' })
    await invite(tx, event, subject, { kind: 'handover', ...to, by: actor }, now)
    await audit.record(tx, { actor, verb: 'offer', resource: 'proposals', resourceId: subject.code, eventId: event.id })
    return { ok: true }
  })
}

/** Takes the offer back, as long as nobody has taken it up. */
export function takeHandoverBack(actor: Person, event: AuthorizedEvent, code: string): Promise<HandoverResult> {
  return transaction(async (tx) => {
    const subject = await lockOwn(tx, actor, event, code)
    if (!subject || (await revokeInvitations(tx, { proposalId: subject.id, kind: 'handover' })) === 0)
      return { ok: false, reason: 'not-found' }
    const facts = { actor, verb: 'take-offer-back', resource: 'proposals', resourceId: subject.code }
    await audit.record(tx, { ...facts, eventId: event.id })
    return { ok: true }
  })
}

/** Sends a co-speaker who has not answered a new link; the old one opens nothing any more. */
export function inviteAgain(
  actor: Person,
  event: AuthorizedEvent,
  code: string,
  email: string,
  now: Date,
): Promise<HandoverResult> {
  return transaction(async (tx) => {
    const [subject] = await lockProposals(tx, event, [code])
    const isSpeaker = subject?.speakers.some(({ person, isAccepted }) => person.id === actor.id && isAccepted)
    const asked =
      subject &&
      (await tx.speakerInvitation.findFirst({
        where: { proposalId: subject.id, kind: 'co_speaker', email, status: 'invited' },
        select: { name: true },
      }))
    if (!isSpeaker || !asked) return { ok: false, reason: 'not-found' }
    await invite(tx, event, subject, { kind: 'co_speaker', name: asked.name, email, by: actor }, now)
    return { ok: true }
  })
}

/** A proposal of which the actor is the first speaker, locked. */
async function lockOwn(tx: Tx, actor: Person, event: AuthorizedEvent, code: string) {
  const [subject] = await lockProposals(tx, event, [code])
  return subject?.speakers[0]?.person.id === actor.id ? subject : null
}
