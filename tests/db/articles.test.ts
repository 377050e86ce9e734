import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { listCategories, listYearLanguages, listYears } from '@/features/content/queries/archive'
import { getArticle, listArticles } from '@/features/content/queries/articles'
import { getLive } from '@/features/content/queries/live'
import { listRelated } from '@/features/content/queries/related'
import { getSeries, listNeighbours } from '@/features/content/queries/series'
import { listSince } from '@/features/content/queries/since'
import { listTranslations } from '@/features/content/queries/texts'
import { db } from '@/lib/db'
import { anArticle } from '../articles'
import { anEvent } from '../factories'
import { statementCounter } from '../statements'

const statements = statementCounter()

async function read(slug: string, locale = 'en') {
  const article = await getArticle(locale, slug)
  if (!article) throw new Error(`There is no ${slug}.`)
  return article
}

async function steps(slug: string, locale = 'en') {
  const article = await read(slug, locale)
  const { earlier, later } = await listNeighbours(article, await getSeries(article))
  const say = (step: typeof earlier) => step && step.slug + (step.inSeries ? ' (series)' : '')
  return [say(earlier), say(later)]
}

test('each author stands with where they were when they wrote, whatever else the article is about', async () => {
  await anArticle({
    slug: 'two',
    authors: [
      ['ada', 'acme'],
      ['bob', null],
    ],
    organizations: ['umbrella'],
  })
  await db.person.update({ where: { slug: 'ada' }, data: { affiliation: 'Elsewhere' } })
  expect((await read('two')).authors).toEqual([
    { slug: 'ada', name: 'ada', affiliation: { slug: 'acme', name: 'acme' } },
    { slug: 'bob', name: 'bob', affiliation: null },
  ])
})

test('what is pinned comes first where that is asked, and keeps its place elsewhere', async () => {
  await anArticle({ slug: 'old', date: '2018-01-01', pinned: true })
  await anArticle({ slug: 'new', date: '2019-01-01' })
  const slugs = async (pinnedFirst: boolean) =>
    (await listArticles({ locales: ['en'] }, 1, { pinnedFirst })).items.map(({ slug }) => slug)
  expect(await slugs(true)).toEqual(['old', 'new'])
  expect(await slugs(false)).toEqual(['new', 'old'])
})

test('the archive counts every listed article in its year, also what has no day of its own', async () => {
  await anArticle({ date: '2018-12-31' })
  await anArticle({ date: '2019-01-01', category: 'interview' })
  await anArticle({ sortAs: '2019-06-01' })
  await anArticle({ date: '2020-01-01', unlisted: true })
  await anArticle({ date: '2021-01-01', visibleFrom: null })
  await anArticle({ date: '2018-05-05', locale: 'zh' })
  expect(await listYears('en')).toEqual([
    { year: 2019, count: 2 },
    { year: 2018, count: 1 },
  ])
  expect(await listYearLanguages(2018)).toEqual({ en: '/blog/archive/2018', zh: '/blog/archive/2018' })
  expect(await listYearLanguages(2019)).toEqual({ en: '/blog/archive/2019' })
  expect(await listCategories('en')).toEqual([
    { category: 'technical', count: 2 },
    { category: 'interview', count: 1 },
  ])
  expect(await listArticles({ locales: ['en'], year: 2019 })).toMatchObject({ total: 2 })
  expect(await listArticles({ locales: ['en'], category: 'interview' })).toMatchObject({ total: 1 })
})

test('a series knows its parts in the reader’s language, and where this one stands', async () => {
  const part = { series: 'tour', seriesName: 'A tour' }
  for (const [slug, date] of [
    ['one', '2018-01-01'],
    ['two', '2018-02-01'],
    ['three', '2018-03-01'],
  ] as const) {
    await anArticle({ slug, date, ...part })
  }
  await anArticle({ slug: 'er', group: 'two', locale: 'zh', date: '2018-02-01', ...part, seriesName: '导览' })
  await anArticle({ slug: 'hidden', date: '2018-04-01', visibleFrom: null, ...part })
  const series = await getSeries(await read('er', 'zh'))
  expect(series).toMatchObject({ name: '导览', position: 2 })
  expect(series?.parts.map(({ slug, locale }) => `${locale}/${slug}`)).toEqual(['en/one', 'zh/er', 'en/three'])
  await anArticle({ slug: 'alone', series: 'lonely', seriesName: 'Lonely' })
  expect(await getSeries(await read('alone'))).toBeNull()
})

test('before and after are of the series where it has them, else of the time, in one language', async () => {
  const part = { series: 'tour', seriesName: 'A tour' }
  await anArticle({ slug: 'a', date: '2018-01-01' })
  await anArticle({ slug: 'b', date: '2018-02-01', ...part })
  await anArticle({ slug: 'c', date: '2018-03-01' })
  await anArticle({ slug: 'd', date: '2018-04-01', ...part })
  await anArticle({ slug: 'e', date: '2018-04-01' })
  await anArticle({ slug: 'z', date: '2018-05-01', locale: 'zh' })
  await anArticle({ slug: 'u', date: '2018-06-01', unlisted: true })
  expect(await steps('a')).toEqual([null, 'b'])
  expect(await steps('b')).toEqual(['a', 'd (series)'])
  expect(await steps('c')).toEqual(['b', 'e'])
  expect(await steps('d')).toEqual(['b (series)', null])
  expect(await steps('e')).toEqual(['c', 'd'])
  expect(await steps('z', 'zh')).toEqual([null, null])
})

