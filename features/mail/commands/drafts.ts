import type { AuthorizedEvent } from '@/features/access/queries'
import type { Caller } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import { mailFor } from '../queries'

export type EditResult = { ok: true } | { ok: false; reason: 'not-found' | 'overtaken' }

/** Writes another text into a draft, unless somebody has changed or sent it since it was read. */
export function editDraft(
  actor: Caller,
  event: AuthorizedEvent,
  id: string,
  { subject, text, version }: { subject: string; text: string; version: number },
): Promise<EditResult> {
  return transaction(async (tx) => {
    const mine = await mailFor(event, actor, tx)
    const { count } = await tx.outboxMessage.updateMany({
      where: { ...mine, id, state: 'draft', version },
      data: { subject, text, version: { increment: 1 } },
    })
    if (count === 0) {
      const found = await tx.outboxMessage.count({ where: { ...mine, id } })
      return { ok: false, reason: found > 0 ? 'overtaken' : 'not-found' }
    }
    await audit.record(tx, { actor, verb: 'update', resource: 'mail', resourceId: id, eventId: event.id })
    return { ok: true }
  })
}

/** Puts drafts aside; answers how many. They are kept, and `restoreDrafts` brings them back. */
export const discardDrafts = mover('discard', 'draft', 'discarded')
export const restoreDrafts = mover('restore', 'discarded', 'draft')

function mover(verb: string, from: 'draft' | 'discarded', to: 'draft' | 'discarded') {
  return (actor: Caller, event: AuthorizedEvent, ids: string[]): Promise<number> =>
    transaction(async (tx) => {
      const { count } = await tx.outboxMessage.updateMany({
        where: { ...(await mailFor(event, actor, tx)), id: { in: ids }, state: from },
        data: { state: to, version: { increment: 1 } },
      })
      const detail = { count }
      if (count > 0)
        await audit.record(tx, { actor, verb, resource: 'mail', resourceId: event.id, eventId: event.id, detail })
      return count
    })
}
