import type { AuthorizedEvent } from '@/features/access/queries'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import { conflictingIn } from '../queries/conflicts'
import { getAnswerPolicy } from '../queries/policy'
import { refuseMove } from '../rules'
import { answerByFor } from '../rules/confirmation'
import type { AnswerPolicy, PolicyForm } from '../schema/policy'
import { type BatchRefused, judge } from './judge'
import { mailOf } from './mail'
import { recordMoves } from './record'
import { lockWaitlist, type Made, type Mover, type Subject } from './subject'

type Chair = Exclude<Mover, { kind: 'system' }>
type Result = { ok: true } | BatchRefused

/** A promotion as it is recorded; the draft asks for an answer until the day that the event's policy gives from now. */
export function promoted(
  subject: Subject,
  policy: AnswerPolicy,
  event: AuthorizedEvent,
  now: Date,
  detail: Record<string, string> = {},
): Made {
  const answerBy = answerByFor(policy, now, event.timeZone)
  return { subject, side: 'committee', input: { now, answerBy }, detail }
}

/** Gives a place to a proposal of the waiting list; the mail is a draft, and sending it announces the place. */
export function promoteProposal(actor: Chair, event: AuthorizedEvent, code: string, now: Date): Promise<Result> {
  return byHand('promote', actor, event, code, now)
}

/** Takes silence for a no, once the day of the answer has passed; the mail is a draft. */
export function lapseProposal(actor: Chair, event: AuthorizedEvent, code: string, now: Date): Promise<Result> {
  return byHand('lapse', actor, event, code, now)
}

function byHand(
  move: 'promote' | 'lapse',
  actor: Chair,
  event: AuthorizedEvent,
  code: string,
  now: Date,
): Promise<Result> {
  return transaction(async (tx) => {
    await lockWaitlist(tx, event)
    const judged = await judge(tx, move, actor, event, [code.toUpperCase()], (facts, side) =>
      refuseMove(move, { facts, side, now }),
    )
    if (!judged.ok) return judged
    const policy = await getAnswerPolicy(event.id, tx)
    const made = judged.subjects.map(
      (subject): Made =>
        move === 'promote' ? promoted(subject, policy, event, now) : { subject, side: 'committee', input: { now } },
    )
    const { messages, gaps } = await mailOf(tx, move, event, made)
    if (gaps.length > 0) {
      const refused = gaps.map((gap) => ({ ...gap, reason: 'mail-incomplete' as const }))
      return { ok: false, reason: 'mail-incomplete', refused }
    }
    await recordMoves(tx, move, actor, event, made, messages)
    return { ok: true }
  })
}

/** Sets how the event asks for answers. A rule of promotion fills the places that become free from now on. */
export function saveAnswerPolicy(
  actor: Chair,
  event: AuthorizedEvent,
  { version, until, ...form }: PolicyForm,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'overtaken' }> {
  return transaction(async (tx) => {
    await lockWaitlist(tx, event)
    const before = await getAnswerPolicy(event.id, tx)
    if (before.version !== version) return { ok: false, reason: 'overtaken' }
    const isNewRule = before.promotion !== form.promotion
    const promotesSince = form.promotion === 'by_hand' ? null : isNewRule ? now : before.promotesSince
    const facts = { ...form, until: until === null ? null : new Date(until), promotesSince, version: version + 1 }
    await tx.answerPolicy.upsert({
      where: { eventId: event.id },
      create: { eventId: event.id, ...facts },
      update: facts,
    })
    const { reminderDays, ...said } = form
    const detail = { ...said, until, reminderDays: reminderDays.map(String) }
    await audit.record(tx, {
      actor,
      verb: 'update',
      resource: 'settings',
      resourceId: 'answers',
      eventId: event.id,
      detail,
    })
    return { ok: true }
  })
}

/**
 * Gives the waiting list its order; answers how many are on it. Codes that are not on it are left alone, and so are
 * those with which the actor has a conflict.
 */
export function orderWaitlist(
  actor: Chair,
  event: AuthorizedEvent,
  places: { code: string; place: number }[],
): Promise<number> {
  return transaction(async (tx) => {
    await lockWaitlist(tx, event)
    let count = 0
    const own = await conflictingIn(actor, event, tx)
    for (const { code, place } of places) {
      const where = { code, eventId: event.id, decision: 'waitlisted' as const, id: { notIn: own } }
      count += (await tx.proposal.updateMany({ where, data: { waitlistRank: place } })).count
    }
    const detail = { count }
    if (count === 0) return 0
    await audit.record(tx, {
      actor,
      verb: 'update',
      resource: 'decisions',
      resourceId: 'waitlist',
      eventId: event.id,
      detail,
    })
    return count
  })
}
