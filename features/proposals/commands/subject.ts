import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'
import { conflictsAmong } from '../queries/conflicts'
import { FACTS, TEXT } from '../queries/facts'
import { sideFor } from '../rules'
import type { Side } from '../schema'
import { type MoveInput, type MoveName, moveRow, type Refusal } from '../table'

const NAMED = { select: { slug: true, name: true } } as const
const SUBJECT = {
  ...FACTS,
  ...TEXT,
  id: true,
  code: true,
  callId: true,
  format: NAMED,
  track: NAMED,
  speakers: {
    orderBy: { position: 'asc' },
    select: { position: true, person: { select: { id: true, name: true, email: true, locale: true } } },
  },
} as const

/** Locks these proposals of the event, in one order for everybody, and reads them as they now are. */
export async function lockProposals(tx: Tx, event: AuthorizedEvent, codes: string[]) {
  const wanted = codes.map((code) => code.toUpperCase())
  await tx.$queryRaw`
    select 1 from proposal where event_id = ${event.id}::uuid and code = any (${wanted}) order by id for update`
  return readProposals(tx, { eventId: event.id, code: { in: wanted } })
}

/** The same of any, without a lock: to show what would be. */
export function readProposals(tx: Tx, where: Prisma.ProposalWhereInput) {
  return tx.proposal.findMany({ where, orderBy: { code: 'asc' }, select: SUBJECT })
}
export type Subject = Awaited<ReturnType<typeof lockProposals>>[number]

/** Who makes a move: somebody, a service, or the clock. */
export type Mover = Exclude<Actor, { kind: 'visitor' }> | { kind: 'system' }

/** A move that the rules have allowed, on one proposal. */
export interface Made {
  subject: Subject
  side: Side
  input: MoveInput
  /** More for the log, such as which move an undo undoes. */
  detail?: Record<string, string>
}

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
  const conflicts = await conflictsAmong(actor, [subject.id], tx)
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
  return {
    isSpeaker: actor.kind === 'person' && subject.speakers.some(({ person }) => person.id === actor.id),
    hasConflict: conflicts.has(subject.id),
    holdsRight: committee !== undefined && can(actor, committee.verb, committee.resource, { eventId: event.id }),
  }
}

/** Until the end of the transaction nobody else counts or creates what this person proposes to this event. */
export async function lockPerson(tx: Tx, event: AuthorizedEvent, personId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`proposals ${event.id} ${personId}`}, 0))`
}

/** Until the end of the transaction nobody else fills places or orders the waiting list of this event. */
export async function lockWaitlist(tx: Tx, event: AuthorizedEvent): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`waitlist ${event.id}`}, 0))`
}
