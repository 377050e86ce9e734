import { addDays, addHours } from 'date-fns'
import { expect, test } from 'vitest'
import { changesFeed } from '@/features/changes/formats/feed'
import { countChanges, listChanges, listChangesBetween } from '@/features/changes/queries/list'
import { pathOf, sentenceOf } from '@/features/changes/rules'
import { db } from '@/lib/db'
import { atom } from '@/lib/feed/atom'
import { jsonFeed } from '@/lib/feed/json-feed'
import { rss } from '@/lib/feed/rss'
import { collect } from '@/lib/front/tags'
import { wordsFor } from '@/lib/i18n/words'
import { atomComplaints, jsonFeedComplaints, rssComplaints } from '../conformance/feeds'
import { aDocument, anEvent } from '../factories'

const words = wordsFor('en', 'changes')
const chinese = wordsFor('zh', 'changes')
const day = (at: string) => new Date(`${at}T00:00:00Z`)
const told = async (locale = 'en') =>
  (await listChanges(locale, { take: 50 })).map(
    (change) =>
      `${change.at.slice(0, 10)} ${sentenceOf(change, locale === 'zh' ? chinese : words)} ${pathOf(change, locale)}`,
  )

async function aProject(name: string, moves: ['sandbox' | 'incubating' | 'graduated' | 'archived', string][]) {
  await db.project.create({
    data: {
      slug: name.toLowerCase().replace(/[^a-z]+/g, ''),
      name,
      tagline: 'x',
      moves: { create: moves.map(([level, on]) => ({ level, effectiveOn: day(on) })) },
    },
  })
}

test('moves stand at the day on which they took effect, whenever they were recorded', async () => {
  await aProject('Helm', [
    ['incubating', '2018-06-01'],
    ['graduated', '2020-05-01'],
  ])
  await aProject('Rkt', [['archived', '2019-08-16']])
  expect(await told()).toEqual([
    '2020-05-01 Helm has graduated /projects/helm',
    '2019-08-16 Rkt entered the foundation and was archived /projects/rkt',
    '2018-06-01 Helm entered the foundation as an incubating project /projects/helm',
  ])
  expect((await told('zh'))[0]).toBe('2020-05-01 Helm 毕业 /zh/projects/helm')
})

test('calls, releases and corrections are told, and only what has happened', async () => {
  const event = await anEvent({ slug: 'open-days', name: 'Open Days' })
  await db.call.create({ data: { eventId: event.id, opensAt: day('2026-01-02') } })
  const other = await anEvent()
  await db.call.create({ data: { eventId: other.id, opensAt: addDays(new Date(), 3) } })
  const release = { eventId: event.id, schedule: {} }
  await db.release.create({ data: { ...release, number: 1, name: 'First', releasedAt: day('2026-02-02') } })
  await db.release.create({ data: { ...release, number: 2, name: 'Second', releasedAt: day('2026-03-02') } })
  await aDocument({ slug: 'wrong', title: 'Wrong', corrections: [{ on: '2026-04-02', text: 'It was nine.' }] })
  await aDocument({ slug: 'draft', visibleFrom: null, corrections: [{ on: '2026-04-03', text: 'x' }] })
  await aDocument({ slug: 'later', corrections: [{ on: '2999-01-01', text: 'x' }] })
  expect(await told()).toEqual([
    '2026-04-02 The article “Wrong” was corrected /blog/wrong',
    '2026-03-02 The schedule of Open Days was released anew: Second /events/open-days/schedule',
    '2026-02-02 The schedule of Open Days is out /events/open-days/schedule',
    '2026-01-02 The call for proposals of Open Days has opened /events/open-days/cfp',
  ])
  expect(await countChanges('en')).toEqual({ level: 0, ambassador: 0, call: 1, schedule: 2, correction: 1 })
  expect(await listChanges('en', { kind: 'call', take: 9 })).toHaveLength(1)
  expect(await listChangesBetween('en', day('2026-02-02'), day('2026-03-02'))).toHaveLength(1)
})

test('the page is old when the next call opens', async () => {
  const opensAt = addHours(new Date(), 3)
  await db.call.create({ data: { eventId: (await anEvent()).id, opensAt } })
  await aProject('Helm', [['sandbox', '2999-01-01']])
  await collect(async (reading) => {
    await countChanges('en')
    expect(reading.freshUntil).toBe(opensAt.getTime())
    expect([...reading.tags]).toEqual(expect.arrayContaining(['projects', 'events', 'articles']))
  })
})

test('a correction is told once in the reader’s language', async () => {
  const corrections = [{ on: '2026-04-02', text: 'It was nine.' }]
  await aDocument({ slug: 'wrong', title: 'Wrong', corrections })
  await aDocument({ slug: 'cuowu', groupSlug: 'wrong', locale: 'zh', title: '错误', corrections })
  expect(await told()).toEqual(['2026-04-02 The article “Wrong” was corrected /blog/wrong'])
  expect(await told('zh')).toEqual(['2026-04-02 文章《错误》有更正 /zh/blog/cuowu'])
  const [one] = await listChanges('en', { take: 1 })
  const [other] = await listChanges('zh', { take: 1 })
  expect(one?.id).toBe(other?.id)
})

test('the feeds of the log are valid, whatever projects and articles are called', async () => {
  await aProject('<b>Helm</b> & “friends” ]]>', [['sandbox', '2020-01-01']])
  await aDocument({ slug: 'wrong', title: '<script>', corrections: [{ on: '2026-04-02', text: '1 < 2 & 3' }] })
  const changes = await listChanges('en', { take: 50 })
  const around = { locale: 'en', appUrl: 'https://lectern.example', siteName: 'F & F', words }
  expect(await rssComplaints(rss(changesFeed(changes, { ...around, path: '/changes/feed.xml' })))).toEqual([])
  expect(await atomComplaints(atom(changesFeed(changes, { ...around, path: '/changes/atom.xml' })))).toEqual([])
  expect(jsonFeedComplaints(jsonFeed(changesFeed(changes, { ...around, path: '/changes/feed.json' })))).toEqual([])
  expect(changesFeed([], { ...around, path: '/changes/feed.xml' }).items).toEqual([])
})
