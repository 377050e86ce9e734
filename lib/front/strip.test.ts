import { expect, test } from 'vitest'
import { strip } from './strip'

const page = [
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
  '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>',
  '<link rel="preload" href="/fonts/serif.woff2" as="font" crossorigin=""/>',
  '[<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>]',
  '[<link rel="modulepreload" href="/_next/static/chunks/b.js"/>]',
  '[<script src="/_next/static/chunks/a.js" async=""></script>]',
  '<title>A &amp; B</title><script src="/theme.js"></script>',
  '<script type="speculationrules">{"prefetch":[{"source":"document"}]}</script>',
  '</head><body>',
  '[<div hidden=""><!--$--><!--/$--></div>]',
  '<!--$--><p>Post <!-- -->1</p><!--/$-->',
  '<script type="application/ld+json">{"name":"</scrip"}</script>',
  '<script src="/islands/menu.abc.js" type="module"></script>',
  '[<script>requestAnimationFrame(function(){$RT=performance.now()});</script>]',
  '[<script id="_R_">(globalThis["TURBOPACK"]||[]).push({})</script>]',
  '[<script>self.__next_f.push([1,"<script>"])</script>]',
  '</body></html>',
]
const isCut = (part: string) => part.startsWith('[')
const sent = page.map((part) => (isCut(part) ? part.slice(1, -1) : part)).join('')

test('the framework’s scripts go and every other byte stays', () => {
  expect(strip(sent)).toBe(page.filter((part) => !isCut(part)).join(''))
})

test('a stripped page is its own stripped page', () => {
  const once = strip(sent) ?? ''
  expect(strip(once)).toBe(once)
})

test('several style sheets are asked for as one, in their order and in the first one’s place', () => {
  const sheet = (href: string) => `<link rel="stylesheet" href="${href}" data-precedence="next"/>`
  const own = (name: string) => sheet(`/_next/static/chunks/${name}.css`)
  expect(strip(`<html><head>${own('bbbbbb1')}<title>A</title>${own('a-0_1~2')}</head><body></body></html>`)).toBe(
    '<html><head><link rel="stylesheet" href="/styles/bbbb+a-0_.css"/><title>A</title></head><body></body></html>',
  )
  const strange = `<html><head>${own('bbbbbb1')}${sheet('/_next/elsewhere.css')}</head><body></body></html>`
  expect(strip(strange)).toBe(strange)
})

test.each([
  ['pending', '<p><!--$?--><template id="B:0"></template>wait<!--/$--></p>'],
  ['failed', '<p><!--$!--><template data-dgst="42"></template>wait<!--/$--></p>'],
  ['failed beneath the root', '<html id="__next_error__"><head></head></html>'],
  ['pending where late parts go', '<div hidden=""><!--$?--><!--/$--></div>'],
  ['pending inside a template', '<template><!--$?--></template>'],
])('a page with a %s part is not whole', (_name, html) => {
  expect(strip(html)).toBeNull()
})

test('text that looks like a script stays text', () => {
  const html =
    '<pre>&lt;script src="/_next/static/a.js"&gt;</pre><textarea><script src="/_next/static/a.js"></script></textarea>'
  expect(strip(html)).toBe(html)
})
