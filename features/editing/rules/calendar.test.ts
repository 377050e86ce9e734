import { expect, test } from 'vitest'
import { monthAfter, monthOf, weeksOf } from './calendar'

test.each([
  ['2027-02', 4, '2027-02-01', '2027-02-28'],
  ['2026-11', 6, '2026-10-26', '2026-12-06'],
  ['2028-02', 5, '2028-01-31', '2028-03-05'],
])('%s takes %i weeks, from %s to %s', (month, count, first, last) => {
  const weeks = weeksOf(month)
  expect(weeks).toHaveLength(count)
  expect([weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([first, last])
})

test.each([
  ['2026-12', 1, '2027-01'],
  ['2027-01', -1, '2026-12'],
  ['2027-01', 25, '2029-02'],
])('%s and %i months: %s', (month, by, after) => {
  expect(monthAfter(month, by)).toBe(after)
})

test.each([undefined, '2027-13', '1-1', ['2027-01']])('%s is the month of today', (value) => {
  expect(monthOf(value, '2026-11-22')).toBe('2026-11')
})
