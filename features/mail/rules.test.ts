import { expect, test } from 'vitest'
import { recipient, waitAfterFailure } from './rules'

test('each failure waits longer than the one before, up to an hour, and the tenth is the last', () => {
  const error = new Error('no')
  const waits = Array.from({ length: 10 }, (_, index) => waitAfterFailure(index + 1, error))
  expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, null])
})

test.each([
  [{ code: 'EENVELOPE', responseCode: 550 }, null],
  [{ code: 'EMESSAGE', responseCode: 554 }, null],
  [{ code: 'EENVELOPE', responseCode: 450 }, 30],
  [{ code: 'EAUTH', responseCode: 535 }, 30],
  [{ code: 'ESOCKET' }, 30],
])('after %j it waits %j seconds', (facts, wait) => {
  expect(waitAfterFailure(1, Object.assign(new Error('no'), facts))).toBe(wait)
})

test.each([
  ['ada@example.org', { name: '', address: 'ada@example.org' }],
  ['Ada 🚀 Lovelace <ada@example.org>', { name: 'Ada 🚀 Lovelace', address: 'ada@example.org' }],
  ['张伟 <zhang@example.org>', { name: '张伟', address: 'zhang@example.org' }],
])('%j is one address', (to, expected) => {
  expect(recipient(to)).toEqual(expected)
})

test.each([
  'ada@example.org, eve@example.org',
  'ada@example.org\r\nBcc: eve@example.org',
  'Ada <ada@example.org>, Eve <eve@example.org>',
  'Ada <ada@example.org> <eve@example.org>',
  'nobody',
  '',
])('%j is refused for good', (to) => {
  expect(() => recipient(to)).toThrow(/Not one address/)
})
