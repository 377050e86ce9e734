import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { TEST_DATABASE_FILE } from '@/scripts/test-database'
import { DOCUMENTS } from './pages'

const ARTICLE = 'meet-the-ambassador-cheryl-hung'

/** Syncs a folder into the journeys' database, as an editor beside the running app would. */
function syncInto(folder: string) {
  const env = { ...process.env, DATABASE_URL: readFileSync(TEST_DATABASE_FILE, 'utf8'), LECTERN_DEMO: '1' }
  return spawnSync(process.execPath, ['scripts/run.js', 'content-sync', folder], { env, encoding: 'utf8' })
}

test('an edit is served within a second of its sync, and a broken file changes nothing', async ({ request }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-content-'))
  cpSync('content', folder, { recursive: true })
  const file = path.join(folder, 'blog', `${ARTICLE}.mdx`)
  const before = readFileSync(file, 'utf8')
  const page = async () => (await request.get(`/blog/${ARTICLE}`)).text()
  const sentence = 'A sentence that was not there a second ago.'
  try {
    expect(await page()).not.toContain(sentence)
    writeFileSync(file, `${before}\n${sentence}\n`)
    expect(syncInto(folder)).toMatchObject({ status: 0, stdout: expect.stringContaining(' 1 changed, 0 removed') })
    await expect.poll(page, { timeout: 1_000, intervals: [50] }).toContain(sentence)

    writeFileSync(file, `${before}\n{process.exit()}\n`)
    const refused = syncInto(folder)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(new RegExp(`blog/${ARTICLE}\\.mdx:\\d+:\\d+ `))
    expect(await page()).toContain(sentence)
  } finally {
    expect(syncInto('content').status).toBe(0)
    rmSync(folder, { recursive: true, force: true })
  }
  await expect.poll(page, { timeout: 1_000, intervals: [50] }).not.toContain(sentence)
})

const LISTS = [
  ...DOCUMENTS.map(({ path }) => path),
  ...['/feed.xml', '/atom.xml', '/feed.json', '/zh/feed.xml', '/llms.txt', '/sitemap.xml'],
  ...['/blog/tags/kubernetes', '/projects/harbor/feed.xml', '/organizations/jd', '/people/liu-haifeng', '/zh/blog'],
  ...['/api/v1/articles?limit=200', '/api/v1/people?limit=200', '/api/v1/projects?limit=200'],
]
const HIDDEN = [
  '/blog/sesame',
  '/blog/sesame.md',
  '/people/sesame-author',
  '/blog/authors/sesame-author',
  '/blog/tags/sesame-tag',
]

test('a draft and a scheduled text leave no word on any public page; an unlisted one has its address alone', async ({
  request,
}) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-content-'))
  cpSync('content', folder, { recursive: true })
  const plant = (way: string) =>
    writeFileSync(
      path.join(folder, 'blog/sesame.mdx'),
      `---
title: Sesame title
summary: Sesame summary.
date: 2018-08-02
${way}
authors: [{ slug: sesame-author, name: Sesame Author, affiliation: jd }]
category: interview
tags: [kubernetes, sesame-tag]
projects: [harbor, kubernetes]
organizations: [jd]
events: []
people: [{ slug: liu-haifeng, name: Liu Haifeng, affiliation: jd, role: quoted }]
originallyPublished: { by: Somebody, where: elsewhere, url: 'https://example.org/first' }
---

Sesame words.
`,
    )
  const sitemap = await (await request.get('/sitemap.xml')).text()
  const parts = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+(\/sitemaps\/[^<]+)</g)].map(([, part = '']) => part)
  // A sync holds this process up for longer than the server keeps an idle connection: the first request finds it closed.
  const get = (place: string) => request.get(place, { maxRetries: 3 })
  const told = async () => {
    const places = [...LISTS, ...parts]
    const texts = await Promise.all(places.map(async (place) => (await get(place)).text()))
    return places.filter((_, at) => /sesame/i.test(texts[at] ?? ''))
  }
  const statuses = async () => Promise.all(HIDDEN.map(async (place) => (await get(place)).status()))
  try {
    for (const way of ['draft: true', 'publishAt: 2999-01-01T00:00:00Z']) {
      plant(way)
      expect(syncInto(folder)).toMatchObject({ status: 0 })
      expect([way, await told(), await statuses()]).toEqual([way, [], [404, 404, 404, 404, 404]])
    }
    plant('unlisted: true')
    expect(syncInto(folder)).toMatchObject({ status: 0 })
    await expect.poll(async () => (await get('/blog/sesame')).status()).toBe(200)
    const html = await (await get('/blog/sesame')).text()
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(html).toContain('<link rel="canonical" href="https://example.org/first"/>')
    expect(html).toContain('<a href="https://example.org/first">First published by Somebody, elsewhere</a>')
    expect(await told()).toEqual([])
  } finally {
    expect(syncInto('content').status).toBe(0)
    rmSync(folder, { recursive: true, force: true })
  }
})
