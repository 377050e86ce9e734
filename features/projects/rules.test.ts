import { expect, test } from 'vitest'
import { countByLevel, levelNamed, levelOn, movesSince } from './rules'

const harbor = [
  { level: 'sandbox', on: '2018-07-31' },
  { level: 'incubating', on: '2018-11-14' },
  { level: 'graduated', on: '2020-06-15' },
] as const

test('a project has the level of its latest move up to that day, and none before its first', () => {
  expect(levelOn(harbor, '2018-07-30')).toBeNull()
  expect(levelOn(harbor, '2018-07-31')).toBe('sandbox')
  expect(levelOn(harbor, '2020-06-14')).toBe('incubating')
  expect(levelOn([...harbor].reverse(), '2026-01-01')).toBe('graduated')
})

test('what came after a day is in order, without that day', () => {
  expect(movesSince([...harbor].reverse(), '2018-07-31').map(({ level }) => level)).toEqual(['incubating', 'graduated'])
})

test('levels are counted as of a day, and a level is read by its name', () => {
  const projects = [{ moves: harbor }, { moves: [{ level: 'sandbox' as const, on: '2018-08-01' }] }]
  expect(countByLevel(projects, '2019-01-01')).toEqual({ sandbox: 1, incubating: 1, graduated: 0, archived: 0 })
  expect(['graduated', 'nonsense', undefined, ['sandbox']].map(levelNamed)).toEqual(['graduated', null, null, null])
})
