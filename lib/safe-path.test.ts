import { expect, test } from 'vitest'
import { safePath } from './safe-path'

test.each(['/', '/me', '/events/kubecon/submit?draft=1&a=b#title', '/search?q=//evil.example', '/zh/blog/%E4%BD%A0'])(
  '%j is a path of this site',
  (path) => {
    expect(safePath(path)).toBe(path)
  },
)

test.each([
  '',
  'me',
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/a\\..\\b',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  'javascript:alert(1)',
  '/\u0000',
  '/\u0085/evil.example',
  `/${'a'.repeat(2_000)}`,
  undefined,
  null,
  7,
  ['/me'],
])('%j leads home instead', (value) => {
  expect(safePath(value, '/home')).toBe('/home')
})

test.each(['/..//evil.example', '/.//evil.example', '/a/..//evil.example'])('%j leads to no other host', (value) => {
  const path = safePath(value)
  expect(new URL(path, 'https://lectern.example').host).toBe('lectern.example')
  expect(path).not.toMatch(/^\/[/\\]/)
})
