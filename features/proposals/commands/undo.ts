import { z } from 'zod'
import type { AuthorizedEvent } from '@/features/access/queries'
import { type Tx, transaction } from '@/lib/db'
import { lastUndoable, refuseMove } from '../rules'
import { Decision, type Facts } from '../schema'
import type { UndoBatch } from '../schema/batches'
import { type BatchRefused, judge } from './judge'
import { recordMoves } from './record'
import type { Made, Mover } from './subject'

export type UndoResult = { ok: true; undone: string[] } | BatchRefused

/**
 * Brings back what was before the last recommendation, decision, correction or promotion of each proposal, all of them
 * or none: nobody has been told. Refused where the log has gone on since the caller looked at it.
 */
export function undoMoves(
  actor: Exclude<Mover, { kind: 'system' }>,
  event: AuthorizedEvent,
  { items }: UndoBatch,
  now: Date,
): Promise<UndoResult> {
  const wanted = new Map(items.map(({ code, move }) => [code, move]))
  return transaction(async (tx) => {
    const logs = new Map<string, Log>()
    const judged = await judge(tx, 'undo', actor, event, [...wanted.keys()], async (subject, side) => {
      const log = await readLog(tx, subject.id)
      logs.set(subject.code, log)
      const lastMove = lastUndoable(log)?.id ?? null
      const refusal = refuseMove('undo', { facts: subject, side, now, lastMove })
      return refusal ?? (lastMove === wanted.get(subject.code) ? null : 'overtaken')
    })
    if (!judged.ok) return judged
    const made = judged.subjects.map((subject): Made => {
      const move = wanted.get(subject.code) ?? ''
      const before = beforeOf(logs.get(subject.code) ?? [], move)
      return { subject, side: 'committee', input: { now, before }, detail: { undoes: move } }
    })
    await recordMoves(tx, 'undo', actor, event, made)
    return { ok: true, undone: made.map(({ subject }) => subject.code) }
  })
}

/** The facts that the move has written over: those that stand in its entry, and no others. */
function beforeOf(log: Log, move: string): Partial<Facts> {
  const kept = Before.parse(log.find(({ id }) => id === move)?.before)
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
}

const Moment = z.coerce.date().nullable()
const Before = z
  .object({
    recommendation: Decision.nullable(),
    decision: Decision.nullable(),
    decisionReason: z.string().nullable(),
    decidedAt: Moment,
    announced: Decision.nullable(),
    announcedAt: Moment,
    answer: z.enum(['confirmed', 'declined']).nullable(),
    answerBy: Moment,
    answeredAt: Moment,
  })
  .partial()

const Detail = z.object({ undoes: z.string().optional(), before: z.unknown() }).partial().catch({})
type Log = { id: string; move: string; undoes: string | null; before: unknown }[]

async function readLog(tx: Tx, proposalId: string): Promise<Log> {
  const rows = await tx.proposalMove.findMany({
    where: { proposalId },
    orderBy: { id: 'asc' },
    select: { id: true, move: true, detail: true },
  })
  return rows.map(({ id, move, detail }) => {
    const { undoes = null, before } = Detail.parse(detail)
    return { id: String(id), move, undoes, before }
  })
}
