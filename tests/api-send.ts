import type { EndpointName } from '@/features/access/table'
import { call } from './api'
import type { Sent } from './api-requests'
import type { World } from './api-world'

/** Where a request goes, in this event. */
export function addressOf(name: EndpointName, { params = {}, query = '' }: Sent, slug: string): string {
  const filled = name.replace(/\{(\w+)\}/g, (_, key: string) => (key === 'event' ? slug : (params[key] ?? key)))
  return filled + query
}

/** What a PUT or PATCH says in If-Match: the version that is there. */
export async function versionFor(name: EndpointName, sent: Sent, world: World): Promise<Record<string, string>> {
  if (!/^(PUT|PATCH)/.test(name)) return {}
  if (sent.version) return { 'if-match': await sent.version(world) }
  const address = addressOf(name, sent, world.slug).replace(/^\w+/, 'GET')
  const token = sent.as === 'nobody' ? undefined : world.tokens[sent.as]
  const read = await call(address, token ? { token } : {})
  return { 'if-match': read.headers.get('etag') ?? '"0"' }
}
