import type { AuthorizedEvent } from '@/features/access/queries'
import { db, type Tx } from '@/lib/db'

/** Everybody who speaks in a submitted proposal of the event, or has declared a conflict with it, in one order. */
export function listConflicts(
  event: AuthorizedEvent,
  tx: Tx = db,
): Promise<{ proposalId: string; reviewerId: string }[]> {
  return tx.$queryRaw`
    select s.proposal_id as "proposalId", s.person_id as "reviewerId"
    from proposal_speaker s join proposal p on p.id = s.proposal_id
    where p.event_id = ${event.id}::uuid and p.submitted_at is not null
    union
    select c.proposal_id, c.person_id from conflict c join proposal p on p.id = c.proposal_id
    where p.event_id = ${event.id}::uuid and p.submitted_at is not null
    order by 1, 2`
}
