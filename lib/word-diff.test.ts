import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords } from './word-diff'

const text = fc
  .array(fc.oneof(fc.constantFrom('we', 'slept', 'well', ',', '如', '何', '\n\n', '🙂', 'e\u0301'), fc.string()), {
    maxLength: 30,
  })
  .map((words) => words.join(' '))

test('both texts can be read from the pieces, whatever they are', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = diffWords(before, after)
      const without = (kind: string) => pieces.flatMap((piece) => (piece.kind === kind ? [] : piece.text)).join('')
      expect(without('added')).toBe(before)
      expect(without('removed')).toBe(after)
      if (before === after) expect(pieces.every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})

test('one changed word is one word taken out and one put in', () => {
  expect(diffWords('We slept well.', 'We slept badly.')).toEqual([
    { kind: 'same', text: 'We slept ' },
    { kind: 'removed', text: 'well' },
    { kind: 'added', text: 'badly' },
    { kind: 'same', text: '.' },
  ])
})

test('Chinese is compared character by character', () => {
  expect(diffWords('我们睡得好', '我们睡得很好').filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'added', text: '很' },
  ])
})

test('two long texts with nothing in common end in an answer', () => {
  const long = (letter: string) => Array.from({ length: 9_000 }, (_, at) => `${letter}${at}`).join(' ')
  expect(diffWords(long('a'), long('b')).length).toBeGreaterThan(1)
})
