import type { Tx } from './db'
import { jobs } from './jobs'

export interface Message {
  kind: string
  /** An address, or `Name <address>`: see `mailbox`. */
  to: string
  subject: string
  text: string
  eventId?: string
  /** A message with the same key is written once, however often it is asked for. */
  dedupeKey?: string
  /** Its text lets its reader sign in: blanked after delivery. */
  secret?: boolean
  /** Where one POST ends what it belongs to: mail programs then show a button (RFC 8058). */
  unsubscribeUrl?: string
  /** Waits for a chair to send it. */
  draft?: boolean
}

export const outbox = {
  /** Puts mail into the outbox, in the transaction of what it tells; delivery follows the commit. */
  async enqueue(tx: Tx, messages: Message[]): Promise<void> {
    const data = messages.map(({ draft = false, eventId = null, dedupeKey = null, secret = false, ...message }) => ({
      ...message,
      unsubscribeUrl: message.unsubscribeUrl ?? null,
      eventId,
      dedupeKey,
      secret,
      state: draft ? ('draft' as const) : ('queued' as const),
    }))
    await tx.outboxMessage.createMany({ data, skipDuplicates: true })
    if (data.some(({ state }) => state === 'queued')) await jobs.send(tx, 'mail')
  },
}

/** How `to` names somebody: quotes, brackets and breaks in a name cannot become another address. */
export function mailbox(name: string, email: string): string {
  const clean = name
    .replace(/[\p{Cc}<>",;:\\]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return clean ? `${clean} <${email}>` : email
}
