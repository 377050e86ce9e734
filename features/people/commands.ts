import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import type { Profile } from './schema'

/** Saves what a person says of themselves, unless it has been saved since the form was filled; their pages follow. */
export function saveProfile(actor: { kind: 'person'; id: string; slug: string }, { version, ...profile }: Profile) {
  return transaction(async (tx) => {
    const data = { ...profile, affiliation: profile.affiliation || null, bio: profile.bio || null }
    const where = { id: actor.id, version }
    const { count } = await tx.person.updateMany({ where, data: { ...data, version: { increment: 1 } } })
    if (count === 0) return { ok: false as const, reason: 'overtaken' as const }
    await audit.record(tx, { actor, verb: 'update', resource: 'profile', resourceId: actor.id })
    await purge.tags(tx, [`person:${actor.slug}`])
    return { ok: true as const, version: version + 1 }
  })
}
