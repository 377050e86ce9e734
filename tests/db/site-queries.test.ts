import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addDays } from 'date-fns'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { syncContent } from '@/features/content/import/sync'
import {
  getArticle,
  listArticles,
  listArticlesAbout,
  listTags,
  listUntranslated,
} from '@/features/content/queries/articles'
import { listCaseStudies } from '@/features/content/queries/case-studies'
import { getSiteView } from '@/features/content/queries/chrome'
import { getLive } from '@/features/content/queries/live'
import { listRelated } from '@/features/content/queries/related'
import { findByOtherSlug, getText, listTranslations } from '@/features/content/queries/texts'
import { listOpenCalls } from '@/features/events/queries'
import { getOrganization } from '@/features/organizations/queries'
import { getPerson } from '@/features/people/queries'
import { getProject, listProjects } from '@/features/projects/queries'
import { db } from '@/lib/db'
import { collect } from '@/lib/front/tags'
import { anOpenCall, aPerson } from '../factories'
import { statementCounter } from '../statements'

let root = ''
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lectern-site-'))
  cpSync('content', path.join(root, 'content'), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
beforeEach(async () => {
  const { problems } = await syncContent({ content: path.join(root, 'content'), pictures: 'public' })
  expect(problems).toEqual([])
})

const statements = statementCounter()

const pages: Record<string, () => Promise<unknown>> = {
  front: () =>
    Promise.all([
      listOpenCalls(new Date()),
      listArticles({ locales: ['en'] }),
      listProjects(),
      listCaseStudies(['en']),
    ]),
  'Chinese front': () => Promise.all([listArticles({ locales: ['zh', 'en'] }), getSiteView('zh')]),
  blog: () => Promise.all([listArticles({ locales: ['en'] }), listTags('en')]),
  'Chinese blog': () => listUntranslated('zh', 20),
  article: async () => {
    const article = await getArticle('en', 'jd-interview')
    if (!article) throw new Error('There is no article.')
    return Promise.all([
      listRelated(article),
      getLive(article.tree, 'en', new Date()),
      listTranslations('article', article.groupSlug),
    ])
  },
  project: () =>
    Promise.all([
      getProject('kubernetes'),
      getText('project', 'en', 'kubernetes'),
      listArticlesAbout({ project: 'kubernetes' }, ['en']),
    ]),
  organization: () => Promise.all([getOrganization('jd'), listArticlesAbout({ organization: 'jd' }, ['en'])]),
  person: () => getPerson('liu-haifeng', 'en'),
}

test('no page asks more of the database when there is more to show', async () => {
  const before: Record<string, number> = {}
  for (const [name, page] of Object.entries(pages)) before[name] = await statements(page)
  expect(Math.min(...Object.values(before))).toBeGreaterThan(0)

  const text = readFileSync('content/blog/jd-interview.mdx', 'utf8')
  for (let n = 0; n < 30; n++) writeFileSync(path.join(root, `content/blog/more-${n}.mdx`), text)
  const { problems, added } = await syncContent({ content: path.join(root, 'content'), pictures: 'public' })
  expect([problems, added]).toEqual([[], 30])
  for (let n = 0; n < 5; n++) await anOpenCall()

  const after: Record<string, number> = {}
  for (const [name, page] of Object.entries(pages)) after[name] = await statements(page)
  expect(after).toEqual(before)
  for (let n = 0; n < 30; n++) rmSync(path.join(root, `content/blog/more-${n}.mdx`))
})

test('what a page reads, it has said', async () => {
  const tagsOf = (work: () => Promise<unknown>) =>
    collect(async ({ tags }) => {
      await work()
      return [...tags]
    })
  expect(await tagsOf(() => getArticle('en', 'not-there'))).toEqual(['article:not-there'])
  expect(await tagsOf(() => listArticles({ locales: ['en'] }))).toEqual(['articles'])
  const article = await getArticle('en', 'harbor-enters-the-sandbox')
  expect(await tagsOf(() => getLive(article?.tree ?? [], 'en', new Date()))).toEqual(
    expect.arrayContaining(['project:harbor', 'person:quinton-hoole']),
  )
})

test('a page with an open call is old when the deadline is a day nearer', async () => {
  const { closesAt } = await anOpenCall()
  await collect(async (reading) => {
    expect(await listOpenCalls(new Date())).toHaveLength(1)
    expect(reading.freshUntil).toBe(addDays(closesAt ?? 0, -8).getTime())
  })
})

test('the slug of another language leads to one’s own', async () => {
  expect(await findByOtherSlug('article', 'zh', 'harbor-enters-the-sandbox')).toBe('/blog/harbor-jinru-shaxiang')
  expect(await findByOtherSlug('article', 'en', 'harbor-jinru-shaxiang')).toBe('/blog/harbor-enters-the-sandbox')
  expect(await findByOtherSlug('article', 'zh', 'jd-interview')).toBeNull()
  expect(await listTranslations('article', 'harbor-enters-the-sandbox')).toEqual({
    en: '/blog/harbor-enters-the-sandbox',
    zh: '/blog/harbor-jinru-shaxiang',
  })
})

test('a link in a Chinese text stays Chinese where that exists, and says nothing where only English does', async () => {
  const article = await getArticle('zh', 'harbor-jinru-shaxiang')
  const live = await getLive(article?.tree ?? [], 'zh', new Date())
  expect(live.localPath('/projects/helm')).toBe('/zh/projects/helm')
  expect(live.localPath('/projects')).toBe('/zh/projects')
  expect(live.localPath('/sandbox')).toBeNull()
  expect(live.localPath('/blog/jd-interview')).toBeNull()
})

test('a list in Chinese has each article once, in Chinese where it is', async () => {
  const { items, total } = await listArticles({ locales: ['zh', 'en'] })
  const harbor = items.filter(({ slug }) => slug.startsWith('harbor'))
  expect(harbor.map(({ locale }) => locale)).toEqual(['zh'])
  expect(total).toBe((await listArticles({ locales: ['en'] })).total)
})

test('a person has every role that a text gives them, and signing up makes nobody visible', async () => {
  const person = await getPerson('quinton-hoole', 'en')
  expect(person?.texts).toMatchObject([{ slug: 'harbor-enters-the-sandbox', roles: ['sponsor'] }])
  expect(person?.sponsored).toMatchObject([{ slug: 'harbor' }])
  const { slug } = await aPerson()
  expect(await getPerson(slug, 'en')).toBeNull()
})

test('an organisation knows what began there, who is there, and what names it', async () => {
  const vmware = await getOrganization('vmware')
  expect(vmware?.projects.map(({ slug }) => slug)).toEqual(['harbor'])
  expect(vmware?.people.map(({ slug }) => slug)).toEqual(['haining-henry-zhang'])
  const articles = await listArticlesAbout({ organization: 'vmware' }, ['en'])
  expect(articles.map(({ slug }) => slug)).toContain('harbor-enters-the-sandbox')
})

test('what to read on comes with its reason, the closest first', async () => {
  const article = await getArticle('en', 'harbor-enters-the-sandbox')
  const related = article ? await listRelated(article) : []
  expect(related[0]).toMatchObject({ slug: 'jd-interview', because: [{ kind: 'project', name: 'Harbor' }, {}] })
  expect(related.map(({ slug }) => slug)).not.toContain('harbor-enters-the-sandbox')
})

test('a released talk is on its speaker’s page, a cancelled one is not', async () => {
  const { event } = await anOpenCall()
  const speaker = await aPerson({ name: 'Ada' })
  const slot = (code: string, status: string) => ({
    status,
    session: { code, title: code, speakers: [{ personId: speaker.id, slug: speaker.slug }] },
  })
  await db.release.create({
    data: { eventId: event.id, number: 1, name: '1', schedule: { slots: [slot('OLDOLD', 'confirmed')] } },
  })
  await db.release.create({
    data: {
      eventId: event.id,
      number: 2,
      name: '2',
      schedule: { slots: [slot('AAAAAA', 'confirmed'), slot('BBBBBB', 'cancelled')] },
    },
  })
  expect((await getPerson(speaker.slug, 'en'))?.sessions.map(({ code }) => code)).toEqual(['AAAAAA'])
})
