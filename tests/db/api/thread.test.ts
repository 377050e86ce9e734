import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aService, aToken, call } from '@/tests/api'
import { anOpenCall, aPerson } from '@/tests/factories'

/** An open call, with a token for everybody whom the thread needs. */
async function aCommittee() {
  const { event } = await anOpenCall()
  const people = {
    speaker: await aPerson({ name: 'Ada Speaker' }),
    reviewer: await aPerson({ roles: ['reviewer'], eventId: event.id }),
    chair: await aPerson({ roles: ['chair'], eventId: event.id }),
  }
  const [speaker, reviewer, chair] = [
    await aToken(people.speaker),
    await aToken(people.reviewer),
    await aToken(people.chair),
  ]
  return { event, at: `/events/${event.slug}`, people, speaker, reviewer, chair }
}

const aTalk = { title: 'Quiet pagers', abstract: 'Two years of alerts.', format: 'talk', track: 'operations' }

test('a talk goes from a proposal to a published schedule by tokens alone', async () => {
  const { event, at, people, speaker, reviewer, chair } = await aCommittee()
  const open = await call(`GET ${at}`)
  expect(open.body.call.state).toBe('open')

  const created = await call(`POST ${at}/proposals`, {
    token: speaker,
    body: {
      ...aTalk,
      speakers: [
        { email: people.speaker.email, name: 'Ada' },
        { email: 'Co@Example.org', name: 'Co' },
      ],
      submit: true,
    },
  })
  expect(created.status).toBe(201)
  const { code } = created.body
  expect(created.headers.get('location')).toBe(`/api/v1${at}/proposals/${code}`)
  expect(created.headers.get('etag')).toBe('"1"')
  expect(created.body).toMatchObject({
    state: 'submitted',
    format: 'talk',
    speakers: [
      { name: 'Ada Speaker', email: people.speaker.email },
      { name: 'Co', email: 'Co@Example.org' },
    ],
  })

  const mine = `${at}/proposals/${code.toLowerCase()}/reviews/mine`
  const unbegun = await call(`GET ${mine}`, { token: reviewer })
  expect([unbegun.status, unbegun.headers.get('etag')]).toEqual([200, '"0"'])
  const review = { scores: { content: 5 }, forCommittee: 'Take it', forSpeaker: 'More figures', submit: true }
  const reviewed = await call(`PUT ${mine}`, { token: reviewer, body: review, headers: { 'if-match': '"0"' } })
  expect([reviewed.status, reviewed.headers.get('etag')]).toEqual([200, '"1"'])
  const reviews = await call(`GET ${at}/proposals/${code}/reviews`, { token: chair })
  expect(reviews.body.items).toMatchObject([{ ...review, reviewer: { slug: people.reviewer.slug } }])
  const ranking = await call(`GET ${at}/ranking`, { token: chair })
  expect(ranking.body.items).toMatchObject([{ code, raw: 5, reviews: 1, calibrated: 5, flags: ['few-reviews'] }])

  const decisions = { items: [{ code, decision: 'accepted', reason: 'Timely' }] }
  const rehearsed = await call(`POST ${at}/decisions`, { token: chair, body: { ...decisions, dryRun: true } })
  expect(rehearsed.body).toEqual({ items: [{ code, from: 'submitted', to: 'accepted' }], dryRun: true })
  expect((await call(`GET ${at}/proposals/${code}`, { token: chair })).body.state).toBe('submitted')
  await call(`POST ${at}/decisions`, { token: chair, body: decisions })
  expect((await call(`GET ${at}/proposals/${code}`, { token: chair })).body).toMatchObject({
    state: 'accepted',
    decisionReason: 'Timely',
  })
  const unaware = await call(`GET ${at}/proposals/${code}`, { token: speaker })
  expect(unaware.body.state).toBe('submitted')
  expect(unaware.text).not.toContain('Timely')

  const preview = await call(`POST ${at}/decisions/announce`, { token: chair, body: { codes: [code], dryRun: true } })
  expect(preview.body.announced).toBe(0)
  expect(preview.body.messages[0]).toMatchObject({ to: people.speaker.email })
  const sent = await db.outboxMessage.count()
  const told = await call(`POST ${at}/decisions/announce`, { token: chair, body: { codes: [code] } })
  expect(told.body).toEqual({ messages: preview.body.messages, announced: 1 })
  expect(await db.outboxMessage.count()).toBe(sent + 2)

  const confirmed = await call(`POST ${at}/proposals/${code}/confirm`, { token: speaker })
  expect([confirmed.status, confirmed.body.state]).toEqual([200, 'confirmed'])

  const draft = await call(`GET ${at}/schedule/draft`, { token: chair })
  expect(draft.body).toEqual({ rooms: [{ slug: 'hall', name: 'Hall', capacity: 500 }], placements: [], warnings: [] })
  const start = '2027-06-01T10:00:00+02:00'
  const placed = await call(`PUT ${at}/schedule/draft`, {
    token: chair,
    headers: { 'if-match': draft.headers.get('etag') ?? '' },
    body: { ...draft.body, placements: [{ code, room: 'hall', start, minutes: 30 }] },
  })
  expect(placed.body.placements).toMatchObject([{ code, room: 'hall', start, minutes: 30 }])
  const again = await call(`PUT ${at}/schedule/draft`, {
    token: chair,
    headers: { 'if-match': placed.headers.get('etag') ?? '' },
    body: placed.body,
  })
  expect(again.body).toEqual(placed.body)

  const released = await call(`POST ${at}/schedule/release`, { token: chair, body: { name: 'First' } })
  expect([released.status, released.body]).toMatchObject([201, { number: 1, name: 'First', leftOut: [] }])
  const releases = await call(`GET ${at}/schedule/releases`)
  const { number, name, releasedAt } = released.body
  expect(releases.body).toEqual({ items: [{ number, name, releasedAt }], nextCursor: null })
  const { body: people1 } = await call('GET /people')
  expect(people1.items.map((person: { name: string }) => person.name)).toContain('Ada Speaker')
  expect(await db.slot.count({ where: { eventId: event.id } })).toBe(1)
})

