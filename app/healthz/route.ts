/** Alive: this process answers. Asks nothing else, so that a database away restarts nobody. */
export const dynamic = 'force-dynamic'

export function GET(): Response {
  return new Response('alive\n', { headers: { 'cache-control': 'no-store' } })
}
