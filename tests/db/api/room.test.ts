import { expect, test } from 'vitest'
import { assignmentWork } from '@/features/assignments/jobs/work'
import { createProposal } from '@/features/proposals/commands/create'
import { db } from '@/lib/db'
import { aService, aToken, call, walk } from '@/tests/api'
import { anOpenCall, aPerson, aProposal } from '@/tests/factories'
import { aDraft, entered } from '@/tests/proposals'

async function aCommittee() {
  const open = await anOpenCall()
  const of = { eventId: open.event.id }
  const [ana, ben] = [
    await aPerson({ name: 'Ana', roles: ['reviewer'], ...of }),
    await aPerson({ name: 'Ben', roles: ['reviewer'], ...of }),
  ]
  const codes = []
  for (const title of ['One', 'Two', 'Three']) codes.push((await aProposal({ call: open, title })).proposal.code)
  const { token } = await aService('chair', open.event.id)
  return { open, at: `/events/${open.event.slug}`, codes, ana, ben, token }
}
const problemOf = ({ status, body }: Awaited<ReturnType<typeof call>>) => [
  status,
  body.type.replace('/problems/', ''),
  ...(body.errors ?? []).map(({ path }: { path: string }) => path),
]
const never = new AbortController().signal

test('a plan is started, looked at, cancelled, worked out and applied; what a chair locked stays', async () => {
  const { at, codes, ana, token } = await aCommittee()
  const start = () => call(`POST ${at}/assignments/plan`, { token, body: { wait: false, reviewsPerProposal: 1 } })
  const started = await start()
  expect([started.status, started.body]).toMatchObject([
    202,
    { state: 'queued', add: [], progress: { round: 0, gap: null } },
  ])
  const address = started.headers.get('location')?.replace('/api/v1', '') ?? ''
  expect((await call(`GET ${address}`, { token })).body).toEqual(started.body)
  expect((await call(`POST ${address}/cancel`, { token })).body.state).toBe('cancelled')
  expect(problemOf(await call(`POST ${address}/cancel`, { token }))).toEqual([409, 'not-done'])

  const pair = { code: codes[0], reviewer: ana.slug }
  expect((await call(`POST ${at}/assignments/pairs`, { token, body: pair })).status).toBe(201)
  const { plan } = (await start()).body
  await assignmentWork.run(never)
  const made = (await call(`GET ${at}/assignments/plan`, { token })).body
  expect(made).toMatchObject({ plan, state: 'done', optimal: true, remove: [], unmet: [] })
  expect(made.add).toHaveLength(2)
  expect((await call(`GET ${at}/assignments`, { token })).body.items).toMatchObject([{ ...pair, isLocked: true }])
  expect((await call(`POST ${at}/assignments`, { token, body: { plan } })).body).toEqual({ added: 2, removed: 0 })
  const standing = await walk(`GET ${at}/assignments?limit=1`, { token })
  expect(standing.map(({ code }) => code).sort()).toEqual([...codes].sort())
  expect(standing.find(({ code }) => code === codes[0])).toMatchObject({
    isLocked: true,
    why: expect.arrayContaining(['locked']),
  })

  const change = (word: string, pairs: object[]) =>
    call(`POST ${at}/assignments/pairs/change`, { token, body: { pairs, change: word } })
  expect((await change('unlock', [pair])).body).toEqual({ changed: 1 })
  expect(problemOf(await change('remove', [pair, { ...pair, reviewer: 'nobody' }]))).toEqual([422, 'invalid', '/pairs'])
  expect((await change('remove', [pair])).body).toEqual({ changed: 1 })
  expect(await db.assignment.count()).toBe(2)
})

test('a conflict beats a chair’s wish, and loads are set by slug', async () => {
  const { at, codes, ana, ben, token } = await aCommittee()
  const proposal = await db.proposal.findUniqueOrThrow({ where: { code: codes[0] ?? '' } })
  await db.conflict.create({ data: { proposalId: proposal.id, personId: ana.id, reason: 'x' } })
  const add = (code: string | undefined, reviewer: string) =>
    call(`POST ${at}/assignments/pairs`, { token, body: { code, reviewer } })
  expect(problemOf(await add(codes[0], ana.slug))).toEqual([409, 'conflict', '/reviewer'])
  expect(problemOf(await add('ZZZZZZ', ana.slug))).toEqual([422, 'invalid', '/code'])
  expect(problemOf(await add(codes[0], 'nobody'))).toEqual([409, 'not-a-reviewer', '/reviewer'])
  const loads = (given: object) => call(`POST ${at}/reviewers/loads`, { token, body: { loads: given } })
  expect((await loads({ [ana.slug]: 2, [ben.slug]: null })).body).toEqual({ set: 2 })
  expect(problemOf(await loads({ nobody: 1 }))).toEqual([422, 'invalid', '/loads/nobody'])
  const reviewers = await walk(`GET ${at}/reviewers?limit=1`, { token })
  expect(reviewers).toMatchObject([
    { name: 'Ana', chairLoad: 2 },
    { name: 'Ben', chairLoad: null },
  ])
})

