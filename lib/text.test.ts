import { expect, test } from 'vitest'
import { oneLine, plainText } from './text'

test('what XML forbids goes, and nothing else does', () => {
  expect(plainText('a\u0000b\u0008c\u001fd\u007fe\ufffef\ud800g')).toBe('abcdefg')
  expect(plainText('tab\t, 换行\r\n😀 👩‍🚀 e\u0301\rend')).toBe('tab\t, 换行\n😀 👩‍🚀 e\u0301\nend')
})

test('a title stays on one line', () => {
  expect(oneLine('  A\r\n\ttitle\u2028here ')).toBe('A title here')
})
