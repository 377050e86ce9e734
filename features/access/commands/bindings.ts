import { getTemplates } from '@/features/mail/queries/templates'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { mailbox, outbox } from '@/lib/outbox'
import { findOrCreatePerson } from '@/lib/session/people'
import { roleMail } from '../emails'
import type { AuthorizedEvent, Caller, NewBinding, Role } from '../schema'

/** Where a role holds: one event that the gate has let somebody into, or everywhere. */
type Place = AuthorizedEvent | null

/**
 * Gives somebody a role: the person comes if the address is new, the binding is written once, it is recorded, and they
 * are told by mail.
 */
export function bindRole(actor: Caller, place: Place, { email, role }: NewBinding) {
  return transaction(async (tx) => {
    const { person } = await findOrCreatePerson(tx, { email })
    const binding = { role: stored(role), personId: person.id, eventId: place?.id ?? null }
    const data = { data: [binding], skipDuplicates: true, select: { id: true } }
    const [made] = await tx.roleBinding.createManyAndReturn(data)
    if (!made) return { ok: false as const, reason: 'already-bound' as const }
    await audit.record(tx, {
      actor,
      verb: 'create',
      resource: 'role-binding',
      resourceId: person.id,
      eventId: place?.id ?? null,
      detail: { role },
    })
    const url = `${env().appUrl}/sign-in?${new URLSearchParams({ next: '/admin' })}`
    const templates = place && (await getTemplates(tx, place.id))
    const to = { name: person.name, locale: person.locale }
    const mail = roleMail({ role, to, eventName: place?.name ?? null, url }, (locale) =>
      templates?.get(`role ${locale}`),
    )
    await outbox.enqueue(tx, [{ kind: 'role-given', to: mailbox(person.name, email), ...mail }])
    return { ok: true as const, id: made.id, name: person.name }
  })
}

/** Takes a role back. The last administrator stays, also where two are removed at once: their rows are locked first. */
export function unbindRole(actor: Caller, place: Place, id: string) {
  return transaction(async (tx) => {
    const administrators = place ? [] : await lockAdministrators(tx)
    const where = { id, eventId: place?.id ?? null }
    const binding = await tx.roleBinding.findFirst({ where })
    if (!binding) return { ok: false as const, reason: 'not-found' as const }
    if (administrators.length === 1 && administrators[0]?.id === id)
      return { ok: false as const, reason: 'last-administrator' as const }
    await tx.roleBinding.deleteMany({ where })
    await audit.record(tx, {
      actor,
      verb: 'delete',
      resource: 'role-binding',
      resourceId: binding.personId ?? binding.teamId ?? binding.serviceAccountId ?? id,
      eventId: binding.eventId,
      detail: { role: binding.role },
    })
    return { ok: true as const }
  })
}

/** The bindings that make a human an administrator of everything. A team counts while somebody is in it. */
function lockAdministrators(tx: Tx): Promise<{ id: string }[]> {
  return tx.$queryRaw`
    select id from role_binding b
    where role = 'admin' and event_id is null
      and (person_id is not null or exists (select from team_member m where m.team_id = b.team_id))
    for update`
}

/** Prisma's name of a role: it knows no hyphens. */
export function stored(role: Role) {
  return role === 'ambassador-manager' ? ('ambassador_manager' as const) : role
}
