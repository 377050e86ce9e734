import { expect, test } from 'vitest'
import { cutPage, openCursor, sealCursor } from './cursor'

test.each([[['20270101120000', 'ABC234']], [['', 'x']], [['“quoted”, 漢字 🎤', 'slug']]] as const)(
  '%j comes back from its cursor',
  (place) => {
    expect(openCursor(sealCursor(place))).toEqual(place)
    expect(sealCursor(place)).toMatch(/^[\w-]+$/)
  },
)

test.each([
  'nonsense',
  '',
  Buffer.from('["a"]').toString('base64url'),
  Buffer.from('["a",1]').toString('base64url'),
  Buffer.from('["a\\u0000","b"]').toString('base64url'),
  Buffer.from('{"0":"a"}').toString('base64url'),
])('%j is no cursor', (cursor) => {
  expect(openCursor(cursor)).toBeNull()
})

test('a page ends in a cursor only where more follows', () => {
  const placeOf = (row: number) => [String(row), 'x'] as const
  expect(cutPage([1, 2, 3], 2, placeOf)).toEqual({ items: [1, 2], next: sealCursor(['2', 'x']) })
  expect(cutPage([1, 2], 2, placeOf)).toEqual({ items: [1, 2], next: null })
  expect(cutPage([], 2, placeOf)).toEqual({ items: [], next: null })
})
