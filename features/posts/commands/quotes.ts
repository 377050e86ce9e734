import { addDays } from 'date-fns'
import { Email } from '@/features/access/schema'
import { type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { mailbox, outbox } from '@/lib/outbox'
import { hashToken, randomToken } from '@/lib/tokens'
import { quoteMail } from '../emails'
import { ANSWER_DAYS, refuseAnswer, stateOfQuotes } from '../rules/life'
import type { Answer, Quote } from '../schema'
import { tellAnswer } from './mail'
import { lockPost, type Post, recordMove } from './post'

/** Brings the quotes to what the text says now. One that is not in it any more keeps its answer, for its own words. */
export async function syncQuotes(tx: Tx, postId: string, quotes: Quote[]): Promise<void> {
  const gone = { postId, fingerprint: { notIn: quotes.map(({ fingerprint }) => fingerprint) } }
  await tx.guestQuote.updateMany({ where: gone, data: { position: null } })
  for (const [position, { person, fingerprint, ...quote }] of quotes.entries())
    await tx.guestQuote.upsert({
      where: { postId_fingerprint: { postId, fingerprint } },
      create: { postId, fingerprint, position, personSlug: person, ...quote },
      update: { position, before: quote.before, after: quote.after },
    })
}

/** Where each quoted person is to be asked; what is no address is left as it was. Answers whose were none. */
export async function keepAddresses(tx: Tx, postId: string, emails: Record<string, string>): Promise<string[]> {
  const wrong: string[] = []
  for (const [fingerprint, typed] of Object.entries(emails)) {
    const email = typed === '' ? null : Email.safeParse(typed)
    if (email?.success === false) wrong.push(fingerprint)
    else
      await tx.guestQuote.updateMany({
        where: { postId, fingerprint, answer: null },
        data: { email: email?.data ?? null },
      })
  }
  return wrong
}

/** Mails a request for approval: a new link, and the one before it ends. */
export async function askQuote(tx: Tx, post: Post, quote: Post['quotes'][number], now: Date): Promise<void> {
  if (!quote.email) return
  const token = randomToken()
  const expiresAt = addDays(now, ANSWER_DAYS)
  await tx.guestQuote.update({
    where: { id: quote.id },
    data: { tokenHash: hashToken(token), askedAt: now, expiresAt },
  })
  const mail = quoteMail({
    name: quote.name,
    guest: post.author.name,
    title: post.title,
    words: quote.words,
    url: `${env().appUrl}/quotes/${token}`,
    days: ANSWER_DAYS,
  })
  await outbox.enqueue(tx, [{ kind: 'quote-approval', to: mailbox(quote.name, quote.email), secret: true, ...mail }])
}

export type Answered =
  | { ok: true; answer: Answer }
  | { ok: false; reason: 'not-found' | NonNullable<ReturnType<typeof refuseAnswer>> }

/**
 * The quoted person's word, once. Duties: lock the post, so that it is not published meanwhile; write the answer; log;
 * audit; tell the guest, and the editors what it means for the text.
 */
export function answerQuote(token: string, answer: Answer, remark: string, now: Date): Promise<Answered> {
  return transaction(async (tx) => {
    const where = { tokenHash: hashToken(token) }
    const found = await tx.guestQuote.findUnique({ where, select: { postId: true } })
    const post = found && (await lockPost(tx, found.postId))
    const quote = await tx.guestQuote.findUnique({ where })
    if (!post || !quote) return { ok: false, reason: 'not-found' }
    const reason = refuseAnswer(quote, now)
    if (reason) return { ok: false, reason }
    await tx.guestQuote.update({ where: { id: quote.id }, data: { answer, answeredAt: now, remark } })
    const by = { id: null, name: quote.name }
    await recordMove(tx, { post, move: `quote-${answer}`, by, text: remark, now })
    const answers = post.quotes.map((other) => (other.id === quote.id ? answer : other.answer))
    await tellAnswer(tx, post, { name: quote.name, words: quote.words, answer, remark }, stateOfQuotes(answers))
    return { ok: true, answer }
  })
}