test('what is related says why, and what many share says little', async () => {
  await anArticle({
    slug: 'this',
    authors: [['ada', null]],
    people: ['bob'],
    tags: ['common', 'rare'],
    projects: ['helm'],
  })
  await anArticle({ slug: 'by', authors: [['ada', null]] })
  await anArticle({ slug: 'with', authors: [['bob', null]] })
  await anArticle({ slug: 'about', projects: ['helm'] })
  await anArticle({ slug: 'rarely', tags: ['rare'] })
  for (let n = 0; n < 12; n++) await anArticle({ tags: ['common'] })
  await anArticle({ slug: 'both', projects: ['helm'], tags: ['rare'], date: '2010-01-01' })
  await anArticle({ slug: 'hidden', projects: ['helm'], tags: ['rare'], visibleFrom: null })
  await anArticle({ slug: 'translation', group: 'this', locale: 'zh', projects: ['helm'] })
  const related = await listRelated(await read('this'), 5)
  expect(related.map(({ slug, because }) => [slug, ...because.map(({ kind, name }) => `${kind} ${name}`)])).toEqual([
    ['both', 'project helm', 'tag rare'],
    ['by', 'author ada'],
    ['with', 'person bob'],
    ['about', 'project helm'],
    ['rarely', 'tag rare'],
  ])
})

test('in Chinese, what is related is Chinese where it exists, and English where it does not', async () => {
  await anArticle({ slug: 'zhe', group: 'this', locale: 'zh', projects: ['helm'] })
  await anArticle({ slug: 'this', projects: ['helm'] })
  await anArticle({ slug: 'er', group: 'two', locale: 'zh', projects: ['helm'] })
  await anArticle({ slug: 'two', projects: ['helm'] })
  await anArticle({ slug: 'three', projects: ['helm'] })
  const slugs = async (slug: string, locale: string) =>
    (await listRelated(await read(slug, locale))).map((line) => `${line.locale}/${line.slug}`).sort()
  expect(await slugs('zhe', 'zh')).toEqual(['en/three', 'zh/er'])
  expect(await slugs('this', 'en')).toEqual(['en/three', 'en/two'])
})

test('what nearly every text names joins none of them', async () => {
  for (let n = 0; n < 8; n++) await anArticle({ slug: `text-${n}`, organizations: ['foundation'] })
  expect(await listRelated(await read('text-0'))).toEqual([])
})

test('other parts of a series are not among what is related: they have their own list', async () => {
  const part = { series: 'tour', seriesName: 'A tour', tags: ['tour'] }
  await anArticle({ slug: 'one', ...part })
  await anArticle({ slug: 'two', ...part })
  await anArticle({ slug: 'three', tags: ['tour'] })
  expect((await listRelated(await read('one'))).map(({ slug }) => slug)).toEqual(['three'])
})

test('since then is drawn from the database as it is now', async () => {
  const event = await anEvent({ slug: 'con' })
  await db.event.update({
    where: { id: event.id },
    data: { startsOn: new Date('2018-12-10'), endsOn: new Date('2018-12-10') },
  })
  await anArticle({
    slug: 'old',
    category: 'call',
    projects: ['helm'],
    organizations: ['acme'],
    events: ['con'],
    authors: [['ada', 'acme']],
    series: 'tour',
    seriesName: 'A tour',
  })
  const since = async () => {
    const article = await read('old')
    return listSince(article, await getSeries(article), new Date())
  }
  expect((await since()).map(({ kind }) => kind)).toEqual(['event-over'])

  const helm = await db.project.findUniqueOrThrow({ where: { slug: 'helm' } })
  const move = (level: 'incubating' | 'graduated', day: string, announcement: string | null) =>
    db.projectMove.create({ data: { projectId: helm.id, level, effectiveOn: new Date(day), announcement } })
  await move('incubating', '2018-06-01', null)
  await move('graduated', '2020-04-30', 'helm-graduates')
  await db.person.update({ where: { slug: 'ada' }, data: { affiliation: 'Umbrella' } })
  await anArticle({ slug: 'next', date: '2018-09-01', series: 'tour', seriesName: 'A tour' })
  expect((await since()).find(({ kind }) => kind === 'level')).toMatchObject({
    before: 'incubating',
    now: 'graduated',
    article: null,
  })
  await anArticle({ slug: 'helm-graduates', date: '2020-04-30' })
  expect(await since()).toMatchObject([
    { kind: 'series', on: '2018-09-01', latest: { slug: 'next' }, more: 0 },
    { kind: 'event-over', on: '2018-12-10', event: { slug: 'con' }, isReleased: false },
    { kind: 'level', on: '2020-04-30', article: { slug: 'helm-graduates' } },
    { kind: 'affiliation', before: 'acme', now: 'Umbrella' },
  ])
})

test('an article asks the database no more often when it has 200 relatives than when it has 20', async () => {
  const shared = {
    tags: ['tour'],
    projects: ['helm', 'envoy'],
    organizations: ['acme'],
    series: 'tour',
    seriesName: 'A tour',
  }
  const page = async () => {
    const article = await read('this')
    const series = await getSeries(article)
    const related = await listRelated(article)
    expect(related).toHaveLength(3)
    await listNeighbours(article, series)
    await listSince(article, series, new Date())
    await getLive(article.tree, 'en', new Date())
    await listTranslations('article', article.groupSlug)
  }
  await anArticle({ slug: 'this', ...shared, authors: [['ada', 'acme']] })
  const relatives = async (from: number, to: number) => {
    for (let n = from; n < to; n++) {
      const date = addDays(new Date('2018-01-01'), n * 2)
        .toISOString()
        .slice(0, 10)
      const isPart = n % 2 === 0
      await anArticle({ ...shared, date, authors: [['ada', 'acme']], ...(isPart ? {} : { series: 'other' }) })
    }
  }
  await relatives(0, 20)
  const few = await statements(page)
  await relatives(20, 200)
  expect(few).toBeGreaterThan(5)
  expect(await statements(page)).toBe(few)
})
