import { addDays, subMinutes } from 'date-fns'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aToken, call, walk } from '@/tests/api'
import { anOpenCall, aPerson, aProposal, aReviewRound } from '@/tests/factories'

async function aCommittee() {
  const open = await anOpenCall()
  const of = { eventId: open.event.id }
  const [chair, reviewer, peer] = [
    await aPerson({ name: 'Clara Chair', roles: ['chair'], ...of }),
    await aPerson({ name: 'Rita Reviewer', roles: ['reviewer'], ...of }),
    await aPerson({ name: 'Petra Hidden', roles: ['reviewer'], ...of }),
  ]
  const { proposal, speaker } = await aProposal({ call: open, speaker: await aPerson({ name: 'Ada Reviewer' }) })
  const at = `/events/${open.event.slug}`
  return {
    open,
    at,
    one: `${at}/proposals/${proposal.code}`,
    code: proposal.code,
    proposal,
    speaker,
    people: { chair, reviewer, peer },
    chair: await aToken(chair),
    reviewer: await aToken(reviewer),
    peer: await aToken(peer),
  }
}
const later = (days: number) => addDays(new Date(), days).toISOString()
const problemOf = ({ status, body }: Awaited<ReturnType<typeof call>>) => [
  status,
  body.type.replace('/problems/', ''),
  ...(body.errors ?? []).map(({ path }: { path: string }) => path),
]

test('rounds and criteria are set by chairs and read by reviewers; what a rule refuses names its field', async () => {
  const { at, chair, reviewer } = await aCommittee()
  const round = { name: 'First', opensAt: later(-1), closesAt: later(5), peers: 'own' }
  const made = await call(`POST ${at}/rounds`, { token: chair, body: round })
  expect(made.body).toMatchObject({ name: 'First', phase: 'open', isBlind: true, peers: 'own' })
  expect((await call(`GET ${at}/rounds`, { token: reviewer })).body.items).toEqual([made.body])
  const again = (body: object) => call(`POST ${at}/rounds`, { token: chair, body })
  expect(problemOf(await again({ ...round, name: 'Second', opensAt: later(1) }))).toEqual([409, 'overlap', '/opensAt'])
  expect(problemOf(await again({ ...round, opensAt: later(6), closesAt: later(7) }))).toEqual([
    409,
    'name-taken',
    '/name',
  ])
  expect(problemOf(await again({ name: 'Third', opensAt: later(9), closesAt: later(8) }))).toEqual([
    422,
    'invalid',
    '/closesAt',
  ])
  const put = (version: string) =>
    call(`PUT ${at}/rounds/${made.body.id}`, {
      token: chair,
      body: { ...round, isBlind: false },
      headers: { 'if-match': version },
    })
  expect((await put(made.headers.get('etag') ?? '')).body.isBlind).toBe(false)
  expect((await put(made.headers.get('etag') ?? '')).body.current.isBlind).toBe(false)

  const criterion = (body: object) => call(`POST ${at}/criteria`, { token: chair, body })
  expect((await criterion({ name: 'Clear words', weight: 3, roundId: made.body.id })).body.slug).toBe('clear-words')
  expect(problemOf(await criterion({ name: 'Wit', min: 5, max: 1 }))).toEqual([409, 'backwards', '/max'])
  expect(problemOf(await criterion({ name: 'Wit', weight: 0 }))).toEqual([422, 'invalid', '/weight'])
  for (const name of ['Third', 'Fourth']) expect((await criterion({ name })).status).toBe(201)
  expect(problemOf(await criterion({ name: 'Fifth' }))).toEqual([409, 'too-many', '/roundId'])
  expect(await walk(`GET ${at}/criteria?limit=2`, { token: reviewer })).toHaveLength(4)
})

test('a thread is led under numbers where the round hides names, and is its authors’ to change for a while', async () => {
  const { at, one, reviewer, peer, chair } = await aCommittee()
  const said = await call(`POST ${one}/comments`, { token: peer, body: { text: 'Seen elsewhere' } })
  expect([said.status, said.body.isOwn, said.body.canEdit]).toEqual([201, true, true])
  await call(`POST ${one}/comments`, { token: reviewer, body: { text: 'Where?' } })
  const read = async (token: string) => (await call(`GET ${one}/comments`, { token })).body.items
  expect((await read(reviewer)).map(({ by }: { by: string }) => by)).toEqual(['Reviewer 1', 'You'])
  expect((await read(chair)).map(({ by }: { by: string }) => by)).toEqual(['Petra Hidden', 'Rita Reviewer'])
  const edit = (token: string, version: number) =>
    call(`PATCH ${one}/comments/${said.body.id}`, {
      token,
      body: { text: 'Given twice' },
      headers: { 'if-match': `"${version}"` },
    })
  expect((await edit(reviewer, said.body.version)).status).toBe(404)
  expect((await edit(peer, said.body.version)).body).toMatchObject({ text: 'Given twice' })
  const late = await edit(peer, said.body.version)
  expect([late.status, late.body.current.text]).toEqual([412, 'Given twice'])
  await db.reviewComment.updateMany({ data: { createdAt: subMinutes(new Date(), 16) } })
  const [{ version }] = await read(peer)
  expect(problemOf(await edit(peer, version))).toEqual([409, 'too-late'])
  expect(problemOf(await call(`POST ${one}/comments`, { token: peer, body: { text: ' ' } }))).toEqual([
    422,
    'invalid',
    '/text',
  ])
  expect((await call(`POST ${at}/proposals/ZZZZZZ/comments`, { token: peer, body: { text: 'x' } })).status).toBe(404)
})

