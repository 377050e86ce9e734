import { plain } from './csv'

/** A line of a table, with the line of the file on which it begins: a quoted cell may go over several. */
export interface TableLine {
  line: number
  cells: string[]
}
export type Table = { ok: true; lines: TableLine[] } | { ok: false; line: number; problem: string }

/**
 * Reads a table of cells (RFC 4180; commas, semicolons or tabs, whichever its first line has most of). Apostrophes that
 * keep formulas harmless are taken off; lines without anything are left out. What cannot be read is said with its line.
 */
export function readCsv(text: string): Table {
  const source = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(source)
  const lines: TableLine[] = []
  let [at, line] = [0, 1]
  let current: TableLine = { line, cells: [] }
  const end = () => {
    if (current.cells.some((cell) => cell !== '')) lines.push(current)
  }
  while (at < source.length) {
    const isQuoted = source[at] === '"'
    const stop = isQuoted ? endOfQuoted(source, at) : endOfBare(source, at, separator)
    if (stop === null) return { ok: false, line, problem: 'a quotation mark opens here and is never closed' }
    const raw = source.slice(at, stop)
    current.cells.push(plain(isQuoted ? raw.slice(1, -1).replaceAll('""', '"') : raw))
    line += raw.match(/\r\n|\r|\n/g)?.length ?? 0
    const next = /\r\n|\r|\n/y
    next.lastIndex = stop
    const ending = next.exec(source)?.[0]
    if (stop < source.length && source[stop] !== separator && ending === undefined)
      return { ok: false, line, problem: 'something stands behind a closing quotation mark' }
    at = stop + (ending?.length ?? 1)
    if (source[stop] === separator && at === source.length) current.cells.push('')
    if (ending === undefined) continue
    end()
    current = { line: ++line, cells: [] }
  }
  end()
  return { ok: true, lines }
}

function endOfQuoted(source: string, start: number): number | null {
  for (let at = source.indexOf('"', start + 1); at >= 0; at = source.indexOf('"', at + 2))
    if (source[at + 1] !== '"') return at + 1
  return null
}

function endOfBare(source: string, start: number, separator: string): number {
  let at = start
  while (at < source.length && source[at] !== separator && source[at] !== '\n' && source[at] !== '\r') at++
  return at
}

function separatorOf(source: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(source)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const count = (separator: string) => first.split(separator).length
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best))
}
