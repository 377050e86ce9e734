import { z } from 'zod'
import { nothingHere, problem } from '@/features/api/rules'
import { personEndpoint } from '@/features/api/schema'
import { removePhoto, savePhoto } from '../commands/photo'
import { getProfile } from '../queries/profile'
import { PHOTO_REFUSALS } from '../schema/refusals'

const save = personEndpoint('POST /profile/photo', {
  summary: 'Takes one’s photo in: cropped to a square, encoded anew, nothing of the file kept but its pixels',
  takesFile: true,
  body: z.object({ file: z.file().describe('JPEG, PNG, WebP or AVIF, at most 5 MB') }),
  answer: z.object({ photo: z.string().describe('The name of the picture') }),
  handle: async ({ body }, person) => {
    const outcome = await savePhoto(person, new Uint8Array(await body.file.arrayBuffer()))
    if (outcome.ok) return { ok: true, status: 201, body: { photo: (await getProfile(person.id)).values.photo } }
    const message = PHOTO_REFUSALS[outcome.reason]
    return { ...problem(outcome.reason, `${message}.`, { errors: [{ path: '/file', message }] }), status: 422 }
  },
})

const remove = personEndpoint('DELETE /profile/photo', {
  summary: 'Takes it away, for good',
  handle: async (_, person) => {
    if (!(await getProfile(person.id)).values.photo) return nothingHere()
    await removePhoto(person)
    return { ok: true }
  },
})

export const photoEndpoints = [save, remove]
