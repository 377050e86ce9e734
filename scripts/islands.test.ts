import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildIslands } from './islands'

test('the islands have hashed names that stay while they do, and weigh at most 12 kB together', async () => {
  const root = mkdtempSync(join(tmpdir(), 'islands-'))
  cpSync('islands', join(root, 'islands'), { recursive: true })
  const addresses = await buildIslands(root)
  expect(await buildIslands(root)).toEqual(addresses)
  expect(JSON.parse(readFileSync(join(root, '.build/islands.json'), 'utf8'))).toEqual(addresses)
  const files = readdirSync(join(root, 'public/islands'))
  expect(files.map((file) => `/islands/${file}`).sort()).toEqual(Object.values(addresses).sort())
  for (const file of files) expect(file).toMatch(/^[a-z-]+\.[A-Z0-9]{8}\.js$/)
  const weight = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(root, 'public/islands', file))).length, 0)
  expect(weight).toBeGreaterThan(0)
  expect(weight).toBeLessThanOrEqual(12_000)
  rmSync(root, { recursive: true })
})
