import { addHours } from 'date-fns'
import { expect, test } from 'vitest'
import { getArticle, listArticles } from '@/features/content/queries/articles'
import { db } from '@/lib/db'
import { createDocuments } from '@/lib/front/documents'
import { Purges } from '@/lib/front/purges'
import { Store } from '@/lib/front/store'
import { collect } from '@/lib/front/tags'
import { anArticle } from '../articles'

/** The front as it stands before readers, with a clock of the test's own, over pages drawn from the real database. */
function aFrontAt(clock: { now: number }) {
  let renders = 0
  const documents = createDocuments({
    store: new Store({ documents: 1_000_000, missing: 10_000 }),
    purges: new Purges(),
    isListening: () => true,
    now: () => clock.now,
    render: (url) =>
      collect(async (reading) => {
        renders++
        const slug = url.slice('/blog/'.length)
        const found = slug
          ? [await getArticle('en', slug)].flatMap((article) => article?.slug ?? [])
          : (await listArticles({ locales: ['en'] })).items.map((article) => article.slug)
        const headers = { 'content-type': 'text/plain' }
        return { status: found.length > 0 ? 200 : 404, headers, body: Buffer.from(found.join(' ')), reading }
      }),
  })
  const read = async (url: string) => {
    const outcome = await documents.get(url, url, 'all')
    if (outcome.kind !== 'entry' || outcome.isStale) return outcome.kind
    return `${outcome.entry.status} ${outcome.entry.body?.identity.bytes ?? ''}`.trim()
  }
  return { read, count: () => renders }
}

test('at its moment a scheduled text is on its page and in the lists, with no sync, purge or start in between', async () => {
  const moment = addHours(new Date(), 3)
  await anArticle({ slug: 'out' })
  const { id } = await anArticle({ slug: 'coming', date: '2018-09-01', visibleFrom: moment })
  const clock = { now: Date.now() }
  const { read, count } = aFrontAt(clock)
  expect([await read('/blog/'), await read('/blog/coming'), await read('/blog/out')]).toEqual([
    '200 out',
    '404',
    '200 out',
  ])

  clock.now = moment.getTime() - 1
  expect([await read('/blog/'), await read('/blog/out')]).toEqual(['200 out', '200 out'])
  expect(count()).toBe(3)

  // Three hours later, by the only clock that the queries have: the text's own moment lies behind them.
  await db.document.update({ where: { id }, data: { visibleFrom: addHours(moment, -4) } })
  expect(await read('/blog/')).toBe('200 out')
  clock.now = moment.getTime()
  expect([await read('/blog/'), await read('/blog/coming')]).toEqual(['200 coming out', '200 coming'])
})
