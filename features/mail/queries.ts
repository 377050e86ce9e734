import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { conflictingIn } from '@/features/proposals/queries/conflicts'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Tx } from '@/lib/db'
import type { MessageState } from './rules'

const MESSAGE = {
  id: true,
  kind: true,
  to: true,
  subject: true,
  text: true,
  state: true,
  attempts: true,
  uncertain: true,
  announces: true,
  version: true,
  locale: true,
  lastError: true,
  createdAt: true,
  sentAt: true,
} as const

const PAGE = 100

/**
 * What of an event's mail this actor may see and send: nothing about a proposal with which they have a conflict, so that
 * no draft tells chairs what was decided about their own.
 */
export async function mailSeenBy(
  event: AuthorizedEvent,
  actor: Actor,
  tx: Tx = db,
): Promise<Prisma.OutboxMessageWhereInput> {
  const hidden = await conflictingIn(actor, event, tx)
  return { eventId: event.id, secret: false, OR: [{ proposalId: null }, { proposalId: { notIn: hidden } }] }
}

/** The mail of an event, newest first, in one state or all; `total` counts what is beyond the page. */
export async function listEventMail(event: AuthorizedEvent, actor: Actor, state: MessageState | null, page: number) {
  const where = await mailSeenBy(event, actor)
  const [counts, messages] = await Promise.all([
    db.outboxMessage.groupBy({ by: ['state'], where, _count: true }),
    db.outboxMessage.findMany({
      where: state ? { ...where, state } : where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * PAGE,
      take: PAGE,
      select: MESSAGE,
    }),
  ])
  const count = (of: MessageState) => counts.find(({ state }) => state === of)?._count ?? 0
  const total = state ? count(state) : counts.reduce((sum, { _count }) => sum + _count, 0)
  return { count, messages, pages: Math.max(1, Math.ceil(total / PAGE)) }
}

/** One message of an event, with what became of it; null where there is none. */
export async function getEventMail(event: AuthorizedEvent, actor: Actor, id: string) {
  return db.outboxMessage.findFirst({
    where: { ...(await mailSeenBy(event, actor)), id },
    select: { ...MESSAGE, calendar: true, answerBy: true, messageId: true, proposal: { select: { code: true } } },
  })
}

/** The local mailbox of demo mode: what has been sent, or waits for it, newest first. */
export function listMailbox(to: string) {
  return db.outboxMessage.findMany({
    where: { state: { notIn: ['draft', 'discarded'] }, to: { contains: to, mode: 'insensitive' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE,
    select: MESSAGE,
  })
}
