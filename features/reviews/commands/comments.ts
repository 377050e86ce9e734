import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { hasConflict } from '@/features/proposals/queries/conflicts'
import { audit } from '@/lib/audit'
import { holdWord, type Tx, transaction } from '@/lib/db'
import { standingIn } from '../queries/thread'
import { canEditComment, refuseComment } from '../rules/rounds'
import type { CommentRefusal } from '../schema/forms'
import { ensureRound } from './first-round'

export type CommentResult = { ok: true; id: string } | { ok: false; reason: CommentRefusal }

/** Says something of a proposal to its committee; nobody is mailed. Sent twice with one key it is said once. */
export function addComment(
  author: Person,
  event: AuthorizedEvent,
  code: string,
  { text, key }: { text: string; key: string | null },
  now: Date,
): Promise<CommentResult> {
  return transaction(async (tx) => {
    const found = await enterThread(tx, author, event, code, now)
    if (!found.ok) return found
    const roundId = await ensureRound(tx, event, found.round)
    const data = { proposalId: found.proposalId, roundId, authorId: author.id, text, key, createdAt: now }
    const [made] = await tx.reviewComment.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } })
    if (made) await record(tx, author, event, code, 'create')
    const said =
      made ?? (await tx.reviewComment.findFirst({ where: { authorId: author.id, key }, select: { id: true } }))
    return said ? { ok: true, id: said.id } : { ok: false, reason: 'not-found' }
  })
}

/** What is held while a comment is changed. */
export const commentWord = (id: string) => `review-comment ${id}`

/** Changes one's own comment, for a while after it was said. */
export function editComment(
  author: Person,
  event: AuthorizedEvent,
  code: string,
  { id, text }: { id: string; text: string },
  now: Date,
): Promise<CommentResult> {
  return transaction(async (tx) => {
    const found = await enterThread(tx, author, event, code, now)
    if (!found.ok) return found
    await holdWord(tx, commentWord(id))
    const own = { id, authorId: author.id, proposalId: found.proposalId }
    const comment = await tx.reviewComment.findFirst({ where: own, select: { createdAt: true, text: true } })
    if (!comment) return { ok: false, reason: 'not-found' }
    if (!canEditComment(comment, now)) return { ok: false, reason: 'too-late' }
    if (comment.text === text) return { ok: true, id }
    await tx.reviewComment.updateMany({ where: own, data: { text, editedAt: now } })
    await record(tx, author, event, code, 'update')
    return { ok: true, id }
  })
}

async function enterThread(tx: Tx, author: Person, event: AuthorizedEvent, code: string, now: Date) {
  const proposal = await tx.proposal.findFirst({
    where: { code: code.toUpperCase(), eventId: event.id, submittedAt: { not: null } },
    select: { id: true },
  })
  if (!proposal || (await hasConflict(author, proposal.id, tx))) return { ok: false, reason: 'not-found' } as const
  const standing = await standingIn(event, author, proposal.id, now, tx)
  const reason = refuseComment(standing.round, { ...standing, now })
  if (reason) return { ok: false, reason } as const
  return { ok: true, proposalId: proposal.id, round: standing.round } as const
}

function record(tx: Tx, actor: Person, event: AuthorizedEvent, code: string, verb: string) {
  return audit.record(tx, {
    actor,
    verb,
    resource: 'review-comments',
    resourceId: code.toUpperCase(),
    eventId: event.id,
  })
}
