import type { Tx } from './db'
import { jobs } from './jobs'
import type { Locale } from './time-words'

export interface Message {
  kind: string
  /** An address, or `Name <address>`: see `mailbox`. */
  to: string
  subject: string
  text: string
  /** In which it is written; English where nothing is said. */
  locale?: Locale
  /** An iCalendar file that goes with it. */
  calendar?: string
  eventId?: string
  proposalId?: string
  /** A message with the same key is written once, however often it is asked for. */
  dedupeKey?: string
  /** Its text lets its reader sign in: blanked after delivery. */
  secret?: boolean
  /** Where one POST ends what it belongs to: mail programs then show a button (RFC 8058). */
  unsubscribeUrl?: string
  /** Waits for a chair to send it. */
  draft?: boolean
  /** Sending this draft announces what is decided about its proposal, and asks for an answer until `answerBy`. */
  announces?: boolean
  answerBy?: Date | null
}

export const outbox = {
  /** Puts mail into the outbox, in the transaction of what it tells; delivery follows the commit. Answers how many are new. */
  async enqueue(tx: Tx, messages: Message[]): Promise<number> {
    if (messages.length === 0) return 0
    const data = messages.map(({ draft = false, ...message }) => ({
      ...message,
      state: draft ? ('draft' as const) : ('queued' as const),
    }))
    const { count } = await tx.outboxMessage.createMany({ data, skipDuplicates: true })
    if (data.some(({ state }) => state === 'queued')) await jobs.send(tx, 'mail')
    return count
  },

  /** Lets drafts go, and failed messages once more; answers which. What is on its way or there is left alone. */
  async release(tx: Tx, eventId: string, ids: string[], now: Date): Promise<string[]> {
    const released = await tx.outboxMessage.updateManyAndReturn({
      where: { id: { in: ids }, eventId, secret: false, state: { in: ['draft', 'failed', 'bounced'] } },
      data: { state: 'queued', attempts: 0, uncertain: 0, dueAt: now, lastError: null },
      select: { id: true },
    })
    if (released.length > 0) await jobs.send(tx, 'mail')
    return released.map(({ id }) => id)
  },

  /** Puts aside the drafts that would announce what is announced already, or no longer decided so. */
  async discard(tx: Tx, proposalIds: string[]): Promise<void> {
    await tx.outboxMessage.updateMany({
      where: { proposalId: { in: proposalIds }, state: 'draft', announces: true },
      data: { state: 'discarded', dedupeKey: null, version: { increment: 1 } },
    })
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