test('a draft is changed field by field, submitted and withdrawn by its speaker', async () => {
  const { at, speaker } = await aCommittee()
  const created = await call(`POST ${at}/proposals`, { token: speaker, body: { title: 'Only a title' } })
  expect(created.body).toMatchObject({ state: 'draft', abstract: '', format: null, language: 'en' })
  const one = `${at}/proposals/${created.body.code}`
  const changed = await call(`PATCH ${one}`, {
    token: speaker,
    body: { abstract: 'Now there is one', format: 'talk', speakers: [{ email: 'co@example.org', name: 'Co' }] },
    headers: { 'if-match': '"1"' },
  })
  expect(changed.body).toMatchObject({
    title: 'Only a title',
    abstract: 'Now there is one',
    format: 'talk',
    version: 2,
  })
  expect(changed.headers.get('etag')).toBe('"2"')
  const kept = await call(`PATCH ${one}`, {
    token: speaker,
    body: { title: 'Another', track: null },
    headers: { 'if-match': '"2"' },
  })
  expect(kept.body.speakers).toMatchObject([{ name: 'Ada Speaker' }, { name: 'Co', email: 'co@example.org' }])
  expect((await call(`POST ${one}/submit`, { token: speaker })).body.state).toBe('submitted')
  expect((await call(`POST ${one}/withdraw`, { token: speaker })).body.state).toBe('withdrawn')
})

test('a service proposes for others, decides and is written down as itself', async () => {
  const { event, at } = await aCommittee()
  const service = await aService('chair', event.id)
  const speakers = [
    { email: 'Grace@Example.org', name: 'Grace' },
    { email: 'co@example.org', name: 'Co' },
  ]
  const created = await call(`POST ${at}/proposals`, {
    token: service.token,
    body: { ...aTalk, speakers, submit: true },
  })
  expect(created.body).toMatchObject({
    state: 'submitted',
    speakers: [{ name: 'Grace', email: 'grace@example.org' }, { name: 'Co' }],
  })
  const items = [{ code: created.body.code, decision: 'rejected' }]
  expect((await call(`POST ${at}/decisions`, { token: service.token, body: { items } })).status).toBe(200)
  const entries = await db.auditEntry.findMany({ where: { actorId: service.id }, orderBy: { id: 'asc' } })
  expect(entries.map(({ actorKind, verb }) => [actorKind, verb])).toEqual([
    ['service', 'submit'],
    ['service', 'decide'],
  ])
  const draft = await call(`POST ${at}/proposals`, { token: service.token, body: { ...aTalk, speakers } })
  expect([draft.status, draft.body.state]).toEqual([201, 'draft'])
  expect((await call(`GET ${at}/proposals/${draft.body.code}`, { token: service.token })).status).toBe(404)
})

test('what a speaker lists is their own, drafts included; what a chair lists is what was submitted', async () => {
  const { at, speaker, chair } = await aCommittee()
  await call(`POST ${at}/proposals`, { token: speaker, body: { ...aTalk, title: 'Draft' } })
  await call(`POST ${at}/proposals`, { token: speaker, body: { ...aTalk, title: 'Sent', submit: true } })
  await call(`POST ${at}/proposals`, { token: chair, body: { ...aTalk, title: 'The chair’s own', submit: true } })
  const titles = async (query: string, token: string) =>
    (await call(`GET ${at}/proposals?sort=title${query}`, { token })).body.items.map(
      ({ title }: { title: string }) => title,
    )
  expect(await titles('', speaker)).toEqual(['Draft', 'Sent'])
  expect(await titles('&state=draft', speaker)).toEqual(['Draft'])
  expect(await titles('&q=sEN&track=operations&state=submitted,accepted', speaker)).toEqual(['Sent'])
  expect(await titles('&track=none', speaker)).toEqual([])
  expect(await titles('', chair)).toEqual(['Sent'])
  expect(await titles('&state=draft', chair)).toEqual([])
  expect(await titles('&q=ada%20speaker', chair)).toEqual(['Sent'])
  expect(await titles('&mine=true', chair)).toEqual(['The chair’s own'])
})

test('a token notes when it was used, once a minute', async () => {
  const person = await aPerson()
  const token = await aToken(person)
  await call('GET /events', { token })
  const first = await db.apiToken.findFirstOrThrow({ where: { personId: person.id } })
  expect(first.lastUsedAt).not.toBeNull()
  await call('GET /events', { token })
  expect(await db.apiToken.findFirstOrThrow({ where: { personId: person.id } })).toEqual(first)
  await db.apiToken.updateMany({ data: { lastUsedAt: new Date(Date.now() - 61_000) } })
  await call('GET /events', { token })
  const later = await db.apiToken.findFirstOrThrow({ where: { personId: person.id } })
  expect(later.lastUsedAt?.getTime()).toBeGreaterThanOrEqual(first.lastUsedAt?.getTime() ?? 0)
})
