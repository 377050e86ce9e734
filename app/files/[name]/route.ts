import { getActor } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { getPhotoAudience } from '@/features/people/queries/photos'
import { storage } from '@/lib/storage'

/** A face. Its name is its hash, so it never changes; one that its person keeps back is for whoever may see it alone. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params
  const photo = await getPhotoAudience(name)
  if (!photo || (!photo.isPublic && !(await maySee(photo)))) return missing()
  const bytes = await storage().get(name)
  if (!bytes) return missing()
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/webp',
      'content-length': String(bytes.byteLength),
      'content-security-policy': "default-src 'none'",
      'cache-control': photo.isPublic ? 'public, max-age=31536000, immutable' : 'private, no-store',
    },
  })
}

async function maySee(photo: { owners: string[]; isForStaff: boolean }): Promise<boolean> {
  const actor = await getActor()
  if (actor.kind !== 'person') return false
  return photo.owners.includes(actor.id) || (photo.isForStaff && can(actor, 'get', 'people'))
}

function missing(): Response {
  return new Response('There is no such file.', { status: 404, headers: { 'cache-control': 'no-store' } })
}
