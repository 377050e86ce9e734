import { addDays } from 'date-fns'
import { db } from '@/lib/db'
import { hashToken, randomToken } from '@/lib/tokens'
import type { TypedContent } from '../schema'

/** Days for which a browser's text waits for its sign-in. */
export const DAYS_KEPT = 7

/** Keeps what somebody typed before signing in. Answers with the browser's token: the old one where it has one. */
export async function keepPendingDraft(
  eventSlug: string,
  content: TypedContent,
  token: string | null,
  now: Date,
): Promise<string> {
  const kept = token ?? randomToken()
  const facts = { eventSlug, content, expires: addDays(now, DAYS_KEPT) }
  const tokenHash = hashToken(kept)
  await db.pendingDraft.upsert({ where: { tokenHash }, create: { tokenHash, ...facts }, update: facts })
  return kept
}

/** Once its text is saved under a name. */
export async function dropPendingDraft(token: string): Promise<void> {
  await db.pendingDraft.deleteMany({ where: { tokenHash: hashToken(token) } })
}
