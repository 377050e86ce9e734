import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Person } from '@/features/access/schema'
import { db } from '@/lib/db'
import { refuseMove } from '../rules'
import { Decision } from '../schema'
import { moveRow } from '../table'
import { hasConflict } from './conflicts'
import { FACTS } from './facts'

/**
 * Whether this person may recommend something about a proposal now, and what they said last; null where they may not.
 * What others recommended is not in it.
 */
export async function getOwnRecommendation(
  event: AuthorizedEvent,
  actor: Person,
  code: string,
  now: Date,
): Promise<{ mine: Decision | null } | null> {
  const { committee } = moveRow('recommend').by
  if (!committee || !can(actor, committee.verb, committee.resource, { eventId: event.id })) return null
  const row = await db.proposal.findFirst({
    where: { eventId: event.id, code: code.toUpperCase(), submittedAt: { not: null } },
    select: {
      ...FACTS,
      id: true,
      speakers: { where: { personId: actor.id }, select: { personId: true } },
      moves: { where: { move: 'recommend', actorId: actor.id }, orderBy: { id: 'desc' }, take: 1 },
    },
  })
  if (!row || row.speakers.length > 0 || refuseMove('recommend', { facts: row, side: 'committee', now })) return null
  if (await hasConflict(actor, row.id)) return null
  const detail = row.moves[0]?.detail
  const said = typeof detail === 'object' && detail !== null && 'decision' in detail ? detail.decision : null
  return { mine: Decision.safeParse(said).data ?? null }
}
