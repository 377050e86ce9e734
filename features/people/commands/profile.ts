import type { Person } from '@/features/access/schema'
import type { Prisma } from '@/generated/prisma/client'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { getProfile } from '../queries/profile'
import { linksOf, partProfile } from '../rules'
import type { Audiences, ProfileValues } from '../schema/fields'
import { type LinkKind, type Links, STABLE } from '../schema/handles'
import { tagsOfPerson } from './tags'

export interface NewProfile {
  name: string
  /** Without the photo, which has a form of its own. */
  values: Omit<ProfileValues, 'photo'>
  audiences: Audiences
  version: number
}

/**
 * Saves what a person says of themselves, unless it has been saved since the form was filled. Duties: what is not for
 * all leaves the person's row; handles are theirs alone; audit; every page that shows them follows.
 */
export function saveProfile(
  actor: Pick<Person, 'kind' | 'id' | 'slug'>,
  { name, values, audiences, version }: NewProfile,
) {
  return transaction(async (tx) => {
    const taken = await takenHandles(tx, actor.id, linksOf({ ...values, photo: '' }))
    if (taken.length > 0) return { ok: false as const, reason: 'handle-taken' as const, taken }
    const where = { id: actor.id, version }
    const { count } = await tx.person.updateMany({ where, data: { name, version: { increment: 1 } } })
    if (count === 0) return { ok: false as const, reason: 'overtaken' as const }
    const before = await getProfile(actor.id, tx)
    await writeProfile(tx, actor.id, { ...values, photo: before.values.photo }, audiences)
    await audit.record(tx, { actor, verb: 'update', resource: 'profile', resourceId: actor.id })
    await purge.tags(tx, await tagsOfPerson(tx, actor.id), { hard: true })
    return { ok: true as const, version: version + 1 }
  })
}

/** Writes a whole profile: the public part into the person's row, the rest beside it. */
export async function writeProfile(
  tx: Tx,
  personId: string,
  values: ProfileValues,
  audiences: Audiences,
): Promise<void> {
  const { shown, withheld } = partProfile(values, audiences)
  await tx.person.update({ where: { id: personId }, data: columnsOf(shown) })
  await tx.withheldField.deleteMany({ where: { personId } })
  await tx.withheldField.createMany({
    data: withheld.map((row) => ({ ...row, personId, value: row.value as Prisma.InputJsonValue })), // a profile's value
  })
  await writeHandles(tx, personId, linksOf(values))
  await writeProjects(tx, personId, shown.projects)
}

/** The columns of a person's row. */
function columnsOf(shown: ProfileValues) {
  const { affiliation, bio, pronouns, country, city, languages, expertise, availableToSpeak, photo } = shown
  const texts = { affiliation, bio, pronouns, country, city, photo }
  const filled = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text || null]))
  return { ...filled, languages, expertise, availableToSpeak, links: linksOf(shown) }
}

async function writeHandles(tx: Tx, personId: string, links: Links): Promise<void> {
  await tx.personHandle.deleteMany({ where: { personId } })
  await tx.personHandle.createMany({ data: handlesOf(links).map((handle) => ({ ...handle, personId })) })
}

/** Only what somebody names themselves is theirs to write; that they maintain a project stays. */
async function writeProjects(tx: Tx, personId: string, slugs: string[]): Promise<void> {
  await tx.personProject.deleteMany({ where: { personId, isMaintainer: false } })
  await tx.personProject.updateMany({ where: { personId }, data: { isNamed: false } })
  await tx.$executeRaw`
    insert into person_project (person_id, project_id, is_maintainer, is_named)
    select ${personId}::uuid, id, false, true from project where slug = any(${slugs})
    on conflict (person_id, project_id) do update set is_named = true`
}

export function handlesOf(links: Links): { kind: LinkKind; handle: string }[] {
  return STABLE.flatMap((kind) => (links[kind] ? [{ kind, handle: links[kind] }] : []))
}

/** The kinds of handles among these that are somebody else's. */
async function takenHandles(tx: Tx, personId: string, links: Links): Promise<string[]> {
  const OR = handlesOf(links)
  if (OR.length === 0) return []
  const rows = await tx.personHandle.findMany({ where: { OR, NOT: { personId } }, select: { kind: true } })
  return rows.map(({ kind }) => kind)
}
