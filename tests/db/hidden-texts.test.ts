import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addHours } from 'date-fns'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { syncContent } from '@/features/content/import/sync'
import { listArticlesAfter } from '@/features/content/queries/article-pages'
import {
  getArticle,
  listArticles,
  listArticlesAbout,
  listTagLanguages,
  listTags,
  listUntranslated,
} from '@/features/content/queries/articles'
import { getCaseStudy, listCaseStudies } from '@/features/content/queries/case-studies'
import { getSiteView } from '@/features/content/queries/chrome'
import { getFeedText, listFeedTexts } from '@/features/content/queries/feed-texts'
import { getLive } from '@/features/content/queries/live'
import { listRelated } from '@/features/content/queries/related'
import { listSitePlaces } from '@/features/content/queries/sitemap'
import { countTexts, findByOtherSlug, getText, listTranslations } from '@/features/content/queries/texts'
import type { Tree } from '@/features/content/schema/tree'
import { getOrganization } from '@/features/organizations/queries'
import { getAuthor, getPerson, listPublicPeople } from '@/features/people/queries'
import { getProject, listProjects } from '@/features/projects/queries'
import { db } from '@/lib/db'
import { collect } from '@/lib/front/tags'

const SOON = addHours(new Date(), 3)
const MIDNIGHT = new Date(`${addHours(new Date(), 24).toISOString().slice(0, 10)}T00:00Z`)
const WAYS = {
  draft: 'draft: true',
  scheduled: `publishAt: ${SOON.toISOString()}`,
  unlisted: 'unlisted: true',
} as const
type Way = keyof typeof WAYS
const ways: Way[] = ['draft', 'scheduled', 'unlisted']

