import { subDays } from 'date-fns'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aToken, call, walk } from '@/tests/api'
import { anOpenCall, aPerson, aProposal } from '@/tests/factories'
import { aDecidedProposal } from '@/tests/proposals'

async function aDesk(facts: Parameters<typeof aDecidedProposal>[0] = {}) {
  const decided = await aDecidedProposal(facts)
  const at = `/events/${decided.event.slug}`
  return {
    ...decided,
    at,
    one: `${at}/proposals/${decided.code}`,
    token: await aToken(decided.chair),
    speakerToken: await aToken(decided.speaker),
  }
}
const problemOf = ({ status, body }: Awaited<ReturnType<typeof call>>) => [
  status,
  body.type.replace('/problems/', ''),
  ...(body.errors ?? []).map(({ path }: { path: string }) => path),
]
const drafts = async (at: string, token: string) => (await call(`GET ${at}/mail?state=draft`, { token })).body.items

test('a decision is recommended, taken, undone, announced and corrected, and the speaker reads what was announced', async () => {
  const { at, one, code, token, speakerToken } = await aDesk({ decision: 'waitlisted', isAnnounced: false })
  const recommended = await call(`POST ${one}/recommend`, { token, body: { decision: 'accepted' } })
  expect(recommended.body.state).toBe('waitlisted')
  const lineOf = async () => (await call(`GET ${at}/decisions?news=true`, { token })).body.items[0]
  expect(await lineOf()).toMatchObject({ code, state: 'waitlisted', isNews: true, undo: { name: 'recommend' } })
  const undo = (move: string) => call(`POST ${at}/decisions/undo`, { token, body: { items: [{ code, move }] } })
  const { undo: last } = await lineOf()
  expect((await undo(last.move)).body).toEqual({ undone: [code] })
  expect(problemOf(await undo(last.move))).toEqual([412, 'overtaken', '/items/0'])
  const decision = (await lineOf()).undo
  expect(decision.name).toBe('decide')
  await undo(decision.move)
  expect((await call(`GET ${one}`, { token })).body).toMatchObject({ state: 'submitted', decision: null })

  const decide = (word: string, dryRun = false) =>
    call(`POST ${at}/decisions`, { token, body: { items: [{ code, decision: word }], dryRun } })
  expect((await decide('rejected', true)).body.items).toEqual([{ code, from: 'submitted', to: 'rejected' }])
  await decide('rejected')
  const announce = (dryRun: boolean) =>
    call(`POST ${at}/decisions/announce`, { token, body: { codes: [code], dryRun } })
  const shown = (await announce(true)).body
  expect([shown.announced, shown.messages.length]).toEqual([0, 1])
  expect((await announce(false)).body).toEqual({ messages: shown.messages, announced: 1 })
  await decide('accepted')
  const own = async () => (await call(`GET ${one}`, { token: speakerToken })).body.state
  expect(await own()).toBe('rejected')
  const corrected = (await announce(true)).body.messages[0]
  expect(corrected.text).not.toBe(shown.messages[0].text)
  await announce(false)
  expect(await own()).toBe('accepted')
  const moves = (await call(`GET ${one}/moves`, { token })).body.items.map(({ move }: { move: string }) => move)
  expect(moves).toEqual(['decide', 'recommend', 'undo', 'undo', 'decide', 'announce', 'correct', 'announce'])
  expect((await call(`GET ${one}/moves`, { token: speakerToken })).status).toBe(403)
})

test('a place is given to the waiting list by a draft, and sending it announces the place', async () => {
  const { at, one, code, token, call: open } = await aDesk({ decision: 'waitlisted' })
  const other = await aProposal({ call: open })
  const order = (codes: string[]) => call(`POST ${at}/waitlist`, { token, body: { codes } })
  expect((await order([code])).body).toEqual({ ordered: 1 })
  expect(problemOf(await order([code, other.proposal.code]))).toEqual([422, 'invalid', '/codes/1'])
  const waiting = (await call(`GET ${at}/answers?standing=waiting`, { token })).body.items
  expect(waiting).toMatchObject([{ standing: 'waiting', code, rank: 1 }])
  expect((await call(`POST ${one}/promote`, { token })).body.state).toBe('accepted')
  const [draft] = await drafts(at, token)
  expect(draft).toMatchObject({ kind: 'proposal-promotion', code, announces: true })

  const read = await call(`GET ${at}/mail/${draft.id}`, { token })
  const edit = (subject: string) =>
    call(`PATCH ${at}/mail/${draft.id}`, {
      token,
      body: { subject },
      headers: { 'if-match': read.headers.get('etag') ?? '' },
    })
  expect((await edit('A place for you')).body).toMatchObject({ subject: 'A place for you', text: read.body.text })
  expect((await edit('Again')).body.current.subject).toBe('A place for you')
  const ids = [draft.id]
  const to = (what: string) => call(`POST ${at}/mail/${what}`, { token, body: { ids } })
  expect((await to('discard')).body).toEqual({ moved: 1 })
  expect(await drafts(at, token)).toEqual([])
  expect((await to('restore')).body).toEqual({ moved: 1 })
  expect((await to('send')).body).toEqual({ queued: 1 })
  expect((await call(`GET ${one}`, { token })).body).toMatchObject({
    state: 'accepted',
    announcedAt: expect.any(String),
  })
  expect(problemOf(await call(`POST ${one}/promote`, { token }))).toEqual([409, 'already-accepted'])
})

