import { expect, test } from 'vitest'
import { matches } from './command-option'

test('all words must be found, in any order and any case', () => {
  expect(matches('okafor mina', ['Mina Okafor', 'Speaker'])).toBe(1)
  expect(matches('mina reviewer', ['Mina Okafor', 'Speaker'])).toBe(0)
})

test('letters scattered over a name do not count', () => {
  expect(matches('pa', ['Mina Okafor', 'Prague'])).toBe(0)
})

test('nothing typed fits everything', () => {
  expect(matches('', ['Mina Okafor'])).toBe(1)
})