let root = ''
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lectern-hidden-'))
  cpSync('content', path.join(root, 'content'), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Every word that would give the text away, in all that a text is joined to. */
function plant(way: Way) {
  const joined = [
    'tags: [kubernetes, sesame-tag]',
    'projects: [harbor, kubernetes]',
    'organizations: [jd, pinterest]',
    'events: [kubecon-china-2018]',
  ]
  const article = [
    'title: Sesame title',
    'summary: Sesame summary.',
    'date: 2018-08-02',
    WAYS[way],
    'authors: [{ slug: sesame-author, name: Sesame Author, affiliation: pinterest }]',
    'byline: Sesame byline',
    'category: technical',
    ...joined,
    'people: [{ slug: liu-haifeng, name: Liu Haifeng, affiliation: pinterest, role: quoted }]',
    'series: sesame-series',
    'seriesName: Sesame series',
  ]
  const write = (file: string, lines: string[]) =>
    writeFileSync(path.join(root, 'content', file), `---\n${lines.join('\n')}\n---\n\nSesame words.\n`)
  write('blog/sesame.mdx', article)
  write('blog/sesame-in-english.mdx', article)
  write('blog/sesame.zh.mdx', [...article, 'slug: zhima-sesame', 'translationOf: sesame'])
  write('blog/openmetrics-enters-the-sandbox.zh.mdx', [
    ...article,
    'slug: sesame-zh',
    'translationOf: openmetrics-enters-the-sandbox',
  ])
  const study = ['organization: jd', 'industry: Sesame', 'challenge: Sesame', 'projects: [harbor]', 'figures: []']
  write('case-studies/sesame-study.mdx', [...article.slice(0, 4), ...study])
}

const sync = () => syncContent({ content: path.join(root, 'content'), pictures: 'public' })

/** Every answer that leads a reader to texts, by what asks for it. */
const lists: Record<string, () => Promise<unknown>> = {
  articles: () => listArticles({ locales: ['en'] }),
  'articles in Chinese': () => listArticles({ locales: ['zh', 'en'] }),
  'articles of a tag': () => listArticles({ locales: ['en'], tag: 'sesame-tag' }),
  'articles of an author': () => listArticles({ locales: ['en'], author: 'sesame-author' }),
  'articles of the API': () => listArticlesAfter({ locale: 'en', limit: 200 }),
  untranslated: () => listUntranslated('zh', 200),
  tags: () => listTags('en'),
  'languages of a tag': () => listTagLanguages('sesame-tag'),
  'read on': async () => {
    const article = await getArticle('en', 'harbor-enters-the-sandbox')
    return article && listRelated(article, 60)
  },
  'about a project': () => listArticlesAbout({ project: 'harbor' }, ['en', 'zh']),
  'about an organisation': () => listArticlesAbout({ organization: 'pinterest' }, ['en', 'zh']),
  'about an event': () => listArticlesAbout({ event: 'kubecon-china-2018' }, ['en', 'zh']),
  'translations of a listed text': () => listTranslations('article', 'openmetrics-enters-the-sandbox'),
  'case studies': () => listCaseStudies(['en']),
  'case studies of a project': () => listCaseStudies(['en'], { project: 'harbor' }),
  projects: listProjects,
  project: () => getProject('harbor'),
  organisation: () => getOrganization('pinterest'),
  'the quoted person': () => getPerson('liu-haifeng', 'en'),
  people: () => listPublicPeople({ limit: 200 }),
  author: () => getAuthor('sesame-author'),
  feed: () => listFeedTexts(['en']),
  'feed of a tag': () => listFeedTexts(['zh'], { tag: 'sesame-tag' }),
  'feed of an author': () => listFeedTexts(['zh', 'en'], { author: 'sesame-author' }),
  'feed of a project': () => listFeedTexts(['en'], { project: 'harbor' }),
  sitemap: listSitePlaces,
  frame: () => getSiteView('zh'),
}

/** Every answer that has the text, or its people, at an address of their own. */
const pages: Record<string, () => Promise<unknown>> = {
  article: () => getArticle('en', 'sesame'),
  'article in Chinese': () => getArticle('zh', 'zhima-sesame'),
  'text of an article': () => getText('article', 'en', 'sesame'),
  'article as Markdown': () => getFeedText('en', 'sesame'),
  'case study': () => getCaseStudy('en', 'sesame-study'),
  'text of a case study': () => getText('case-study', 'en', 'sesame-study'),
  person: () => getPerson('sesame-author', 'en'),
  'the slug of the other language': () => findByOtherSlug('article', 'en', 'zhima-sesame'),
  'its translations': async () => JSON.stringify(await listTranslations('article', 'sesame', true)),
  'a link to it': async () => {
    const tree: Tree = [{ is: 'paragraph', of: [{ is: 'link', href: '/blog/sesame', of: ['it'] }] }]
    return (await getLive(tree, 'zh', new Date())).localPath('/blog/sesame')
  },
}

async function tellers(asked: Record<string, () => Promise<unknown>>): Promise<string[]> {
  const told: string[] = []
  for (const [name, ask] of Object.entries(asked)) if (/sesame/i.test(JSON.stringify(await ask()))) told.push(name)
  return told
}

/** What the lists say beside names: whom and how much they count. */
async function counts() {
  const pinterest = await getOrganization('pinterest')
  return {
    texts: await countTexts(),
    kubernetes: (await listTags('en')).find(({ tag }) => tag === 'kubernetes')?.count,
    harbor: (await listProjects()).find(({ slug }) => slug === 'harbor')?.articles,
    atPinterest: pinterest?.people.map(({ slug }) => slug),
    affiliation: (await getPerson('liu-haifeng', 'en'))?.affiliation,
  }
}

let before: Awaited<ReturnType<typeof counts>>
beforeEach(async () => {
  rmSync(path.join(root, 'content'), { recursive: true })
  cpSync('content', path.join(root, 'content'), { recursive: true })
  expect((await sync()).problems).toEqual([])
  before = await counts()
})

test.each(ways)('a text that is %s is in no list and no count', async (way) => {
  plant(way)
  expect(await sync()).toMatchObject({ problems: [], added: 5 })
  expect(await tellers(lists)).toEqual([])
  expect(await counts()).toEqual(before)
})

test.each(['draft', 'scheduled'] as const)(
  'a text that is %s has no page, nor has whom it alone names',
  async (way) => {
    plant(way)
    await sync()
    expect(await tellers(pages)).toEqual([])
  },
)

test('an unlisted text is there for whoever has its address, in both its languages', async () => {
  plant('unlisted')
  await sync()
  expect(await tellers(pages)).toEqual(Object.keys(pages))
  expect(await getPerson('sesame-author', 'en')).toMatchObject({ texts: [] })
})

test.each(ways)('a text that was %s is found everywhere once it is out', async (way) => {
  plant(way)
  await sync()
  const where = { title: 'Sesame title' }
  await db.document.updateMany({ where, data: { visibleFrom: addHours(new Date(), -1), unlisted: false } })
  const withoutTitles = ['projects', 'project', 'frame']
  expect(await tellers(lists)).toEqual(Object.keys(lists).filter((name) => !withoutTitles.includes(name)))
  expect(await tellers(pages)).toEqual(Object.keys(pages))
  expect(await counts()).toMatchObject({
    texts: { articles: before.texts.articles + 2, caseStudies: before.texts.caseStudies + 1 },
    kubernetes: (before.kubernetes ?? 0) + 2,
    harbor: (before.harbor ?? 0) + 2,
    atPinterest: ['liu-haifeng', 'sesame-author'],
  })
})

test('a text that is out leads to one that is not only once it is', async () => {
  plant('draft')
  await sync()
  const links = [
    '/blog/sesame',
    '/blog/sesame#part',
    '/zh/blog/zhima-sesame',
    '/case-studies/sesame-study',
    '/blog/jd-interview',
  ]
  const tree: Tree = links.map((href) => ({ is: 'paragraph', of: [{ is: 'link', href, of: ['it'] }] }))
  const hidden = async () => [...(await getLive(tree, 'en', new Date())).hidden]
  expect(await hidden()).toEqual(links.slice(0, -1))
  await db.document.updateMany({ where: { title: 'Sesame title' }, data: { visibleFrom: new Date(0) } })
  expect(await hidden()).toEqual([])
})

test('whatever names texts is old at the moment when the next of them comes out', async () => {
  plant('scheduled')
  await sync()
  for (const [name, ask] of Object.entries({ ...lists, ...pages })) {
    await collect(async (reading) => {
      await ask()
      // What counts days is old at midnight, too, which may come before.
      const isMidnight = reading.freshUntil === MIDNIGHT.getTime() && MIDNIGHT < SOON
      const next = isMidnight ? MIDNIGHT : SOON
      expect([name, reading.freshUntil]).toEqual([name, name === 'frame' ? Infinity : next.getTime()])
    })
  }
})
