import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { db, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { mailbox, outbox } from '@/lib/outbox'
import * as purge from '@/lib/purge'
import { renewalMail } from '../emails'
import { foundationName } from '../queries/foundation'
import { termsOf, toTerm } from '../queries/terms'
import { addDays, isCurrent, RENEWAL_DAYS, type RenewalRefusal, refuseRenewal, reminderDue, termAfter } from '../rules'

type Renewal = { ok: true; endsOn: string } | { ok: false; reason: RenewalRefusal }

/** An ambassador goes on: a term that follows the one they are in without a gap. Pressed twice it is one. */
export function renewTerm(actor: Person, now = new Date()): Promise<Renewal> {
  const today = now.toISOString().slice(0, 10)
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from person where id = ${actor.id}::uuid for update`
    const terms = await termsOf(actor.id, tx)
    const reason = refuseRenewal(terms, today)
    const current = terms.find((term) => isCurrent(term, today))
    if (reason || !current?.endsOn) return { ok: false, reason: reason ?? 'no-term' }
    const next = termAfter(current.endsOn)
    const days = { startsOn: new Date(next.startsOn), endsOn: new Date(next.endsOn) }
    const { id } = await tx.ambassadorTerm.create({ data: { personId: actor.id, ...days }, select: { id: true } })
    await audit.record(tx, { actor, verb: 'create', resource: 'ambassador-term', resourceId: id })
    await purge.tags(tx, [`person:${actor.slug}`, 'people', 'ambassadors'])
    return { ok: true, endsOn: next.endsOn }
  })
}

/** Writes to those whose last term ends soon: once sixty days before, once thirty. Safe beside itself. */
export async function remindEnding(now = new Date()): Promise<void> {
  const today = now.toISOString().slice(0, 10)
  const rows = await db.ambassadorTerm.findMany({
    where: {
      isPast: false,
      endsOn: { gte: new Date(today), lte: new Date(addDays(today, RENEWAL_DAYS)) },
      person: { email: { not: null }, terms: { none: { startsOn: { gt: new Date(today) } } } },
    },
    select: { id: true, startsOn: true, endsOn: true, isPast: true, person: { select: { name: true, email: true } } },
  })
  const messages = rows.map(toTerm).flatMap(({ id, endsOn, person: { name, email } }) => {
    const due = endsOn && reminderDue(endsOn, today)
    if (!due || !email) return []
    const mail = renewalMail({ name, endsOn, foundation: foundationName(), url: `${env().appUrl}/me/ambassador` })
    return [
      {
        kind: 'ambassador-renewal',
        to: mailbox(name, email),
        dedupeKey: `term ${id} ends ${endsOn}, in ${due}`,
        ...mail,
      },
    ]
  })
  await transaction(async (tx) => {
    const keys = messages.map(({ dedupeKey }) => dedupeKey)
    const told = await tx.outboxMessage.findMany({ where: { dedupeKey: { in: keys } }, select: { dedupeKey: true } })
    const isTold = new Set(told.map(({ dedupeKey }) => dedupeKey))
    const fresh = messages.filter(({ dedupeKey }) => !isTold.has(dedupeKey))
    if (fresh.length > 0) await outbox.enqueue(tx, fresh)
  })
}
