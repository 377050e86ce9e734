import { db, type Tx } from '@/lib/db'
import { roundAt } from '../rules/rounds'
import type { RoundFacts } from '../schema'

const ROUND = {
  id: true,
  name: true,
  opensAt: true,
  closesAt: true,
  isBlind: true,
  peers: true,
  namesReviewers: true,
  hasComments: true,
  mayAbstain: true,
  version: true,
} as const

/** The rounds of an event, the first to open first. */
export function listRounds(eventId: string, tx: Tx = db): Promise<RoundFacts[]> {
  return tx.reviewRound.findMany({
    where: { eventId },
    orderBy: [{ opensAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    select: ROUND,
  })
}

/** The round whose rules hold now; one with the usual rules where the event has none. */
export async function getRound(eventId: string, now: Date, tx: Tx = db): Promise<RoundFacts> {
  return roundAt(await listRounds(eventId, tx), now)
}

/** How much hangs on each round and criterion: what has scores is not deleted. */
export async function countUses(eventId: string, tx: Tx = db) {
  const [rounds, criteria] = await Promise.all([
    tx.reviewRound.findMany({
      where: { eventId },
      select: { id: true, _count: { select: { reviews: true, comments: true } } },
    }),
    tx.criterion.findMany({ where: { eventId }, select: { id: true, _count: { select: { scores: true } } } }),
  ])
  return {
    rounds: new Map(rounds.map(({ id, _count }) => [id, _count.reviews + _count.comments])),
    criteria: new Map(criteria.map(({ id, _count }) => [id, _count.scores])),
  }
}
