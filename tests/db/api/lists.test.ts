import { subDays } from 'date-fns'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aToken, call, walk } from '@/tests/api'
import { anEvent, anOpenCall, aPerson, aProposal } from '@/tests/factories'

const codesOf = (items: { code: string }[]) => items.map(({ code }) => code)

test.each(['newest', 'oldest', 'title', '-title'])(
  'a walk by %s meets every proposal once, while others come',
  async (sort) => {
    const open = await anOpenCall()
    const chair = await aToken(await aPerson({ roles: ['chair'], eventId: open.event.id }))
    const there: string[] = []
    for (const [index, title] of ['m', 'M', 'm', 'n', 'k', 'o', 'm'].entries()) {
      const { proposal } = await aProposal({ call: open, title })
      await db.proposal.update({ where: { id: proposal.id }, data: { submittedAt: subDays(new Date(), index % 3) } })
      there.push(proposal.code)
    }
    const list = `GET /events/${open.event.slug}/proposals?limit=2&state=submitted&sort=${sort}`
    const coming = ['a', 'z', 'm']
    const items = await walk(list, { token: chair }, async () => {
      const title = coming.pop()
      if (title) await aProposal({ call: open, title })
    })
    const met = codesOf(items)
    expect(new Set(met).size).toBe(met.length)
    expect(met).toEqual(expect.arrayContaining(there))
  },
)

test('a page goes on behind a proposal that has left the filter since', async () => {
  const open = await anOpenCall()
  const token = await aToken(await aPerson({ roles: ['chair'], eventId: open.event.id }))
  for (const title of ['a', 'b', 'c', 'd']) await aProposal({ call: open, title })
  const list = `GET /events/${open.event.slug}/proposals?limit=2&state=submitted&sort=title`
  const { body: first } = await call(list, { token })
  await db.proposal.updateMany({
    where: { code: { in: codesOf(first.items) } },
    data: { decision: 'rejected', decidedAt: new Date() },
  })
  const { body: second } = await call(`${list}&cursor=${first.nextCursor}`, { token })
  expect(second.items.map(({ title }: { title: string }) => title)).toEqual(['c', 'd'])
  expect(second.nextCursor).toBeNull()
})

test('a speaker’s own list is walked alike', async () => {
  const open = await anOpenCall()
  const speaker = await aPerson()
  const token = await aToken(speaker)
  const there: string[] = []
  for (const title of ['b', 'B', 'a', 'c']) there.push((await aProposal({ call: open, speaker, title })).proposal.code)
  await aProposal({ call: open })
  for (const sort of ['newest', 'oldest', 'title', '-title']) {
    const items = await walk(`GET /events/${open.event.slug}/proposals?limit=1&sort=${sort}`, { token })
    expect(codesOf(items).sort()).toEqual([...there].sort())
  }
})

test('events, projects, articles, people, releases and the ranking are walked alike', async () => {
  const open = await anOpenCall()
  await anEvent()
  await anEvent()
  const chair = await aToken(await aPerson({ roles: ['chair'], eventId: open.event.id }))
  for (const title of ['a', 'b', 'c']) await aProposal({ call: open, title })
  for (const slug of ['vitess', 'harbor', 'helm']) await db.project.create({ data: aProject(slug) })
  const author = await aPerson()
  for (const slug of ['one', 'two', 'three']) {
    const { id } = await db.document.create({ data: anArticle(slug) })
    await db.documentAuthor.create({ data: { documentId: id, personId: author.id, position: 0 } })
  }
  const others = [await aPerson(), await aPerson()]
  const { id: projectId } = await db.project.findUniqueOrThrow({ where: { slug: 'helm' } })
  for (const { id: personId } of others)
    await db.projectSponsor.createMany({ data: { personId, projectId }, skipDuplicates: true })
  for (const number of [1, 2, 3]) {
    await db.release.create({
      data: {
        eventId: open.event.id,
        number,
        name: `Number ${number}`,
        schedule: { slots: [] },
        releasedAt: new Date(),
      },
    })
  }
  const at = `/events/${open.event.slug}`
  const slugs = async (list: string) => (await walk(`GET ${list}?limit=1`, {})).map(({ slug }) => slug)
  expect(await slugs('/events')).toHaveLength(3)
  expect(await slugs('/projects')).toEqual(['harbor', 'helm', 'vitess'])
  expect(await slugs('/articles')).toEqual(['one', 'three', 'two'])
  expect(await slugs('/people')).toEqual([author, ...others].map(({ slug }) => slug).sort())
  expect((await walk(`GET ${at}/schedule/releases?limit=2`, {})).map(({ number }) => number)).toEqual([3, 2, 1])
  expect((await walk(`GET ${at}/ranking?limit=2`, { token: chair })).map(({ place }) => place)).toEqual([1, 2, 3])
})

