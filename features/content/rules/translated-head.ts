import { blockHash } from './translation'

/** What of front matter a translation says in its own words, or states again. */
export const HEAD_FIELDS = [
  'title',
  'summary',
  'byline',
  'seriesName',
  'originallyPublished',
  'corrections',
  'industry',
  'size',
  'cloud',
  'challenge',
  'solution',
  'impact',
  'figures',
] as const
export type HeadField = (typeof HEAD_FIELDS)[number]

/** What each field of the source was when it was translated, as eight hex digits. */
export type HeadStamp = Partial<Record<HeadField, string>>

export function isHeadField(name: string): name is HeadField {
  return HEAD_FIELDS.some((field) => field === name)
}

/** The fields that a source has, hashed whatever the order of what is in them. */
export function headStampFor(source: object): HeadStamp {
  const values = new Map(Object.entries(source))
  return Object.fromEntries(
    HEAD_FIELDS.flatMap((field) =>
      hasValue(values.get(field)) ? [[field, blockHash(inOrder(values.get(field)))]] : [],
    ),
  )
}

/** Fields that say something else now, that the source has lost, or that it did not have; none where nothing is stamped. */
export function changedFields(source: object, stamped: HeadStamp | null): HeadField[] {
  if (stamped === null) return []
  const now = headStampFor(source)
  return HEAD_FIELDS.filter((field) => now[field] !== stamped[field])
}

/** An empty list says no more than a field that is left out. */
function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
}

/** The database keeps fields in an order of its own. */
function inOrder(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(fields.map(([name, of]) => [name, inOrder(of)]))
}
