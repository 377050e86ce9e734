import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { getCall } from '@/features/calls/queries/calls'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import { readForMove, takesNow } from '../queries/moving'
import { stateFor } from '../rules'
import { lockProposals } from './subject'
import { replaceText, resolveChoices } from './text'

export type MoveToCallResult =
  | { ok: true }
  | { ok: false; reason: 'not-found' | 'no-call' | 'closed' | 'already-submitted' }

/**
 * Moves a draft to another open call of its event, as a new version. What the other call does not take is left open, and
 * stays in the version before; an access code belongs to the call that gave it.
 */
export function moveToCall(
  actor: Person,
  event: AuthorizedEvent,
  { code, kind }: { code: string; kind: string },
  now: Date,
): Promise<MoveToCallResult> {
  return transaction(async (tx) => {
    const [subject] = await lockProposals(tx, event, [code])
    if (!subject?.speakers.some(({ person, isAccepted }) => person.id === actor.id && isAccepted))
      return { ok: false, reason: 'not-found' }
    if (stateFor(subject, 'speaker') !== 'draft') return { ok: false, reason: 'already-submitted' }
    const call = await getCall(event.id, kind, tx)
    if (!call || call.kind !== kind) return { ok: false, reason: 'no-call' }
    if (call.id === subject.callId) return { ok: true }
    if (!takesNow(call, now)) return { ok: false, reason: 'closed' }
    const { draft } = (await readForMove(tx, subject.id, actor.id))(call)
    const { ids } = await resolveChoices(tx, event, draft)
    await replaceText(tx, subject, { savedById: actor.id, draft, ids }, now)
    await tx.proposal.update({ where: { id: subject.id }, data: { callId: call.id, accessCodeId: null } })
    const about = { resource: 'proposals', resourceId: subject.code, eventId: event.id }
    await audit.record(tx, { actor, verb: 'move-to-call', ...about, detail: { call: kind } })
    return { ok: true }
  })
}
