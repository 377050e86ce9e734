import { afterEach, expect, test } from 'vitest'
import { aFront, type Served } from './testing'

let served: Served | null = null
afterEach(async () => {
  await served?.close()
  served = null
})

async function serve(countQuestion: (from: string | null) => Promise<number>): Promise<Served> {
  served = await aFront((url) => ({ body: `<!DOCTYPE html><html><body>${url}</body></html>` }), { countQuestion })
  return served
}

test.each([
  ['a question', '/search?q=helm', {}],
  ['one in Chinese', '/zh/search?q=helm', {}],
  ['one behind a token', '/search?q=helm', { authorization: 'Bearer x' }],
  ['one behind a preview', '/search?preview=1&q=helm', {}],
  ['one with its name in disguise', '/search?%71=helm', {}],
  ['one to a list', '/projects?q=helm', {}],
])('%s from a network that asks too often waits, and nobody else does', async (_name, path, headers) => {
  const counted: (string | null)[] = []
  const countQuestion = async (from: string | null) => {
    counted.push(from)
    return from === '203.0.113.9' ? 42 : 0
  }
  const { get, asked, front } = await serve(countQuestion)
  const often = { ...headers, 'x-forwarded-for': '203.0.113.9' }
  const refused = await get(path, often)
  expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '42', 'cache-control': 'no-store' } })
  expect(refused.text).toContain(path.startsWith('/zh') ? '过于频繁' : 'Too many questions')
  expect(await get(path, often, 'POST')).toMatchObject({ status: 429 })
  expect(asked).toHaveLength(0)
  expect(await get(path, { ...headers, 'x-forwarded-for': '203.0.113.10' })).toMatchObject({ status: 200 })
  const plain = { 'x-forwarded-for': '203.0.113.9' }
  expect(await get('/blog/a', plain)).toMatchObject({ status: 200 })
  expect(await get('/search', plain)).toMatchObject({ status: 200 })
  expect(counted).toEqual(['203.0.113.9', '203.0.113.9', '203.0.113.10'])
  expect(front.store.count).toBe(1)
})

test('where nobody can count, a question is asked all the same', async () => {
  const countQuestion = () => Promise.reject(new Error('no database'))
  const { get } = await serve(countQuestion)
  expect(await get('/search?q=helm')).toMatchObject({ status: 200 })
})
