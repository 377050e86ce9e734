import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { getProfile } from '../queries/profile'
import { linksOf } from '../rules'
import type { Audiences, ProfileValues } from '../schema/fields'
import type { Links } from '../schema/handles'
import { tagsOfPerson } from './tags'
import { handlesOf, writeProfiles } from './write-profiles'

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
    const profile = { values: { ...values, photo: before.values.photo }, audiences }
    await writeProfiles(tx, [{ personId: actor.id, ...profile }])
    await audit.record(tx, { actor, verb: 'update', resource: 'profile', resourceId: actor.id })
    await purge.tags(tx, await tagsOfPerson(tx, actor.id), { hard: true })
    return { ok: true as const, version: version + 1 }
  })
}

/** The kinds of handles among these that are somebody else's. */
async function takenHandles(tx: Tx, personId: string, links: Links): Promise<string[]> {
  const OR = handlesOf(links)
  if (OR.length === 0) return []
  const rows = await tx.personHandle.findMany({ where: { OR, NOT: { personId } }, select: { kind: true } })
  return rows.map(({ kind }) => kind)
}
