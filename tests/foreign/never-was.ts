import { randomUUID } from 'node:crypto'

const UUID = /^[0-9a-f]{8}-/

/** Names of the same kinds that nothing has. */
export function neverWas<Ids extends Record<string, string>>(ids: Ids): Ids {
  const made = Object.entries(ids).map(([key, value]) => [key, noSuch(value)])
  return Object.fromEntries(made) as Ids // the same names
}

function noSuch(value: string): string {
  if (UUID.test(value)) return randomUUID()
  if (/^\d+$/.test(value)) return '987654321'
  if (/^[A-Z0-9]{6}$/.test(value)) return 'ZZZZZ9'
  if (/home/i.test(value)) return value.replace(/home/i, (word) => (word === 'HOME' ? 'NONE' : 'none'))
  return `no-${value}`
}
