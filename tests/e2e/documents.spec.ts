import { expect, test } from '@playwright/test'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { readRoutes } from '@/lib/front/routes'
import { DOCUMENTS, demoFacts } from './pages'

interface Script {
  src: string | undefined
  type: string | undefined
}

/** The scripts of a page, as a parser that the front does not use for this sees them. */
function scriptsOf(html: string): Script[] {
  const scripts: Script[] = []
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node && node.tagName === 'script') {
      const attribute = (name: string) => node.attrs.find((attr) => attr.name === name)?.value
      scripts.push({ src: attribute('src'), type: attribute('type') })
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  walk(parse(html))
  return scripts
}

async function paths(): Promise<string[]> {
  const { coming, past } = await demoFacts()
  return [...DOCUMENTS.map(({ path }) => path), `/events/${coming}`, `/events/${past}`, `/events/${past}/schedule`]
}

test('every script of a document is an island', async ({ request }) => {
  for (const path of await paths()) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(200)
    for (const { src, type } of scriptsOf(await answer.text()))
      if (src === undefined) expect(type, path).toBe('application/ld+json')
      else expect(src, path).toMatch(/^\/(islands\/[a-z-]+\.[A-Za-z0-9]+\.js|theme\.js(\?v=\w+)?)$/)
  }
})

test('a document asks early for the fonts of its first screen, gently, and for nothing else', async ({ request }) => {
  for (const path of await paths()) {
    const early = ((await request.get(path)).headers().link ?? '').split(', ')
    expect(early, path).toHaveLength(3)
    for (const link of early) {
      expect(link, path).toMatch(/rel=preload; as="font"; crossorigin=""; type="font\/woff2"; fetchpriority="low"$/)
      const font = await request.get(/<(.+)>/.exec(link)?.[1] ?? '')
      expect(font.headers()['content-type'], link).toBe('font/woff2')
    }
  }
})

test('a document is the same for a signed-in reader, byte for byte', async ({ playwright, baseURL }) => {
  const [visitor, reader] = await Promise.all(
    [1, 2].map(() => playwright.request.newContext({ baseURL: baseURL ?? '' })),
  )
  await reader?.post('/dev/sign-in', { form: { role: 'admin' }, maxRedirects: 0 })
  for (const path of await paths()) {
    const signedIn = await reader?.get(path)
    const anonymous = await visitor?.get(path)
    expect(await signedIn?.text(), path).toBe(await anonymous?.text())
    expect(signedIn?.headers()['set-cookie'], path).toBeUndefined()
  }
  expect(await (await reader?.get('/api/session'))?.json()).toHaveProperty('name')
  expect(await (await visitor?.get('/api/session'))?.json()).toEqual({})
  await Promise.all([visitor?.dispose(), reader?.dispose()])
})

test('what is not there answers 404 with a page that says so', async ({ request }) => {
  for (const path of [
    '/nowhere',
    '/blog/nowhere',
    '/zh/blog/nowhere',
    '/events/nowhere',
    '/events/nowhere/schedule.xml',
  ]) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(404)
    expect(await answer.text(), path).not.toMatch(/at .*\.(js|tsx?):\d+/)
  }
  const answer = await request.get('/%c0%af')
  expect(answer.status()).toBe(400)
})

test('an unchanged document answers 304', async ({ request }) => {
  const { etag = '' } = (await request.get('/blog')).headers()
  const again = await request.get('/blog', { headers: { 'if-none-match': etag } })
  expect(again.status()).toBe(304)
})

test('the build still declares its documents as the front reads them', () => {
  const routes = readRoutes('.next', ['en', 'zh'])
  expect(routes.resolve('/')).toEqual({ kind: 'document', key: '/', url: '/', locale: 'en', keep: 'all' })
  expect(routes.resolve('/404-page')).toMatchObject({ kind: 'document', keep: 'all' })
  expect(routes.resolve('/me')).toEqual({ kind: 'pass' })
})