test('conflicts are declared once and for good, and listed for chairs with what is inferred shown as such', async () => {
  const { open, at, one, code, people, reviewer, chair, speaker, proposal } = await aCommittee()
  const employer = await aPerson({ name: 'Ed Elsewhere', roles: ['reviewer'], eventId: open.event.id })
  await db.person.updateMany({
    where: { id: { in: [employer.id, speaker.id] } },
    data: { affiliation: 'Same Works' },
  })
  const declared = await call(`POST ${at}/conflicts`, { token: reviewer, body: { code, reason: 'We share a flat' } })
  expect([declared.status, declared.body]).toEqual([201, { code, reason: 'We share a flat' }])
  expect((await call(`GET ${one}`, { token: reviewer })).status).toBe(404)
  expect((await call(`GET ${one}/comments`, { token: reviewer })).status).toBe(404)
  expect(problemOf(await call(`POST ${one}/recommend`, { token: reviewer, body: { decision: 'accepted' } }))).toEqual([
    404,
    'not-found',
  ])
  const { items } = (await call(`GET ${at}/conflicts`, { token: chair })).body
  expect(items).toHaveLength(2)
  expect(items).toEqual(
    expect.arrayContaining([
      {
        code,
        reviewer: { slug: employer.slug, name: 'Ed Elsewhere' },
        because: ['organization'],
        isInferred: true,
        reason: null,
      },
      {
        code,
        reviewer: { slug: people.reviewer.slug, name: 'Rita Reviewer' },
        because: ['declared'],
        isInferred: false,
        reason: 'We share a flat',
      },
    ]),
  )
  const some = async (query: string) =>
    (await walk(`GET ${at}/conflicts?limit=1${query}`, { token: chair })).map(({ reviewer: { name } }) => name).sort()
  expect(await some('')).toEqual(['Ed Elsewhere', 'Rita Reviewer'])
  expect(await some('&inferred=true')).toEqual(['Ed Elsewhere'])
  expect(await some('&inferred=false')).toEqual(['Rita Reviewer'])
  expect(await some(`&reviewer=${employer.slug}&code=${code.toLowerCase()}`)).toEqual(['Ed Elsewhere'])
  const evidence = await call(`GET ${one}/evidence`, { token: chair })
  expect(evidence.body.surnames).toEqual([
    { slug: people.reviewer.slug, name: 'Rita Reviewer', speaker: 'Ada Reviewer' },
  ])
  // A conflict of the chair's own hides the proposal from the list of conflicts, too.
  await db.conflict.create({ data: { proposalId: proposal.id, personId: people.chair.id, reason: 'x' } })
  expect(await some('')).toEqual([])
  for (const path of ['evidence', 'warnings', 'similar', 'moves', 'versions', 'files', 'reviews'])
    expect([path, (await call(`GET ${one}/${path}`, { token: chair })).status]).toEqual([path, 404])
})

test('a queue is walked page by page and meets everything once; what others said is read as the round says', async () => {
  const { open, at, one, reviewer, peer, chair } = await aCommittee()
  await aReviewRound(open.event, { peers: 'own', namesReviewers: true })
  for (const title of ['b', 'c', 'd']) await aProposal({ call: open, title })
  const met = await walk(`GET ${at}/queue?limit=2`, { token: reviewer })
  expect(met.map(({ place }) => place)).toEqual([1, 2, 3, 4])
  expect(new Set(met.map(({ code }) => code)).size).toBe(4)
  const review = (token: string) =>
    call(`PUT ${one}/reviews/mine`, {
      token,
      body: { scores: { content: 2 }, submit: true, forCommittee: 'Hm' },
      headers: { 'if-match': '"0"' },
    })
  await review(peer)
  const peers = () => call(`GET ${one}/reviews/peers`, { token: reviewer })
  expect((await peers()).body.items).toEqual([])
  await review(reviewer)
  expect((await peers()).body.items).toMatchObject([{ by: 'Petra Hidden', scores: { content: 2 }, forCommittee: 'Hm' }])
  expect((await call(`GET ${at}/progress/mine`, { token: reviewer })).body).toMatchObject({ total: 4, done: 1 })
  const { body } = await call(`GET ${at}/progress`, { token: chair })
  expect(body.coverage).toEqual([
    { reviews: 0, proposals: 3 },
    { reviews: 2, proposals: 1 },
  ])
  expect((await call(`GET ${at}/progress`, { token: reviewer })).status).toBe(403)
})

test('preferences are said by slug, kept by version, and of this event’s choices alone', async () => {
  const { at, reviewer } = await aCommittee()
  const put = (body: object, version = '"0"') =>
    call(`PUT ${at}/preferences/mine`, { token: reviewer, body, headers: { 'if-match': version } })
  const wish = {
    more: { tracks: ['operations'], tags: [] },
    less: { tracks: [], tags: [] },
    languages: ['en'],
    load: 7,
  }
  const saved = await put(wish)
  expect(saved.body).toEqual(wish)
  expect((await call(`GET ${at}/preferences/mine`, { token: reviewer })).body).toEqual(wish)
  expect((await put(wish, '"9"')).status).toBe(412)
  const version = saved.headers.get('etag') ?? ''
  expect(problemOf(await put({ less: { tracks: ['none'] } }, version))).toEqual([422, 'invalid', '/less/tracks/0'])
})
