import { expect, test } from 'vitest'
import { ProjectDetails } from '../schema'
import { matchFound } from './match'

const found = (name: string, key = name.toLowerCase()) => ({
  key,
  source: {
    ...{ name, tagline: null, homepage: null, repository: null, category: null, subcategory: null },
    ...{ details: ProjectDetails.parse({}), moves: [], aliases: [] },
  },
})

test('a project is known by its key before its name, and a new one gets the short name for its address', () => {
  const known = [
    { slug: 'tide', landscape: { key: 'tide' } },
    { slug: 'moor', landscape: null },
  ]
  const aliases = [{ key: 'moor', slug: 'moor' }]
  expect(matchFound([found('Flood', 'tide'), found('Moor'), found('Tide Table (TT)', 'tt')], known, aliases)).toEqual([
    ...['tide', 'moor', 'tide-table'],
  ])
})

test('no project is given twice, and none takes an address that is not for projects', () => {
  expect(matchFound([found('Tide', 'a'), found('Tide', 'b'), found('Timeline'), found('潮')], [], [])).toEqual([
    ...['tide', 'tide-2', 'timeline-2', 'project'],
  ])
})
