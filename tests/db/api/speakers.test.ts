import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aToken, call } from '@/tests/api'
import { aQuestion } from '@/tests/calls'
import { anOpenCall, aPerson } from '@/tests/factories'

const PDF = '%PDF-1.7\n1 0 obj\n'

async function aSpeaker() {
  const open = await anOpenCall()
  const [ada, grace] = [await aPerson({ name: 'Ada Speaker' }), await aPerson({ name: 'Grace Speaker' })]
  const staff = async (role: 'chair' | 'reviewer' | 'scheduler') =>
    aToken(await aPerson({ roles: [role], eventId: open.event.id }))
  const at = `/events/${open.event.slug}`
  const token = await aToken(ada)
  const draft = { title: 'A talk', abstract: 'By Ada Speaker, about it.', format: 'talk' }
  const { body } = await call(`POST ${at}/proposals`, { token, body: draft })
  return {
    ...{
      open,
      at,
      ada,
      grace,
      token,
      code: body.code,
      one: `${at}/proposals/${body.code}`,
      other: await aToken(grace),
    },
    ...{ chair: await staff('chair'), reviewer: await staff('reviewer'), scheduler: await staff('scheduler') },
  }
}
const problemOf = ({ status, body }: Awaited<ReturnType<typeof call>>) => [
  status,
  body.type.replace('/problems/', ''),
  ...(body.errors ?? []).map(({ path }: { path: string }) => path),
]
const form = (fields: Record<string, string | File>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

test('a co-speaker is named, asked when it is handed in, answers, and can be taken out again', async () => {
  const { one, code, at, token, grace, other, chair } = await aSpeaker()
  const guest = { name: 'Grace', email: grace.email ?? '' }
  const named = await call(`POST ${one}/invitations`, { token, body: guest })
  expect(named.body.speakers).toMatchObject([{ name: 'Ada Speaker' }, guest])
  expect((await call(`GET ${one}/invitations`, { token })).body.items).toEqual([])
  expect((await call(`POST ${one}/invitations/answer`, { token: other, body: { answer: 'accepted' } })).status).toBe(
    404,
  )
  await call(`POST ${one}/submit`, { token })
  const standing = async () => (await call(`GET ${one}/invitations`, { token })).body.items
  expect(await standing()).toMatchObject([{ kind: 'co_speaker', status: 'invited', email: grace.email }])
  const mails = await db.outboxMessage.count({ where: { kind: 'proposal-co-speaker' } })
  await call(`POST ${one}/invitations`, { token, body: guest })
  expect(await db.outboxMessage.count({ where: { kind: 'proposal-co-speaker' } })).toBe(mails + 1)
  const elsewhere = (await anOpenCall()).event.slug
  const answer = { token: other, body: { answer: 'accepted' } }
  expect((await call(`POST /events/${elsewhere}/proposals/${code}/invitations/answer`, answer)).status).toBe(404)
  expect((await call(`POST ${one}/invitations/answer`, answer)).body).toEqual({ code, kind: 'co_speaker' })
  expect(await standing()).toMatchObject([{ status: 'accepted' }])
  expect((await call(`GET ${one}`, { token: other })).body.speakers).toHaveLength(2)
  expect(problemOf(await call(`POST ${one}/invitations`, { token, body: guest }))).toEqual([409, 'speaks-already'])
  const gone = await call(`POST ${one}/invitations/withdraw`, { token, body: { email: guest.email } })
  expect(gone.body.speakers).toHaveLength(1)
  expect((await call(`GET ${one}`, { token: other })).status).toBe(404)
  expect((await call(`GET ${at}/proposals/${code}/invitations`, { token: chair })).status).toBe(404)
})

test('a proposal for somebody else is claimed by them, and an offer is taken back', async () => {
  const { one, code, token, ada, grace, other } = await aSpeaker()
  const heir = { name: 'Grace', email: grace.email ?? '' }
  expect(
    problemOf(await call(`POST ${one}/handover`, { token, body: { name: 'Me', email: ada.email ?? '' } })),
  ).toEqual([409, 'yourself', '/email'])
  await call(`POST ${one}/handover`, { token, body: heir })
  expect((await call(`DELETE ${one}/handover`, { token })).status).toBe(204)
  expect((await call(`POST ${one}/invitations/answer`, { token: other, body: { answer: 'accepted' } })).status).toBe(
    404,
  )
  await call(`POST ${one}/handover`, { token, body: heir })
  const claimed = await call(`POST ${one}/invitations/answer`, { token: other, body: { answer: 'accepted' } })
  expect(claimed.body).toEqual({ code, kind: 'handover' })
  expect((await call(`GET ${one}`, { token: other })).body.speakers).toMatchObject([{ name: 'Grace Speaker' }])
  expect((await call(`GET ${one}`, { token })).status).toBe(404)
  const unknown = await call('POST /invitations/answer', { body: { token: 'nobody-has-this', answer: 'accepted' } })
  expect(problemOf(unknown)).toEqual([404, 'not-found'])
})

test('every text is kept, and an older one is brought back as the newest', async () => {
  const { one, token, chair, reviewer } = await aSpeaker()
  const change = { token, body: { title: 'Another' }, headers: { 'if-match': '"1"' } }
  await call(`PATCH ${one}`, change)
  const listed = (await call(`GET ${one}/versions?limit=1`, { token })).body
  expect(listed.items).toMatchObject([{ version: 2, savedBy: 'Ada Speaker' }])
  expect(listed.nextCursor).not.toBeNull()
  expect((await call(`GET ${one}/versions/1`, { token })).body.text).toMatchObject({ title: 'A talk', format: 'talk' })
  expect((await call(`GET ${one}/versions`, { token: chair })).status).toBe(404)
  const restored = await call(`POST ${one}/versions/1/restore`, { token })
  expect([restored.body.title, restored.body.version]).toEqual(['A talk', 3])
  await call(`POST ${one}/submit`, { token })
  // What a draft said before it was handed in is its writers' alone.
  const seen = (await call(`GET ${one}/versions`, { token: chair })).body.items
  expect(seen.map(({ version }: { version: number }) => version)).toEqual([3])
  expect((await call(`GET ${one}/versions/2`, { token: chair })).status).toBe(404)
  expect((await call(`POST ${one}/versions/9/restore`, { token })).status).toBe(404)
  expect((await call(`GET ${one}/versions`, { token: reviewer })).status).toBe(404)
})

test('what speakers need is read by those alone who need it', async () => {
  const { open, at, token, code, chair, scheduler, reviewer, other } = await aSpeaker()
  const mine = `${at}/needs/mine`
  const { headers, body } = await call(`GET ${mine}`, { token })
  expect(body).toEqual({ unavailable: [], accessibility: '', travel: '', purgeOn: null })
  const purgeOn = addDays(new Date(), 100).toISOString().slice(0, 10)
  const unavailable = [{ startsAt: '2027-03-01T08:00:00.000Z', endsAt: '2027-03-01T10:00:00.000Z' }]
  const needs = { unavailable, accessibility: 'A ramp', travel: '', purgeOn }
  const put = (said: object) =>
    call(`PUT ${mine}`, { token, body: said, headers: { 'if-match': headers.get('etag') ?? '' } })
  const backwards = [{ startsAt: unavailable[0]?.endsAt, endsAt: unavailable[0]?.startsAt }]
  expect(problemOf(await put({ ...needs, unavailable: backwards }))).toEqual([422, 'invalid', '/unavailable/0/endsAt'])
  expect((await put(needs)).body).toEqual(needs)
  expect(problemOf(await put(needs))).toEqual([412, 'overtaken'])
  expect((await call(`GET ${mine}`, { token: other })).status).toBe(404)
  await db.proposal.updateMany({
    where: { code },
    data: { submittedAt: new Date(), decision: 'accepted', decidedAt: new Date() },
  })
  const seen = async (reader: string) => (await call(`GET ${at}/availability`, { token: reader })).body.items
  expect(await seen(chair)).toMatchObject([
    { name: 'Ada Speaker', unavailable, needs: { accessibility: 'A ramp', travel: '' } },
  ])
  expect(await seen(scheduler)).toMatchObject([{ name: 'Ada Speaker', unavailable, needs: null }])
  expect((await call(`GET ${at}/availability`, { token: reviewer })).status).toBe(403)
  expect((await call(`DELETE ${mine}`, { token })).status).toBe(204)
  expect(await db.speakerTime.count({ where: { eventId: open.event.id } })).toBe(0)
})

test('slides are checked by their bytes, handed out as downloads, and tell a blind reviewer nothing', async () => {
  const { one, token, chair, reviewer, other } = await aSpeaker()
  const add = (file: File, more: Record<string, string> = {}, key = 'a') =>
    call(`POST ${one}/files`, {
      token,
      body: form({ title: 'Slides', file, ...more }),
      headers: { 'idempotency-key': key },
    })
  const made = await add(new File([PDF], 'slides.pdf'))
  expect(made.body).toMatchObject({ title: 'Slides', isPublic: false, bytes: PDF.length })
  // Another form around the same content is the same request.
  expect((await add(new File([PDF], 'slides.pdf'))).text).toBe(made.text)
  expect((await add(new File([`${PDF} `], 'slides.pdf'))).body.type).toBe('/problems/key-reused')
  expect(problemOf(await add(new File(['<html>'], 'slides.pdf'), {}, 'b'))).toEqual([422, 'not-what-it-says', '/file'])
  expect(problemOf(await add(new File([PDF], 'slides.pdf'), { url: 'https://example.org' }, 'c'))).toEqual([
    422,
    'invalid',
    '/file',
  ])
  const heavy = await add(new File([new Uint8Array(6_000_000)], 'slides.pdf'), {}, 'd')
  expect(problemOf(heavy)).toEqual([413, 'too-large'])
  const link = await call(`POST ${one}/files`, { token, body: { title: 'Code', url: 'https://example.org/code' } })
  expect(link.body.href).toBe('https://example.org/code')
  const file = made.body.href.replace('/api/v1', '')
  const fetched = await call(`GET ${file}`, { token })
  expect([fetched.text, fetched.headers.get('content-type')]).toEqual([PDF, 'application/pdf'])
  expect(fetched.headers.get('content-disposition')).toMatch(/^attachment/)
  expect((await call(`GET ${file}`, { token: chair })).status).toBe(404)
  await call(`POST ${one}/submit`, { token })
  expect((await call(`GET ${file}`, { token: chair })).text).toBe(PDF)
  for (const stranger of [reviewer, other]) {
    expect((await call(`GET ${file}`, { token: stranger })).status).toBe(404)
    expect((await call(`GET ${one}/files`, { token: stranger })).status).toBe(404)
  }
  const show = { token, body: { isPublic: true }, headers: { 'if-match': `"${made.body.version}"` } }
  expect((await call(`PATCH ${one}/files/${made.body.id}`, show)).body.isPublic).toBe(true)
  expect((await call(`PATCH ${one}/files/${made.body.id}`, show)).status).toBe(412)
  expect((await call(`DELETE ${one}/files/${made.body.id}`, { token })).status).toBe(204)
  expect((await call(`GET ${one}/files`, { token })).body.items).toMatchObject([{ title: 'Code' }])
})

test('a file answers a question by its id, and is read by whom the question is for', async () => {
  const { open, at, one, token, chair, reviewer } = await aSpeaker()
  await aQuestion(open.event, { key: 'handout', kind: 'file', audience: 'chairs' })
  const upload = (question: string) =>
    call(`POST ${at}/answer-files`, { token, body: form({ question, file: new File([PDF], 'ada.pdf') }) })
  expect(problemOf(await upload('nothing'))).toEqual([409, 'no-such-question'])
  const { id } = (await upload('handout')).body
  await call(`PATCH ${one}`, { token, body: { answers: { handout: id } }, headers: { 'if-match': '"1"' } })
  await call(`POST ${one}/submit`, { token })
  const file = await call(`GET ${at}/answer-files/${id}`, { token: chair })
  expect([file.text, file.headers.get('content-disposition')]).toEqual([
    PDF,
    "attachment; filename*=UTF-8''handout.pdf",
  ])
  expect((await call(`GET ${at}/answer-files/${id}`, { token: reviewer })).status).toBe(404)
})

test('a text that gives its author away is said to its author and to chairs', async () => {
  const { one, token, chair } = await aSpeaker()
  const own = (await call(`GET ${one}/warnings`, { token })).body.items
  expect(own).toMatchObject([{ field: 'abstract', kind: 'name', found: 'Ada Speaker' }])
  await call(`POST ${one}/submit`, { token })
  expect((await call(`GET ${one}/warnings`, { token: chair })).body.items).toMatchObject([{ found: 'Ada Speaker' }])
})

test('a talk is proposed again to another event, and the library knows where it was', async () => {
  const { token, code, open } = await aSpeaker()
  const next = (await anOpenCall()).event
  const again = await call(`POST /events/${next.slug}/proposals/again`, { token, body: { code } })
  expect([again.status, again.body.state, again.body.title]).toEqual([201, 'draft', 'A talk'])
  const twice = await call(`POST /events/${next.slug}/proposals/again`, { token, body: { code } })
  expect(twice.body.code).toBe(again.body.code)
  const [talk, ...others] = (await call('GET /library', { token })).body.items
  expect(others).toEqual([])
  expect(talk.appearances.map(({ event }: { event: { slug: string } }) => event.slug)).toEqual([
    next.slug,
    open.event.slug,
  ])
  const none = { token, body: { code, call: 'nothing' } }
  expect(problemOf(await call(`POST /events/${next.slug}/proposals/again`, none))).toEqual([409, 'no-call'])
})
