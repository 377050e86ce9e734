import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import { hashToken } from '@/lib/tokens'

/** A reference speaks for the applicant. The link counts while the application is open; pressed twice it is one answer. */
export function confirmReference(token: string, words: string, now = new Date()) {
  return transaction(async (tx) => {
    const rows = await tx.ambassadorReference.updateManyAndReturn({
      where: { tokenHash: hashToken(token), application: { decidedAt: null, withdrawnAt: null } },
      data: { confirmedAt: now, words },
      select: { id: true },
    })
    const [row] = rows
    if (!row) return { ok: false as const, reason: 'not-found' as const }
    const actor = { kind: 'visitor' } as const
    await audit.record(tx, { actor, verb: 'update', resource: 'ambassador-reference', resourceId: row.id })
    return { ok: true as const }
  })
}
