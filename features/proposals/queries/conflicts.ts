import type { Actor } from '@/features/access/schema'
import { Prisma } from '@/generated/prisma/client'
import { db, type Tx } from '@/lib/db'

/** Keeps from an actor every proposal `p` of the event (without one: of any) with which they have a conflict. */
export function withoutConflict(actor: Actor, event: { id: string } | null = null): Prisma.Sql {
  if (actor.kind !== 'person') return Prisma.sql`true`
  return Prisma.sql`p.id not in (${conflictsOf(actor, event)})`
}

/** Ids of the proposals with which an actor has a conflict: to be found once where a statement asks for many rows. */
export function conflictsOf(actor: Actor, event: { id: string } | null = null): Prisma.Sql {
  if (actor.kind !== 'person') return Prisma.sql`select null::uuid as proposal_id where false`
  return Prisma.sql`
    select c.proposal_id from conflict_pairs(array[${actor.id}]::uuid[], ${event?.id ?? null}::uuid) c`
}

/** Those of the proposals with which the actor has a conflict of interest, declared or inferred. */
export async function conflictsAmong(actor: Actor, proposalIds: string[], tx: Tx = db): Promise<Set<string>> {
  if (actor.kind !== 'person' || proposalIds.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct c.proposal_id as id from conflict_pairs(array[${actor.id}]::uuid[], null) c
    where c.proposal_id = any (${proposalIds}::uuid[])`
  return new Set(rows.map(({ id }) => id))
}

/** Whether this person reviews nothing of, decides nothing about and reads nothing said of this proposal. */
export async function hasConflict(actor: Actor, proposalId: string, tx: Tx = db): Promise<boolean> {
  return (await conflictsAmong(actor, [proposalId], tx)).size > 0
}

/** The proposals of an event with which the actor has a conflict: for what is not read from `proposal` itself. */
export async function conflictingIn(actor: Actor, event: { id: string }, tx: Tx = db): Promise<string[]> {
  if (actor.kind !== 'person') return []
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct c.proposal_id as id from conflict_pairs(array[${actor.id}]::uuid[], ${event.id}::uuid) c`
  return rows.map(({ id }) => id)
}
