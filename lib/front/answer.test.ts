import { expect, test } from 'vitest'
import { isMatch, isUnchangedSince } from './answer'
import { negotiate, pack } from './pack'

test.each([
  [undefined, false],
  ['"a-br"', true],
  ['W/"a-br"', true],
  ['"x", "a-br"', true],
  ['"x",W/"a-br" , "y"', true],
  ['*', true],
  [' * ', true],
  ['"a"', false],
  ['"a-gz"', false],
  ['a-br', false],
  ['"x*"', false],
  ['', false],
])('If-None-Match %s against "a-br": %s', (condition, expected) => {
  expect(isMatch(condition, '"a-br"')).toBe(expected)
})

const modified = 'Sun, 22 Nov 2026 10:20:25 GMT'

test.each([
  [undefined, false],
  [modified, true],
  ['Sun, 22 Nov 2026 10:20:26 GMT', true],
  ['Sun, 22 Nov 2026 10:20:24 GMT', false],
  ['2026-11-22T10:20:26Z', false],
  ['tomorrow', false],
])('If-Modified-Since %s of what changed at 10:20:25: %s', (condition, expected) => {
  expect(isUnchangedSince(condition, modified)).toBe(expected)
  expect(isUnchangedSince(condition, undefined)).toBe(false)
})

const long = Buffer.from('<p>Lectern</p>'.repeat(100))

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.1, gzip;q=0.9', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0.5, identity', 'identity'],
  ['deflate, zstd', 'identity'],
])('Accept-Encoding %s gets %s', async (accept, expected) => {
  expect(negotiate(accept, await pack(long, 'text/html'))).toBe(expected)
})

test('each encoding has a tag of its own, and pictures are left alone', async () => {
  const { br, gzip, identity } = await pack(long, 'text/html; charset=utf-8')
  expect(new Set([br?.etag, gzip?.etag, identity.etag]).size).toBe(3)
  expect(Object.keys(await pack(long, 'image/png'))).toEqual(['identity'])
})
