import { expect, test } from 'vitest'
import { numberOf, uuidOf } from './uuid'

test('a name has the UUID that the standard gives it', () => {
  // The example of RFC 9562, appendix A.4, and one in the URL namespace from Python's uuid module.
  expect(uuidOf('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  expect(uuidOf('https://example.org/slots/1')).toBe('2ffa879d-1098-5b6a-86ab-093902a459bb')
})

test('a name beyond ASCII is read as UTF-8', () => {
  expect(uuidOf('会议')).toBe('d88382d6-a8a1-5161-bb1f-fcc7354602b1')
})

test('a number of a name is positive, fits 31 bits and is its own', () => {
  const numbers = Array.from({ length: 2_000 }, (_, index) => numberOf(`room-${index}`))
  expect(Math.min(...numbers)).toBeGreaterThan(0)
  expect(Math.max(...numbers)).toBeLessThan(2 ** 31)
  expect(new Set(numbers).size).toBe(numbers.length)
})
