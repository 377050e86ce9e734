import { type AuthorizedEvent, enter } from '@/features/access/queries'
import type { Actor, Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { hashToken } from '@/lib/tokens'
import { textOf } from '../queries/facts'
import type { SpeakerDraft } from '../schema'
import type { InvitationRefusal } from '../schema/invitation'
import { takeSnapshots } from './snapshot'
import { lockPerson, lockProposals, type Subject } from './subject'
import { replaceText, resolveChoices } from './text'

type Outcome = { ok: true; code: string; kind: 'co_speaker' | 'handover' } | { ok: false; reason: InvitationRefusal }
/** The link of a mail, or the proposal (of this event) in which the one who is signed in was asked to speak. */
type Asked = { token: string } | { code: string; event?: AuthorizedEvent }

/**
 * Says yes or no to an invitation. The link is enough for a no; a yes needs to be somebody, and what was asked of an
 * address is then theirs, under whichever address they sign in. A no leaves the proposal, and its text. Duties: the
 * speakers and the text change together; audit; the link is spent.
 */
export async function answerInvitation(
  actor: Actor,
  asked: Asked,
  answer: 'accepted' | 'declined',
  now: Date,
): Promise<Outcome> {
  return transaction(async (tx) => {
    const found = await find(tx, actor, asked, now)
    if (!found) return { ok: false, reason: 'gone' }
    const { invitation, event } = found
    if (answer === 'accepted' && actor.kind !== 'person') return { ok: false, reason: 'signed-out' }
    if (actor.kind === 'person') await lockPerson(tx, event, actor.id)
    const [subject] = await lockProposals(tx, event, [invitation.proposal.code])
    // Of two clicks the second finds the link spent.
    const isOpen = await tx.speakerInvitation.count({ where: { id: invitation.id, status: 'invited' } })
    if (!subject || isOpen === 0) return { ok: false, reason: 'gone' }
    const reason =
      answer === 'declined'
        ? await leave(tx, event, subject, invitation, now)
        : actor.kind === 'person' && (await join(tx, event, subject, invitation, actor, now))
    if (reason) return { ok: false, reason }
    const data = { status: answer, tokenHash: null, answeredAt: now }
    await tx.speakerInvitation.update({ where: { id: invitation.id }, data })
    const detail = { kind: invitation.kind, answer, ...(actor.kind === 'visitor' ? { by: 'link' } : {}) }
    const facts = { actor, verb: 'answer-invitation', resource: 'proposals', resourceId: subject.code }
    await audit.record(tx, { ...facts, eventId: event.id, detail })
    return { ok: true, code: subject.code, kind: invitation.kind }
  })
}

type Invitation = { id: string; kind: 'co_speaker' | 'handover'; email: string }

async function find(tx: Tx, actor: Actor, asked: Asked, now: Date) {
  const mine = 'code' in asked && actor.kind === 'person' && actor.email ? actor.email : null
  if ('code' in asked && !mine) return null
  const invitation = await tx.speakerInvitation.findFirst({
    where: {
      status: 'invited',
      expiresAt: { gt: now },
      ...('token' in asked
        ? { tokenHash: hashToken(asked.token) }
        : {
            email: mine ?? '',
            proposal: { code: asked.code.toUpperCase(), ...(asked.event ? { eventId: asked.event.id } : {}) },
          }),
    },
    select: {
      id: true,
      kind: true,
      email: true,
      proposal: { select: { code: true, event: { select: { slug: true } } } },
    },
  })
  const entry = invitation && (await enter('open', actor, invitation.proposal.event.slug))
  return invitation && entry?.ok && entry.event ? { invitation, event: entry.event } : null
}

async function leave(tx: Tx, event: AuthorizedEvent, subject: Subject, { kind, email }: Invitation, now: Date) {
  if (kind === 'handover') return null
  await tx.proposalSpeaker.deleteMany({
    where: { proposalId: subject.id, position: { gt: 0 }, isAccepted: false, person: { email } },
  })
  return rename(tx, event, subject, (all) => all.filter((speaker) => !isNamed(speaker, email)), now)
}

async function join(
  tx: Tx,
  event: AuthorizedEvent,
  subject: Subject,
  { kind, email }: Invitation,
  actor: Person,
  now: Date,
): Promise<InvitationRefusal | null> {
  if (!actor.email) return 'no-address'
  if (subject.withdrawnAt || subject.cancelledAt) return 'over'
  const own = subject.speakers.find(({ person }) => person.id === actor.id)
  const first = subject.speakers[0]?.person
  if (kind === 'co_speaker' && own && actor.email !== email) return 'speaks-already'
  if (kind === 'handover' && (await isAtLimit(tx, subject, actor.id))) return 'limit-reached'
  const leaving = kind === 'handover' ? { personId: first?.id ?? '' } : { person: { email } }
  const position =
    kind === 'handover' ? 0 : (subject.speakers.find(({ person }) => person.email === email)?.position ?? 1)
  if (kind === 'handover' || actor.email !== email)
    await tx.proposalSpeaker.deleteMany({ where: { proposalId: subject.id, ...leaving } })
  const id = { proposalId: subject.id, personId: actor.id }
  await tx.proposalSpeaker.upsert({
    where: { proposalId_personId: id },
    create: { ...id, position, isAccepted: true },
    update: { position, isAccepted: true },
  })
  if (subject.submittedAt) await takeSnapshots(tx, event, [actor.id], now)
  const { name } = actor
  const address = actor.email
  return rename(
    tx,
    event,
    subject,
    (all) =>
      kind === 'handover'
        ? all.filter((speaker) => !isNamed(speaker, address) && !isNamed(speaker, email))
        : all.map((speaker) => (isNamed(speaker, email) ? { email: address, name } : speaker)),
    now,
  )
}

const isNamed = (speaker: SpeakerDraft, email: string) => speaker.email.trim().toLowerCase() === email

/** Whether one more of this call would be more than it takes from one person. A draft counts when it is handed in. */
async function isAtLimit(tx: Tx, subject: Subject, personId: string): Promise<boolean> {
  if (!subject.submittedAt) return false
  const { limitPerPerson } = await tx.call.findUniqueOrThrow({
    where: { id: subject.callId },
    select: { limitPerPerson: true },
  })
  if (limitPerPerson === null) return false
  const others = await tx.proposal.count({
    where: {
      callId: subject.callId,
      id: { not: subject.id },
      submittedAt: { not: null },
      withdrawnAt: null,
      speakers: { some: { personId } },
    },
  })
  return others >= limitPerPerson
}

/** Writes the co-speakers that the text names anew, as a version of its own, where they have changed. */
async function rename(
  tx: Tx,
  event: AuthorizedEvent,
  subject: Subject,
  change: (speakers: SpeakerDraft[]) => SpeakerDraft[],
  now: Date,
): Promise<null> {
  const text = textOf(subject)
  const draft = { ...text, speakers: change(text.speakers) }
  if (JSON.stringify(draft.speakers) === JSON.stringify(text.speakers)) return null
  const { ids } = await resolveChoices(tx, event, draft)
  await replaceText(tx, subject, { savedById: null, draft, ids }, now)
  return null
}
