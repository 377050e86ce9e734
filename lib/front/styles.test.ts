import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openAssets } from './assets'
import { joinStyles, partsOfStyles } from './styles'

const folder = mkdtempSync(join(tmpdir(), 'styles-'))
const chunks = join(folder, 'static/chunks')
mkdirSync(chunks, { recursive: true })
writeFileSync(join(chunks, 'aaaaaa1.css'), 'a{}')
writeFileSync(join(chunks, 'bbbbbb2.css'), 'b{}')
afterAll(() => rmSync(folder, { recursive: true }))

const assets = openAssets(folder, join(folder, 'public'), 1_000_000, {})

test('a joined address leads back to its parts', () => {
  const hrefs = ['/_next/static/chunks/bbbbbb2.css', '/_next/static/chunks/aaaaaa1.css']
  expect(partsOfStyles(joinStyles(hrefs) ?? '', ['/a.css', ...hrefs].sort())).toEqual(hrefs)
})

test('joined style sheets are the files one after the other, for good', async () => {
  const { headers, body } = await assets.get('/styles/bbbb+aaaa.css')
  expect(body?.identity.bytes.toString()).toBe('b{}\na{}\n')
  expect(headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' })
  expect(headers['cache-control']).toContain('immutable')
})

test.each([
  ['/styles/bbbb+cccc.css', 'a part that was not built'],
  ['/styles/aaaa+aaaa.css', 'the same twice'],
  ['/styles/.css', 'nothing'],
  ['/styles/..%2Fa.css', 'a way out'],
  [`/styles/${Array.from({ length: 41 }, (_, at) => `${1_000 + at}`).join('+')}.css`, 'too many'],
])('%s is not there: %s', (path) => {
  expect(assets.has(path)).toBe(false)
})
