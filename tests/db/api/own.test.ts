import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { saveDraft } from '@/features/proposals/commands/submit'
import { db } from '@/lib/db'
import { aToken, call } from '@/tests/api'
import { aCode, aQuestion } from '@/tests/calls'
import { anOpenCall, aPerson, aProposal } from '@/tests/factories'
import { aDecidedProposal, aDraft, entered } from '@/tests/proposals'

const now = new Date()

test('later answers: only what is open, what is left out stays, and what is missing is named', async () => {
  const { code, event, speaker, call: taken } = await aDecidedProposal()
  await db.call.update({ where: { id: taken.id }, data: { opensAt: null, closesAt: addDays(now, -1) } })
  await aQuestion(event, { key: 'supper', isForAccepted: true, isRequired: true })
  await aQuestion(event, { key: 'shirt', about: 'speaker', isForAccepted: true })
  await aQuestion(event, { key: 'why' })
  const token = await aToken(speaker)
  const at = `/events/${event.slug}/proposals/${code}/answers`
  const read = await call(`GET ${at}`, { token })
  expect(read.body).toMatchObject({
    questions: ['supper', 'shirt'],
    unanswered: [{ key: 'supper', label: 'supper', by: null }],
  })
  const patch = (body: object, version: string | null) =>
    call(`PATCH ${at}`, { token, body, headers: { 'if-match': version ?? '' } })
  const first = await patch({ answers: { supper: 'Rice', why: 'No' } }, read.headers.get('etag'))
  expect(first.body).toMatchObject({ answers: { supper: 'Rice' }, unanswered: [] })
  expect(first.body.answers.why).toBeUndefined()
  const second = await patch({ aboutMe: { shirt: 'M' } }, first.headers.get('etag'))
  expect(second.body).toMatchObject({ answers: { supper: 'Rice' }, aboutMe: { shirt: 'M' } })
  const late = await patch({ answers: { supper: 'Bread' } }, read.headers.get('etag'))
  expect([late.status, late.body.type, late.body.current.answers.supper]).toEqual([412, '/problems/overtaken', 'Rice'])
})

test('where a proposal stands is told without what has not been announced', async () => {
  const { code, event, speaker, chair } = await aDecidedProposal({ isAnnounced: false })
  const token = await aToken(speaker)
  const { body } = await call(`GET /events/${event.slug}/proposals/${code}/standing`, { token })
  expect(body).toMatchObject({ state: 'submitted', announcedAt: null, answerBy: null, reason: null })
  expect(body.next).toContain('We have it.')
  expect((await call('GET /proposals/mine', { token })).body.items).toMatchObject([
    { code, state: 'submitted', event: { slug: event.slug } },
  ])
  const others = { token: await aToken(chair) }
  expect((await call(`GET /events/${event.slug}/proposals/${code}/standing`, others)).status).toBe(404)
})

test('a late draft is handed in with the code that it was sent', async () => {
  const open = await anOpenCall({ opensAt: addDays(now, -9), closesAt: addDays(now, -1) })
  const event = await entered(open.event)
  const speaker = await aPerson()
  const made = await saveDraft(speaker, event, { version: 0, draft: aDraft }, now)
  if (!made.ok) throw new Error(made.reason)
  await aCode(open, { code: 'LATECOMER' })
  const token = await aToken(speaker)
  const at = `/events/${event.slug}/proposals/${made.code}`
  expect((await call(`POST ${at}/submit`, { token })).body.type).toBe('/problems/closed')
  const patched = await call(`PATCH ${at}`, {
    token,
    body: { accessCode: 'LATECOMER' },
    headers: { 'if-match': `"${made.version}"` },
  })
  expect(patched.status).toBe(200)
  expect((await call(`POST ${at}/submit`, { token })).body.state).toBe('submitted')
})

test('a draft is told what another call would leave behind, and goes there', async () => {
  const open = await anOpenCall()
  const event = await entered(open.event)
  const posters = await db.call.create({ data: { eventId: event.id, kind: 'posters', opensAt: now, position: 1 } })
  await aQuestion(event, { key: 'bench', callId: open.id })
  const speaker = await aPerson()
  const draft = { ...aDraft, answers: { bench: 'Oak' } }
  const made = await saveDraft(speaker, event, { version: 0, draft }, now)
  if (!made.ok) throw new Error(made.reason)
  const token = await aToken(speaker)
  const at = `/events/${event.slug}/proposals/${made.code}`
  expect((await call(`GET ${at}/calls`, { token })).body.items).toEqual([
    { kind: 'posters', name: 'Posters', left: [{ what: 'answer', question: 'bench', values: ['Oak'] }] },
  ])
  const lost = await call(`POST ${at}/move`, { token, body: { call: 'panels' } })
  expect([lost.status, lost.body.type, lost.body.errors[0].path]).toEqual([409, '/problems/no-call', '/call'])
  expect((await call(`POST ${at}/move`, { token, body: { call: 'posters' } })).status).toBe(200)
  expect(await db.proposal.findFirst({ where: { code: made.code } })).toMatchObject({ callId: posters.id })
})

test('a profile is changed in part, and each wrong field is named', async () => {
  const person = await aPerson({ name: 'Ada Nakata' })
  const token = await aToken(person)
  const read = await call('GET /profile', { token })
  const patch = (body: object, version = read.headers.get('etag') ?? '') =>
    call('PATCH /profile', { token, body, headers: { 'if-match': version } })
  const wrong = await patch({ country: 'XX', languages: ['Klingonish'], projects: ['nothing-of-ours'] })
  expect(wrong.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['/country', '/languages'])
  expect((await patch({ projects: ['nothing-of-ours'] })).body.errors[0].path).toBe('/projects')
  expect((await patch({})).headers.get('etag')).toBe(read.headers.get('etag'))
  const saved = await patch({ bio: 'Counts alerts', languages: ['de', 'English'], audiences: { bio: 'staff' } })
  expect(saved.body).toMatchObject({ name: 'Ada Nakata', bio: 'Counts alerts', languages: ['de', 'en'] })
  expect(saved.body.audiences).toMatchObject({ bio: 'staff', city: 'all' })
  expect((await patch({ city: 'Aarhus' })).body).toMatchObject({ status: 412, current: { bio: 'Counts alerts' } })
  expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({ bio: null })
})

test('an event goes by the profile that its speaker lets it take anew', async () => {
  const open = await anOpenCall()
  const speaker = await aPerson()
  const token = await aToken(speaker)
  const at = `/events/${open.event.slug}/profile/mine`
  expect((await call(`POST ${at}`, { token })).status).toBe(404)
  await aProposal({ call: open, speaker })
  await db.person.update({ where: { id: speaker.id }, data: { affiliation: 'Pagers Ltd' } })
  expect((await call(`POST ${at}`, { token })).body.profile).toMatchObject({ affiliation: 'Pagers Ltd' })
  expect((await call(`GET ${at}`, { token })).body.profile).toMatchObject({ affiliation: 'Pagers Ltd' })
})
