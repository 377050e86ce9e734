import type { Person } from '@/features/access/schema'
import { Prisma } from '@/generated/prisma/client'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { mailbox, outbox } from '@/lib/outbox'
import * as purge from '@/lib/purge'
import { appointmentMail, endMail, restoredMail } from '../emails'
import { foundationName } from '../queries/foundation'
import { type OwnTerm, termsOf } from '../queries/terms'
import { type EndRefusal, movesOf, overlaps, refuseEnd, refuseTerm, type TermRefusal } from '../rules/by-hand'
import { CutShort, type NewEnd, type NewTermDays } from '../schema/terms'

type Outcome<Reason> = { ok: true; slug: string; termId: string } | { ok: false; reason: Reason | 'not-found' }

/**
 * A manager makes somebody an ambassador without an application. Duties: the person's lock; no day twice; audit; the
 * letter, unless it is empty or the term is over; directory, person's page and change log follow.
 */
export function appoint(
  actor: Person,
  personId: string,
  { letter, ...days }: NewTermDays & { letter: string },
  now = new Date(),
): Promise<Outcome<TermRefusal>> {
  return transaction(async (tx) => {
    const facts = await lockTerms(tx, personId)
    if (!facts) return { ok: false, reason: 'not-found' }
    const [{ person, terms }, today] = [facts, dayOf(now)]
    const reason = refuseTerm(days, { actorId: actor.id, personId, others: terms, today })
    if (reason) return { ok: false, reason }
    const { id } = await tx.ambassadorTerm.create({ data: { personId, ...dates(days) }, select: { id: true } })
    if (letter && days.endsOn >= today) await write(tx, person, appointmentMail, { ...days, letter })
    return done(tx, actor, person.slug, id, 'create', days)
  })
}

/** States the days of a term anew. What was to be undone of an early end is settled with it. */
export async function correctTerm(
  actor: Person,
  termId: string,
  days: NewTermDays,
  now = new Date(),
): Promise<Outcome<TermRefusal>> {
  return withTerm(termId, async (tx, { person, terms, term }) => {
    const others = terms.filter(({ id }) => id !== termId)
    const reason = refuseTerm(days, { actorId: actor.id, personId: person.id, others, today: dayOf(now) })
    if (reason) return { ok: false, reason }
    const isSame = days.endsOn === term.endsOn
    const data = { ...dates(days), isPast: false, ...(isSame ? {} : { cutShort: Prisma.DbNull }) }
    await tx.ambassadorTerm.update({ where: { id: termId }, data })
    return done(tx, actor, person.slug, termId, 'update', days)
  })
}

/** Ends a term before its time, and takes away what was to follow; both are kept, so that it can be undone. */
export function endTerm(actor: Person, termId: string, { lastDay, letter }: NewEnd): Promise<Outcome<EndRefusal>> {
  return withTerm(termId, async (tx, { person, terms, term, cutShort }) => {
    const reason = refuseEnd(term, lastDay, actor.id === person.id)
    if (reason || term.endsOn === null) return { ok: false, reason: reason ?? 'no-days' }
    const { endsOn } = term
    const following = terms.flatMap((each) =>
      each.startsOn !== null && each.endsOn !== null && each.startsOn > endsOn
        ? { id: each.id, startsOn: each.startsOn, endsOn: each.endsOn, applicationId: each.applicationId }
        : [],
    )
    const kept: CutShort = {
      endsOn: cutShort?.endsOn ?? endsOn,
      following: [...(cutShort?.following ?? []), ...following],
    }
    await tx.ambassadorTerm.deleteMany({ where: { personId: person.id, id: { in: following.map(({ id }) => id) } } })
    const data = { endsOn: new Date(lastDay), cutShort: kept }
    await tx.ambassadorTerm.update({ where: { id: termId }, data })
    if (letter) await write(tx, person, endMail, { lastDay, letter })
    return done(tx, actor, person.slug, termId, 'update', { lastDay, before: endsOn })
  })
}

