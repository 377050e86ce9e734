import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { mailbox, outbox } from '@/lib/outbox'
import * as purge from '@/lib/purge'
import { decisionMail } from '../emails'
import { foundationName } from '../queries/foundation'
import { termsOf } from '../queries/terms'
import {
  type DecisionRefusal,
  firstTerm,
  refuseApplication,
  refuseDecision,
  refuseVote,
  type VoteRefusal,
} from '../rules'
import { overlaps } from '../rules/by-hand'
import type { NewDecision, NewVote } from '../schema'

type Outcome<Reason> = { ok: true } | { ok: false; reason: Reason | 'not-found' }

/** A manager's vote, with its reason. It may be changed until the decision. */
export function castVote(actor: Person, number: number, { vote, reason }: NewVote, now = new Date()) {
  return transaction(async (tx): Promise<Outcome<VoteRefusal>> => {
    const application = await lockApplication(tx, number)
    if (!application) return { ok: false, reason: 'not-found' }
    const refusal = refuseVote(application, actor.id)
    if (refusal) return { ok: false, reason: refusal }
    const id = { applicationId: application.id, managerId: actor.id }
    await tx.ambassadorVote.upsert({
      where: { applicationId_managerId: id },
      create: { ...id, vote, reason, votedAt: now },
      update: { vote, reason, votedAt: now },
    })
    await record(tx, actor, 'update', application.id, { vote })
    return { ok: true }
  })
}

/** A manager says what connects them with the applicant: their vote goes, and they cannot vote or decide any more. */
export function declareConflict(actor: Person, number: number, reason: string) {
  return transaction(async (tx): Promise<Outcome<VoteRefusal>> => {
    const application = await lockApplication(tx, number)
    if (!application) return { ok: false, reason: 'not-found' }
    const refusal = refuseVote(application, actor.id)
    if (refusal) return { ok: false, reason: refusal }
    const id = { applicationId: application.id, personId: actor.id }
    await tx.ambassadorVote.deleteMany({ where: { applicationId: application.id, managerId: actor.id } })
    await tx.ambassadorConflict.create({ data: { ...id, reason } })
    await record(tx, actor, 'update', application.id, { conflict: true })
    return { ok: true }
  })
}

/**
 * Accepts or declines, once: of two managers who decide in the same moment one is told so. Duties: the row is locked
 * first; an acceptance begins a term; audit; the letter; the directory and the person's page follow.
 */
export function decideApplication(actor: Person, number: number, { decision, letter }: NewDecision, now = new Date()) {
  return transaction(async (tx): Promise<Outcome<DecisionRefusal | 'ambassador' | 'overlap'>> => {
    const application = await lockApplication(tx, number)
    if (!application) return { ok: false, reason: 'not-found' }
    const refusal = refuseDecision(application, actor.id)
    if (refusal) return { ok: false, reason: refusal }
    const { id, person } = application
    const data = { decision, letter, decidedAt: now, decidedById: actor.id }
    if (decision === 'accepted') {
      const today = now.toISOString().slice(0, 10)
      await tx.$queryRaw`select 1 from person where id = ${person.id}::uuid for update`
      const terms = await termsOf(person.id, tx)
      const reason = refuseApplication(terms, today)
      if (reason) return { ok: false, reason }
      if (terms.some((term) => overlaps(firstTerm(today), term))) return { ok: false, reason: 'overlap' }
      await beginTerm(tx, person.id, id, firstTerm(today))
    }
    await tx.ambassadorApplication.update({ where: { id }, data })
    await record(tx, actor, 'decide', id, { decision })
    await purge.tags(tx, [`person:${person.slug}`, 'people', 'ambassadors'])
    if (!person.email) return { ok: true }
    const facts = { name: person.name, accepted: decision === 'accepted', letter, foundation: foundationName() }
    const mail = decisionMail({ ...facts, url: `${env().appUrl}/me/profile` })
    const to = mailbox(person.name, person.email)
    await outbox.enqueue(tx, [{ kind: 'ambassador-decision', to, dedupeKey: `application ${id} decided`, ...mail }])
    return { ok: true }
  })
}

async function beginTerm(tx: Tx, personId: string, applicationId: string, term: { startsOn: string; endsOn: string }) {
  const days = { startsOn: new Date(term.startsOn), endsOn: new Date(term.endsOn) }
  await tx.ambassadorTerm.create({ data: { personId, applicationId, ...days } })
}

/** The application with what the rules ask about; nobody else changes it until this transaction ends. */
async function lockApplication(tx: Tx, number: number) {
  await tx.$queryRaw`select 1 from ambassador_application where number = ${number} for update`
  const row = await tx.ambassadorApplication.findUnique({
    where: { number },
    select: {
      id: true,
      personId: true,
      submittedAt: true,
      withdrawnAt: true,
      decidedAt: true,
      person: { select: { id: true, slug: true, name: true, email: true } },
      votes: { select: { vote: true } },
      conflicts: { select: { personId: true } },
    },
  })
  return (
    row && {
      ...row,
      applicantId: row.personId,
      votes: row.votes.map(({ vote }) => vote),
      conflicts: row.conflicts.map(({ personId }) => personId),
    }
  )
}

type Detail = Record<string, string | boolean>
function record(tx: Tx, actor: Person, verb: string, resourceId: string, detail: Detail): Promise<void> {
  return audit.record(tx, { actor, verb, resource: 'ambassador-application', resourceId, detail })
}
