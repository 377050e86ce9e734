import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { type Tx, transaction } from '@/lib/db'
import { addDays, wallClock, zonedToUtc } from '@/lib/time'
import { conflictsAmong } from '../queries/conflicts'
import { refuseMove, sideFor, stateFor } from '../rules'
import type { AnnouncementBatch, DecisionBatch, State } from '../schema'
import type { MoveInput, MoveName, Refusal } from '../table'
import { type Made, mailFor, recordMoves } from './record'
import { lockProposals, type Subject, standingOf } from './subject'

type Decider = Exclude<Actor, { kind: 'visitor' }>
export type RefusedItem = { code: string; reason: Refusal }
export type BatchRefused = { ok: false; reason: Refusal; refused: RefusedItem[] }

/** How long an accepted speaker has to answer. */
const DAYS_TO_ANSWER = 14

export type DecisionResult = { ok: true; items: { code: string; from: State; to: State }[] } | BatchRefused

/** Takes decisions, all of them or none. Nobody is told: that is `announceDecisions`. A dry run only says what would be. */
export function decideProposals(
  actor: Decider,
  event: AuthorizedEvent,
  { items, dryRun }: DecisionBatch,
  now: Date,
): Promise<DecisionResult> {
  const wanted = new Map(items.map((item) => [item.code, item]))
  return transaction(async (tx) => {
    const judged = await judge(tx, 'decide', actor, event, [...wanted.keys()], now)
    if (!judged.ok) return judged
    const made = judged.subjects.map((subject): Made => {
      const { decision, reason } = wanted.get(subject.code) ?? { reason: null }
      return { subject, side: 'committee', input: { now, reason, ...(decision ? { decision } : {}) } }
    })
    const changed = made.filter(({ subject, input }) => !isSameDecision(subject, input))
    if (!dryRun) await recordMoves(tx, 'decide', actor, event, changed)
    const results = made.map(({ subject, input }) => ({
      code: subject.code,
      from: stateFor(subject, 'committee'),
      to: input.decision ?? stateFor(subject, 'committee'),
    }))
    return { ok: true, items: results }
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
    const judged = await judge(tx, 'announce', actor, event, [...new Set(codes)], now)
    if (!judged.ok) return judged
    const input = { now, answerBy: answerBy(now, event.timeZone) }
    const made = judged.subjects.map((subject): Made => ({ subject, side: 'committee', input }))
    const messages = made.flatMap((one) => mailFor('announce', event, one))
    if (!dryRun) await recordMoves(tx, 'announce', actor, event, made)
    return {
      ok: true,
      messages: messages.map(({ to, subject, text }) => ({ to, subject, text })),
      announced: dryRun ? 0 : made.length,
    }
  })
}

type Judged = { ok: true; subjects: Subject[] } | BatchRefused

/** Locks the proposals and asks the rules about each; one refusal refuses all. */
async function judge(
  tx: Tx,
  move: MoveName,
  actor: Decider,
  event: AuthorizedEvent,
  codes: string[],
  now: Date,
): Promise<Judged> {
  const subjects = await lockProposals(tx, event, codes)
  const conflicts = await conflictsAmong(
    actor,
    subjects.map(({ id }) => id),
    tx,
  )
  const byCode = new Map(subjects.map((subject) => [subject.code, subject]))
  const refused = codes.flatMap((code): RefusedItem[] => {
    const subject = byCode.get(code)
    if (!subject?.submittedAt) return [{ code, reason: 'not-found' }]
    const side = sideFor(move, standingOf(move, actor, event, subject, conflicts))
    if (side !== 'speaker' && side !== 'committee') return [{ code, reason: side }]
    const reason = refuseMove(move, { facts: subject, side, now })
    return reason ? [{ code, reason }] : []
  })
  const [first] = refused
  if (first) return { ok: false, reason: first.reason, refused }
  // In the order in which they were named.
  return { ok: true, subjects: codes.flatMap((code) => byCode.get(code) ?? []) }
}

function isSameDecision({ decision, decisionReason, answer }: Subject, input: MoveInput): boolean {
  return answer !== 'declined' && decision === input.decision && decisionReason === (input.reason ?? null)
}

/** The end of a day in the event's zone, so that the mail's “until Sunday” includes that Sunday. */
function answerBy(now: Date, timeZone: string): Date {
  const today = wallClock(now, timeZone).slice(0, 10)
  return new Date(zonedToUtc(`${addDays(today, DAYS_TO_ANSWER + 1)}T00:00`, timeZone).at.getTime() - 1000)
}
