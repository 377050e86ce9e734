import { expect, test } from 'vitest'
import { changedFields, headStampFor } from './translated-head'

const source = {
  title: 'A title',
  summary: 'A summary.',
  date: '2018-07-31',
  tags: ['one'],
  figures: [{ value: 3, unit: '%', label: 'of all', anchor: 'three' }],
  corrections: [],
}

test('nothing is flagged while the source says the same, in whatever order its fields are kept', () => {
  const kept = { ...source, figures: [{ anchor: 'three', label: 'of all', unit: '%', value: 3 }] }
  expect(changedFields(kept, headStampFor(source))).toEqual([])
  expect(changedFields({ ...source, date: '2019-01-01', tags: [] }, headStampFor(source))).toEqual([])
  const { corrections: _, ...without } = source
  expect(changedFields(without, headStampFor(source))).toEqual([])
})

test('a field that changed, came or went is flagged, and no other', () => {
  const stamp = headStampFor(source)
  expect(changedFields({ ...source, title: 'Another' }, stamp)).toEqual(['title'])
  expect(changedFields({ ...source, byline: 'By hand' }, stamp)).toEqual(['byline'])
  expect(changedFields({ ...source, figures: [] }, stamp)).toEqual(['figures'])
  expect(changedFields({ ...source, figures: [{ ...source.figures[0], value: 4 }] }, stamp)).toEqual(['figures'])
  expect(changedFields({ ...source, corrections: [{ on: '2019-01-01', text: 'x' }] }, stamp)).toEqual(['corrections'])
})

test('of what nobody has stamped nothing is known', () => {
  expect(changedFields(source, null)).toEqual([])
})
