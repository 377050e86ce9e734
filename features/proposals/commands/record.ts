import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { type Message, outbox } from '@/lib/outbox'
import { proposalMail } from '../emails'
import { factsAfter } from '../rules'
import type { Facts, Side } from '../schema'
import { type MoveInput, type MoveName, moveRow } from '../table'
import type { Subject } from './subject'

/** A move that the rules have allowed, on one proposal. */
export interface Made {
  subject: Subject
  side: Side
  input: MoveInput
}

/** Writes moves: the facts, the log, the audit and the mail that follows, in the caller's transaction. */
export async function recordMoves(
  tx: Tx,
  move: MoveName,
  actor: Exclude<Actor, { kind: 'visitor' }>,
  event: AuthorizedEvent,
  made: Made[],
): Promise<void> {
  const { sets } = moveRow(move)
  for (const [facts, ids] of groupByFacts(made.map(({ subject, input }) => [subject.id, sets(subject, input)])))
    if (Object.keys(facts).length > 0) await tx.proposal.updateMany({ where: { id: { in: ids } }, data: facts })
  await tx.proposalMove.createMany({
    data: made.map(({ subject, side, input: { now, decision } }) => ({
      proposalId: subject.id,
      move,
      actorId: actor.kind === 'person' ? actor.id : null,
      at: now,
      detail: { side, ...(decision ? { decision } : {}), ...(actor.kind === 'service' ? { service: actor.name } : {}) },
    })),
  })
  await audit.recordAll(
    tx,
    made.map(({ subject, side, input: { decision } }) => ({
      actor,
      verb: move,
      resource: 'proposals',
      resourceId: subject.code,
      eventId: event.id,
      detail: { side, ...(decision ? { decision } : {}) },
    })),
  )
  await outbox.enqueue(
    tx,
    made.flatMap((one) => mailFor(move, event, one)),
  )
}

/** The mail of a move, to those of the speakers whom its row names and who have an address. */
export function mailFor(move: MoveName, event: AuthorizedEvent, { subject, input }: Made): Message[] {
  const { mail } = moveRow(move)
  if (!mail) return []
  const after = factsAfter(move, subject, input)
  const once = move === 'announce' ? after.decidedAt : input.now
  const readers = mail.to === 'speakers' ? subject.speakers : subject.speakers.slice(0, 1)
  return readers.flatMap(({ person }) => {
    if (!person.email) return []
    const words = proposalMail(mail.kind, {
      code: subject.code,
      title: subject.title,
      event,
      appUrl: env().appUrl,
      to: person,
      decision: after.announced,
      reason: after.decisionReason,
      answerBy: after.answerBy,
      isCorrection: subject.announced !== null,
    })
    const dedupeKey = `${subject.code} ${move} ${once?.toISOString()} ${person.id}`
    return [{ kind: `proposal-${mail.kind}`, to: person.email, eventId: event.id, dedupeKey, ...words }]
  })
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
