import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { type Feed, type FeedItem, tagUri } from '@/lib/feed'
import { atom } from '@/lib/feed/atom'
import { jsonFeed } from '@/lib/feed/json-feed'
import { rss } from '@/lib/feed/rss'
import { oneLine } from '@/lib/text'
import { atomComplaints, jsonFeedComplaints, rssComplaints } from './feeds'

const origin = 'https://foundation.example'

function anItem(changes: Partial<FeedItem> = {}): FeedItem {
  return {
    id: tagUri(origin, 'article/some-article/en'),
    url: `${origin}/blog/some-article`,
    title: 'Some article',
    summary: 'What it is about.',
    html: `<p>The <a href="${origin}/about">whole</a> text.</p>`,
    authors: [{ name: 'Ada Writer', url: `${origin}/people/ada-writer` }],
    published: new Date('2018-08-29T00:00:00Z'),
    updated: new Date('2018-08-29T00:00:00Z'),
    tags: ['sandbox'],
    language: 'en',
    ...changes,
  }
}

function aFeed(items: FeedItem[]): Feed {
  return {
    id: tagUri(origin, 'feed'),
    title: 'Articles',
    description: 'What the foundation writes',
    link: `${origin}/blog`,
    self: `${origin}/feed`,
    language: 'en',
    publisher: { name: 'The Foundation', url: origin },
    updated: new Date('2018-08-30T00:00:00Z'),
    items,
  }
}

const hard = [
  { name: 'emoji', title: 'Ship it 🚀 with 👩🏽‍💻' },
  { name: 'Chinese', title: '云原生计算基金会的沙箱' },
  { name: 'the end of a CDATA section', title: 'a ]]> b <![CDATA[ c' },
  { name: 'control characters', title: 'bell \u0007, null \u0000, vertical \u000b, half \ud83d, \ufffe' },
  { name: 'markup', title: '<script>alert(1)</script> & &amp; &nbsp; "quoted" \'too\'' },
]

describe.each(hard)('a title with $name', ({ title }) => {
  const feed = aFeed([
    anItem({ title, summary: title, html: `<p>${title}</p>`, authors: [{ name: title }], tags: [oneLine(title)] }),
  ])
  const told = oneLine(title)

  test('makes valid RSS that reads the same', async () => {
    const xml = rss(feed)
    expect(await rssComplaints(xml)).toEqual([])
    const item = parseRssFeed(xml).items?.[0]
    expect(item?.title?.replace(/\s+/g, ' ')).toBe(told)
    expect(item?.content?.encoded).toContain('<p>')
    expect(item?.dc?.creators).toHaveLength(1)
  })

  test('makes valid Atom that reads the same', async () => {
    const xml = atom(feed)
    expect(await atomComplaints(xml)).toEqual([])
    const entry = parseAtomFeed(xml).entries?.[0]
    expect(JSON.stringify(entry?.title)).toContain(JSON.stringify(told).slice(1, -1))
  })

  test('makes a valid JSON Feed that reads the same', () => {
    const text = jsonFeed(feed)
    expect(jsonFeedComplaints(text)).toEqual([])
    expect(parseJsonFeed(text).items?.[0]?.title).toBe(told)
  })
})

test('every writer of an item is named, in order, and the site is not', async () => {
  const feed = aFeed([anItem({ authors: [{ name: 'Ada Writer' }, { name: '李小明' }] })])
  expect(parseRssFeed(rss(feed)).items?.[0]?.dc?.creators).toEqual(['Ada Writer', '李小明'])
  expect(parseAtomFeed(atom(feed)).entries?.[0]?.authors?.map(({ name }) => name)).toEqual(['Ada Writer', '李小明'])
  expect(parseJsonFeed(jsonFeed(feed)).items?.[0]?.authors?.map(({ name }) => name)).toEqual(['Ada Writer', '李小明'])
  expect(rss(feed) + atom(feed) + jsonFeed(feed)).not.toContain('The Foundation')
})

test('an item that names no writer and no day is valid in each format', async () => {
  const feed = aFeed([anItem({ authors: [], published: null })])
  expect(await atomComplaints(atom(feed))).toEqual([])
  expect(parseAtomFeed(atom(feed)).authors?.[0]?.name).toBe('The Foundation')
  expect(await rssComplaints(rss(feed))).toEqual([])
  expect(rss(feed)).not.toContain('pubDate')
  expect(jsonFeedComplaints(jsonFeed(feed))).toEqual([])
})

test('a corrected item says when, and one as it came out does not', () => {
  const corrected = aFeed([anItem({ updated: new Date('2018-09-02T10:00:00Z') })])
  expect(parseRssFeed(rss(corrected)).items?.[0]?.atom?.updated).toBe('2018-09-02T10:00:00.000Z')
  expect(parseAtomFeed(atom(corrected)).entries?.[0]?.updated).toBe('2018-09-02T10:00:00.000Z')
  expect(parseJsonFeed(jsonFeed(corrected)).items?.[0]?.date_modified).toBe('2018-09-02T10:00:00.000Z')
  const untouched = aFeed([anItem()])
  expect(rss(untouched)).not.toContain('atom:updated')
  expect(jsonFeed(untouched)).not.toContain('date_modified')
})

test('an empty feed is valid', async () => {
  expect(await rssComplaints(rss(aFeed([])))).toEqual([])
  expect(await atomComplaints(atom(aFeed([])))).toEqual([])
  expect(jsonFeedComplaints(jsonFeed(aFeed([])))).toEqual([])
})

test('whatever people write, the files are well formed', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })
  const samples = fc
    .sample(text, 200)
    .map((title, at) => anItem({ id: tagUri(origin, `n/${at}`), title, summary: title, html: title }))
  const feed = aFeed(samples)
  expect(await rssComplaints(rss(feed))).toEqual([])
  expect(await atomComplaints(atom(feed))).toEqual([])
  expect(parseJsonFeed(jsonFeed(feed)).items).toHaveLength(samples.length)
})

test('the grammars notice what is missing or written otherwise', async () => {
  const feed = aFeed([anItem()])
  expect(await atomComplaints(atom(feed).replace(/<updated>.*<\/updated>/g, ''))).not.toEqual([])
  expect(await atomComplaints(atom(feed).replaceAll('00Z<', '00<').replaceAll('.000Z<', '<'))).not.toEqual([])
  expect(await rssComplaints(rss(feed).replaceAll('+0000', 'GMT'))).not.toEqual([])
  expect(await rssComplaints(rss(feed).replace(/<atom:link[^>]*>/, ''))).not.toEqual([])
})
