import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categoryNamed, headingId, isSafeAddress, minutesToRead, pageNumber, yearNamed } from './rules'

test('English is read by words, Chinese by characters, and nothing takes less than a minute', () => {
  expect(minutesToRead('')).toBe(1)
  expect(minutesToRead('word '.repeat(2_200))).toBe(10)
  expect(minutesToRead('读'.repeat(4_000))).toBe(10)
  expect(minutesToRead(`${'word '.repeat(1_100)}${'读'.repeat(2_000)}`)).toBe(10)
})

test('a word with an apostrophe, a point or a hyphen is one word', () => {
  expect(minutesToRead('the company’s 2.6 self-service '.repeat(330))).toBe(6)
})

test.each([
  ['Why a neutral home', 'why-a-neutral-home'],
  ['What’s in `rbac.authorization.k8s.io`?', 'whats-in-rbac-authorization-k8s-io'],
  ['以 Distribution 为基础', '以-distribution-为基础'],
  ['不只是一个货架', '不只是一个货架'],
  ['Ünïcode', 'ünïcode'],
  ['…', 'part'],
])('the heading “%s” is called %s', (text, id) => {
  expect(headingId(text)).toBe(id)
})

test.each(['/blog', '/zh/blog/harbor', '#stars', 'https://example.org/a?b=c#d', 'mailto:hello@example.org'])(
  '%s may stand behind a link',
  (address) => expect(isSafeAddress(address)).toBe(true),
)

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  '//evil.example',
  '/\\evil.example',
  'https:evil',
  'relative/path',
  '',
])('%j may not', (address) => expect(isSafeAddress(address)).toBe(false))

test('what a browser would take for a script is never safe', () => {
  const scheme = fc.constantFrom('javascript:', 'JAVASCRIPT:', 'data:', 'vbscript:', 'file:', 'blob:')
  fc.assert(fc.property(scheme, fc.string(), (start, rest) => !isSafeAddress(start + rest)))
})

test('a page that is no number is the first', () => {
  expect([undefined, '', '0', '-1', '2e3', 'x', ['2', '3'], '12345'].map(pageNumber)).toEqual(Array(8).fill(1))
  expect(pageNumber('7')).toBe(7)
})

test('an address names a year and a kind of article, or nothing', () => {
  expect(['2018', '1999', '2100', '18', '02018', 'x'].map(yearNamed)).toEqual([2018, 1999, null, null, null, null])
  expect(['interview', 'gossip', undefined, ['call']].map(categoryNamed)).toEqual(['interview', null, null, null])
})