test('the room says what is left, suggests the best within it, and shows what is alike', async () => {
  const { open, at, codes, ana, token } = await aCommittee()
  const slots = await call(`GET ${at}/decisions/slots`, { token })
  const put = (body: object) =>
    call(`PUT ${at}/decisions/slots`, { token, body, headers: { 'if-match': slots.headers.get('etag') ?? '' } })
  expect(problemOf(await put({ formats: { opera: 1 } }))).toEqual([422, 'invalid', '/formats/opera'])
  expect((await put({ formats: { talk: 2 } })).body).toEqual({ formats: { talk: 2 }, tracks: { operations: null } })
  expect((await put({ formats: { talk: 3 } })).status).toBe(412)
  const reviewer = await aToken(ana)
  for (const [at1, code] of codes.entries()) {
    const body = { scores: { content: 5 - at1 }, submit: true }
    await call(`PUT ${at}/proposals/${code}/reviews/mine`, { token: reviewer, body, headers: { 'if-match': '"0"' } })
  }
  await call(`POST ${at}/decisions`, { token, body: { items: [{ code: codes[2], decision: 'accepted' }] } })
  const room = (await call(`GET ${at}/decisions/room`, { token })).body
  expect(room.formats).toEqual([{ slug: 'talk', name: 'Talk', slots: 2, taken: 1, left: 1 }])
  expect(room.firstTime).toEqual({ chosen: { first: 1, of: 1 }, all: { first: 3, of: 3 } })
  const suggestion = (await call(`GET ${at}/decisions/suggestion`, { token })).body
  expect(suggestion).toMatchObject({
    chosen: [codes[0]],
    isProved: true,
    entering: [{ code: codes[1], instead: codes[0] }],
  })
  expect((await call(`GET ${at}/decisions/room`, { token: reviewer })).status).toBe(403)

  const ranked = await walk(`GET ${at}/ranking?limit=2`, { token })
  expect(ranked.map(({ code }) => code)).toEqual(codes)
  expect((await call(`GET ${at}/ranking?state=accepted`, { token })).body.items).toMatchObject([
    { code: codes[2], rawPlace: 3 },
  ])
  expect((await call(`GET ${at}/ranking?flag=split-committee`, { token })).body.items).toEqual([])

  const event = await entered(open.event)
  const twice = []
  for (const title of ['Two years of quiet pagers', 'Two years of quiet pagers, again']) {
    const abstract = `${aDraft.abstract} Every alert of two years was counted, and most of them were taken away at last.`
    const made = await createProposal(
      await aPerson(),
      event,
      { draft: { ...aDraft, title, abstract }, submit: true },
      new Date(),
    )
    if (made.ok) twice.push(made.code)
  }
  const similar = (await call(`GET ${at}/proposals/${twice[0]}/similar`, { token })).body.items
  expect(similar).toMatchObject([{ code: twice[1], event: { isThis: true }, hasSameSpeaker: false, isSameTalk: false }])
  const all = (await call(`GET ${at}/decisions/similar`, { token })).body.items
  expect(all.map(({ code }: { code: string }) => code)).toEqual([...twice].sort())
  expect((await call(`GET ${at}/proposals/ZZZZZZ/similar`, { token })).status).toBe(404)
})

test('statistics come as JSON and as CSV in which no name is a formula', async () => {
  const { at, token, ana, codes } = await aCommittee()
  await db.person.update({ where: { id: ana.id }, data: { name: '=1+1' } })
  const reviewer = await aToken(ana)
  const body = { scores: { content: 4 }, submit: true }
  await call(`PUT ${at}/proposals/${codes[0]}/reviews/mine`, { token: reviewer, body, headers: { 'if-match': '"0"' } })
  const names = (await walk(`GET ${at}/statistics?limit=4`, { token })).map(({ name }) => name)
  expect(names).toContain('severity')
  const json = await call(`GET ${at}/statistics/by-format`, { token })
  expect(json.body).toMatchObject({ columns: ['Format', 'Proposals', 'Share, %'], rows: [['Talk', 3, 100]] })
  const csv = await call(`GET ${at}/statistics/severity?format=csv`, { token })
  expect(csv.text).toMatch(/^Reviewer,Points,From,To,Reviews\r\n'=1\+1,/)
  expect(csv.headers.get('content-disposition')).toMatch(/severity\.csv/)
  expect((await call(`GET ${at}/statistics/nothing`, { token })).status).toBe(404)
  expect((await call(`GET ${at}/statistics/severity`, { token: reviewer })).status).toBe(403)
})
