import { describe, expect, test } from 'vitest'
import { csv } from '@/lib/csv'
import { aReleasedSchedule, aReleasedSlot, aScheduledSession } from '@/tests/scheduled'
import { scheduleCsv } from './csv'

/** RFC 4180, read strictly: a quote in a bare cell or a lone line end is an error. */
function read(file: string): string[][] {
  const lines: string[][] = [[]]
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (cells.lastIndex < file.length) {
    const found = cells.exec(file)
    if (found === null) throw new Error(`Not CSV: ${file}`)
    lines.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === '\r\n') lines.push([])
  }
  return lines.slice(0, -1)
}

describe('a table', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1+1', '\r=1'])('makes text of %j', (formula) => {
    expect(read(csv([[formula]]))[0]?.[0]?.startsWith("'")).toBe(true)
  })

  test('leaves other texts and its own numbers alone', () => {
    expect(csv([['a=b', '1-2', -3, null, 'x@y']])).toBe('a=b,1-2,-3,,x@y\r\n')
  })
})

test('a schedule is a line of names and one for each confirmed slot, in order of time', () => {
  const slots = [
    aReleasedSlot(1, { startsAt: '2027-10-17T12:00:00Z' }),
    aReleasedSlot(2, { session: aScheduledSession({ title: 'One, "two"', abstract: 'a\r\nb' }) }),
    aReleasedSlot(3, { status: 'cancelled' }),
  ]
  const [head, ...lines] = read(scheduleCsv(aReleasedSchedule({ slots })))
  const records = lines.map((line) => Object.fromEntries(line.map((cell, column) => [head?.[column], cell])))
  expect(records.map((record) => record.number)).toEqual(['2', '1'])
  expect(records[0]).toEqual({
    number: '2',
    code: 'ABC234',
    title: 'One, "two"',
    speakers: 'Ada Speaker 1',
    starts_at: '2027-10-17T11:00:00+02:00',
    ends_at: '2027-10-17T11:30:00+02:00',
    minutes: '30',
    room: 'Great Hall',
    track: 'Data plane',
    format: 'Talk (30 minutes)',
    level: 'intermediate',
    language: 'en',
    abstract: 'a\nb',
    url: 'https://lectern.example.org/events/meshcon-2027/sessions/ABC234',
  })
})
