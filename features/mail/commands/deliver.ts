import { db, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { jobs } from '@/lib/jobs'
import type { Post } from '@/lib/smtp'
import { recipient, waitAfterFailure } from '../rules'

interface Claimed {
  id: string
  to: string
  subject: string
  text: string
  secret: boolean
  unsubscribeUrl: string | null
  attempts: number
}

const LANES = 4
/** For so long a claimed message is its worker's alone; if that dies, another takes it over then. */
const LEASE_SECONDS = 120

/**
 * Delivers all mail that is due, each message by one worker at a time. Without a post (demo mode without SMTP) the
 * outbox itself is the mailbox. Safe beside itself; ends after the letters in hand once `signal` says so.
 */
export async function deliverOutbox(post: Post | null, signal: AbortSignal, now = () => new Date()): Promise<void> {
  const lane = async () => {
    for (;;) {
      const message = signal.aborted ? null : await claim(now())
      if (!message) return
      await deliver(message, post, now)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** Takes the message that has waited longest. The attempt is counted before it is made, so a crash counts too. */
async function claim(now: Date): Promise<Claimed | null> {
  const lease = new Date(now.getTime() + LEASE_SECONDS * 1_000)
  const [message] = await db.$queryRaw<Claimed[]>`
    update outbox_message set attempts = attempts + 1, due_at = ${lease}
    where id = (
      select id from outbox_message where state = 'queued' and due_at <= ${now}
      order by due_at, id limit 1 for update skip locked
    )
    returning id, "to", subject, text, secret, unsubscribe_url as "unsubscribeUrl", attempts`
  return message ?? null
}

async function deliver(message: Claimed, post: Post | null, now: () => Date): Promise<void> {
  const { id, subject, text } = message
  try {
    const to = recipient(message.to)
    const { appUrl, MAIL_FROM = 'Lectern <lectern@localhost>' } = env()
    const messageId = `<${id}@${new URL(appUrl).hostname}>`
    await post?.send({ messageId, from: MAIL_FROM, to, subject, text, headers: listHeaders(message) })
    await settle(message, { state: 'sent', sentAt: now(), lastError: null, ...blanked(message) })
  } catch (error) {
    await postpone(message, error, now())
  }
}

async function postpone(message: Claimed, error: unknown, now: Date): Promise<void> {
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const wait = waitAfterFailure(message.attempts, error)
  if (wait === null) return settle(message, { state: 'failed', lastError, ...blanked(message) })
  const dueAt = new Date(now.getTime() + wait * 1_000)
  await settle(message, { lastError, dueAt })
  await transaction((tx) => jobs.send(tx, 'mail', {}, dueAt))
}

/** Writes the outcome, unless the lease ran out and another worker has the message now. */
async function settle({ id, attempts }: Claimed, data: Parameters<typeof db.outboxMessage.updateMany>[0]['data']) {
  await db.outboxMessage.updateMany({ where: { id, attempts, state: 'queued' }, data })
}

/** RFC 8058: the mail program itself can end what comes again and again. */
function listHeaders({ unsubscribeUrl }: Claimed): Record<string, string> {
  if (unsubscribeUrl === null) return {}
  return { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

function blanked({ secret }: Claimed): { text?: string } {
  return secret && !env().isDemo ? { text: '' } : {}
}
