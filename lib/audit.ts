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
  record(tx: Tx, facts: AuditFacts): Promise<void> {
    return audit.recordAll(tx, [facts])
  },

  /** The same for a batch, in one statement. */
  async recordAll(tx: Tx, entries: AuditFacts[]): Promise<void> {
    const data = entries.map(({ actor, eventId = null, detail = {}, ...entry }) => ({
      ...entry,
      actorKind: actor.kind,
      actorId: 'id' in actor ? actor.id : null,
      eventId,
      detail,
    }))
    await tx.auditEntry.createMany({ data })
  },
}
