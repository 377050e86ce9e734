import { brotliDecompressSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { html, serving } from '@/tests/front'

const serve = serving()

test('a document is made once and then comes from memory, without the framework’s scripts', async () => {
  const { get, asked } = await serve((url) => ({ body: html(url) }))
  const first = await get('/blog/a')
  const second = await get('/blog/a?utm_source=letter')
  expect(second.text).toBe(first.text)
  expect(first.text).toContain('/blog/a')
  expect(first.text).not.toContain('/_next/')
  expect(first.headers['content-security-policy']).toContain("script-src 'self';")
  expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  expect(first.headers.vary).toBe('Accept-Encoding')
  expect(asked).toHaveLength(1)
})

test('an edit is read at the next request after its purge', async () => {
  let text = 'one'
  const { get, front } = await serve(() => ({ body: text, tags: ['article:a'] }))
  await get('/blog/a')
  text = 'two'
  expect((await get('/blog/a')).text).toBe('one')
  front.purge(['article:a'])
  expect((await get('/blog/a')).text).toBe('two')
})

test('nothing that a reader sends reaches a document or its maker', async () => {
  const { get, asked } = await serve((url, req) => ({
    body: `${url} for ${req.headers.cookie} at ${req.headers.host}`,
  }))
  const secret = {
    cookie: 'session=secret',
    host: 'evil.test',
    'x-forwarded-host': 'evil.test',
    'user-agent': 'Secret',
  }
  const signedIn = await get('/blog/a', secret)
  const anyone = await get('/blog/a')
  expect(signedIn.text).toBe('/blog/a for undefined at lectern.test')
  expect(anyone.text).toBe(signedIn.text)
  expect(asked).toHaveLength(1)
  expect(JSON.stringify(asked)).not.toMatch(/secret|evil/i)
})

test.each([
  ['a token', '/blog/a', { authorization: 'Bearer secret' }],
  ['draft mode', '/blog/a', { cookie: '__prerender_bypass=secret' }],
  ['a preview', '/blog/a?preview=1', { cookie: 'session=secret' }],
])('a request with %s neither reads nor changes what is stored', async (_name, path, headers) => {
  const { get } = await serve((_url, req) => ({
    body: req.headers.authorization ?? req.headers.cookie ?? 'for everyone',
    headers: { 'cache-control': 'private, no-store' },
  }))
  expect((await get(path, headers)).text).toMatch('secret')
  expect((await get('/blog/a')).text).toBe('for everyone')
  const own = await get(path, headers)
  expect(own.text).toMatch('secret')
  expect(own.headers['cache-control']).toBe('private, no-store')
})

test('an answer that sets a cookie is not stored, and its cookie goes to nobody', async () => {
  const { get, asked, front } = await serve(() => ({ body: 'x', headers: { 'set-cookie': ['a=1', 'b=2'] } }))
  const reply = await get('/blog/a')
  await get('/blog/a')
  expect(reply.headers['set-cookie']).toBeUndefined()
  expect(front.store.count).toBe(0)
  expect(asked).toHaveLength(2)
})

test.each([302, 303, 307, 401, 403, 410])('an answer of %i is not stored', async (status) => {
  const { get, front } = await serve(() => ({ status, headers: { location: '/elsewhere' } }))
  expect((await get('/blog/a')).status).toBe(status)
  expect(front.store.count).toBe(0)
})

test.each([301, 308])('a permanent move (%i) is stored', async (status) => {
  const { get, asked } = await serve(() => ({ status, headers: { location: '/blog/b' } }))
  await get('/blog/a')
  expect(await get('/blog/a')).toMatchObject({ status, headers: { location: '/blog/b' } })
  expect(asked).toHaveLength(1)
})

test('ten thousand random addresses and queries cannot fill the memory', async () => {
  const limits = { documents: 60_000, missing: 20_000 }
  const { get, front } = await serve((url) => (url.startsWith('/none') ? { status: 404 } : { body: url }), {
    limits,
  })
  for (let n = 0; n < 10_000; n += 50) {
    const paths = Array.from({ length: 50 }, (_, i) => {
      const k = n + i
      return [`/blog/a?x=${k}`, `/blog/p${k}`, `/none${k}`, `/no/such/page/${k}`, `/search?q=${k}`][k % 5] ?? '/'
    })
    await Promise.all(paths.map((path) => get(path)))
    expect(front.store.bytes.documents).toBeLessThanOrEqual(limits.documents)
    expect(front.store.bytes.missing).toBeLessThanOrEqual(limits.missing)
  }
}, 60_000)

test('a reader who has the page is told so, in the encoding that they have', async () => {
  const { get } = await serve(() => ({ body: html('text') }))
  const first = await get('/blog/a', { 'accept-encoding': 'gzip, br' })
  expect(first.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(first.body).toString()).toContain('text')
  const etag = first.headers.etag ?? ''
  const again = await get('/blog/a', { 'accept-encoding': 'gzip, br', 'if-none-match': `"x", W/${etag}` })
  expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag])
  expect((await get('/blog/a', { 'if-none-match': etag })).status).toBe(200)
  expect((await get('/blog/a', { 'if-none-match': '*' })).status).toBe(304)
})

