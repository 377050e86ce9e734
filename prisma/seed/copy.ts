import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'

type Value = unknown
const CHUNK = 1 << 16

/** Writes rows by `COPY … FROM STDIN`. Keys are the schema's field names; every row has the same ones. */
export async function copyRows(client: Client, model: string, rows: readonly object[], wrote: (count: number) => void) {
  const [first] = rows
  if (first === undefined) return
  const keys = Object.keys(first)
  const columns = keys.map((key) => client.escapeIdentifier(snakeCase(key))).join(', ')
  const target = client.query(from(`copy ${client.escapeIdentifier(snakeCase(model))} (${columns}) from stdin`))
  await pipeline(Readable.from(chunks(model, keys, rows, wrote)), target)
}

function* chunks(model: string, keys: string[], rows: readonly object[], wrote: (count: number) => void) {
  let [text, count] = ['', 0]
  for (const row of rows) {
    if (Object.keys(row).length !== keys.length) throw new Error(`A row of ${model} has other columns than the first`)
    text += `${keys.map((key) => copyText(model, key, Reflect.get(row, key))).join('\t')}\n`
    count++
    if (text.length < CHUNK) continue
    yield text
    wrote(count)
    ;[text, count] = ['', 0]
  }
  yield text
  wrote(count)
}

function copyText(model: string, key: string, value: Value): string {
  if (value === null) return '\\N'
  if (value === undefined) throw new Error(`A row of ${model} has no ${key}`)
  if (typeof value === 'string') return escaped(enumWord(model, key, value))
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value) && !JSON_LISTS.has(`${model}.${key}`)) return escaped(arrayLiteral(value))
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value)
}

/** Columns of JSON that hold a list, which would else be taken for an array of PostgreSQL. */
const JSON_LISTS = new Set([
  'document.contents',
  'document.tree',
  'guestPost.tree',
  'question.options',
  'question.conditions',
])

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function arrayLiteral(items: Value[]): string {
  return `{${items.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}

const MAPPED = new Set(['roleBinding.role', 'document.kind', 'speakerInvitation.kind'])

/** Prisma's names of enum values have no hyphens; the database's do. */
function enumWord(model: string, key: string, value: string): string {
  return MAPPED.has(`${model}.${key}`) ? value.replaceAll('_', '-') : value
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
