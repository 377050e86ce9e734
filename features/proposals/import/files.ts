import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { readCsv } from '@/lib/csv-reader'

/** A line of a table, by the names of its columns, however they are spelt. */
export interface Row {
  place: string
  get: (...columns: string[]) => string
}

export interface SourceTable {
  name: string
  columns: string[]
  rows: Row[]
}

export type SourceFile = { name: string; json: unknown } | { name: string; xml: string } | SourceTable

/** What one reads with: where problems and remarks go. A problem keeps everything from being written. */
export class Reading {
  readonly problems: string[] = []
  readonly notes: string[] = []
  problem(place: string, text: string): void {
    this.problems.push(`${place}: ${text}`)
  }
  note(place: string, text: string): void {
    this.notes.push(`${place}: ${text}`)
  }
}

const KINDS = /\.(json|csv|tsv|txt|xml)$/i

/** The files that these paths name; of a folder, those that can be read, by name. Null where there is none. */
export function filesAt(paths: string[]): string[] | null {
  const files = paths.flatMap((each) => {
    const found = statSync(each, { throwIfNoEntry: false })
    if (found?.isFile()) return [each]
    if (!found?.isDirectory()) return [null]
    const inside = readdirSync(each).filter((name) => KINDS.test(name))
    return inside.sort().map((name) => path.join(each, name))
  })
  return files.length > 0 && files.every((file) => file !== null) ? files : null
}

export function readSources(paths: string[], reading: Reading): SourceFile[] {
  return paths.flatMap((file): SourceFile[] => {
    const name = path.basename(file)
    const text = decoded(readFileSync(file), name, reading)
    if (text === null) return []
    if (/^\s*</.test(text)) return [{ name, xml: text }]
    return /^\s*[[{]/.test(text) ? readJson(name, text, reading) : readTable(name, text, reading)
  })
}

/** UTF-8, or UTF-16 that says so: what Excel calls “Unicode text”. Anything else would be guessed. */
export function decoded(bytes: Uint8Array, name: string, reading: Reading): string | null {
  const marks = `${bytes[0]} ${bytes[1]}`
  const encoding = marks === '255 254' ? 'utf-16le' : marks === '254 255' ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    const before = new TextDecoder(encoding).decode(bytes).split('\uFFFD')[0] ?? ''
    reading.problem(`${name}:${before.split('\n').length}`, 'this is not UTF-8; save the file as “CSV UTF-8” and again')
    return null
  }
}

function readJson(name: string, text: string, reading: Reading): SourceFile[] {
  try {
    const json: unknown = JSON.parse(text)
    return [asTable(name, json) ?? { name, json }]
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const at = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length)
    reading.problem(`${name}:${text.slice(0, at).split('\n').length}`, `not JSON: ${message}`)
    return []
  }
}

/** A list of records with an “ID” each, named like the columns of a table: pretalx writes its tables as JSON too. */
function asTable(name: string, json: unknown): SourceTable | null {
  if (!Array.isArray(json)) return null
  const records: Record<string, unknown>[] = json.filter(isRecord)
  if (records.length === 0 || !records.every((record) => 'ID' in record)) return null
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))]
  const rows = records.map((record, index) => {
    const cells = columns.map((column) => [record[column]].flat().filter(Boolean).map(String).join('\n'))
    return rowOf(`${name}: record ${index + 1}`, columns, cells)
  })
  return { name, columns, rows }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readTable(name: string, text: string, reading: Reading): SourceFile[] {
  const table = readCsv(text)
  if (!table.ok) {
    reading.problem(`${name}:${table.line}`, table.problem)
    return []
  }
  const [head, ...lines] = table.lines
  if (!head) {
    reading.problem(`${name}:1`, 'the file is empty')
    return []
  }
  const columns = head.cells.map((cell) => cell.trim())
  const rows = lines.flatMap(({ line, cells }) => {
    const place = `${name}:${line}`
    if (cells.length > columns.length)
      reading.problem(place, `there are ${cells.length} cells in this line and ${columns.length} columns`)
    return [rowOf(place, columns, cells)]
  })
  return [{ name, columns, rows }]
}

function rowOf(place: string, columns: string[], cells: string[]): Row {
  const byKey = new Map<string, string>()
  for (const [index, column] of columns.entries())
    if (!byKey.has(columnKey(column))) byKey.set(columnKey(column), cells[index] ?? '')
  const get = (...names: string[]) => {
    const known = names.find((name) => byKey.get(columnKey(name))?.trim())
    return (known && byKey.get(columnKey(known))?.trim()) || ''
  }
  return { place, get }
}

/** `Session Id`, `sessionId` and `Session ID` are one column. */
export const columnKey = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
