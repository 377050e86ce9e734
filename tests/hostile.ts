import { expect } from 'vitest'
import { db } from '@/lib/db'

/** Found again in whatever row it was written to. */
const MARK = 'Quillmark'
const HEAD = `${MARK} gnp 🧑🏽‍🚀 𠮷野家 שלום Z\u0301\u0334\u0338\u0301lgo`

/**
 * A bell, a turned reading order, an emoji of four, Chinese of four bytes, Hebrew, a stack of marks, a line ended as
 * browsers end it.
 */
export const HOSTILE = `${MARK}\u0007 \u202Egnp 🧑🏽‍🚀 𠮷野家 שלום Z\u0301\u0334\u0338\u0301\u0334\u0338\u0301lgo\r\nend`
/** Nothing to be seen. */
export const UNSEEN = '\u200B\u2060\u3164'
/** What no database of ours can hold. */
export const UNSTORABLE = ['zero \u0000 character', 'half \uD83E of one']

/** Days and times that there are not, or that no calendar has; all are refused wherever a day or a moment is meant. */
export const NO_DATES = ['2027-02-30', '0000-01-01', '10000-01-01', 'soon']
/** The same with a time, on a clock in Berlin: the first is skipped in spring. */
export const NO_MOMENTS = [
  '2027-03-28T02:30',
  '2027-02-30T10:00',
  '0000-01-01T00:00',
  '10000-01-01T00:00',
  '275761-01-01T00:00',
  'soon',
]
/** On a clock in Berlin twice. */
export const TWICE = '2027-10-31T02:30'

/** What nothing that was entered holds any more. */
const LEFT_OVER = ['\u0007', '\u202E', '\u200B', '\u2060', '\u3164', '\r']

/** Every row in which what was sent has come to stand; that it stands there as it is cleaned once, and all of it. */
export async function expectKeptAsCleaned(what: string): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'idempotent_answer'`
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, t::text as row from "${name}" t where t::text like '%${MARK}%' or t::text like '%${UNSEEN}%'`,
  )
  const rows = await db.$queryRawUnsafe<{ name: string; row: string }[]>(parts.join(' union all '))
  for (const { name, row } of rows) {
    if (row.includes(MARK)) expect(row.includes(HEAD), `${what} wrote into ${name}: ${row}`).toBe(true)
    expect(
      LEFT_OVER.some((mark) => row.includes(mark)),
      `${what} wrote into ${name}: ${row}`,
    ).toBe(false)
  }
}
