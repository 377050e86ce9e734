import type { AuthorizedEvent } from '@/features/access/queries'
import { transaction } from '@/lib/db'
import { getAnswerPolicy } from '../queries/policy'
import { decidingMove, refuseMove, stateFor } from '../rules'
import { answerByFor } from '../rules/confirmation'
import type { Decision, State } from '../schema'
import type { AnnouncementBatch, DecisionBatch } from '../schema/batches'
import type { MoveInput, MoveName } from '../table'
import { type BatchRefused, judge } from './judge'
import { mailOf } from './mail'
import { recordMoves } from './record'
import type { Made, Mover, Subject } from './subject'

export type { BatchRefused, RefusedItem } from './judge'

type Decider = Exclude<Mover, { kind: 'system' }>
export type DecisionResult = { ok: true; items: { code: string; from: State; to: State }[] } | BatchRefused

/**
 * Takes decisions, all of them or none; what has been announced is corrected. Nobody is told: that is
 * `announceDecisions`. A dry run only says what would be.
 */
export function decideProposals(
  actor: Decider,
  event: AuthorizedEvent,
  { items, dryRun }: DecisionBatch,
  now: Date,
): Promise<DecisionResult> {
  const wanted = new Map(items.map((item) => [item.code, item]))
  return transaction(async (tx) => {
    const judged = await judge(tx, 'decide', actor, event, [...wanted.keys()], (subject, side) =>
      refuseMove(decidingMove(subject), { facts: subject, side, now }),
    )
    if (!judged.ok) return judged
    const made = judged.subjects.map((subject): Made => {
      const { decision, reason } = wanted.get(subject.code) ?? { reason: null }
      return { subject, side: 'committee', input: { now, reason, ...(decision ? { decision } : {}) } }
    })
    const changed = made.filter(({ subject, input }) => !isSameDecision(subject, input))
    if (!dryRun)
      for (const move of ['decide', 'correct'] as const) {
        const some = changed.filter(({ subject }) => decidingMove(subject) === move)
        if (some.length > 0) await recordMoves(tx, move, actor, event, some)
      }
    const results = made.map(({ subject, input }) => ({
      code: subject.code,
      from: stateFor(subject, 'committee'),
      to: input.decision ?? stateFor(subject, 'committee'),
    }))
    return { ok: true, items: results }
  })
}

export type RecommendResult = { ok: true; code: string } | BatchRefused

/** Says what one thinks should be decided. */
export function recommendProposal(
  actor: Decider,
  event: AuthorizedEvent,
  { code, decision }: { code: string; decision: Decision },
  now: Date,
): Promise<RecommendResult> {
  return transaction(async (tx) => {
    const judged = await judge(tx, 'recommend', actor, event, [code.toUpperCase()], refuse('recommend', now))
    if (!judged.ok) return judged
    const made = judged.subjects.map((subject): Made => ({ subject, side: 'committee', input: { now, decision } }))
    await recordMoves(tx, 'recommend', actor, event, made)
    return { ok: true, code: code.toUpperCase() }
  })
}

export type Announcement = { to: string; subject: string; text: string }
export type AnnouncementResult = { ok: true; messages: Announcement[]; announced: number } | BatchRefused

/** Tells the speakers, all of them or nobody. A dry run answers with the very mails and sends none. */
export function announceDecisions(
  actor: Decider,
  event: AuthorizedEvent,
  { codes, dryRun }: AnnouncementBatch,
  now: Date,
): Promise<AnnouncementResult> {
  return transaction(async (tx) => {
    const judged = await judge(tx, 'announce', actor, event, [...new Set(codes)], refuse('announce', now))
    if (!judged.ok) return judged
    const input = { now, answerBy: answerByFor(await getAnswerPolicy(event.id, tx), now, event.timeZone) }
    const made = judged.subjects.map((subject): Made => ({ subject, side: 'committee', input }))
    const { messages, gaps } = await mailOf(tx, 'announce', event, made)
    if (gaps.length > 0)
      return {
        ok: false,
        reason: 'mail-incomplete',
        refused: gaps.map((gap) => ({ ...gap, reason: 'mail-incomplete' as const })),
      }
    if (!dryRun) await recordMoves(tx, 'announce', actor, event, made, messages)
    return {
      ok: true,
      messages: messages.map(({ to, subject, text }) => ({ to, subject, text })),
      announced: dryRun ? 0 : made.length,
    }
  })
}

const refuse = (move: MoveName, now: Date) => (subject: Subject, side: 'speaker' | 'committee') =>
  refuseMove(move, { facts: subject, side, now })

function isSameDecision({ decision, decisionReason, answer }: Subject, input: MoveInput): boolean {
  return answer !== 'declined' && decision === input.decision && decisionReason === (input.reason ?? null)
}
