import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csv, spreadsheet } from './csv'
import { readCsv } from './csv-reader'
import { plainText } from './text'

const cellsOf = (text: string) => {
  const table = readCsv(text)
  if (!table.ok) throw new Error(`${table.line}: ${table.problem}`)
  return table.lines.map(({ cells }) => cells)
}
/** A table in which no line is without anything. */
const tables = fc.array(
  fc
    .tuple(fc.constantFrom('a', '=1', "'=1", '0'), fc.string({ unit: 'binary' }), fc.string())
    .map((cells) => [...cells]),
  { minLength: 1 },
)

describe('what spreadsheets would run', () => {
  const FORMULAS = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1+1',
    "'=1",
    "''@x",
    '=HYPERLINK("x","y")',
  ]

  test.each(FORMULAS)('%j begins with an apostrophe in the file and without it here', (formula) => {
    const [head = ''] = Papa.parse<string[]>(csv([[formula, 'x']])).data[0] ?? []
    expect(head.startsWith("'")).toBe(true)
    expect(cellsOf(csv([[formula, 'x']]))).toEqual([[plainText(formula), 'x']])
  })

  test.each(["'t Hooft", "'", 'a=b', '1-2', 'x@y', '“=1”'])('%j stays as it is', (text) => {
    expect(Papa.parse<string[]>(csv([[text, 'x']])).data[0]?.[0]).toBe(text)
  })
})

test('every table comes back as it was', () => {
  fc.assert(
    fc.property(tables, (table) => {
      expect(cellsOf(spreadsheet(table))).toEqual(table.map((line) => line.map(plainText)))
    }),
  )
})

test('another parser reads the same cells from our files, apostrophes and all', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { data, errors } = Papa.parse<string[]>(csv(table), { skipEmptyLines: true, delimiter: ',' })
      expect(errors).toEqual([])
      const read = data.map((line) =>
        line.map((cell) => (/^'+\s*[=+\-@＝＋－＠]|^'+[\t]/.test(cell) ? cell.slice(1) : cell)),
      )
      expect(read).toEqual(table.map((line) => line.map(plainText)))
    }),
  )
})

test('another writer’s files are read, whatever separates their cells', () => {
  fc.assert(
    fc.property(
      tables,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      (table, delimiter, newline) => {
        const tame = table.map((line) => line.map((cell) => plainText(cell).replace(/^'+/, '')))
        const file = Papa.unparse([['one', 'two', 'three'], ...tame], { delimiter, newline, quotes: true })
        expect(cellsOf(file).slice(1)).toEqual(tame)
      },
    ),
  )
})

test('what is no table is said with its line', () => {
  expect(readCsv('a,b\n1,"2\n3')).toEqual({ ok: false, line: 2, problem: expect.stringContaining('never closed') })
  expect(readCsv('a,b\n"1"2,3\n')).toEqual({ ok: false, line: 2, problem: expect.stringContaining('behind') })
})

test('a line is known by the line of the file on which it begins', () => {
  const table = readCsv('a,b\r\n"1\n2\n3",x\r\n\r\n4,5')
  expect(table.ok && table.lines.map(({ line }) => line)).toEqual([1, 2, 6])
})
