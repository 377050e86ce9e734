import { expect, test } from 'vitest'
import { networkOf } from './rate-limit'

test.each([
  [null, ''],
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['1.2.3.4, 203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%j comes from %j', (header, network) => {
  expect(networkOf(header)).toBe(network)
})
