import { expect, test } from '@playwright/test'
import { parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5'
import { atomComplaints, jsonFeedComplaints, rssComplaints } from '../conformance/feeds'
import { jsonLdComplaints } from '../conformance/json-ld-rules'
import { allPages, DOCUMENTS, demoFacts } from './pages'

// Each asks for a hundred pages, most of them for the first time.
test.describe.configure({ timeout: 240_000 })

const PLACES = [
  '',
  '/zh',
  '/blog/tags/sandbox',
  '/zh/blog/tags/sandbox',
  '/blog/authors/javier-salmeron',
  '/zh/blog/authors/javier-salmeron',
  '/projects/harbor',
  '/zh/projects/harbor',
]

for (const place of PLACES) {
  test(`the feeds of ${place || 'the site'} are valid, whole and the same in each format`, async ({
    request,
    baseURL,
  }) => {
    const [rss, atom, json] = await Promise.all(
      ['feed.xml', 'atom.xml', 'feed.json'].map((file) => request.get(`${place}/${file}`)),
    )
    expect([rss, atom, json].map((answer) => answer?.headers()['content-type']?.split(';')[0])).toEqual([
      'application/rss+xml',
      'application/atom+xml',
      'application/feed+json',
    ])
    const [rssText = '', atomText = '', jsonText = ''] = await Promise.all(
      [rss, atom, json].map((answer) => answer?.text()),
    )
    expect(await rssComplaints(rssText)).toEqual([])
    expect(await atomComplaints(atomText)).toEqual([])
    expect(jsonFeedComplaints(jsonText)).toEqual([])
    const items = parseJsonFeed(jsonText).items ?? []
    expect(items.length).toBeGreaterThan(0)
    expect(parseRssFeed(rssText).items?.map(({ link }) => link)).toEqual(items.map(({ url }) => url))
    expect(parseAtomFeed(atomText).entries?.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    for (const { url, content_html: html = '' } of items) {
      expect(url).toMatch(new RegExp(`^${baseURL}(/zh)?/blog/`))
      for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g)) expect(address).toMatch(/^(https?:|mailto:)/)
      const page = await request.get(url ?? '')
      const [opening = ''] = /[\p{L} ]{12,}/u.exec(html.replace(/<[^>]*>/g, '')) ?? []
      expect((await page.text()).replace(/<[^>]*>/g, '')).toContain(opening.trim())
    }
  })
}

test('a reader’s program that has a feed is told so by tag and by date', async ({ request }) => {
  // Other journeys publish meanwhile: between two moments in which nobody does, it is unchanged.
  await expect(async () => {
    const { etag = '', 'last-modified': modified = '' } = (await request.get('/feed.xml')).headers()
    expect(Number.isNaN(Date.parse(modified))).toBe(false)
    const status = async (headers: Record<string, string>) => (await request.get('/feed.xml', { headers })).status()
    expect(await status({ 'if-none-match': etag })).toBe(304)
    expect(await status({ 'if-modified-since': modified })).toBe(304)
    expect(await status({ 'if-modified-since': new Date(Date.parse(modified) - 60_000).toUTCString() })).toBe(200)
  }).toPass()
})

test('every document leads to feeds that are there, and to a picture of its own size', async ({ request, page }) => {
  const { coming, past, session } = await demoFacts()
  const paths = [
    ...DOCUMENTS.map(({ path }) => path),
    `/events/${coming}`,
    `/events/${past}/sessions/${session}`,
    '/zh/projects/harbor',
  ]
  const seen = new Set<string>()
  for (const path of paths) {
    await page.goto(path)
    const feeds = await page
      .locator('link[rel=alternate][type^=application]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(feeds, path).toHaveLength(3)
    const card = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
    expect(await page.locator('meta[name="twitter:card"]').getAttribute('content'), path).toBe('summary_large_image')
    for (const address of [...feeds, card].filter((address) => !seen.has(address))) {
      seen.add(address)
      expect(address, path).toMatch(/^https?:\/\//)
      const answer = await request.get(address)
      expect(answer.status(), address).toBe(200)
      if (address !== card) expect(parseFeed(await answer.text()).feed, address).toBeTruthy()
      else {
        const png = await answer.body()
        expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], card).toEqual([
          'PNG',
          1200,
          630,
        ])
      }
    }
  }
})

/** What stands in the elements for machines, as a parser reads it. */
function jsonLdOf(html: string): string[] {
  const found: string[] = []
  const walk = (node: Html.Node) => {
    if (
      'tagName' in node &&
      node.tagName === 'script' &&
      node.attrs.some(({ value }) => value === 'application/ld+json')
    )
      found.push(node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''))
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  walk(parse(html))
  return found
}

test('what every document tells machines is JSON-LD with all that is needed', async ({ request }) => {
  const types = new Set<string>()
  for (const { path, role } of await allPages()) {
    if (role) continue
    for (const text of jsonLdOf(await (await request.get(path)).text())) {
      expect(await jsonLdComplaints(text), path).toEqual([])
      types.add(JSON.parse(text)['@type'])
    }
  }
  expect([...types]).toEqual(
    expect.arrayContaining(
      'Article BlogPosting BreadcrumbList Event FAQPage Organization ProfilePage SoftwareSourceCode WebSite'.split(' '),
    ),
  )
})

test('every address of the sitemap and of llms.txt is there', async ({ request, baseURL }) => {
  const [sitemap, guide] = await Promise.all(
    ['/sitemap.xml', '/llms.txt'].map(async (path) => (await request.get(path)).text()),
  )
  const listed = [...(sitemap ?? '').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address ?? '')
  const named = [...(guide ?? '').matchAll(/\]\((\S+)\)/g)].map(([, address]) => address ?? '')
  expect(listed.length).toBeGreaterThan(100)
  expect(named).toContain(`${baseURL}/blog/jd-interview.md`)
  // Sessions are many and alike.
  const sessions = listed.filter((address) => address.includes('/sessions/'))
  const addresses = [
    ...new Set([...listed.filter((address) => !sessions.includes(address)), ...named, ...sessions.slice(0, 10)]),
  ]
  const wrong: string[] = []
  for (const address of addresses) {
    const answer = await request.get(address, { maxRedirects: 0 })
    if (answer.status() !== 200) wrong.push(`${answer.status()} ${address}`)
  }
  expect(wrong).toEqual([])
})

test('robots.txt and security.txt have whole addresses, and an article is there as Markdown', async ({
  request,
  baseURL,
}) => {
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
  const security = await (await request.get('/.well-known/security.txt')).text()
  expect(security).toContain(`Canonical: ${baseURL}/.well-known/security.txt`)
  expect(Date.parse(/Expires: (.*)/.exec(security)?.[1] ?? '')).toBeGreaterThan(Date.now())
  const markdown = await request.get('/zh/blog/harbor-jinru-shaxiang.md')
  expect(markdown.headers()['content-type']).toBe('text/markdown; charset=utf-8')
  expect(await markdown.text()).toContain(`canonical: ${baseURL}/zh/blog/harbor-jinru-shaxiang\n`)
  expect((await request.get('/blog/nowhere.md')).status()).toBe(404)
  expect((await request.get('/cards/article/nowhere.png')).status()).toBe(404)
})
