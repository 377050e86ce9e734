import { expect, test } from 'vitest'
import { routesOf } from './routes'
import { manifest } from './testing'

const routes = routesOf(manifest, ['en', 'zh'])
const kept = (url: string) => {
  const route = routes.resolve(url)
  return route.kind === 'document' ? `${route.keep} ${route.url}` : route.kind
}

test.each([
  ['/', 'all /'],
  ['/zh', 'all /zh'],
  ['/about', 'all /about'],
  ['/blog/a-post', 'all /blog/a-post'],
  ['/zh/blog/a-post', 'all /zh/blog/a-post'],
  ['/feed.xml', 'all /feed.xml'],
  ['/sitemap.xml', 'all /sitemap.xml'],
  ['/blog?page=2', 'all /blog?page=2'],
  ['/blog?utm_source=x&page=2&fbclid=y', 'all /blog?page=2'],
  ['/blog/a?utm_campaign=x', 'all /blog/a'],
  ['/case-studies?industry=&project=helm&sort=', 'all /case-studies?project=helm'],
  ['/case-studies/figures?unit=million+learners', 'all /case-studies/figures?unit=million+learners'],
  ['/projects?view=table&q=&on=2018-09-01&category=runtime', 'all /projects?category=runtime&on=2018-09-01&view=table'],
  ['/events/e/sessions/ABC234', 'all /events/e/sessions/ABC234'],
])('%s is kept under its canonical address', (url, expected) => {
  expect(kept(url)).toBe(expected)
})

test.each([
  '/blog?page=0',
  '/blog?page=2&page=3',
  '/blog?Page=2',
  '/blog/a?x=1',
  '/Blog/a',
  '/blog/%61',
  '/blog/a/',
  '/blog//a',
  '/search?q=helm',
  '/projects?on=2018-08-31',
  '/projects?q=helm',
  '/projects?view=cards',
  `/${'a'.repeat(1100)}`,
])('%s is made for whoever asks and not kept', (url) => {
  expect(kept(url)).toBe(`nothing ${url}`)
})

test.each([
  '/me',
  '/sign-in',
  '/events/e/submit',
  '/api/session',
  '/api/nothing',
  '/en/blog',
  '/_next/image?url=x',
  '/blog/a?preview=1',
  '/blog/a?token=x',
])('%s is Next’s own business', (url) => {
  expect(kept(url)).toBe('pass')
})

test('of an address that no route has only its absence is kept', () => {
  expect(kept('/nothing/at/all')).toBe('missing /nothing/at/all')
  expect(kept('/nothing/at/all?x=1')).toBe('nothing /nothing/at/all?x=1')
})

test('a document knows its language', () => {
  expect(routes.resolve('/zh/blog')).toMatchObject({ locale: 'zh' })
  expect(routes.resolve('/zhou')).toMatchObject({ locale: 'en' })
})

test.each(['/preview/lect_Ab-c_9', '/zh/preview/lect_Ab-c_9', '/preview/lect_a?x=1'])(
  '%s is a secret: kept by nobody, with a page of its own for when it is over',
  (url) => {
    expect(routes.resolve(url)).toMatchObject({ kind: 'document', keep: 'nothing', over: '/preview-over' })
  },
)
