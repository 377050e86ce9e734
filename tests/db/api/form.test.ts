import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aToken, call, walk } from '@/tests/api'
import { anOpenCall, aPerson } from '@/tests/factories'

async function aDesk() {
  const { event } = await anOpenCall()
  const token = async (roles: ('chair' | 'reviewer')[]) =>
    aToken(await aPerson(roles.length > 0 ? { roles, eventId: event.id } : {}))
  return {
    at: `/events/${event.slug}`,
    event,
    chair: await token(['chair']),
    reviewer: await token(['reviewer']),
    speaker: await token([]),
  }
}
const later = (days: number) => addDays(new Date(), days).toISOString()
const pathsOf = ({ body }: Awaited<ReturnType<typeof call>>) => body.errors.map(({ path }: { path: string }) => path)

test('a form with a condition, a freeze date and a chairs-only question goes from the builder through a speaker to a reviewer', async () => {
  const { at, chair, reviewer, speaker } = await aDesk()
  const ask = async (body: object) => (await call(`POST ${at}/questions`, { token: chair, body })).body.key
  const options = [{ label: 'Yes' }, { value: 'no', label: 'Not yet' }]
  const given = await ask({
    label: 'Was it given before?',
    kind: 'choice',
    options,
    audience: 'reviewers',
    isRequired: true,
  })
  const where = await ask({
    label: 'Where?',
    kind: 'text',
    audience: 'reviewers',
    conditions: [{ on: given, is: ['yes'] }],
    isRequired: true,
    frozenFrom: later(1),
  })
  const fee = await ask({ label: 'Your fee', kind: 'number', audience: 'chairs', min: 0 })
  await ask({ label: 'Would you attend it?', kind: 'choice', about: 'reviewer', options })

  const seen = (token: string) => walk(`GET ${at}/questions?limit=1`, { token })
  expect((await seen(speaker)).map(({ key }) => key)).toEqual([given, where, fee])
  expect(await seen(reviewer)).toHaveLength(4)
  expect((await call(`GET ${at}/questions?about=reviewer`, { token: speaker })).body.items).toEqual([])
  expect((await call(`GET ${at}/questions/would-you-attend-it`, { token: speaker })).status).toBe(404)

  const draft = { title: 'A talk', abstract: 'About it.', format: 'talk' }
  const refused = await call(`POST ${at}/proposals`, {
    token: speaker,
    body: { ...draft, answers: { [given]: 'yes' }, submit: true },
  })
  expect([refused.status, pathsOf(refused)]).toEqual([409, [`/answers/${where}`]])
  const answers = { [given]: 'no', [fee]: '400' }
  const made = await call(`POST ${at}/proposals`, { token: speaker, body: { ...draft, answers, submit: true } })
  expect(made.body).toMatchObject({ state: 'submitted', answers })
  const read = async (token: string) => (await call(`GET ${at}/proposals/${made.body.code}`, { token })).body.answers
  expect(await read(reviewer)).toEqual({ [given]: 'no' })
  expect(await read(chair)).toEqual(answers)
  await db.question.updateMany({ where: { key: given }, data: { frozenFrom: addDays(new Date(), -1) } })
  const change = {
    token: speaker,
    body: { answers: { ...answers, [given]: 'yes', [where]: 'Oslo' } },
    headers: { 'if-match': '"1"' },
  }
  const frozen = await call(`PATCH ${at}/proposals/${made.body.code}`, change)
  expect([frozen.status, pathsOf(frozen)]).toEqual([409, [`/answers/${given}`]])
})

