import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { REQUESTS_A_MINUTE } from '@/features/api/commands'
import { db } from '@/lib/db'
import { QUESTIONS } from '@/lib/rate-limit'
import { hashToken, newApiToken } from '@/lib/tokens'
import { aService, aToken, call } from '@/tests/api'
import { anOpenCall, aPerson, aProposal } from '@/tests/factories'
import { aDecidedProposal } from '@/tests/proposals'

async function aDesk() {
  const { proposal, speaker: author, call: open } = await aProposal()
  const eventId = open.event.id
  const chair = await aPerson({ roles: ['chair'], eventId })
  const [speaker, reviewer] = [await aToken(author), await aToken(await aPerson({ roles: ['reviewer'], eventId }))]
  const at = `/events/${open.event.slug}`
  return {
    at,
    one: `${at}/proposals/${proposal.code}`,
    code: proposal.code,
    speaker,
    reviewer,
    chair: await aToken(chair),
    open,
  }
}
type Desk = Awaited<ReturnType<typeof aDesk>>

const seen = (version: number) => ({ 'if-match': `"${version}"` })

test.each<[string, number, string, (desk: Desk) => ReturnType<typeof call>]>([
  [
    'a body that is not JSON',
    400,
    'not-json',
    ({ at, speaker }) => call(`POST ${at}/proposals`, { token: speaker, body: '{' }),
  ],
  [
    'half a character',
    422,
    'invalid',
    ({ at, speaker }) => call(`POST ${at}/proposals`, { token: speaker, body: '{"title":"\\ud800"}' }),
  ],
  [
    'a zero character in the query',
    400,
    'not-text',
    ({ at, chair }) => call(`GET ${at}/proposals?q=%00`, { token: chair }),
  ],
  ['no token', 401, 'unauthenticated', ({ at }) => call(`GET ${at}/proposals`)],
  ['a token that nobody has', 401, 'bad-token', () => call('GET /events', { token: newApiToken() })],
  ['what is no token', 401, 'bad-token', () => call('GET /events', { token: 'x' })],
  ['a right of others', 403, 'forbidden', ({ at, reviewer }) => call(`GET ${at}/schedule/draft`, { token: reviewer })],
  ['a move of others', 403, 'forbidden', ({ one, chair }) => call(`POST ${one}/withdraw`, { token: chair })],
  ['an unknown event', 404, 'not-found', ({ chair }) => call('GET /events/none/proposals', { token: chair })],
  ['an unknown code', 404, 'not-found', ({ at, chair }) => call(`GET ${at}/proposals/ZZZZZZ`, { token: chair })],
  [
    'a code with a zero character',
    404,
    'not-found',
    ({ at, chair }) => call(`GET ${at}/proposals/%00`, { token: chair }),
  ],
  ['an unknown address', 404, 'not-found', () => call('GET /nothing')],
  [
    'a method that is not there',
    405,
    'method-not-allowed',
    ({ one, chair }) => call(`DELETE ${one}`, { token: chair }),
  ],
  [
    'a move that a rule refuses',
    409,
    'not-decided',
    ({ one, speaker }) => call(`POST ${one}/confirm`, { token: speaker }),
  ],
  [
    'a release of nothing',
    409,
    'nothing-to-release',
    ({ at, chair }) => call(`POST ${at}/schedule/release`, { token: chair, body: { name: 'x' } }),
  ],
  [
    'a version that is overtaken',
    412,
    'overtaken',
    ({ one, speaker }) => call(`PATCH ${one}`, { token: speaker, body: { title: 'x' }, headers: seen(7) }),
  ],
  [
    'an ETag of elsewhere',
    412,
    'overtaken',
    ({ one, speaker }) => call(`PATCH ${one}`, { token: speaker, body: {}, headers: { 'if-match': '"abc"' } }),
  ],
  [
    'a body of more than a megabyte',
    413,
    'too-large',
    ({ at, speaker }) => call(`POST ${at}/proposals`, { token: speaker, body: 'x'.repeat(1_000_001) }),
  ],
  [
    'no version',
    428,
    'version-missing',
    ({ one, speaker }) => call(`PATCH ${one}`, { token: speaker, body: { title: 'x' } }),
  ],
  [
    'a cursor of one’s own making',
    422,
    'invalid',
    ({ at, chair }) => call(`GET ${at}/proposals?cursor=abc`, { token: chair }),
  ],
  ['a limit above all', 422, 'invalid', () => call('GET /events?limit=201')],
])('%s is %i %s', async (_, status, word, ask) => {
  const answer = await ask(await aDesk())
  expect([answer.status, answer.body.type]).toEqual([status, `/problems/${word}`])
})

test('401 says how to sign in and 405 what there is', async () => {
  const { at, one } = await aDesk()
  expect((await call(`GET ${at}/proposals`)).headers.get('www-authenticate')).toBe('Bearer')
  expect((await call(`PUT ${one}`)).headers.get('allow')).toBe('GET, PATCH')
})

