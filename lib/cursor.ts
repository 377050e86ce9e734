/** Where a page of a list ended: the key that the list is sorted by, and what tells its equals apart. */
export type Place = readonly [key: string, id: string]

/** A place as an opaque word, fit for an address. */
export function sealCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place that a cursor names, or null where it is none of ours. */
export function openCursor(cursor: string): Place | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(place) || place.length !== 2) return null
    const [key, id]: unknown[] = place
    // PostgreSQL has no text with a zero byte.
    const isText = (part: unknown) => typeof part === 'string' && !part.includes('\0')
    return isText(key) && isText(id) ? [String(key), String(id)] : null
  } catch {
    return null
  }
}

/** A page out of rows of which one more was read than it holds: what is on it, and the cursor of the next one. */
export function cutPage<T>(rows: T[], limit: number, placeOf: (row: T) => Place): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? sealCursor(placeOf(last)) : null }
}
