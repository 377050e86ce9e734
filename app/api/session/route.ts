import { signInAsRole } from '@/features/access/actions/sign-in'
import { getSession, getSessionToken, setSessionCookie } from '@/lib/session'

const HEADERS = { 'cache-control': 'no-store' }

/** All that a document asks about its reader. Whoever comes back keeps their session. */
export async function GET(): Promise<Response> {
  const [session, token] = [await getSession(), await getSessionToken()]
  if (!session || !token) return Response.json({}, { headers: HEADERS })
  await setSessionCookie(token, new Date())
  return Response.json({ name: session.user?.name ?? '' }, { headers: HEADERS })
}

/** The buttons of /dev/sign-in. A form of another site is refused. */
export async function POST(request: Request): Promise<Response> {
  const origin = request.headers.get('origin')
  const isOurs = origin === null || (URL.canParse(origin) && new URL(origin).host === request.headers.get('host'))
  if (!isOurs) return new Response('This form came from another site.', { status: 403 })
  const path = await signInAsRole(await request.formData().catch(() => new FormData()))
  if (path === null) return new Response('There is no such role.', { status: 400 })
  return new Response(null, { status: 303, headers: { location: path, ...HEADERS } })
}