test('a reader who knows only dates is told so too, until the bytes have changed', async () => {
  let [text, now] = ['one', Date.parse('2026-11-22T10:20:25.900Z')]
  const { get, front } = await serve(() => ({ body: `<p>${text}</p>`, tags: ['a'] }), { now: () => now })
  const first = (await get('/feed.xml')).headers['last-modified'] ?? ''
  expect(first).toBe('Sun, 22 Nov 2026 10:20:25 GMT')
  const since = async (date: string, more = {}) =>
    (await get('/feed.xml', { 'if-modified-since': date, ...more })).status
  expect(await since(first)).toBe(304)
  expect(await since(first, { 'if-none-match': '"other"' })).toBe(200)

  now += 60_000
  front.purge(['a'])
  expect((await get('/feed.xml')).headers['last-modified']).toBe(first)

  text = 'two'
  front.purge(['a'])
  expect(await since(first)).toBe(200)
  expect((await get('/feed.xml')).headers['last-modified']).toBe('Sun, 22 Nov 2026 10:21:25 GMT')

  text = 'three'
  front.purge(['a'])
  expect((await get('/feed.xml')).headers['last-modified']).toBeUndefined()
  expect(await since('Sun, 22 Nov 2026 10:21:25 GMT')).toBe(200)
})

test('HEAD has the head of GET and no body', async () => {
  const { get } = await serve(() => ({ body: html('text') }))
  const full = await get('/blog/a')
  const head = await get('/blog/a', {}, 'HEAD')
  expect(head.text).toBe('')
  expect({ ...head.headers, date: '' }).toEqual({ ...full.headers, date: '' })
})

test('what is missing answers 404 with a document in its language', async () => {
  const { get } = await serve(() => ({ status: 404 }))
  expect(await get('/blog/none')).toMatchObject({ status: 404, text: expect.stringContaining('none /404-page') })
  expect(await get('/zh/blog/none')).toMatchObject({ status: 404, text: expect.stringContaining('none /zh/404-page') })
  expect((await get('/no/such/page')).status).toBe(404)
  expect((await get('/404-page')).status).toBe(404)
  expect((await get('/404-page', { 'if-none-match': '*' })).status).toBe(404)
})

test('without Next an old copy is shown and says that it is old', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let status = 200
  const { get, front } = await serve(() => ({ status, body: html('text'), tags: ['t'] }))
  await get('/blog/a')
  status = 500
  front.purge(['t'])
  expect(await get('/blog/a')).toMatchObject({ status: 200, headers: { 'x-lectern': 'stale' } })
  expect(await get('/blog/b')).toMatchObject({ status: 500, text: expect.stringContaining('went wrong') })
})

test('without the database whatever needs it answers 503 and says why', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { get } = await serve(() => ({ status: 500, body: 'shell' }), { isDatabaseUp: async () => false })
  for (const path of ['/blog/a', '/me']) {
    const reply = await get(path)
    expect([reply.status, reply.headers['retry-after'], reply.headers['cache-control']]).toEqual([
      503,
      '10',
      'no-store',
    ])
    expect(reply.text).toContain('The database can’t be reached just now')
  }
  expect((await get('/zh/blog/a')).text).toContain('lang="zh"')
  expect((await get('/api/session')).headers['content-type']).toBe('application/problem+json')
})

test('hashed files come from memory for ever, others are asked for again', async () => {
  const { get, asked } = await serve(() => ({ body: 'x' }))
  const chunk = await get('/_next/static/chunks/a.js', { 'accept-encoding': 'br' })
  expect(chunk.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
  })
  expect((await get('/islands/menu.abc.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
  expect((await get('/theme.js')).headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  expect(asked).toHaveLength(0)
  await get('/_next/static/../app-path-routes-manifest.json')
  expect(asked).toHaveLength(1)
})