test('a token that was revoked or has run out is none', async () => {
  const token = await aToken(await aPerson())
  const where = { tokenHash: hashToken(token) }
  expect((await call('GET /events', { token })).status).toBe(200)
  await db.apiToken.update({ where, data: { revokedAt: new Date() } })
  expect((await call('GET /events', { token })).status).toBe(401)
  await db.apiToken.update({ where, data: { revokedAt: null, expiresAt: new Date() } })
  expect((await call('GET /events', { token })).status).toBe(401)
})

test('412 brings the proposal as it is now, and its version', async () => {
  const { one, speaker } = await aDesk()
  await call(`PATCH ${one}`, { token: speaker, body: { title: 'Second' }, headers: seen(1) })
  const late = await call(`PATCH ${one}`, { token: speaker, body: { title: 'Late' }, headers: seen(1) })
  expect([late.status, late.headers.get('etag'), late.body.current.title]).toEqual([412, '"2"', 'Second'])
})

test('412 brings a review and a draft schedule as they are now', async () => {
  const { at, one, reviewer, chair } = await aDesk()
  const first = { token: reviewer, body: { forCommittee: 'First' }, headers: { 'if-none-match': '*' } }
  expect((await call(`PUT ${one}/reviews/mine`, first)).status).toBe(200)
  const second = await call(`PUT ${one}/reviews/mine`, { ...first, body: { forCommittee: 'Second' } })
  expect([second.status, second.body.current.forCommittee, second.headers.get('etag')]).toEqual([412, 'First', '"1"'])
  const draft = await call(`PUT ${at}/schedule/draft`, {
    token: chair,
    body: { rooms: [], placements: [] },
    headers: seen(99),
  })
  expect([draft.status, draft.body.current.rooms, draft.headers.get('etag')]).toMatchObject([
    412,
    [{ slug: 'hall' }],
    '"1"',
  ])
})

test('422 points at each field', async () => {
  const { at, one, speaker, reviewer, chair } = await aDesk()
  const pathsOf = ({ body }: Awaited<ReturnType<typeof call>>) => body.errors.map(({ path }: { path: string }) => path)
  const unknown = { title: 'x', format: 'opera', track: 'none', level: 'none' }
  const slugs = await call(`POST ${at}/proposals`, { token: speaker, body: unknown })
  expect([slugs.status, pathsOf(slugs)]).toEqual([422, ['/format', '/track', '/level']])
  const shapes = await call(`POST ${at}/proposals`, {
    token: speaker,
    body: { title: 7, speakers: [{ email: 'x', name: '' }] },
  })
  expect(pathsOf(shapes)).toEqual(['/title', '/speakers/0/email', '/speakers/0/name'])
  const review = { token: reviewer, body: { scores: { content: 9, wit: 1 } }, headers: seen(0) }
  expect(pathsOf(await call(`PUT ${one}/reviews/mine`, review))).toEqual(['/scores/content', '/scores/wit'])
  const items = [{ code: 'ZZZZZZ', decision: 'accepted' }]
  const decided = await call(`POST ${at}/decisions`, { token: chair, body: { items } })
  expect([decided.status, pathsOf(decided)]).toEqual([422, ['/items/0']])
  const placements = [{ title: 'Lunch', room: 'cellar', start: '2027-06-01T10:00:00Z', minutes: 60 }]
  const rooms = [{ slug: 'hall', name: 'Hall', capacity: null }]
  const placed = await call(`PUT ${at}/schedule/draft`, { token: chair, body: { rooms, placements }, headers: seen(1) })
  expect([placed.status, pathsOf(placed)]).toEqual([422, ['/placements/0']])
})

test('a draft schedule with two things in one room is refused whole', async () => {
  const { at, chair } = await aDesk()
  const rooms = [{ slug: 'hall', name: 'Hall', capacity: null }]
  const placement = { title: 'Lunch', room: 'hall', start: '2027-06-01T10:00:00Z', minutes: 60 }
  const body = { rooms, placements: [placement, { ...placement, start: '2027-06-01T12:30:00+02:00' }] }
  const placed = await call(`PUT ${at}/schedule/draft`, { token: chair, body, headers: seen(1) })
  expect([placed.status, placed.body.type]).toEqual([409, '/problems/room-taken'])
  expect(await db.slot.count()).toBe(0)
})

