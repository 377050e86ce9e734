import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { hashToken } from '@/lib/tokens'
import { type Refusal, refuse } from './rules'
import { type Actor, type AuthorizedEvent, ROLES, Role } from './schema'
import type { Need } from './table'

export type { AuthorizedEvent } from './schema'

export type Entry = { ok: true; event: AuthorizedEvent | null } | { ok: false; reason: Refusal }

/** The gate of pages, actions and API alike: a row of the access table, who asks, and the event that is named. */
export async function enter(need: Need, actor: Actor, eventSlug: string | null): Promise<Entry> {
  if (eventSlug === null) {
    const reason = refuse(need, actor, null, env().isDemo)
    return reason ? { ok: false, reason } : { ok: true, event: null }
  }
  if (need !== 'open' && actor.kind === 'visitor') return { ok: false, reason: 'unauthenticated' }
  const event = await db.event.findUnique({
    where: { slug: eventSlug },
    select: { id: true, slug: true, name: true, timeZone: true },
  })
  if (!event) return { ok: false, reason: 'not-found' }
  const reason = refuse(need, actor, event.id, env().isDemo)
  return reason ? { ok: false, reason } : { ok: true, event: { ...event, id: authorized(event.id) } }
}

const authorized = (id: string) => id as AuthorizedEvent['id']

const BINDINGS = { select: { role: true, eventId: true } } as const

/** The person with all their bindings, their teams' too; null where there is no such person. */
export async function getPersonActor(id: string): Promise<Extract<Actor, { kind: 'person' }> | null> {
  const person = await db.person.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      name: true,
      email: true,
      bindings: BINDINGS,
      teams: { select: { team: { select: { bindings: BINDINGS } } } },
    },
  })
  if (!person) return null
  const { teams, bindings, ...rest } = person
  return {
    kind: 'person',
    ...rest,
    bindings: [...bindings, ...teams.flatMap(({ team }) => team.bindings)].map(toBinding),
  }
}

/** Whoever holds the token with this hash, or null: unknown, expired or revoked. */
export async function getTokenActor(tokenHash: string, now: Date): Promise<{ actor: Actor; tokenId: string } | null> {
  const token = await db.apiToken.findFirst({
    where: { tokenHash, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    select: { id: true, personId: true, serviceAccount: { select: { id: true, name: true, bindings: BINDINGS } } },
  })
  if (token?.serviceAccount) {
    const { bindings, ...service } = token.serviceAccount
    return { actor: { kind: 'service', ...service, bindings: bindings.map(toBinding) }, tokenId: token.id }
  }
  const person = token?.personId ? await getPersonActor(token.personId) : null
  return token && person ? { actor: person, tokenId: token.id } : null
}

function toBinding({ role, eventId }: { role: string; eventId: string | null }) {
  return { role: Role.parse(role.replace('_', '-')), eventId }
}

/** Who holds what: everywhere (`place` null) or in one event; the few who lead before the many, then by name. */
export async function listBindings(place: AuthorizedEvent | null) {
  const bindings = await db.roleBinding.findMany({
    where: { eventId: place?.id ?? null },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      role: true,
      createdAt: true,
      person: { select: { name: true, email: true } },
      team: { select: { name: true } },
      serviceAccount: { select: { name: true } },
    },
  })
  const rows = bindings.map(({ id, role, createdAt, person, team, serviceAccount }) => ({
    id,
    createdAt,
    role: Role.parse(role.replace('_', '-')),
    kind: person ? ('person' as const) : team ? ('team' as const) : ('service' as const),
    name: (person ?? team ?? serviceAccount)?.name ?? '',
    email: person?.email ?? null,
  }))
  return ROLES.toReversed().flatMap((role) =>
    rows.filter((row) => row.role === role).sort((a, b) => a.name.localeCompare(b.name, 'en')),
  )
}

/** Whom a mailed link signs in, without using it; null where it is unknown, used or too old. */
export async function getLinkAddress(token: string, now: Date): Promise<string | null> {
  const where = { tokenHash: hashToken(token), expires: { gt: now } }
  const link = await db.verificationToken.findUnique({ where, select: { identifier: true } })
  return link?.identifier ?? null
}

/** The providers that somebody can sign in with, beside the link by mail. */
export function listAccounts(personId: string) {
  return db.account.findMany({ where: { personId }, select: { provider: true, createdAt: true } })
}
