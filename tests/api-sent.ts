import { addDays } from 'date-fns'
import type { EndpointName } from '@/features/access/table'
import { call } from './api'
import type { World } from './api-world'

export interface Sent {
  as: keyof World['tokens'] | 'nobody'
  /** What stands in the address beside the event. */
  params?: Record<string, string>
  query?: string
  body?: unknown
  /** Where the version is read; without it, at the address itself. */
  version?: (world: World) => Promise<string>
}

export const later = (days: number) => addDays(new Date(), days).toISOString()
export const pdf = () => new File(['%PDF-1.7\n1 0 obj\n'], 'slides.pdf')
export const form = (fields: Record<string, string | File>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

/** The version of an item in a list, which has no address of its own. */
export const versionIn =
  (list: (world: World) => string, as: keyof World['tokens'], id: (world: World) => string) => async (world: World) => {
    const { body } = await call(`GET ${list(world)}`, { token: world.tokens[as] })
    return `"${body.items.find((item: { id: string }) => item.id === id(world))?.version}"`
  }

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
