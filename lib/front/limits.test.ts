import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FILE_BYTES } from '@/lib/files'
import { serving } from '@/tests/front'
import { MOST_BODY } from './limits'

const serve = serving()
const tooMuch = { 'content-length': String(MOST_BODY + 1), connection: 'close' }

test('a body that says it is larger than anything is turned away unread, each reader in their own way', async () => {
  const { get, asked } = await serve(() => ({ body: 'taken' }))
  const page = await get('/me', tooMuch, 'POST')
  expect([page.status, page.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8'])
  expect(page.text).toContain('A file has 5 MB at most')
  const program = await get('/api/v1/events', tooMuch, 'POST')
  expect([program.status, program.headers['content-type']]).toEqual([413, 'application/problem+json'])
  expect(JSON.parse(program.text)).toMatchObject({ type: '/problems/too-large', status: 413 })
  expect(asked).toEqual([])
  expect((await get('/me', {}, 'POST')).text).toBe('taken')
})

test('a zero character in a query is turned away before any page reads it; the API says so itself', async () => {
  const { get, asked } = await serve(() => ({ body: 'read' }))
  expect((await get('/me?done=%00')).status).toBe(400)
  expect((await get('/search?q=a%00b')).status).toBe(400)
  expect(asked).toEqual([])
  expect((await get('/api/session?q=%00')).text).toBe('read')
})

test('two files and their form are within it, and forms end where the front does', () => {
  expect(MOST_BODY).toBeGreaterThan(2 * FILE_BYTES + 100_000)
  expect(readFileSync('next.config.js', 'utf8')).toContain(`bodySizeLimit: '${MOST_BODY / 1024 / 1024}mb'`)
})
