import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import { type PictureRefusal, squarePicture } from '@/lib/pictures'
import * as purge from '@/lib/purge'
import { storage } from '@/lib/storage'
import { getProfile } from '../queries/profile'
import { audiencesOf } from '../rules'
import { PHOTO_SIZES, photoFile } from '../schema/photo'
import { tagsOfPerson } from './tags'
import { writeProfiles } from './write-profiles'

export type PhotoRefusal = PictureRefusal

/** Takes a face in: made anew in its sizes, kept under its own hash, shown to whomever the photo is for. */
export async function savePhoto(
  actor: Person,
  upload: Uint8Array,
): Promise<{ ok: true } | { ok: false; reason: PhotoRefusal }> {
  const picture = await squarePicture(upload, PHOTO_SIZES)
  if (!picture.ok) return picture
  const files = storage()
  for (const [index, { bytes }] of picture.files.entries()) {
    const size = PHOTO_SIZES[index]
    if (size) await files.put(photoFile(picture.hash, size), bytes, 'image/webp')
  }
  await writePhoto(actor, picture.hash)
  return { ok: true }
}

export function removePhoto(actor: Person): Promise<void> {
  return writePhoto(actor, '')
}

/** The row goes first and the files after it: a crash between leaves a file that nobody names, never the reverse. */
async function writePhoto(actor: Person, hash: string): Promise<void> {
  const before = await transaction(async (tx) => {
    await tx.$queryRaw`select 1 from person where id = ${actor.id}::uuid for update`
    const { values, withheld } = await getProfile(actor.id, tx)
    if (values.photo === hash) return null
    const profile = { values: { ...values, photo: hash }, audiences: audiencesOf(withheld) }
    await writeProfiles(tx, [{ personId: actor.id, ...profile }])
    await audit.record(tx, {
      actor,
      verb: 'update',
      resource: 'profile',
      resourceId: actor.id,
      detail: { field: 'photo' },
    })
    await purge.tags(tx, await tagsOfPerson(tx, actor.id), { hard: true })
    const others = await tx.$queryRaw<unknown[]>`
      select 1 from person where photo = ${values.photo}
      union all select 1 from withheld_field where field = 'photo' and value = to_jsonb(${values.photo}::text)`
    return others.length === 0 ? values.photo : null
  })
  if (!before) return
  for (const size of PHOTO_SIZES) await storage().remove(photoFile(before, size))
}
