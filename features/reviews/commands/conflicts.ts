import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import type { NewConflict } from '../schema/forms'

type Result = { ok: true } | { ok: false; reason: 'not-found' }

/**
 * Notes somebody's conflict of interest with a proposal, for good: their assignment goes, their review is set aside,
 * and they do not find it any more. Said twice it is one.
 */
export function declareConflict(
  person: Person,
  event: AuthorizedEvent,
  { code, reason }: NewConflict,
): Promise<Result> {
  return transaction(async (tx) => {
    const proposal = await tx.proposal.findFirst({
      where: { code, eventId: event.id, submittedAt: { not: null } },
      select: { id: true },
    })
    if (!proposal) return { ok: false, reason: 'not-found' }
    const facts = { proposalId: proposal.id, personId: person.id }
    const { count } = await tx.conflict.createMany({ data: { ...facts, reason }, skipDuplicates: true })
    await tx.assignment.deleteMany({ where: { proposalId: proposal.id, reviewerId: person.id } })
    if (count === 0) return { ok: true }
    await audit.record(tx, {
      actor: person,
      verb: 'declare',
      resource: 'conflicts',
      resourceId: code,
      eventId: event.id,
    })
    return { ok: true }
  })
}
