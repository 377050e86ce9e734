import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { findOrCreatePerson } from '@/lib/session/people'
import { hashToken, newApiToken } from '@/lib/tokens'
import type { Role } from '../schema'
import { stored } from './bindings'
import { createLink } from './sign-in'

const SYSTEM = { kind: 'system' } as const

/** What `npm run sign-in` does: a link as a mail would carry it, and with a role its person and their binding. */
export function makeLink(email: string, role: Role | null, now = new Date()): Promise<string> {
  return transaction(async (tx) => {
    if (role) {
      const { person } = await findOrCreatePerson(tx, { email })
      await bind(tx, { personId: person.id }, role, null)
    }
    return createLink(tx, email, role && role !== 'reader' && role !== 'speaker' ? '/admin' : '/me', now)
  })
}

/** What `npm run token` does for a person: a token that may do what they may. Null where nobody has this address. */
export function issuePersonToken(email: string): Promise<string | null> {
  return transaction(async (tx) => {
    const person = await tx.person.findUnique({ where: { email } })
    return person && issue(tx, { personId: person.id }, person.slug)
  })
}

/** What `npm run token` does for a service: it comes if new, gets the role, and a token. Null: no such event. */
export function issueServiceToken(name: string, role: Role, eventSlug: string | null): Promise<string | null> {
  return transaction(async (tx) => {
    const event = eventSlug === null ? null : await tx.event.findUnique({ where: { slug: eventSlug } })
    if (eventSlug !== null && !event) return null
    const { id } = await tx.serviceAccount.upsert({ where: { name }, create: { name }, update: {} })
    await bind(tx, { serviceAccountId: id }, role, event?.id ?? null)
    return issue(tx, { serviceAccountId: id }, name)
  })
}

type Subject = { personId: string } | { serviceAccountId: string }

async function issue(tx: Tx, owner: Subject, name: string): Promise<string> {
  const token = newApiToken()
  const { id } = await tx.apiToken.create({ data: { ...owner, name, tokenHash: hashToken(token) } })
  await audit.record(tx, { actor: SYSTEM, verb: 'create', resource: 'api-token', resourceId: id })
  return token
}

async function bind(tx: Tx, subject: Subject, role: Role, eventId: string | null): Promise<void> {
  const data = [{ ...subject, role: stored(role), eventId }]
  const [binding] = await tx.roleBinding.createManyAndReturn({ data, skipDuplicates: true })
  if (!binding) return
  const resourceId = Object.values(subject).join()
  await audit.record(tx, {
    actor: SYSTEM,
    verb: 'create',
    resource: 'role-binding',
    resourceId,
    eventId,
    detail: { role },
  })
}
