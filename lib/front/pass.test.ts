import { expect, test } from 'vitest'
import { serving } from '@/tests/front'

const serve = serving()

test('what is an app page’s stays its reader’s', async () => {
  const { get, front } = await serve((_url, req) => ({ body: `hello ${req.headers.cookie}` }))
  expect((await get('/me', { cookie: 'ann' })).text).toBe('hello ann')
  expect((await get('/me', { cookie: 'bob' })).text).toBe('hello bob')
  expect(front.store.count).toBe(0)
})

test('an app page’s own error stays as Next wrote it while the database answers', async () => {
  const { get } = await serve(() => ({ status: 500, body: 'shell' }))
  expect(await get('/me')).toMatchObject({ status: 500, text: 'shell' })
})

test('a page that is not whole is Next’s own, with a nonce, and is not stored', async () => {
  const { get, front, asked } = await serve(() => ({
    body: '<html><body><!--$?--><script src="/_next/x.js"></script></body></html>',
  }))
  const reply = await get('/blog/a')
  expect(reply.text).toContain('/_next/x.js')
  expect(reply.headers['content-security-policy']).toBe(asked[1]?.headers['content-security-policy'])
  expect(reply.headers['content-security-policy']).toMatch(/'nonce-[\w+/=]{20,}' 'strict-dynamic'/)
  expect(front.store.count).toBe(0)
})

test('every app page has a nonce of its own, and a reader’s own policy counts for nothing', async () => {
  const { get, asked } = await serve(() => ({ body: 'x' }))
  const policies = await Promise.all(
    [1, 2].map(() => get('/me', { 'content-security-policy': "script-src 'nonce-mine'", 'x-nonce': 'mine' })),
  )
  const sent = policies.map((reply) => reply.headers['content-security-policy'])
  expect(new Set(sent).size).toBe(2)
  expect(asked.map(({ headers }) => headers['content-security-policy']).sort()).toEqual([...sent].sort())
  for (const { headers } of asked) expect(headers['content-security-policy']).toContain(`'nonce-${headers['x-nonce']}'`)
})

test('the router’s own requests for a document answer 204, those for an app page reach Next', async () => {
  const { get, asked } = await serve(() => ({ body: 'x' }))
  expect((await get('/blog/a', { rsc: '1' })).status).toBe(204)
  expect((await get('/blog/a?_rsc=1a2b')).status).toBe(204)
  expect(asked).toHaveLength(0)
  expect((await get('/me?_rsc=1a2b', { rsc: '1' })).status).toBe(200)
})

test.each(['/%', '/%c0%af', '/%25', '/a%00b', '//evil.test', '/a\\b', '/%zz?x=1'])(
  '%s is refused before Next',
  async (path) => {
    const { get, asked } = await serve(() => ({ body: 'x' }))
    expect((await get(path)).status).toBe(400)
    expect(asked).toHaveLength(0)
  },
)

test('forms reach Next untouched', async () => {
  const { get, front } = await serve((_url, req) => ({ body: `${req.method} ${req.headers.cookie}` }))
  expect((await get('/blog/a', { cookie: 'ann', 'content-length': '0' }, 'POST')).text).toBe('POST ann')
  expect(front.store.count).toBe(0)
})
