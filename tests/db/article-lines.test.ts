import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { syncContent } from '@/features/content/import/sync'
import { getArticle } from '@/features/content/queries/articles'
import { getLive } from '@/features/content/queries/live'
import { listRelated } from '@/features/content/queries/related'
import { getSeries, listNeighbours } from '@/features/content/queries/series'
import { listSince } from '@/features/content/queries/since'
import { listTranslations } from '@/features/content/queries/texts'
import { getTranslationState } from '@/features/content/queries/translations'
import type { Tree } from '@/features/content/schema/tree'
import { db } from '@/lib/db'
import { collect } from '@/lib/front/tags'

const root = mkdtempSync(path.join(tmpdir(), 'lectern-lines-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const FILE = path.join(root, 'content/blog/helm-package-manager-for-kubernetes.mdx')
const edit = (from: string | RegExp, to: string) => {
  const text = readFileSync(FILE, 'utf8')
  expect(text).toMatch(from)
  writeFileSync(FILE, text.replace(from, to))
}

/** The tags that a sync purges. */
async function synced(): Promise<string[]> {
  await db.purgeLog.deleteMany()
  expect((await syncContent({ content: path.join(root, 'content'), pictures: 'public' })).problems).toEqual([])
  return (await db.purgeLog.findMany()).flatMap(({ tags }) => tags)
}

/** The tags of another article's page, with a link in it to one more. */
const tagsOfAPage = () =>
  collect(async (reading) => {
    const article = await getArticle('zh', 'harbor-jinru-shaxiang')
    if (!article) throw new Error('The article is not there.')
    const series = await getSeries({ ...article, series: { slug: 'any', name: 'Any' } })
    const link: Tree = [{ is: 'paragraph', of: [{ is: 'link', href: '/blog/jd-interview', of: ['it'] }] }]
    await Promise.all([
      listRelated(article),
      listNeighbours(article, series),
      listSince(article, series, new Date()),
      getLive([...article.tree, ...link], 'zh', new Date()),
      listTranslations('article', article.groupSlug),
      getTranslationState('article', 'zh', article.groupSlug),
    ])
    return [...reading.tags]
  })

beforeEach(async () => {
  cpSync('content', path.join(root, 'content'), { recursive: true })
  await synced()
})

test('an edit of an article’s text leaves the pages of articles that it does not concern as they are', async () => {
  edit(/\n---\n\n(\S+) /, '\n---\n\n$1, ')
  const purged = await synced()
  expect(purged).toEqual(expect.arrayContaining(['article:helm-package-manager-for-kubernetes', 'articles']))
  expect(purged).not.toContain('article-lines')
  const tags = await tagsOfAPage()
  expect(tags).toContain('article-lines')
  expect(tags).not.toContain('articles')
})

test.each([
  ['title', /^title: .*$/m, 'title: Another title'],
  ['summary', /^summary: .*$/m, 'summary: Another summary.'],
  ['tags', /^tags: .*$/m, 'tags: [another]'],
  ['publication', /^tags:/m, 'draft: true\ntags:'],
])('a change of its %s reaches them', async (_what, from, to) => {
  edit(from, to)
  expect(await synced()).toEqual(expect.arrayContaining(['article-lines', 'articles']))
})

test('an article that is new or gone reaches them', async () => {
  const other = FILE.replace('helm-', 'other-')
  cpSync(FILE, other)
  expect(await synced()).toContain('article-lines')
  rmSync(other)
  expect(await synced()).toContain('article-lines')
})