test('what a question asks is changed by whoever has read the form as it is; others get it as it is now', async () => {
  const { at, chair } = await aDesk()
  const body = { label: 'Company', kind: 'text' }
  const { body: made } = await call(`POST ${at}/questions`, { token: chair, body })
  const { headers } = await call(`GET ${at}/questions/${made.key}`, { token: chair })
  const seen = { 'if-match': headers.get('etag') ?? '' }
  const put = (label: string) =>
    call(`PUT ${at}/questions/${made.key}`, { token: chair, body: { ...body, label }, headers: seen })
  expect((await put('Employer')).body).toMatchObject({ key: made.key, label: 'Employer' })
  const late = await put('Firm')
  expect([late.status, late.body.current.label]).toEqual([412, 'Employer'])
  const circle = { ...body, conditions: [{ on: 'nothing', is: [] }] }
  const refused = await call(`POST ${at}/questions`, { token: chair, body: circle })
  expect([refused.status, pathsOf(refused)]).toEqual([409, ['/conditions']])
  const empty = await call(`POST ${at}/questions`, {
    token: chair,
    body: { label: ' ', kind: 'choice', min: 4, max: 2 },
  })
  expect([empty.status, pathsOf(empty)]).toEqual([422, ['/label', '/options', '/max']])
})

test('a call says what is open to all, and its grace and codes to chairs alone', async () => {
  const { at, event, chair, speaker } = await aDesk()
  const times = { opensAt: '2027-03-01T00:00:00+01:00', closesAt: '2027-04-01T23:59:00-12:00' }
  const body = { kind: 'workshops', ...times, graceMinutes: 60, formats: [{ slug: 'talk', closesAt: later(900) }] }
  const made = await call(`POST ${at}/calls`, { token: chair, body })
  expect([made.status, made.headers.get('location'), made.body.graceMinutes]).toEqual([
    201,
    `/api/v1${at}/calls/workshops`,
    60,
  ])
  expect(new Date(made.body.closesAt)).toEqual(new Date(times.closesAt))
  const open = await call(`GET ${at}/calls/workshops`)
  expect(open.body).toMatchObject({ state: 'not-open-yet', name: 'Workshops', formats: [{ slug: 'talk' }] })
  for (const key of ['graceMinutes', 'proposals']) expect(open.body).not.toHaveProperty(key)
  expect((await call(`GET ${at}/calls`)).body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
    'talks',
    'workshops',
  ])

  const early = {
    ...body,
    closesAt: '2027-02-01T00:00:00Z',
    formats: [{ slug: 'talk', closesAt: '2027-01-01T00:00:00Z' }],
  }
  expect(pathsOf(await call(`POST ${at}/calls`, { token: chair, body: early }))).toEqual([
    '/closesAt',
    '/formats/0/closesAt',
  ])
  expect(pathsOf(await call(`POST ${at}/calls`, { token: chair, body: {} }))).toEqual(['/name'])
  expect(pathsOf(await call(`POST ${at}/calls`, { token: chair, body }))).toEqual(['/kind'])
  const far = { kind: 'panels', opensAt: '0000-01-01T00:00:00Z' }
  expect(pathsOf(await call(`POST ${at}/calls`, { token: chair, body: far }))).toEqual(['/opensAt'])

  await db.call.updateMany({
    where: { eventId: event.id, kind: 'talks' },
    data: { opensAt: addDays(new Date(), -9), closesAt: addDays(new Date(), -2) },
  })
  const code = (await call(`POST ${at}/calls/talks/codes`, { token: chair, body: { mostUses: 1, note: 'Late' } })).body
  const talk = { title: 'Late', abstract: 'x', format: 'talk', submit: true }
  const propose = (more: object) => call(`POST ${at}/proposals`, { token: speaker, body: { ...talk, ...more } })
  expect((await propose({})).body.type).toBe('/problems/closed')
  expect((await propose({ accessCode: code.code })).status).toBe(201)
  expect((await propose({ accessCode: code.code })).body.type).toBe('/problems/code-used-up')
  expect((await call(`GET ${at}/calls/talks/codes`, { token: chair })).body.items).toMatchObject([
    { uses: 1, note: 'Late' },
  ])
  expect((await call(`POST ${at}/codes/${code.id}/end`, { token: chair })).status).toBe(204)
  expect((await call(`DELETE ${at}/calls/talks`, { token: chair })).body.type).toBe('/problems/has-proposals')
})
