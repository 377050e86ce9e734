import { type Packed, pack } from './pack'
import type { Rendered } from './render'
import type { Entry } from './store'
import { strip } from './strip'

/** The headers of an answer that belong to it and not to the way it was made. */
const kept = [
  'content-type',
  'content-disposition',
  'content-language',
  'location',
  'x-robots-tag',
  'access-control-allow-origin',
]
const mayBeStored = [200, 301, 308, 404]
const missingFor = 60_000

class RenderFailed extends Error {}

interface Made {
  /** Null when the page was not whole. */
  entry: Entry | null
  tags: readonly string[]
  mayKeep: boolean
}

/** What Next answered, as it is kept and sent: without framework scripts, compressed. Throws for a 5xx. `before` is what stood there. */
export async function entryFrom(rendered: Rendered, now: number, before?: Entry): Promise<Made> {
  const { status, headers, body, reading } = rendered
  if (status >= 500) throw new RenderFailed(`Next answered ${status}`)
  const tags = [...reading.tags]
  const link = preloadsIn(headers.link)
  const own: Record<string, string> = {
    ...Object.fromEntries(kept.flatMap((name) => (headers[name] ? [[name, headers[name]]] : []))),
    ...(link ? { link } : {}),
  }
  const isMissing = status === 404
  const isPage = status === 200 && (own['content-type'] ?? '').startsWith('text/html')
  const text = isPage ? strip(body.toString('utf8')) : null
  if (isPage && text === null) return { entry: null, tags, mayKeep: false }
  const bytes = text !== null ? Buffer.from(text) : status >= 300 && status < 400 ? Buffer.alloc(0) : body
  const packed = isMissing ? null : await pack(bytes, own['content-type'] ?? '')
  const modified = packed && status === 200 ? changedAt(packed, before, now) : null
  const entry: Entry = {
    status,
    headers: modified === null ? own : { ...own, 'last-modified': modified },
    body: packed,
    tags,
    freshUntil: isMissing ? Math.min(reading.freshUntil, now + missingFor) : reading.freshUntil,
    isOld: false,
  }
  const mayKeep = mayBeStored.includes(status) && !('set-cookie' in headers) && entry.freshUntil > now
  return { entry, tags, mayKeep }
}

/** Of what the framework would have fetched early, the fonts: its scripts are gone, its styles are joined. */
function preloadsIn(link = ''): string {
  return link
    .split(/,\s*(?=<)/)
    .filter((part) => /;\s*as="?font/.test(part))
    .join(', ')
}

/**
 * The second in which these bytes first stood here, or null where others did in the same second: a date is then no
 * proof of either. Rendered anew and found the same, a page has not changed.
 */
function changedAt(body: Packed, before: Entry | undefined, now: number): string | null {
  const known = before?.headers['last-modified']
  if (known && before.body?.identity.etag === body.identity.etag) return known
  const date = new Date(now).toUTCString()
  return date === known ? null : date
}
