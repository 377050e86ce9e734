import { expect, test } from 'vitest'
import { askedOf, grouped, queryOf, select, yearsBetween, yearsFrom } from './view'

const time = { start: '2016-03-10', today: '2026-11-22' }
const asked = (parameters = {}) => askedOf(parameters, time)
const project = (
  name: string,
  moves: ['sandbox' | 'incubating' | 'graduated', string][],
  category: string | null = 'Runtime',
) => ({
  ...{ name, tagline: `${name} does`, category, subcategory: null, aliases: [] },
  moves: moves.map(([level, on]) => ({ level, on })),
})
const all = [
  project('Tide', [
    ['sandbox', '2017-01-01'],
    ['graduated', '2020-01-01'],
  ]),
  project('Moor', [['incubating', '2019-05-05']], null),
  project('dune', [['sandbox', '2018-01-01']]),
]
const names = (parameters: object) => select(all, asked(parameters), time.today).shown.map(({ name }) => name)

test('an address says what is shown, and whatever it does not know goes without saying', () => {
  const query = '?category=runtime&level=sandbox&on=2018-08-31&q=tide+x&sort=date&view=table'
  expect(queryOf(asked(Object.fromEntries(new URLSearchParams(query))))).toBe(query)
  expect(queryOf(asked({ view: 'nonsense', sort: 'name', on: '2018-02-30', level: ['x'] }))).toBe('')
  expect(queryOf(asked({ on: '2015-01-01' }))).toBe('')
  expect(queryOf(asked({ on: time.today }))).toBe('')
})

test('projects are found by level, category and words, on any day', () => {
  expect(names({})).toEqual(['dune', 'Moor', 'Tide'])
  expect(names({ sort: 'level' })).toEqual(['Tide', 'Moor', 'dune'])
  expect(names({ sort: 'date' })).toEqual(['Moor', 'dune', 'Tide'])
  expect(names({ level: 'sandbox' })).toEqual(['dune'])
  expect(names({ level: 'sandbox', on: '2018-08-31' })).toEqual(['dune', 'Tide'])
  expect(names({ category: 'none' })).toEqual(['Moor'])
  expect(names({ q: 'TIDE does' })).toEqual(['Tide'])
})

test('each level says how many it would leave of what the other filters leave', () => {
  expect(select(all, asked({ level: 'graduated', category: 'runtime' }), time.today)).toMatchObject({
    ...{ found: 2, counts: { graduated: 1, sandbox: 1, incubating: 0 } },
  })
})

test('what has no category comes last', () => {
  expect(grouped(all).map(({ category, count }) => [category, count])).toEqual([
    ['Runtime', 2],
    [null, 1],
  ])
})

test('years are whole ones', () => {
  expect([yearsFrom('2020-02-29', -1), yearsFrom('2019-02-28', 1)]).toEqual(['2019-02-28', '2020-02-28'])
  expect([yearsBetween('2018-07-31', '2026-07-30'), yearsBetween('2018-07-31', '2026-07-31')]).toEqual([7, 8])
})
