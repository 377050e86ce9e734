import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { conflictingIn } from '@/features/proposals/queries/conflicts'
import { cutPage, openCursor } from '@/lib/cursor'
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

/** The mail of an event that this actor may read and change: nothing about a proposal with which they have a conflict. */
export async function mailFor(event: AuthorizedEvent, actor: Actor, tx: Tx = db) {
  const hidden = await conflictingIn(actor, event, tx)
  const known = hidden.length > 0 ? { OR: [{ proposalId: null }, { proposalId: { notIn: hidden } }] } : {}
  return { eventId: event.id, secret: false, ...known }
}

/** A page of the same behind a cursor, newest first. */
export async function listMailPage(
  event: AuthorizedEvent,
  actor: Actor,
  { state, after, limit }: { state: MessageState | undefined; after: string | undefined; limit: number },
) {
  const [, lastId] = (after && openCursor(after)) || []
  const isId = lastId !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(lastId)
  const rows = await db.outboxMessage.findMany({
    // Ids are made in the order of time.
    where: { AND: [await mailFor(event, actor), state ? { state } : {}, isId ? { id: { lt: lastId } } : {}] },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: { ...MESSAGE, proposal: { select: { code: true } } },
  })
  return cutPage(rows, limit, ({ id }) => ['', id])
}

/** The mail of an event, newest first, in one state or all. What is about a conflict of the actor’s is not among it. */
export async function listEventMail(event: AuthorizedEvent, actor: Actor, state: MessageState | null, page: number) {
  const where = await mailFor(event, actor)
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
    where: { ...(await mailFor(event, actor)), id },
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