/** Gives a term that was ended early its days back, and what was to follow it. */
export function restoreTerm(actor: Person, termId: string): Promise<Outcome<'own' | 'not-ended' | 'overlap'>> {
  return withTerm(termId, async (tx, { person, terms, cutShort }) => {
    if (actor.id === person.id) return { ok: false, reason: 'own' }
    if (!cutShort) return { ok: false, reason: 'not-ended' }
    const { endsOn, following } = cutShort
    const term = terms.find(({ id }) => id === termId)
    const back = [{ startsOn: term?.startsOn ?? endsOn, endsOn }, ...following]
    const others = terms.filter(({ id }) => id !== termId)
    if (back.some((days) => others.some((other) => overlaps(days, other)))) return { ok: false, reason: 'overlap' }
    await tx.ambassadorTerm.update({
      where: { id: termId },
      data: { endsOn: new Date(endsOn), cutShort: Prisma.DbNull },
    })
    const rows = following.map(({ id, applicationId, ...days }) => ({ id, applicationId, ...dates(days) }))
    await tx.ambassadorTerm.createMany({ data: rows.map((row) => ({ ...row, personId: person.id })) })
    const last = following.at(-1)?.endsOn ?? endsOn
    await write(tx, person, restoredMail, { endsOn: last })
    return done(tx, actor, person.slug, termId, 'update', { restored: last })
  })
}

/** Removes a term that has not begun, or began since yesterday: an appointment that was a mistake. Nobody is written to. */
export function takeTermBack(actor: Person, termId: string, now = new Date()): Promise<Outcome<'own' | 'begun'>> {
  return withTerm(termId, async (tx, { person, term }) => {
    if (actor.id === person.id) return { ok: false, reason: 'own' }
    if (!movesOf(term, dayOf(now)).canTakeBack) return { ok: false, reason: 'begun' }
    await tx.ambassadorTerm.delete({ where: { id: termId } })
    return done(tx, actor, person.slug, termId, 'delete', { startsOn: term.startsOn, endsOn: term.endsOn })
  })
}

type Facts = NonNullable<Awaited<ReturnType<typeof lockTerms>>> & { term: OwnTerm; cutShort: CutShort | null }

/** The term with all of its person's; nobody else changes them until the transaction ends. */
function withTerm<Reason>(termId: string, work: (tx: Tx, facts: Facts) => Promise<Outcome<Reason>>) {
  return transaction(async (tx): Promise<Outcome<Reason>> => {
    const row = await tx.ambassadorTerm.findUnique({ where: { id: termId }, select: { personId: true } })
    const facts = row && (await lockTerms(tx, row.personId))
    const term = facts?.terms.find(({ id }) => id === termId)
    if (!facts || !term) return { ok: false, reason: 'not-found' }
    return work(tx, { ...facts, term, cutShort: term.cutShort === null ? null : CutShort.parse(term.cutShort) })
  })
}

async function lockTerms(tx: Tx, personId: string) {
  await tx.$queryRaw`select 1 from person where id = ${personId}::uuid for update`
  const select = { id: true, slug: true, name: true, email: true }
  const person = await tx.person.findUnique({ where: { id: personId }, select })
  return person && { person, terms: await termsOf(personId, tx) }
}

type Mail<Words> = (facts: Words & { name: string; foundation: string; url: string }) => {
  subject: string
  text: string
}

async function write<Words>(tx: Tx, { name, email }: Facts['person'], mail: Mail<Words>, words: Words) {
  if (!email) return
  const message = mail({ ...words, name, foundation: foundationName(), url: `${env().appUrl}/me/ambassador` })
  await outbox.enqueue(tx, [{ kind: 'ambassador-term', to: mailbox(name, email), ...message }])
}

type Detail = Record<string, string | null>
async function done(tx: Tx, actor: Person, slug: string, id: string, verb: string, detail: Detail) {
  await audit.record(tx, { actor, verb, resource: 'ambassador-term', resourceId: id, detail })
  await purge.tags(tx, [`person:${slug}`, 'people', 'ambassadors'])
  return { ok: true as const, slug, termId: id }
}

function dates({ startsOn, endsOn }: NewTermDays) {
  return { startsOn: new Date(startsOn), endsOn: new Date(endsOn) }
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}
