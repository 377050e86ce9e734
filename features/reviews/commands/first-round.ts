import type { AuthorizedEvent } from '@/features/access/queries'
import type { Tx } from '@/lib/db'
import { getRound } from '../queries/rounds'
import type { RoundFacts } from '../schema'

/** The id of the round that holds now; the first one of an event is made when something is first said in it. */
export async function ensureRound(tx: Tx, event: AuthorizedEvent, round: RoundFacts): Promise<string> {
  if (round.id) return round.id
  await lockRounds(tx, event)
  const made = await getRound(event.id, new Date(), tx)
  if (made.id) return made.id
  const { id: _, ...facts } = round
  const { id } = await tx.reviewRound.create({
    data: { ...facts, version: 1, eventId: event.id },
    select: { id: true },
  })
  return id
}

/** Until the end of the transaction nobody else changes the rounds and criteria of this event. */
export async function lockRounds(tx: Tx, event: AuthorizedEvent): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`rounds ${event.id}`}, 0))`
}
