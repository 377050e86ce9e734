import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignTranslation, blockHash, isOutdated, OWN } from './translation'

const text = fc.uniqueArray(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 30 })
const hashes = (numbers: number[]) => numbers.map((number) => blockHash(String(number)))
const states = (source: string[], stamped: string[]) => alignTranslation(source, stamped).map(({ state }) => state)
const fresh = 'ffffffff'
const anyHash = fc.constantFrom('a', 'b', 'c', 'd', OWN)

test('every block of either side has exactly one place, in the order of the source', () => {
  fc.assert(
    fc.property(fc.array(anyHash), fc.array(anyHash), (all, stamped) => {
      const source = all.filter((hash) => hash !== OWN)
      const pairs = alignTranslation(source, stamped)
      const places = (side: 'source' | 'target') => pairs.flatMap((pair) => pair[side] ?? [])
      expect(places('source')).toEqual(source.map((_, at) => at))
      expect(places('target').sort((a, b) => a - b)).toEqual(stamped.map((_, at) => at))
      for (const pair of pairs) {
        if (pair.state === 'same') expect(stamped[pair.target]).toBe(source[pair.source])
        if (pair.state === 'own') expect(stamped[pair.target]).toBe(OWN)
        if (pair.state === 'changed') expect(stamped[pair.target]).not.toBe(source[pair.source])
      }
    }),
  )
})

test('nothing is flagged while the source stays as it was, or only changes its order', () => {
  fc.assert(
    fc.property(text, fc.func(fc.integer()), (numbers, order) => {
      const stamped = hashes(numbers)
      const shuffled = numbers.toSorted((a, b) => order(a) - order(b))
      expect(isOutdated(alignTranslation(stamped, stamped))).toBe(false)
      expect(isOutdated(alignTranslation(hashes(shuffled), stamped))).toBe(false)
    }),
  )
})

test('one changed block is flagged, there and nowhere else', () => {
  fc.assert(
    fc.property(text, fc.nat(), (numbers, n) => {
      const [stamped, at] = [hashes(numbers), n % numbers.length]
      const pairs = alignTranslation(stamped.with(at, fresh), stamped)
      expect(pairs.filter(({ state }) => state !== 'same')).toEqual([{ state: 'changed', source: at, target: at }])
    }),
  )
})

test('one block more in the source is untranslated, one block less has left its translation behind', () => {
  fc.assert(
    fc.property(text, fc.nat(), (numbers, n) => {
      const [stamped, at] = [hashes(numbers), n % numbers.length]
      const more = alignTranslation(stamped.toSpliced(at, 0, fresh), stamped)
      expect(more.filter(({ state }) => state !== 'same')).toEqual([{ state: 'new', source: at, target: null }])
      const less = alignTranslation(stamped.toSpliced(at, 1), stamped)
      expect(less.filter(({ state }) => state !== 'same')).toEqual([{ state: 'gone', source: null, target: at }])
    }),
  )
})

test('blocks of equal words are told apart by their neighbours, and the translator’s own are left alone', () => {
  expect(states(['a', 'r', 'b', 'r', 'c'], ['a', 'r', 'x', 'r', 'c'])).toEqual([
    'same',
    'same',
    'changed',
    'same',
    'same',
  ])
  expect(states(['a', 'b'], ['a', OWN, 'b'])).toEqual(['same', 'own', 'same'])
  expect(isOutdated(alignTranslation(['a', 'b'], [OWN, 'a', 'b']))).toBe(false)
})

test('spaces at the ends of lines make no difference, words do', () => {
  expect(blockHash('one  \ntwo\n\n')).toBe(blockHash('one\ntwo'))
  expect(blockHash('one\r\ntwo')).toBe(blockHash('one\ntwo'))
  expect(blockHash('one two')).not.toBe(blockHash('one  two'))
  expect(blockHash('')).toMatch(/^[0-9a-f]{8}$/)
})