test('what is submitted and refused leaves nothing behind', async () => {
  const { event } = await anOpenCall({ opensAt: addDays(new Date(), -9), closesAt: addDays(new Date(), -1) })
  const token = await aToken(await aPerson())
  const speakers = [{ email: 'new@example.org', name: 'New' }]
  const body = { title: 'Late', abstract: 'x', format: 'talk', speakers, submit: true }
  const refused = await call(`POST /events/${event.slug}/proposals`, { token, body })
  expect([refused.status, refused.body.type]).toEqual([409, '/problems/closed'])
  const service = await aService('chair', event.id)
  expect((await call(`POST /events/${event.slug}/proposals`, { token: service.token, body })).status).toBe(409)
  expect([await db.proposal.count(), await db.person.count(), await db.outboxMessage.count()]).toEqual([0, 1, 0])
})

test('decisions are taken all or none, and say which was refused', async () => {
  const { code, call: open, event, chair } = await aDecidedProposal({ decision: 'accepted' })
  await db.proposal.updateMany({ data: { answer: 'confirmed', answeredAt: new Date() } })
  const { proposal } = await aProposal({ call: open })
  const items = [
    { code: proposal.code, decision: 'accepted' },
    { code, decision: 'rejected' },
  ]
  const token = await aToken(chair)
  const refused = await call(`POST /events/${event.slug}/decisions`, { token, body: { items } })
  expect([refused.status, refused.body.type]).toEqual([409, '/problems/already-confirmed'])
  expect(refused.body.errors).toMatchObject([{ path: '/items/1' }])
  expect((await db.proposal.findUniqueOrThrow({ where: { id: proposal.id } })).decision).toBeNull()
  const twice = { items: [items[0], items[0]] }
  expect((await call(`POST /events/${event.slug}/decisions`, { token, body: twice })).status).toBe(422)
})

test('a service without a role may nothing, and has no reviews of its own', async () => {
  const { at, one, open } = await aDesk()
  const { token } = await aService('reviewer')
  expect((await call(`GET ${one}/reviews/mine`, { token })).status).toBe(403)
  expect((await call(`GET ${at}/ranking`, { token })).status).toBe(403)
  const elsewhere = await aService('chair', (await anOpenCall()).event.id)
  expect((await call(`GET ${at}/ranking`, { token: elsewhere.token })).status).toBe(403)
  expect((await call(`GET ${at}/proposals/${open.id}`, { token: elsewhere.token })).status).toBe(403)
})

test('a token that asks too often is told when to come back, and others are not held up', async () => {
  const person = await aPerson()
  const [token, other] = [await aToken(person), await aToken(person)]
  const { id } = await db.apiToken.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } })
  // The next minute too, should it begin in between.
  for (const startsAt of [startOfMinute(0), startOfMinute(1)])
    await db.rateWindow.create({ data: { key: `api:${id}`, startsAt, count: REQUESTS_A_MINUTE - 1 } })
  const calls = await Promise.all(['a', 'b', 'c'].map(() => call('GET /events', { token })))
  const limited = calls.filter(({ status }) => status === 429)
  expect(limited.length).toBeGreaterThanOrEqual(1)
  for (const { headers } of limited) {
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60)
  }
  expect((await call('GET /events', { token: other })).status).toBe(200)
})

const startOfMinute = (ahead: number) => new Date((Math.floor(Date.now() / 60_000) + ahead) * 60_000)

test('a mistake of ours is a 500 that tells nothing of it', async () => {
  const { event } = await anOpenCall()
  await db.release.create({
    data: { eventId: event.id, number: 2_000_000_000, name: 'x', schedule: {}, releasedAt: new Date() },
  })
  const { token } = await aService('admin')
  const said: unknown[] = []
  const { error } = console
  console.error = (...words) => said.push(words)
  const broken = await call(`POST /events/${event.slug}/schedule/release`, { token, body: { name: 'x' } })
  console.error = error
  expect([broken.status, broken.body.type]).toEqual([500, '/problems/our-mistake'])
  expect(broken.text).not.toMatch(/zod|prisma|schedule\./i)
  expect(said).toHaveLength(1)
})

test('a network without a token that searches too often waits; a token, another network and other endpoints do not', async () => {
  const [from, other] = [{ 'x-forwarded-for': '203.0.113.9' }, { 'x-forwarded-for': '203.0.113.10' }]
  const key = 'search:203.0.113.9'
  const row = { key, count: QUESTIONS.tries - 1 }
  await db.rateWindow.createMany({ data: [0, 1].map((later) => ({ ...row, startsAt: startOfMinute(later) })) })
  const search = (sent: Parameters<typeof call>[1]) => call('GET /search?q=helm', sent)
  expect(await search({ headers: from })).toMatchObject({ status: 200 })
  await db.rateWindow.updateMany({ where: { key }, data: { count: QUESTIONS.tries } })
  const refused = await search({ headers: from })
  expect(refused).toMatchObject({ status: 429, body: { type: '/problems/too-many-requests' } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await search({ headers: from, token: await aToken(await aPerson()) })).toMatchObject({ status: 200 })
  expect(await search({ headers: other })).toMatchObject({ status: 200 })
  expect(await call('GET /events', { headers: from })).toMatchObject({ status: 200 })
})
