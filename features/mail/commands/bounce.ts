import { db } from '@/lib/db'

/** Writes down that a letter which its server had taken came back; answers whose, or null where we sent no such letter. */
export async function recordBounce(messageId: string, reason: string): Promise<string | null> {
  const [message] = await db.outboxMessage.updateManyAndReturn({
    where: { messageId, state: { in: ['sent', 'bounced'] } },
    data: { state: 'bounced', lastError: reason.slice(0, 500) },
    select: { to: true },
  })
  return message?.to ?? null
}
