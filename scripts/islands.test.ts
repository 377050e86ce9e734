import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildIslands } from './islands'

test('the islands have hashed names that stay while they do; what documents load has all of them and weighs at most 12 kB', async () => {
  const root = mkdtempSync(join(tmpdir(), 'islands-'))
  for (const needed of ['islands', 'lib/i18n', 'tsconfig.json']) cpSync(needed, join(root, needed), { recursive: true })
  const addresses = await buildIslands(root)
  expect(await buildIslands(root)).toEqual(addresses)
  expect(JSON.parse(readFileSync(join(root, '.build/islands.json'), 'utf8'))).toEqual(addresses)
  const files = readdirSync(join(root, 'public/islands'))
  expect(files.map((file) => `/islands/${file}`).sort()).toEqual(Object.values(addresses).sort())
  for (const file of files) expect(file).toMatch(/^[a-z-]+\.[A-Z0-9]{8}\.js$/)
  const islands = readdirSync('islands').map((file) => file.replace('.ts', ''))
  const brought = [...readFileSync('islands/documents.ts', 'utf8').matchAll(/import '\.\/(.+)'/g)].map(
    ([, name]) => name,
  )
  expect(brought).toEqual(islands.filter((name) => name !== 'documents').sort())
  const weight = gzipSync(readFileSync(join(root, 'public', addresses.documents ?? ''))).length
  expect(weight).toBeGreaterThan(1_000)
  expect(weight).toBeLessThanOrEqual(12_000)
  rmSync(root, { recursive: true })
})
