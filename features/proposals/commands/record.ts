import type { AuthorizedEvent } from '@/features/access/queries'
import { Prisma } from '@/generated/prisma/client'
import { audit } from '@/lib/audit'
import type { Tx } from '@/lib/db'
import { type Message, outbox } from '@/lib/outbox'
import type { Facts } from '../schema'
import { type MoveName, moveRow } from '../table'
import { mailOf } from './mail'
import type { Made, Mover } from './subject'

/**
 * Writes moves: the facts, the log, the audit and the mail that follows, in the caller's transaction. `messages` are
 * the mails where the caller has made them, to show them first.
 */
export async function recordMoves(
  tx: Tx,
  move: MoveName,
  actor: Mover,
  event: AuthorizedEvent,
  made: Made[],
  messages?: Message[],
): Promise<void> {
  const { sets } = moveRow(move)
  await writeFacts(
    tx,
    made.map(({ subject, input }) => ({ id: subject.id, facts: sets(subject, input) })),
  )
  await tx.proposalMove.createMany({
    data: made.map((one) => ({
      proposalId: one.subject.id,
      move,
      actorId: actor.kind === 'person' ? actor.id : null,
      at: one.input.now,
      detail: { ...detailOf(one), ...serviceOf(actor), ...beforeOf(move, one) },
    })),
  })
  await audit.recordAll(
    tx,
    made.map((one) => ({
      actor,
      verb: move,
      resource: 'proposals',
      resourceId: one.subject.code,
      eventId: event.id,
      detail: detailOf(one),
    })),
  )
  // What a chair has not sent yet tells of something that is no longer so.
  if (move === 'announce' || move === 'undo')
    await outbox.discard(
      tx,
      made.map(({ subject }) => subject.id),
    )
  await outbox.enqueue(tx, messages ?? (await mailOf(tx, move, event, made)).messages)
}

const detailOf = ({ side, input: { decision }, detail }: Made) => ({
  side,
  ...(decision ? { decision } : {}),
  ...detail,
})

const serviceOf = (actor: Mover) => (actor.kind === 'service' ? { service: actor.name } : {})

/** What the move writes over, for the moves that `undo` takes back. */
function beforeOf(move: MoveName, { subject, input }: Made) {
  const { sets, keepsBefore } = moveRow(move)
  if (!keepsBefore) return {}
  const keys = Object.keys(sets(subject, input)) as (keyof Facts)[]
  return {
    before: Object.fromEntries(
      keys.map((key) => {
        const value = subject[key]
        return [key, value instanceof Date ? value.toISOString() : value]
      }),
    ),
  }
}

const COLUMNS: Record<keyof Facts, { column: string; type: string }> = {
  submittedAt: { column: 'submitted_at', type: 'timestamptz' },
  withdrawnAt: { column: 'withdrawn_at', type: 'timestamptz' },
  recommendation: { column: 'recommendation', type: 'decision' },
  decision: { column: 'decision', type: 'decision' },
  decisionReason: { column: 'decision_reason', type: 'text' },
  decidedAt: { column: 'decided_at', type: 'timestamptz' },
  announced: { column: 'announced', type: 'decision' },
  announcedAt: { column: 'announced_at', type: 'timestamptz' },
  answer: { column: 'answer', type: 'answer' },
  answerBy: { column: 'answer_by', type: 'timestamptz' },
  answeredAt: { column: 'answered_at', type: 'timestamptz' },
  cancelledAt: { column: 'cancelled_at', type: 'timestamptz' },
}

/** The same columns of many proposals are one statement, whatever is written into them. */
async function writeFacts(tx: Tx, rows: { id: string; facts: Partial<Facts> }[]): Promise<void> {
  const byColumns = new Map<string, { keys: (keyof Facts)[]; rows: object[] }>()
  for (const { id, facts } of rows) {
    const keys = (Object.keys(facts) as (keyof Facts)[]).sort() // facts have no other keys
    const group = byColumns.get(keys.join()) ?? { keys, rows: [] }
    group.rows.push({ id, ...Object.fromEntries(keys.map((key) => [COLUMNS[key].column, facts[key]])) })
    byColumns.set(keys.join(), group)
  }
  for (const { keys, rows } of byColumns.values()) {
    if (keys.length === 0) continue
    const columns = keys.map((key) => COLUMNS[key])
    const set = Prisma.raw(columns.map(({ column }) => `${column} = r.${column}`).join(', '))
    const shape = Prisma.raw(columns.map(({ column, type }) => `${column} ${type}`).join(', '))
    await tx.$executeRaw`
      update proposal set ${set}, updated_at = now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, ${shape})
      where proposal.id = r.id`
  }
}
