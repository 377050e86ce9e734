import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chosenOf, countFacets, fitting } from './facets'

type Thing = { color: string; tags: string[]; n: number }
const facets = { color: ({ color }: Thing) => [color], tag: ({ tags }: Thing) => tags }
const word = fc.constantFrom('a', 'b', 'c')
const things = fc.array(fc.record({ color: word, tags: fc.uniqueArray(word), n: fc.nat(5) }))
const choice = fc.record({ color: word, tag: word }, { requiredKeys: [] })

test('a count says how many things are left when its value is chosen', () => {
  fc.assert(
    fc.property(things, choice, (all, chosen) => {
      const counts = countFacets(all, facets, chosen)
      for (const name of ['color', 'tag'] as const) {
        for (const value of ['a', 'b', 'c']) {
          expect(counts[name].get(value) ?? 0).toBe(fitting(all, facets, { ...chosen, [name]: value }).length)
        }
      }
    }),
  )
})

test('an entry that stands for several counts as several', () => {
  const all = [
    { color: 'a', tags: [], n: 3 },
    { color: 'a', tags: ['b'], n: 2 },
  ]
  expect(countFacets(all, facets, { tag: 'b' }, ({ n }) => n).color).toEqual(new Map([['a', 2]]))
  expect(countFacets(all, facets, {}, ({ n }) => n).color).toEqual(new Map([['a', 5]]))
})

test('of an address only what names a filter and is not empty is a choice', () => {
  expect(chosenOf(['color', 'tag'], { color: 'a', tag: '', other: 'x' })).toEqual({ color: 'a' })
  expect(chosenOf(['color'], { color: ['a', 'b'] })).toEqual({})
})
