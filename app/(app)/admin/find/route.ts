import { getActor } from '@/features/access/gate'
import { enter } from '@/features/access/queries'
import { PAGES } from '@/features/access/table'
import { findPlaces } from '@/features/search/commands/find-places'

const HEADERS = { 'cache-control': 'no-store' }

/** What the back office’s palette finds for the one who types: `{ items: [{ href, label, hint, group }] }`. */
export async function GET(request: Request): Promise<Response> {
  const actor = await getActor()
  const entry = await enter(PAGES['/admin/find'], actor, null)
  if (actor.kind !== 'person')
    return new Response(null, { status: 303, headers: { location: '/sign-in?next=%2Fadmin', ...HEADERS } })
  if (!entry.ok) return Response.json({ items: [] }, { status: 403, headers: HEADERS })
  const q = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json({ items: await findPlaces(actor, q) }, { headers: HEADERS })
}
