import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { mailbox, outbox } from '@/lib/outbox'
import { withinLimit } from '@/lib/rate-limit'
import { hashToken, randomToken } from '@/lib/tokens'
import { receiptMail, referenceMail } from '../emails'
import { foundationName } from '../queries/foundation'
import { termsOf } from '../queries/terms'
import { refuseApplication } from '../rules'
import type { ApplicationDraft } from '../schema'

type Refusal = 'ambassador' | 'already-submitted' | 'overtaken' | 'too-often'
type Outcome = { ok: true; number: number; version: number } | { ok: false; reason: Refusal; version?: number }

/**
 * Saves the one open application of a person, or saves it and hands it in. Duties: one at a time, under the person's
 * lock; its references; audit; when it is handed in a receipt, and a letter with a link to each reference.
 */
export function saveApplication(
  actor: Person,
  { references, version, ...texts }: ApplicationDraft,
  { submit, now = new Date() }: { submit: boolean; now?: Date },
): Promise<Outcome> {
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from person where id = ${actor.id}::uuid for update`
    const open = await tx.ambassadorApplication.findFirst({
      where: { personId: actor.id, decidedAt: null, withdrawnAt: null },
      select: { id: true, submittedAt: true, version: true },
    })
    const reason = refuseApplication(await termsOf(actor.id, tx), now.toISOString().slice(0, 10))
    if (reason) return { ok: false, reason }
    if (open?.submittedAt) return { ok: false, reason: 'already-submitted' }
    if (open && open.version !== version) return { ok: false, reason: 'overtaken', version: open.version }
    if (submit && !(await withinLimit(tx, `apply ${actor.id}`, { tries: 3, minutes: 1_440 }, now)))
      return { ok: false, reason: 'too-often' }

    const data = { ...texts, submittedAt: submit ? now : null }
    const written = { id: true, number: true, version: true } as const
    const application = open
      ? await tx.ambassadorApplication.update({
          where: { id: open.id },
          data: { ...data, version: { increment: 1 } },
          select: written,
        })
      : await tx.ambassadorApplication.create({ data: { ...data, personId: actor.id }, select: written })
    await writeReferences(tx, actor, application.id, references, submit)
    const verb = submit ? 'create' : 'update'
    await audit.record(tx, { actor, verb, resource: 'ambassador-application', resourceId: application.id })
    if (submit) await sendReceipt(tx, actor, application.id)
    return { ok: true, number: application.number, version: application.version }
  })
}

/** Takes back what has not been decided. */
export function withdrawApplication(actor: Person, now = new Date()) {
  return transaction(async (tx) => {
    const open = { personId: actor.id, decidedAt: null, withdrawnAt: null }
    const rows = await tx.ambassadorApplication.updateManyAndReturn({
      where: open,
      data: { withdrawnAt: now },
      select: { id: true },
    })
    const [row] = rows
    if (!row) return { ok: false as const, reason: 'not-found' as const }
    await audit.record(tx, { actor, verb: 'delete', resource: 'ambassador-application', resourceId: row.id })
    return { ok: true as const }
  })
}

type References = ApplicationDraft['references']

async function writeReferences(tx: Tx, actor: Person, applicationId: string, references: References, submit: boolean) {
  await tx.ambassadorReference.deleteMany({ where: { applicationId } })
  const named = references.filter(({ name, email }) => name + email)
  const rows = named.map(({ name, email }, position) => {
    const token = submit ? randomToken() : null
    return {
      token,
      row: { applicationId, position, name, email: email.toLowerCase(), tokenHash: token && hashToken(token) },
    }
  })
  // A draft may name an address twice while it is typed; what is handed in has been checked.
  await tx.ambassadorReference.createMany({ data: rows.map(({ row }) => row), skipDuplicates: true })
  await outbox.enqueue(
    tx,
    rows.flatMap(({ token, row: { name, email } }) => {
      if (!token) return []
      const url = `${env().appUrl}/ambassadors/reference?token=${token}`
      const mail = referenceMail({ name, applicant: actor.name, foundation: foundationName(), url })
      return [{ kind: 'ambassador-reference', to: mailbox(name, email), secret: true, ...mail }]
    }),
  )
}

async function sendReceipt(tx: Tx, actor: Person, applicationId: string): Promise<void> {
  if (!actor.email) return
  const url = `${env().appUrl}/ambassadors/apply`
  const mail = receiptMail({ name: actor.name, foundation: foundationName(), url })
  const dedupeKey = `application ${applicationId} received`
  await outbox.enqueue(tx, [{ kind: 'ambassador-receipt', to: mailbox(actor.name, actor.email), dedupeKey, ...mail }])
}
