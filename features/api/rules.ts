import type { Endpoint } from './schema'

export type Match =
  | { found: true; endpoint: Endpoint; params: Record<string, string> }
  | { found: false; reason: 'not-found' }
  | { found: false; reason: 'method-not-allowed'; allow: string[] }

/** Which endpoint a request is for. `path` comes decoded, without `/api/v1`. */
export function match(endpoints: readonly Endpoint[], method: string, path: string[]): Match {
  const onPath = endpoints.flatMap((endpoint) => {
    const params = paramsOf(endpoint.name, path)
    return params ? [{ endpoint, params }] : []
  })
  // A path that is spelt out beats one with a parameter in the same place.
  onPath.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)
  const hit = onPath.find(({ endpoint }) => methodOf(endpoint) === method)
  if (hit) return { found: true, ...hit }
  if (onPath.length === 0) return { found: false, reason: 'not-found' }
  return { found: false, reason: 'method-not-allowed', allow: onPath.map(({ endpoint }) => methodOf(endpoint)) }
}

export const methodOf = ({ name }: Pick<Endpoint, 'name'>) => name.split(' ')[0] ?? ''
export const pathOf = ({ name }: Pick<Endpoint, 'name'>) => name.split(' ')[1] ?? ''

function paramsOf(name: string, path: string[]): Record<string, string> | null {
  const pattern = (name.split(' ')[1] ?? '').split('/').slice(1)
  if (pattern.length !== path.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const value = path[index] ?? ''
    if (part.startsWith('{')) params[part.slice(1, -1)] = value
    else if (part !== value) return null
  }
  return params
}

/**
 * The version that a PUT or PATCH has seen: `If-Match: "3"`, or `If-None-Match: *` for what is not there yet (0).
 * `missing` where neither is said, `unreadable` where it is no version of ours.
 */
export function versionSeen(ifMatch: string | null, ifNoneMatch: string | null): number | 'missing' | 'unreadable' {
  if (ifMatch === null) return ifNoneMatch?.trim() === '*' ? 0 : 'missing'
  const version = /^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1]
  return version === undefined ? 'unreadable' : Number(version)
}

export type Earlier = { bodyHash: string; status: number | null }

/** What an Idempotency-Key that was seen before leads to. */
export function refuseRepeat(earlier: Earlier, bodyHash: string): 'key-reused' | 'in-progress' | null {
  if (earlier.bodyHash !== bodyHash) return 'key-reused'
  return earlier.status === null ? 'in-progress' : null
}
