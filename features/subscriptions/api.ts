import { unsubscribe } from './commands/subscribe'
import { getSubscription } from './queries'

/**
 * RFC 8058: a mail program's POST ends the subscription at once, without cookie, question or redirect. The button of
 * our own page sends the same and goes back to its page.
 */
export async function oneClick(request: Request, token: string): Promise<Response> {
  const form = await request.formData().catch(() => new FormData())
  const locale = (await getSubscription(token))?.locale ?? 'en'
  await unsubscribe(token)
  const headers = { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' }
  if (form.get('from') !== 'page') return new Response('You are not subscribed.\n', { headers })
  const location = `/unsubscribe/${encodeURIComponent(token)}?locale=${locale}`
  return new Response(null, { status: 303, headers: { ...headers, location } })
}
