import type { Tx } from './db'

interface AuditFacts {
  actor: { kind: 'visitor' } | { kind: 'person' | 'service'; id: string } | { kind: 'system' }
  verb: string
  resource: string
  resourceId: string
  eventId?: string | null
  detail?: Record<string, string | number | boolean | null | string[]>
}

export const audit = {
  /** Writes who did what, in the transaction that does it. Never give it a secret or a person's text. */
  async record(tx: Tx, { actor, verb, resource, resourceId, eventId = null, detail = {} }: AuditFacts): Promise<void> {
    const actorId = 'id' in actor ? actor.id : null
    await tx.auditEntry.create({
      data: { actorKind: actor.kind, actorId, verb, resource, resourceId, eventId, detail },
    })
  },
}