test('silence after the day is taken for a no; before it, it is not', async () => {
  const { at, one, code, token } = await aDesk()
  expect(problemOf(await call(`POST ${one}/lapse`, { token }))).toEqual([409, 'answer-in-time'])
  await db.proposal.updateMany({ where: { code }, data: { answerBy: subDays(new Date(), 1) } })
  expect((await call(`GET ${at}/answers?standing=silent`, { token })).body.items).toMatchObject([{ code }])
  expect((await call(`POST ${one}/lapse`, { token })).body.state).toBe('declined')
  expect(await drafts(at, token)).toMatchObject([{ kind: 'proposal-lapsed', code }])
})

test('how answers are asked for is set by version', async () => {
  const { at, token } = await aDesk()
  const put = (body: object, version = '"0"') =>
    call(`PUT ${at}/answers/policy`, { token, body, headers: { 'if-match': version } })
  const saved = await put({ days: 7, reminderDays: [1, 3, 3], promotion: 'any' })
  expect(saved.body).toMatchObject({
    days: 7,
    reminderDays: [3, 1],
    silenceDeclines: false,
    promotion: 'any',
    until: null,
  })
  expect(saved.body.promotesSince).not.toBeNull()
  expect((await put({ days: 8 })).body.current.days).toBe(7)
  expect(problemOf(await put({ days: 0, until: '2027-02-30' }, '"1"'))).toEqual([422, 'invalid', '/days', '/until'])
})

test('a mail with a gap is refused, and so is a template with one; a dry run shows it with real data', async () => {
  const { at, token } = await aDesk({ isAnnounced: false })
  const address = `${at}/mail/templates/accepted/en`
  const put = (body: object, version = '"0"') =>
    call(`PUT ${address}`, { token, body, headers: { 'if-match': version } })
  const words = { subject: 'Yes to “{title}”', text: 'Dear {name}, until {answerBy}: {link}' }
  expect(problemOf(await put({ ...words, text: 'See you at {place}' }))).toEqual([409, 'mail-incomplete', '/text'])
  expect(problemOf(await put({ subject: '', text: '{nothing}' }))).toEqual([422, 'invalid', '/subject', '/text'])
  const shown = await put({ ...words, dryRun: true })
  expect(shown.body.preview.text).toMatch(/^Dear Person \d+, until /)
  expect((await call(`GET ${address}`, { token })).body.isOwn).toBe(false)
  expect((await put(words)).body).toMatchObject({ ...words, isOwn: true })
  expect((await put(words)).body.current.isOwn).toBe(true)
  const own = (await walk(`GET ${at}/mail/templates?limit=7`, { token })).filter(({ isOwn }) => isOwn)
  expect(own).toMatchObject([{ kind: 'accepted', locale: 'en' }])
  expect((await call(`DELETE ${address}`, { token })).status).toBe(204)
  expect((await call(`GET ${address}`, { token })).body.isOwn).toBe(false)
  expect((await call(`GET ${at}/mail/templates/nothing/en`, { token })).status).toBe(404)
})

test('a chair reads and touches no mail about what they have a conflict with', async () => {
  const { at, one, chair, token, code } = await aDesk({ decision: 'waitlisted' })
  await call(`POST ${one}/promote`, { token })
  const [draft] = await drafts(at, token)
  const proposal = await db.proposal.findUniqueOrThrow({ where: { code } })
  await db.conflict.create({ data: { proposalId: proposal.id, personId: chair.id, reason: 'Family' } })
  expect(await drafts(at, token)).toEqual([])
  expect((await call(`GET ${at}/mail/${draft.id}`, { token })).status).toBe(404)
  const edit = { token, body: { subject: 'x' }, headers: { 'if-match': '"1"' } }
  expect((await call(`PATCH ${at}/mail/${draft.id}`, edit)).status).toBe(404)
  const ids = [draft.id]
  expect((await call(`POST ${at}/mail/discard`, { token, body: { ids } })).body).toEqual({ moved: 0 })
  expect(problemOf(await call(`POST ${at}/mail/send`, { token, body: { ids } }))).toEqual([409, 'conflict', '/ids'])
  expect(problemOf(await call(`POST ${at}/waitlist`, { token, body: { codes: [code] } }))).toEqual([
    422,
    'invalid',
    '/codes/0',
  ])
  for (const move of ['promote', 'lapse']) expect((await call(`POST ${one}/${move}`, { token })).status).toBe(404)
})

test('mail is walked page by page, newest first, in one state or all', async () => {
  const { event } = await anOpenCall()
  const token = await aToken(await aPerson({ roles: ['chair'], eventId: event.id }))
  for (const subject of ['a', 'b', 'c', 'd', 'e'])
    await db.outboxMessage.create({
      data: {
        kind: 'x',
        to: 'a@example.org',
        subject,
        text: 'x',
        eventId: event.id,
        state: subject === 'c' ? 'sent' : 'draft',
      },
    })
  await db.outboxMessage.create({
    data: { kind: 'x', to: 'a@example.org', subject: 'link', text: 'x', eventId: event.id, secret: true },
  })
  const subjects = async (query: string) =>
    (await walk(`GET /events/${event.slug}/mail?limit=2${query}`, { token })).map(({ subject }) => subject)
  expect(await subjects('')).toEqual(['e', 'd', 'c', 'b', 'a'])
  expect(await subjects('&state=draft')).toEqual(['e', 'd', 'b', 'a'])
})
