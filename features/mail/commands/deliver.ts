import { db, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { jobs } from '@/lib/jobs'
import type { Post } from '@/lib/smtp'
import { letterHtml } from '../formats/html'
import { isRefusedAddress, recipient, waitAfterFailure, wasAnswered } from '../rules'

interface Claimed {
  id: string
  to: string
  subject: string
  text: string
  locale: string
  calendar: string | null
  secret: boolean
  unsubscribeUrl: string | null
  messageId: string
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

/**
 * Takes the message that has waited longest, or one whose worker has died over it: if that had handed the letter over,
 * nobody knows whether it arrived, which is counted. The attempt is counted before it is made, so a crash counts too.
 */
async function claim(now: Date): Promise<Claimed | null> {
  const lease = new Date(now.getTime() + LEASE_SECONDS * 1_000)
  const host = new URL(env().appUrl).hostname
  const [message] = await db.$queryRaw<Claimed[]>`
    update outbox_message set state = 'sending', attempts = attempts + 1, due_at = ${lease},
      uncertain = uncertain + (handed_at is not null)::int, handed_at = null,
      message_id = coalesce(message_id, '<' || id || '@' || ${host}::text || '>')
    where id = (
      select id from outbox_message where state in ('queued', 'sending') and due_at <= ${now}
      order by due_at, id limit 1 for update skip locked
    )
    returning id, "to", subject, text, locale, calendar, secret, unsubscribe_url as "unsubscribeUrl",
      message_id as "messageId", attempts`
  return message ?? null
}

async function deliver(message: Claimed, post: Post | null, now: () => Date): Promise<void> {
  const { id, attempts, messageId, subject, text, calendar } = message
  let isHanded = false
  try {
    const to = recipient(message.to)
    const from = env().MAIL_FROM ?? 'Lectern <lectern@localhost>'
    const html = letterHtml({ subject, text, locale: message.locale === 'zh' ? 'zh' : 'en' })
    const letter = { messageId, from, to, subject, text, html, headers: headersOf(message) }
    await post?.send({
      ...letter,
      calendar: calendar ?? undefined,
      beforeLastLine: async () => {
        await handOver(id, attempts, now())
        isHanded = true
      },
    })
    await settle(message, { state: 'sent', sentAt: now(), lastError: null, ...blanked(message) })
  } catch (error) {
    await postpone(message, error, isHanded && !wasAnswered(error), now())
  }
}

/** Written down before the server can say that it has the letter; a worker whose lease ran out hands nothing over. */
async function handOver(id: string, attempts: number, now: Date): Promise<void> {
  const { count } = await db.outboxMessage.updateMany({
    where: { id, attempts, state: 'sending' },
    data: { handedAt: now },
  })
  if (count === 0) throw new Error('Another worker has this message now.')
}

async function postpone(message: Claimed, error: unknown, isUncertain: boolean, now: Date): Promise<void> {
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const counted = isUncertain ? { uncertain: { increment: 1 } } : {}
  const wait = waitAfterFailure(message.attempts, error)
  if (wait === null) {
    const state = isRefusedAddress(error) ? 'bounced' : 'failed'
    return settle(message, { state, lastError, ...counted, ...blanked(message) })
  }
  const dueAt = new Date(now.getTime() + wait * 1_000)
  await settle(message, { state: 'queued', lastError, dueAt, ...counted })
  await transaction((tx) => jobs.send(tx, 'mail', {}, dueAt))
}

/** Writes the outcome, unless the lease ran out and another worker has the message now. */
async function settle({ id, attempts }: Claimed, data: Parameters<typeof db.outboxMessage.updateMany>[0]['data']) {
  await db.outboxMessage.updateMany({ where: { id, attempts, state: 'sending' }, data: { ...data, handedAt: null } })
}

/** RFC 8058: the mail program itself can end what comes again and again. RFC 3834: no answering machine answers. */
function headersOf({ unsubscribeUrl }: Claimed): Record<string, string> {
  const automatic = { 'Auto-Submitted': 'auto-generated' }
  if (unsubscribeUrl === null) return automatic
  return {
    ...automatic,
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

function blanked({ secret }: Claimed): { text?: string } {
  return secret && !env().isDemo ? { text: '' } : {}
}
