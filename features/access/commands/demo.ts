import { z } from 'zod'
import { type Tx, transaction } from '@/lib/db'
import { findOrCreatePerson } from '@/lib/session/people'
import { ROLE_NAMES, type Role } from '../schema'
import { stored } from './bindings'

/** Where the seed says whom a demo role signs in as: `{ "chair": "<person id>" }`. */
const DEMO_PEOPLE = 'demo-people'
const DemoPeople = z.record(z.string(), z.uuid())

/** The person behind a demo role: the one that the seed names, else one named after the role, bound everywhere. */
export function demoPerson(role: Role): Promise<string> {
  return transaction(async (tx) => (await seeded(tx, role)) ?? named(tx, role))
}

async function seeded(tx: Tx, role: Role): Promise<string | null> {
  const setting = await tx.setting.findUnique({ where: { key: DEMO_PEOPLE } })
  const id = DemoPeople.safeParse(setting?.value).data?.[role]
  const person = id && (await tx.person.findUnique({ where: { id }, select: { id: true } }))
  return person ? person.id : null
}

async function named(tx: Tx, role: Role): Promise<string> {
  const facts = { email: `demo-${role}@example.org`, name: `Demo ${ROLE_NAMES[role].toLowerCase()}` }
  const { person } = await findOrCreatePerson(tx, facts)
  const binding = { role: stored(role), personId: person.id, eventId: null }
  await tx.roleBinding.createMany({ data: [binding], skipDuplicates: true })
  return person.id
}
