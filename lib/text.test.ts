import { expect, test } from 'vitest'
import { asciiSlug, oneLine, plainText } from './text'

test('what XML forbids goes, and nothing else does', () => {
  expect(plainText('a\u0000b\u0008c\u001fd\u007fe\ufffef\ud800g')).toBe('abcdefg')
  expect(plainText('tab\t, 换行\r\n😀 👩‍🚀 e\u0301\rend')).toBe('tab\t, 换行\n😀 👩‍🚀 e\u0301\nend')
})

test('a title stays on one line', () => {
  expect(oneLine('  A\r\n\ttitle\u2028here ')).toBe('A title here')
})

test.each([
  ['Größe, naïve & “quoted”', 'grosse-naive-quoted'],
  ['Don’t panic!', 'dont-panic'],
  ['云原生入门', ''],
  ['🎉', ''],
  ['--a--', 'a'],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
])('%s has the slug %s', (title, slug) => {
  expect(asciiSlug(title)).toBe(slug)
})
