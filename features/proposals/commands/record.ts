import type { AuthorizedEvent } from '@/features/access/queries'
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
  for (const [facts, ids] of groupByFacts(made.map(({ subject, input }) => [subject.id, sets(subject, input)])))
    if (Object.keys(facts).length > 0) await tx.proposal.updateMany({ where: { id: { in: ids } }, data: facts })
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

/** The same facts for many proposals are one statement. */
function groupByFacts(rows: [id: string, facts: Partial<Facts>][]): [Partial<Facts>, string[]][] {
  const groups = new Map<string, [Partial<Facts>, string[]]>()
  for (const [id, facts] of rows) {
    const key = JSON.stringify(facts)
    const group = groups.get(key)
    if (group) group[1].push(id)
    else groups.set(key, [facts, [id]])
  }
  return [...groups.values()]
}