test('an event says its days, its call and its choices in its own zone, and null for what nobody stated', async () => {
  const { event } = await anOpenCall({
    opensAt: new Date('2027-01-10T09:00:00Z'),
    closesAt: new Date('2027-07-01T22:00:00Z'),
  })
  await db.event.update({
    where: { id: event.id },
    data: { startsOn: new Date('2027-10-30'), endsOn: new Date('2027-10-31') },
  })
  const { body } = await call(`GET /events/${event.slug}`)
  expect(body).toMatchObject({
    slug: event.slug,
    startsAt: '2027-10-30T00:00:00+02:00',
    endsAt: '2027-10-31T23:59:59+01:00',
    timeZone: 'Europe/Berlin',
    call: { opensAt: '2027-01-10T10:00:00+01:00', closesAt: '2027-07-02T00:00:00+02:00' },
    formats: [{ slug: 'talk', name: 'Talk', minutes: 30 }],
    tracks: [{ slug: 'operations' }],
    levels: [{ slug: 'beginner' }],
  })
  const bare = await anEvent()
  await db.event.update({ where: { id: bare.id }, data: { startsOn: null, endsOn: null } })
  const { body: undated } = await call(`GET /events/${bare.slug}`)
  expect(undated).toMatchObject({
    startsAt: null,
    endsAt: null,
    call: { opensAt: null, closesAt: null, state: 'no-call' },
  })
})

test('signing up makes nobody visible among the people', async () => {
  await aPerson()
  await aProposal()
  expect((await call('GET /people')).body.items).toEqual([])
})

test('a project says the day of each level that it has reached', async () => {
  const data = {
    ...aProject('harbor'),
    moves: {
      create: [
        { level: 'incubating' as const, effectiveOn: new Date('2018-11-13') },
        { level: 'sandbox' as const, effectiveOn: new Date('2018-07-31') },
      ],
    },
  }
  await db.project.create({ data })
  const { body } = await call('GET /projects')
  const { slug, ...rest } = body.items[0]
  expect([slug, rest]).toMatchObject([
    'harbor',
    { level: 'incubating', accepted: '2018-07-31', incubating: '2018-11-13', graduated: null, archived: null },
  ])
})

test('articles are those of the language asked for', async () => {
  await db.document.create({ data: anArticle('one') })
  await db.document.create({ data: { ...anArticle('yi'), locale: 'zh', groupSlug: 'one', tags: ['harbor'] } })
  const { body: english } = await call('GET /articles')
  expect(english.items).toMatchObject([{ slug: 'one', locale: 'en', path: '/blog/one', date: '2018-08-09' }])
  const { body: chinese } = await call('GET /articles?locale=zh&tag=harbor')
  expect(chinese.items).toMatchObject([{ slug: 'yi', locale: 'zh', path: '/zh/blog/yi' }])
  expect((await call('GET /articles?tag=harbor')).body.items).toEqual([])
})

const aProject = (slug: string) => ({ slug, name: slug, tagline: 'A project of the tests' })

function anArticle(slug: string) {
  const day = new Date('2018-08-09')
  return {
    kind: 'article' as const,
    locale: 'en',
    slug,
    groupSlug: slug,
    file: `content/blog/${slug}.mdx`,
    sourceHash: slug,
    treeVersion: 1,
    title: slug,
    summary: 'An article of the tests',
    publishedOn: day,
    sortDate: day,
    visibleFrom: day,
    frontMatter: {
      title: slug,
      summary: 'An article of the tests',
      date: '2018-08-09',
      authors: [],
      category: 'announcement',
      people: [],
      tags: [],
      projects: [],
      organizations: [],
      events: [],
    },
    tree: [],
    contents: [],
    plainText: '',
    minutes: 1,
  }
}
