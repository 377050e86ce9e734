import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aService, aToken, call } from '@/tests/api'
import { anEvent, anOpenCall, aPerson, aProposal } from '@/tests/factories'

async function aChair() {
  const open = await anOpenCall()
  const token = await aToken(await aPerson({ roles: ['chair'], eventId: open.event.id }))
  return { open, token, at: `/events/${open.event.slug}` }
}

test('an event is made within another by a service, and each wrong field is named', async () => {
  const parent = await anEvent({ slug: 'big-days' })
  const { token } = await aService('admin')
  const day = { name: 'Gateway Day', timeZone: 'Europe/Berlin', slug: 'gateway-day', acronym: 'gateway' }
  const wrong = await call('POST /events', { token, body: { ...day, timeZone: 'Mars/Base', startsOn: '2031-02-30' } })
  expect(wrong.status).toBe(422)
  expect(wrong.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['/startsOn', '/timeZone'])
  const lost = await call('POST /events', { token, body: { ...day, partOf: 'no-such-days' } })
  expect([lost.body.type, lost.body.errors[0].path]).toEqual(['/problems/no-such-parent', '/partOf'])
  const made = await call('POST /events', { token, body: { ...day, partOf: 'big-days', languages: ['en', 'de'] } })
  expect([made.status, made.headers.get('location')]).toEqual([201, '/api/v1/events/gateway-day'])
  expect(await db.event.findUnique({ where: { slug: 'gateway-day' } })).toMatchObject({ parentId: parent.id })
  const twice = await call('POST /events', { token, body: day })
  expect([twice.status, twice.body.type]).toEqual([409, '/problems/slug-taken'])
})

test('settings come back with their version, and an overtaken write changes nothing', async () => {
  const { token, at } = await aChair()
  const read = await call(`GET ${at}/settings`, { token })
  const { slug: _, acronym: __, parts: ___, ...facts } = read.body
  const put = (body: object) =>
    call(`PUT ${at}/settings`, { token, body, headers: { 'if-match': read.headers.get('etag') ?? '' } })
  expect((await put({ ...facts, limitPerPerson: 2 })).body).toMatchObject({ limitPerPerson: 2, name: facts.name })
  const late = await put({ ...facts, name: 'Overtaken' })
  expect([late.status, late.body.current.limitPerPerson]).toEqual([412, 2])
})

test('a list is set whole and in order; what is in use stays, and then all of it does', async () => {
  const { open, token, at } = await aChair()
  const { proposal } = await aProposal({ call: open })
  const track = await db.track.findFirstOrThrow({ where: { eventId: open.event.id } })
  await db.proposal.update({ where: { id: proposal.id }, data: { trackId: track.id } })
  const put = async (list: string, items: object[]) => {
    const { headers } = await call(`GET ${at}/choices/${list}`, { token })
    return call(`PUT ${at}/choices/${list}`, {
      token,
      body: { items },
      headers: { 'if-match': headers.get('etag') ?? '' },
    })
  }
  const set = await put('tracks', [
    { name: 'Building', color: '#1B4B91' },
    { slug: track.slug, name: 'Running' },
  ])
  expect(set.body.items).toMatchObject([{ slug: 'building' }, { slug: track.slug, name: 'Running' }])
  const gone = await put('tracks', [{ slug: 'building', name: 'Other' }])
  expect([gone.status, gone.body.type]).toEqual([409, '/problems/in-use'])
  expect((await call(`GET ${at}/choices/tracks`, { token })).body).toEqual(set.body)
  expect((await put('formats', [{ slug: 'nothing', name: 'N' }])).body.errors[0].path).toBe('/items/0/slug')
  expect((await put('rooms', [{ name: '', capacity: -1 }])).body.errors.map((e: { path: string }) => e.path)).toEqual(
    expect.arrayContaining(['/items/0/capacity']),
  )
  expect((await call(`GET ${at}/choices/people`, { token })).status).toBe(404)
})

test('a team grows by an address and shrinks by an id; the same role twice is refused', async () => {
  const { token, at } = await aChair()
  const body = { email: 'rita@example.org', role: 'reviewer' }
  const made = await call(`POST ${at}/team`, { token, body })
  expect([made.status, made.body]).toMatchObject([201, { role: 'reviewer', kind: 'person', email: 'rita@example.org' }])
  expect((await call(`POST ${at}/team`, { token, body })).body.type).toBe('/problems/already-bound')
  expect((await call(`GET ${at}/team?role=reviewer`, { token })).body.items).toHaveLength(1)
  expect((await call(`DELETE ${at}/team/${made.body.id}`, { token })).status).toBe(204)
  expect((await call(`GET ${at}/team?role=reviewer`, { token })).body.items).toEqual([])
  expect(await db.outboxMessage.count({ where: { kind: 'role-given' } })).toBe(1)
})

test('tables go out with the eyes of whoever asks', async () => {
  const { open, at, token } = await aChair()
  await aProposal({ call: open, title: '=SUM(A1)' })
  const reviewer = { token: await aToken(await aPerson({ roles: ['reviewer'], eventId: open.event.id })) }
  expect((await call(`GET ${at}/export/proposals.csv`, { token })).text).toContain("'=SUM(A1)")
  expect((await call(`GET ${at}/export/proposals.csv`, reviewer)).status).toBe(200)
  expect((await call(`GET ${at}/export/speakers.csv`, reviewer)).status).toBe(403)
  expect((await call(`GET ${at}/export/reviews.csv`, reviewer)).status).toBe(403)
  expect((await call(`GET ${at}/export/nothing.csv`, { token })).status).toBe(404)
})
