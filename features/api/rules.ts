import { createHash } from 'node:crypto'
import { openCursor, sealCursor } from '@/lib/cursor'
import type { Endpoint, FieldError, Page, Reply } from './schema'

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

const STATUS: Record<string, number> = { 'not-found': 404, forbidden: 403, overtaken: 412, invalid: 422 }

/** What a rule refused, as a problem: its own word, and 409 where the word has no status of its own. */
export function problem(
  reason: string,
  detail: string,
  more: { errors?: FieldError[]; current?: unknown; version?: number } = {},
): Reply {
  return { ok: false, status: STATUS[reason] ?? 409, reason, detail, ...more }
}

/** A path as our forms write it (`speakers.0.email`) as a JSON Pointer. */
export const pointer = (path: string) => `/${path.replace(/\./g, '/')}`

/** A page of a list that is short enough to be read whole: what stands behind the key that the cursor names. */
export function pageOf<T>(
  rows: readonly T[],
  { limit, cursor }: Page,
  { keyOf, isBehind }: { keyOf: (row: T) => string; isBehind: (row: T, key: string) => boolean },
): { items: T[]; nextCursor: string | null } {
  const [key] = (cursor && openCursor(cursor)) || []
  const rest = key === undefined ? rows : rows.filter((row) => isBehind(row, key))
  const items = rest.slice(0, limit)
  const last = items.at(-1)
  const isLast = last === undefined || rest.length === items.length
  return { items, nextCursor: isLast ? null : sealCursor([keyOf(last), '']) }
}

/**
 * The same of rows in an order of their own, such as that of a form: goes on behind the row that the cursor names,
 * or, where that is gone, at its place.
 */
export function pageInOrder<T>(
  rows: readonly T[],
  { limit, cursor }: Page,
  keyOf: (row: T) => string,
): { items: T[]; nextCursor: string | null } {
  const [key, place] = (cursor && openCursor(cursor)) || []
  const known = key === undefined ? -1 : rows.findIndex((row) => keyOf(row) === key)
  const from = known >= 0 ? known + 1 : Math.max(0, Math.trunc(Number(place)) || 0)
  const items = rows.slice(from, from + limit)
  const last = items.at(-1)
  const isLast = last === undefined || from + items.length >= rows.length
  return { items, nextCursor: isLast ? null : sealCursor([keyOf(last), String(from + items.length)]) }
}

/** A version for what has none of its own: the same for the same content. Fits an ETag of ours. */
export function versionOfContent(content: unknown): number {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  return Number.parseInt(hash.slice(0, 7), 16) + 1
}

/** 412 with what there is, unless that is what the caller has read. */
export function refuseOvertaken(seen: number | null, current: unknown): Reply | null {
  const version = versionOfContent(current)
  return seen === version ? null : problem('overtaken', 'This was changed in the meantime.', { current, version })
}

/** Nothing of that name is there for whoever asks. */
export const nothingHere = () => problem('not-found', 'There is nothing here.')
