import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hueOf, initialsOf } from './avatar'
import files from './font-files.json'
import { shownPages } from './pagination'

test.each([
  ['Mina Okafor', 'MO'],
  ['ada van der lima', 'AL'],
  ['Cher', 'C'],
  ['王小明', '小明'],
  ['Ølve Berg', 'ØB'],
  ['', ''],
])('%s has the initials %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('a name keeps its hue', () => {
  expect(hueOf('Mina Okafor')).toBe(hueOf('Mina Okafor'))
  expect(hueOf('Mina Okafor')).not.toBe(hueOf('Jonas Weiß'))
})

test.each([
  [1, 1, [1]],
  [1, 12, [1, 2, null, 12]],
  [6, 12, [1, null, 5, 6, 7, null, 12]],
  [3, 5, [1, 2, 3, 4, 5]],
  [12, 12, [1, null, 11, 12]],
])('page %i of %i shows its ends and neighbours, and never a gap of one', (page, pages, shown) => {
  expect(shownPages(page, pages)).toEqual(shown)
})

test('every font that the style sheet or a preload names is there', () => {
  const css = readFileSync(new URL('../app/styles/fonts.css', import.meta.url), 'utf8')
  const named = [...css.matchAll(/url\("(.+?)"\)/g)].map(([, url]) => url ?? '')
  expect(named.toSorted()).toEqual(Object.values(files).toSorted())
  for (const file of named) expect(existsSync(new URL(`../public${file}`, import.meta.url)), file).toBe(true)
})
