import { expect, test } from 'vitest'
import { distance, meantBy } from './spelling'

test.each([
  ['prometheus', 'prometheus', 0],
  ['promethues', 'prometheus', 1],
  ['prometeus', 'prometheus', 1],
  ['envoi', 'envoy', 1],
  ['', 'abc', 3],
])('%s lies %s by %i slips', (a, b, steps) => {
  expect(distance(a, b)).toBe(steps)
  expect(distance(b, a)).toBe(steps)
})

test('the nearest is meant, if it is near; short words are left alone', () => {
  expect(meantBy({ word: 'kubernets', near: ['kubeflow', 'kubernetes'] }, false)).toBe('kubernetes')
  expect(meantBy({ word: 'kubernets', near: ['kubeflow'] }, false)).toBeNull()
  expect(meantBy({ word: 'hel', near: ['helm'] }, false)).toBeNull()
})

test('a word being typed may be the beginning of what is meant', () => {
  expect(meantBy({ word: 'promteh', near: ['prometheus'] }, true)).toBe('prometheus')
  expect(meantBy({ word: 'promteh', near: ['prometheus'] }, false)).toBeNull()
})
