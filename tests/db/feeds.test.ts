import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { syncContent } from '@/features/content/import/sync'
import { IN_A_FEED, listFeedTexts } from '@/features/content/queries/feed-texts'
import { listSitePlaces } from '@/features/content/queries/sitemap'
import { collect } from '@/lib/front/tags'

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lectern-feeds-'))
  cpSync('content', path.join(root, 'content'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

async function sync() {
  expect((await syncContent({ content: path.join(root, 'content'), pictures: 'public' })).problems).toEqual([])
}

function write(name: string, lines: string[], body = 'Text.') {
  const file = path.join(root, 'content/blog', name)
  mkdirSync(path.dirname(file), { recursive: true })
  const ends = ['category: technical', 'tags: [t]', 'projects: []', 'organizations: []', 'events: []', 'people: []']
  writeFileSync(file, `---\n${['summary: S.', ...lines, ...ends].join('\n')}\n---\n\n${body}\n`)
}

test('a feed holds the newest articles, whole, and no more than it says', async () => {
  for (let at = 0; at < IN_A_FEED + 5; at++)
    write(`n-${at}x.mdx`, [`title: N ${at}`, `date: 2019-01-01`, 'authors: []'], `Number ${at}.`)
  await sync()
  const texts = await listFeedTexts(['en'])
  expect(texts).toHaveLength(IN_A_FEED)
  expect(texts.every(({ day, tree }) => day === '2019-01-01' && tree.length > 0)).toBe(true)
})

test('the feed of an author or a project has each article once, in the best language for its reader', async () => {
  await sync()
  const groups = (texts: { groupSlug: string }[]) => texts.map(({ groupSlug }) => groupSlug)
  const chinese = await listFeedTexts(['zh', 'en'], { project: 'harbor' })
  const english = await listFeedTexts(['en'], { project: 'harbor' })
  expect(groups(chinese)).toEqual(groups(english))
  expect(chinese.find(({ groupSlug }) => groupSlug === 'harbor-enters-the-sandbox')?.locale).toBe('zh')
  expect(new Set(groups(chinese)).size).toBe(chinese.length)
})

test('a corrected article says what was corrected, and when it came out', async () => {
  const head = ['title: C', 'date: 2018-03-01', 'authors: [{ slug: a-b, name: A B }]']
  write('c.mdx', [...head, 'corrections: [{ on: 2018-04-02, text: A figure was wrong. }]'])
  await sync()
  const [text] = await listFeedTexts(['en'], { author: 'a-b' })
  expect(text).toMatchObject({ published: new Date('2018-03-01T00:00:00Z'), corrections: [{ on: '2018-04-02' }] })
})

test('a feed is old as soon as one of its articles is changed', async () => {
  await sync()
  await collect(async (reading) => {
    const [first] = await listFeedTexts(['en'])
    expect([...reading.tags]).toEqual(expect.arrayContaining(['articles', `article:${first?.slug}`]))
  })
})

test('the sitemap has each text in the languages that it exists in, with its pictures', async () => {
  write('pictured.mdx', ['title: P', 'date: 2018-03-01', 'authors: []'], '> ![The mark](/brand/logo.svg)')
  await sync()
  const places = await listSitePlaces()
  const harbor = places.find(({ languages }) => languages.en === '/blog/harbor-enters-the-sandbox')
  expect(harbor?.languages).toEqual({ en: '/blog/harbor-enters-the-sandbox', zh: '/blog/harbor-jinru-shaxiang' })
  expect(places.find(({ languages }) => languages.en === '/blog/pictured')?.pictures).toEqual(['/brand/logo.svg'])
  const english = places.map(({ languages }) => languages.en).filter(Boolean)
  expect(english).toEqual(
    expect.arrayContaining(['/', '/about', '/projects/harbor', '/organizations/jd', '/case-studies/pinterest']),
  )
  expect(new Set(english).size).toBe(english.length)
})
