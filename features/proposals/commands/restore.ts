import type { AuthorizedEvent } from '@/features/access/queries'
import type { Caller } from '@/features/access/schema'
import { db } from '@/lib/db'
import { KeptContent, ProposalDraft } from '../schema'
import { type SaveResult, saveDraft } from './submit'

/**
 * Makes an older text the newest version, by the rules by which any text is saved. What somebody saves in between
 * refuses it: nothing is overwritten, and no version is ever lost.
 */
export async function restoreVersion(
  actor: Caller,
  event: AuthorizedEvent,
  code: string,
  version: number,
  now: Date,
): Promise<SaveResult> {
  const row = await db.proposal.findFirst({
    where: { code: code.toUpperCase(), eventId: event.id },
    select: { version: true, versions: { where: { version }, select: { content: true } } },
  })
  const kept = KeptContent.safeParse(row?.versions[0]?.content)
  if (!row || !kept.success) return { ok: false, reason: 'not-found' }
  const draft = ProposalDraft.safeParse(kept.data)
  if (!draft.success) return { ok: false, reason: 'invalid' }
  return saveDraft(actor, event, { code, version: row.version, draft: draft.data }, now)
}
