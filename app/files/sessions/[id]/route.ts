import { getActor } from '@/features/access/gate'
import { getSessionFile } from '@/features/proposals/queries/session-files'
import { storage } from '@/lib/storage'

/** A file that answers a question of a call: a download, for who may read the answer. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const file = await getSessionFile(await getActor(), (await params).id)
  const bytes = file && (await storage().get(file.stored))
  if (!file || !bytes)
    return new Response('There is no such file.', { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': file.type,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
