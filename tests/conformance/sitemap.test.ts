import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { llmsTxt } from '@/features/content/formats/llms'
import { robots, securityTxt } from '@/features/content/formats/robots'
import { type SitePlace, sitemap, sitemapIndex, sitemapParts } from '@/features/content/formats/sitemap'
import { complaints } from './feeds'

const origin = 'https://site.example'

/** sitemaps.org 0.9 with Google's pictures and the languages of XHTML links. */
const GRAMMAR = `<?xml version="1.0" encoding="UTF-8"?>
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <define name="address">
    <data type="anyURI"><param name="pattern">https?://\\S+</param><param name="maxLength">2048</param></data>
  </define>
  <start>
    <choice>
      <element name="urlset"><oneOrMore><ref name="url"/></oneOrMore></element>
      <element name="sitemapindex">
        <oneOrMore><element name="sitemap"><element name="loc"><ref name="address"/></element></element></oneOrMore>
      </element>
    </choice>
  </start>
  <define name="url">
    <element name="url">
      <element name="loc"><ref name="address"/></element>
      <optional><element name="lastmod"><choice><data type="date"/><data type="dateTime"/></choice></element></optional>
      <zeroOrMore>
        <element name="xhtml:link">
          <attribute name="rel"><value>alternate</value></attribute>
          <attribute name="hreflang"><data type="language"/></attribute>
          <attribute name="href"><ref name="address"/></attribute>
        </element>
      </zeroOrMore>
      <zeroOrMore>
        <element name="image:image"><element name="image:loc"><ref name="address"/></element></element>
      </zeroOrMore>
    </element>
  </define>
</grammar>`

test('a sitemap is valid and names each language of a page with all of them', async () => {
  const places: SitePlace[] = [
    { languages: { en: '/', zh: '/' } },
    {
      languages: { en: '/blog/a', zh: '/blog/b' },
      modified: '2018-08-29',
      pictures: ['/images/a b.png', '/images/&.png'],
    },
    { languages: { en: '/blog/only' } },
  ]
  const xml = sitemap(places, origin)
  expect(await complaints(xml, GRAMMAR)).toEqual([])
  const parsed = new XMLParser({ ignoreAttributes: false }).parse(xml)
  expect(parsed.urlset.url.map(({ loc }: { loc: string }) => loc)).toEqual([
    `${origin}/`,
    `${origin}/zh`,
    `${origin}/blog/a`,
    `${origin}/zh/blog/b`,
    `${origin}/blog/only`,
  ])
  expect(parsed.urlset.url[3]['xhtml:link']).toEqual([
    { '@_rel': 'alternate', '@_hreflang': 'en', '@_href': `${origin}/blog/a` },
    { '@_rel': 'alternate', '@_hreflang': 'zh-CN', '@_href': `${origin}/zh/blog/b` },
  ])
  expect(parsed.urlset.url[4]['xhtml:link']).toBeUndefined()
  expect(await complaints(sitemapIndex(3, origin), GRAMMAR)).toEqual([])
})

test('too many addresses for one file are cut into parts that lose none', () => {
  const places = Array.from({ length: 70_000 }, (_, at) => ({ languages: { en: `/${at}`, zh: `/${at}` } }))
  const parts = sitemapParts(places)
  expect(parts.map((part) => part.length * 2)).toEqual([50_000, 50_000, 40_000])
  expect(parts.flat()).toEqual(places)
  expect(sitemapParts([])).toEqual([[]])
})

test('robots.txt names the sitemap by its whole address', () => {
  expect(robots(origin)).toMatch(
    /^User-agent: \*\n(Disallow: \/\S+\n)+\nSitemap: https:\/\/site\.example\/sitemap\.xml\n$/,
  )
})

test('security.txt has what RFC 9116 demands, and expires within a year but not soon', () => {
  const now = new Date('2027-02-28T23:59:59Z')
  const lines = securityTxt(origin, 'hello@site.example', ['en', 'zh'], now).trimEnd().split('\n')
  const fields = Object.fromEntries(lines.map((line) => line.split(/: (.*)/).slice(0, 2)))
  expect(fields.Contact).toBe('mailto:hello@site.example')
  expect(fields.Canonical).toBe(`${origin}/.well-known/security.txt`)
  expect(fields['Preferred-Languages']).toBe('en, zh')
  const days = (Date.parse(fields.Expires) - now.getTime()) / 86_400_000
  expect(days).toBeGreaterThan(150)
  expect(days).toBeLessThan(365)
})

test('llms.txt has one title, one summary, and titles that stay titles', () => {
  const text = llmsTxt({
    name: 'Site',
    summary: 'About\nit',
    sections: [
      { title: 'Articles', links: [{ title: 'A [b](c) `d`', url: `${origin}/a.md`, about: 'x\n# y' }] },
      { title: 'Empty', links: [] },
    ],
  })
  expect(text).toBe(`# Site\n\n> About it\n\n## Articles\n\n- [A \\[b\\](c) \\\`d\\\`](${origin}/a.md): x # y\n`)
})
