import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import { jobs } from '@/lib/jobs'
import { canQueue, STATES } from '../rules'

/** Sends drafts of an event, and failed messages once more; answers how many. Others among the ids are left alone. */
export function queueMessages(actor: Person, event: AuthorizedEvent, ids: string[], now = new Date()): Promise<number> {
  return transaction(async (tx) => {
    const { count } = await tx.outboxMessage.updateMany({
      where: { id: { in: ids }, eventId: event.id, secret: false, state: { in: STATES.filter(canQueue) } },
      data: { state: 'queued', attempts: 0, dueAt: now, lastError: null },
    })
    if (count === 0) return 0
    await jobs.send(tx, 'mail')
    const detail = { count }
    await audit.record(tx, { actor, verb: 'send', resource: 'mail', resourceId: event.id, eventId: event.id, detail })
    return count
  })
}
