import { db, type Tx } from '@/lib/db'
import { type AnswerPolicy, DEFAULT_POLICY } from '../schema/policy'

/** How this event asks for answers; the defaults where nobody has said anything. */
export async function getAnswerPolicy(eventId: string, tx: Tx = db): Promise<AnswerPolicy> {
  const row = await tx.answerPolicy.findUnique({ where: { eventId }, omit: { eventId: true } })
  return row ? { ...row, until: row.until?.toISOString().slice(0, 10) ?? null } : DEFAULT_POLICY
}
