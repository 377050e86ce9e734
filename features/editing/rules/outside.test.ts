import { expect, test } from 'vitest'
import type { LinkResult } from '../schema'
import { outsideAddress, outsideFinding } from './outside'

test.each([
  ['https://Example.org/a?b=1#c', 'https://example.org/a?b=1'],
  ['http://example.org', 'http://example.org/'],
  ['/blog/a', null],
  ['#part', null],
  ['mailto:a@example.org', null],
  ['https://', null],
  ['https://user:word@example.org/', null],
  ['https://user@example.org/', null],
  ['https://:word@example.org/', null],
])('%s is asked for as %s', (link, address) => {
  expect(outsideAddress(link)).toBe(address)
})

const checkedAt = new Date('2026-11-02T10:00:00Z')
const told = (result: Partial<LinkResult>) => {
  const finding = outsideFinding('https://example.org/a', { status: null, problem: null, checkedAt, ...result })
  return finding && `${finding.weight} ${finding.reason}`
}

test.each<[Partial<LinkResult>, string]>([
  [{ status: 404 }, 'broken https://example.org/a is gone: it answered 404 on 2026-11-02.'],
  [{ status: 410 }, 'broken https://example.org/a is gone: it answered 410 on 2026-11-02.'],
  [{ problem: 'no-such-host' }, 'broken https://example.org/a is gone: there was no such host on 2026-11-02.'],
  [{ status: 503 }, 'check https://example.org/a answered 503 on 2026-11-02.'],
  [{ status: 400 }, 'check https://example.org/a answered 400 on 2026-11-02.'],
  [{ problem: 'timeout' }, 'check https://example.org/a did not answer in time on 2026-11-02.'],
])('of %j it says: %s', (result, expected) => {
  expect(told(result)).toBe(expected)
})

test.each([200, 204, 301, 399, 401, 403, 405, 406, 429, 451, 999])('%i is no finding', (status) => {
  expect(told({ status })).toBeNull()
})

test('of what nobody has asked nothing is said', () => {
  expect(outsideFinding('https://example.org/a', undefined)).toBeNull()
})
