import { randomBytes } from 'node:crypto'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { Caller } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import { newCode } from '@/lib/tokens'

interface NewCode {
  kind: string
  note: string
  mostUses: number | null
  expiresAt: Date | null
}

/** Makes an access code for a call: ten letters and digits, 50 random bits. */
export function addCode(
  actor: Caller,
  event: AuthorizedEvent,
  { kind, ...facts }: NewCode,
): Promise<{ ok: true; id: string; code: string } | { ok: false; reason: 'not-found' }> {
  return transaction(async (tx) => {
    const call = await tx.call.findUnique({
      where: { eventId_kind: { eventId: event.id, kind } },
      select: { id: true },
    })
    if (!call) return { ok: false, reason: 'not-found' }
    const { id, code } = await tx.accessCode.create({
      data: { ...facts, callId: call.id, code: newCode(randomBytes(10)) },
    })
    await audit.record(tx, { actor, verb: 'create', resource: 'access-code', resourceId: id, eventId: event.id })
    return { ok: true, id, code }
  })
}

/** Ends a code: it lets nobody in from now on. What it has let in stays. */
export function endCode(actor: Caller, event: AuthorizedEvent, id: string, now: Date): Promise<{ ok: boolean }> {
  return transaction(async (tx) => {
    const { count } = await tx.accessCode.updateMany({
      where: { id, call: { eventId: event.id }, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      data: { expiresAt: now },
    })
    if (count === 0) return { ok: false }
    await audit.record(tx, { actor, verb: 'update', resource: 'access-code', resourceId: id, eventId: event.id })
    return { ok: true }
  })
}
