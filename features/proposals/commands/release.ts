import type { AuthorizedEvent } from '@/features/access/queries'
import { mailFor } from '@/features/mail/queries'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { outbox } from '@/lib/outbox'
import { refuseMove } from '../rules'
import { type BatchRefused, judge } from './judge'
import { recordMoves } from './record'
import type { Made, Mover } from './subject'

export type ReleaseResult = { ok: true; count: number } | BatchRefused
type Chair = Exclude<Mover, { kind: 'system' }>

/**
 * Lets drafts of an event go, and failed or bounced messages once more. A draft that announces does so in the same
 * transaction, and takes those to the other speakers of its proposal along; where it cannot be announced, nothing goes.
 * What the actor may not see stays.
 */
export function releaseMail(actor: Chair, event: AuthorizedEvent, asked: string[], now: Date): Promise<ReleaseResult> {
  return transaction(async (tx) => {
    const seen = { ...(await mailFor(event, actor, tx)), id: { in: asked } }
    const ids = (await tx.outboxMessage.findMany({ where: seen, select: { id: true } })).map(({ id }) => id)
    const drafts = await listAnnouncing(tx, event, ids)
    const answerBy = new Map(drafts.map((draft) => [draft.code, draft.answerBy]))
    const judged = await judge(tx, 'announce', actor, event, [...answerBy.keys()], (subject, side) => {
      const day = answerBy.get(subject.code)
      return day && day <= now ? 'stale' : refuseMove('announce', { facts: subject, side, now })
    })
    if (!judged.ok) return judged
    const mine = { ...(await mailFor(event, actor, tx)), id: { in: ids } }
    const chosen = await tx.outboxMessage.findMany({ where: mine, select: { id: true } })
    const wanted = [...chosen, ...drafts].map(({ id }) => id)
    const released = await outbox.release(tx, event.id, wanted, now)
    const made = judged.subjects.map((subject): Made => {
      const day = answerBy.get(subject.code)
      return { subject, side: 'committee', input: { now, ...(day ? { answerBy: day } : {}) } }
    })
    if (made.length > 0) await recordMoves(tx, 'announce', actor, event, made, [])
    const detail = { count: released.length }
    if (released.length > 0)
      await audit.record(tx, { actor, verb: 'send', resource: 'mail', resourceId: event.id, eventId: event.id, detail })
    return { ok: true, count: released.length }
  })
}

interface Announcing {
  id: string
  code: string
  answerBy: Date | null
}

/** Of these messages the drafts that announce, with those of the same proposals. */
function listAnnouncing(tx: Tx, event: AuthorizedEvent, ids: string[]): Promise<Announcing[]> {
  return tx.$queryRaw<Announcing[]>`
    select m.id, p.code, m.answer_by as "answerBy" from outbox_message m join proposal p on p.id = m.proposal_id
    where m.state = 'draft' and m.announces and p.event_id = ${event.id}::uuid and m.event_id = p.event_id
      and m.proposal_id in (
        select proposal_id from outbox_message where id = any (${ids}::uuid[]) and announces and state = 'draft'
      )
    order by m.id for update of m`
}
