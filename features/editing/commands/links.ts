import { addDays } from 'date-fns'
import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import { hashToken, newApiToken } from '@/lib/tokens'

/** What a preview link shows: a text of the index, or a guest's post. */
export type Subject = { documentId: string } | { postId: string }

/** A new link; its token is told once and stored as a hash. Null where there is no such text. */
export function createPreviewLink(actor: Person, subject: Subject, days: number, now: Date): Promise<string | null> {
  const token = newApiToken()
  return transaction(async (tx) => {
    const there =
      'documentId' in subject
        ? await tx.document.count({ where: { id: subject.documentId } })
        : await tx.guestPost.count({ where: { id: subject.postId, submittedAt: { not: null } } })
    if (there === 0) return null
    await tx.previewLink.create({
      data: {
        ...subject,
        tokenHash: hashToken(token),
        createdById: actor.id,
        createdAt: now,
        expiresAt: addDays(now, days),
      },
    })
    const [resourceId = ''] = Object.values(subject)
    await audit.record(tx, { actor, verb: 'create', resource: 'preview-links', resourceId, detail: { days } })
    return token
  })
}

/** Ends a link now. One that has ended already stays as it is. */
export function revokePreviewLink(actor: Person, id: string, now: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const { count } = await tx.previewLink.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
    if (count > 0) await audit.record(tx, { actor, verb: 'delete', resource: 'preview-links', resourceId: id })
    return count > 0
  })
}
