import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import type { Tx } from '@/lib/db'
import { FACTS, TEXT } from '../queries/facts'
import { sideFor } from '../rules'
import type { Side } from '../schema'
import { type MoveName, moveRow, type Refusal } from '../table'

const SUBJECT = { ...FACTS, ...TEXT, id: true, code: true, callId: true } as const

/** Locks these proposals of the event, in one order for everybody, and reads them as they now are. */
export async function lockProposals(tx: Tx, event: AuthorizedEvent, codes: string[]) {
  const wanted = codes.map((code) => code.toUpperCase())
  await tx.$queryRaw`
    select 1 from proposal where event_id = ${event.id}::uuid and code = any (${wanted}) order by id for update`
  return tx.proposal.findMany({ where: { eventId: event.id, code: { in: wanted } }, select: SUBJECT })
}
export type Subject = Awaited<ReturnType<typeof lockProposals>>[number]

/** One proposal, locked, with the side on which the actor may make this move; or why they may not. */
export async function lockFor(
  tx: Tx,
  move: MoveName,
  actor: Actor,
  event: AuthorizedEvent,
  code: string,
): Promise<{ ok: true; subject: Subject; side: Side } | { ok: false; reason: Refusal }> {
  const [subject] = await lockProposals(tx, event, [code])
  if (!subject) return { ok: false, reason: 'not-found' }
  const conflicts = await listConflicts(tx, actor, [subject.id])
  const side = sideFor(move, standingOf(move, actor, event, subject, conflicts))
  if (side !== 'speaker' && side !== 'committee') return { ok: false, reason: side }
  // A draft is its speakers' alone: the committee does not learn that there is one.
  if (side === 'committee' && !subject.submittedAt) return { ok: false, reason: 'not-found' }
  return { ok: true, subject, side }
}

export function standingOf(
  move: MoveName,
  actor: Actor,
  event: AuthorizedEvent,
  subject: Subject,
  conflicts: Set<string>,
) {
  const { committee } = moveRow(move).by
  const own = subject.speakers.find(({ person }) => actor.kind === 'person' && person.id === actor.id)
  return {
    isSpeaker: own?.isAccepted === true,
    // Whoever is invited to speak does not act on it for the committee either.
    hasConflict: conflicts.has(subject.id) || own !== undefined,
    holdsRight: committee !== undefined && can(actor, committee.verb, committee.resource, { eventId: event.id }),
  }
}

/** Those of the proposals with which the actor has declared a conflict of interest. */
export async function listConflicts(tx: Tx, actor: Actor, proposalIds: string[]): Promise<Set<string>> {
  if (actor.kind !== 'person') return new Set()
  const rows = await tx.conflict.findMany({
    where: { personId: actor.id, proposalId: { in: proposalIds } },
    select: { proposalId: true },
  })
  return new Set(rows.map(({ proposalId }) => proposalId))
}

/** Until the end of the transaction nobody else counts or creates what this person proposes to this event. */
export async function lockPerson(tx: Tx, event: AuthorizedEvent, personId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`proposals ${event.id} ${personId}`}, 0))`
}
