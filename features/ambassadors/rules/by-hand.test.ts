import { expect, test } from 'vitest'
import type { Term } from '../rules'
import { movesOf, refuseEnd, refuseTerm } from './by-hand'

const term = (startsOn: string | null, endsOn: string | null, isPast = false): Term => ({ startsOn, endsOn, isPast })
const today = '2026-11-22'

test.each([
  ['two years from today', ['2026-11-22', '2028-11-21'], [], null],
  ['one day', ['2026-11-22', '2026-11-22'], [], null],
  ['years that are long over', ['2017-01-01', '2018-12-31'], [], null],
  ['an end before its beginning', ['2026-11-22', '2026-11-21'], [], 'ends-before-it-starts'],
  ['five years and not a day more', ['2026-11-22', '2031-11-25'], [], null],
  ['five years and a day', ['2026-11-22', '2031-11-26'], [], 'too-long'],
  ['the last beginning that may be known today', ['2027-11-23', '2027-11-23'], [], null],
  ['the day after that', ['2027-11-24', '2027-11-24'], [], 'too-far-ahead'],
  ['an end in another century', ['2026-11-22', '2126-11-22'], [], 'too-long'],
  ['a beginning in two years', ['2028-11-22', '2030-11-21'], [], 'too-far-ahead'],
  ['the last day of another term', ['2026-11-22', '2028-11-21'], [term('2024-11-23', '2026-11-22')], 'overlap'],
  ['the day after another term', ['2026-11-23', '2028-11-22'], [term('2024-11-23', '2026-11-22')], null],
  ['the first day of another term', ['2024-01-01', '2026-01-01'], [term('2026-01-01', '2027-12-31')], 'overlap'],
  ['another term within', ['2024-01-01', '2026-01-01'], [term('2025-01-01', '2025-02-01')], 'overlap'],
  ['one that began nobody knows when', ['2019-01-01', '2020-12-31'], [term(null, '2027-01-01')], 'overlap'],
  ['one of which only that it is over is known', ['2026-11-22', '2028-11-21'], [term(null, null, true)], null],
] as const)('a term over %s', (_, [startsOn, endsOn], others, refusal) => {
  const facts = { actorId: 'ada', personId: 'bea', others: [...others], today }
  expect(refuseTerm({ startsOn, endsOn }, facts)).toBe(refusal)
})

test('nobody appoints themselves, whatever else is right', () => {
  const days = { startsOn: today, endsOn: '2028-11-21' }
  expect(refuseTerm(days, { actorId: 'ada', personId: 'ada', others: [], today })).toBe('own')
  expect(refuseEnd(term(today, '2028-11-21'), today, true)).toBe('own')
})

test.each([
  ['its first day', '2026-01-01', null],
  ['the day before its first', '2025-12-31', 'before-it-starts'],
  ['the day before its last', '2027-12-30', null],
  ['the last day that it has', '2027-12-31', 'not-earlier'],
])('a term ended with %s', (_, day, refusal) => {
  expect(refuseEnd(term('2026-01-01', '2027-12-31'), day, false)).toBe(refusal)
})

test('a term of no days has none to end with', () => {
  expect(refuseEnd(term(null, null, true), today, false)).toBe('no-days')
})

test.each([
  ['one in its midst', term('2026-01-01', '2027-12-31'), { canEnd: true, canTakeBack: false }],
  ['one that began today', term(today, '2028-11-21'), { canEnd: true, canTakeBack: true }],
  ['one that began yesterday', term('2026-11-21', '2028-11-20'), { canEnd: true, canTakeBack: true }],
  ['one that began the day before', term('2026-11-20', '2028-11-19'), { canEnd: true, canTakeBack: false }],
  ['one that ends today', term('2024-11-23', today), { canEnd: true, canTakeBack: false }],
  ['one of today alone', term(today, today), { canEnd: false, canTakeBack: true }],
  ['one to come', term('2026-12-01', '2028-11-30'), { canEnd: false, canTakeBack: true }],
  ['one that is over', term('2024-01-01', '2026-11-21'), { canEnd: false, canTakeBack: false }],
  ['one of no days', term(null, null, true), { canEnd: false, canTakeBack: false }],
])('what can be done with %s', (_, each, moves) => {
  expect(movesOf(each, today)).toEqual(moves)
})
