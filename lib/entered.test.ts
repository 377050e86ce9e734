import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enteredForm, enteredJson, isAskable, noText } from './entered'
import { enteredText, isStorable, setApart, tameText } from './text'

const any = fc.string({ unit: 'binary', maxLength: 80 })

describe('a text on its way in', () => {
  test.each([
    ['a zero width space', '\u200B\u200B'],
    ['a joiner and a soft hyphen', '\u200D\u00AD\u2060\uFEFF'],
    ['a Hangul filler', '\u3164\u115F\uFFA0'],
    ['a blank Braille pattern', '\u2800'],
    ['marks on nothing', '\u0301\u0334'],
    ['spaces of every width', ' \u00A0\u2003\u3000\t\n'],
    ['an override and its end', '\u202E\u202C'],
  ])('that is %s is nothing', (_, text) => {
    expect(enteredText(text)).toBe('')
  })

  test.each([
    '👩🏽‍🚀 in 𠮷野家, שלום and مرحبا',
    'e\u0301 ạ̈ नमस्ते ไทยนี้ བོད་',
    '🏳️‍🌈',
    '—',
    'two\nlines\tand a tab',
    'می\u200Cخواهم \u200Fvery\u200E',
    `w${'o'.repeat(400)}rd`,
  ])('%s stays as it is', (text) => {
    expect(enteredText(text)).toBe(text)
  })

  test('whatever it is, what comes out can be stored, and going in again it is the same', () => {
    fc.assert(
      fc.property(any, (text) => {
        const entered = enteredText(text)
        expect(isStorable(entered)).toBe(true)
        expect(enteredText(entered)).toBe(entered)
        expect([tameText(text), '']).toContain(entered)
      }),
    )
  })
})

test('a form comes out with the same fields in the same order, cleaned, and its files untouched', async () => {
  const form = new FormData()
  form.append('title', 'A\u0000B\r\nC')
  form.append('tag', 'one')
  form.append('tag', '\u200B')
  form.append('bad\u0000name', 'x')
  form.append('file', new File(['\u0000'], 'a.pdf'))
  const entered = [...enteredForm(form)]
  expect(entered.slice(0, 3)).toEqual([
    ['title', 'AB\nC'],
    ['tag', 'one'],
    ['tag', ''],
  ])
  expect(entered.map(([name]) => name)).toEqual(['title', 'tag', 'tag', 'file'])
  const [, file] = entered[3] ?? []
  expect(file instanceof File && (await file.text())).toBe('\u0000')
})

test('JSON comes out in the same shape, and where it holds no text is said', () => {
  expect(enteredJson({ a: ['\u202Ex', 1, null, { b: '\u200B' }] })).toEqual({ a: ['x', 1, null, { b: '' }] })
  expect(noText({ a: ['x', { 'b/c': 'y\u0000' }] })).toBe('/a/1/b~1c')
  expect(noText({ a: '\uD800' })).toBe('/a')
  expect(noText({ a: [1, null, true, '𠮷'] })).toBeNull()
})

test.each<[unknown, boolean]>([
  ['x', true],
  ['\u0000', false],
  [{ current: { code: '\uDC00' } }, false],
  [[1, 2_147_483_647], true],
  [2_147_483_648, false],
  [Number.NaN, false],
  [null, true],
])('%j can be asked of the database: %s', (value, is) => {
  expect(isAskable(value)).toBe(is)
})

test('a name that runs from right to left is set apart, and no other', () => {
  expect(setApart('שלום')).toBe('\u2068שלום\u2069')
  expect(setApart('Ada 𠮷')).toBe('Ada 𠮷')
})
