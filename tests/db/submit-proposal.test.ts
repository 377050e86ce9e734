import { addMinutes } from 'date-fns'
import { expect, test } from 'vitest'
import { createProposal } from '@/features/proposals/commands/create'
import { submitDraft, withdrawProposal } from '@/features/proposals/commands/moves'
import { saveDraft, submitProposal } from '@/features/proposals/commands/submit'
import { insertWithCode } from '@/features/proposals/commands/text'
import { db, transaction } from '@/lib/db'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { aDraft, entered } from '../proposals'

const now = new Date()
const key = '0190f0a0-0000-7000-8000-000000000001'

async function aCall(facts: Parameters<typeof anOpenCall>[0] = {}) {
  const call = await anOpenCall(facts)
  return { call, event: await entered(call.event), speaker: await aPerson() }
}

const countSubmitted = () => db.proposal.count({ where: { submittedAt: { not: null } } })

test('a submission is one proposal with its text, its log, its audit and its mail', async () => {
  const { event, speaker } = await aCall()
  const outcome = await submitProposal(speaker, event, { version: 0, draft: aDraft }, now)
  expect(outcome).toMatchObject({ ok: true, version: 1 })
  const proposal = await db.proposal.findFirstOrThrow({
    include: { versions: true, moves: true, speakers: true, format: true },
  })
  expect(proposal).toMatchObject({ title: aDraft.title, submittedAt: now, format: { slug: 'talk' } })
  expect(proposal.versions).toMatchObject([{ version: 1, content: aDraft, savedById: speaker.id }])
  expect(proposal.moves).toMatchObject([{ move: 'submit', actorId: speaker.id, at: now }])
  expect(proposal.speakers).toMatchObject([{ personId: speaker.id, position: 0 }])
  expect(await db.auditEntry.findMany()).toMatchObject([{ verb: 'submit', resourceId: proposal.code }])
  const [mail, ...others] = await db.outboxMessage.findMany()
  expect(others).toEqual([])
  expect(mail).toMatchObject({ to: speaker.email, state: 'queued', kind: 'proposal-received' })
  expect(mail?.text).toContain(proposal.code)
})

test('three tabs cannot all take the last place, and what the others typed is kept as a draft', async () => {
  const { event, speaker } = await aCall({ limit: 1 })
  const tabs = [1, 2, 3].map((tab) => ({ version: 0, draft: { ...aDraft, title: `Tab ${tab}` } }))
  const outcomes = await Promise.all(tabs.map((tab) => submitProposal(speaker, event, tab, now)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  for (const outcome of outcomes.filter(({ ok }) => !ok))
    expect(outcome).toMatchObject({ reason: 'limit-reached', saved: { version: 1 } })
  expect(await countSubmitted()).toBe(1)
  expect((await db.proposal.findMany()).map(({ title }) => title).sort()).toEqual(['Tab 1', 'Tab 2', 'Tab 3'])
})

test('two drafts handed in at once, by address and by form, do not both take the last place', async () => {
  const { event, speaker } = await aCall({ limit: 1 })
  const one = await saveDraft(speaker, event, { version: 0, draft: aDraft }, now)
  if (!one.ok) throw new Error(one.reason)
  const other = { key, version: 0, draft: { ...aDraft, title: 'The other' } }
  const outcomes = await Promise.all([
    submitDraft(speaker, event, one.code, now),
    submitProposal(speaker, event, { code: one.code, version: 1, draft: aDraft }, now),
    submitProposal(speaker, event, other, now),
    submitProposal(speaker, event, other, now),
  ])
  expect(outcomes.some(({ ok }) => ok)).toBe(true)
  expect(await countSubmitted()).toBe(1)
  expect(await db.proposal.count()).toBe(2)
})

test('a double click is one proposal, one move and one mail, and both clicks are told the same', async () => {
  const { event, speaker } = await aCall()
  const click = () => submitProposal(speaker, event, { key, version: 0, draft: aDraft }, now)
  const [one, two] = await Promise.all([click(), click()])
  expect(one).toEqual(two)
  expect(one?.ok).toBe(true)
  expect(await db.proposal.count()).toBe(1)
  expect(await db.proposalMove.count()).toBe(1)
  expect(await db.outboxMessage.count()).toBe(1)
})

test('the key of somebody else’s form opens nothing', async () => {
  const { event, speaker } = await aCall()
  const stranger = await aPerson()
  await submitProposal(speaker, event, { key, version: 0, draft: aDraft }, now)
  const outcome = await submitProposal(stranger, event, { key, version: 0, draft: { ...aDraft, title: 'Mine' } }, now)
  expect(outcome.ok).toBe(true)
  expect((await db.proposal.findMany({ orderBy: { id: 'asc' } })).map(({ title }) => title)).toEqual([
    aDraft.title,
    'Mine',
  ])
})

test('two who share a browser, and so the key that it has kept, have one proposal each', async () => {
  const { event, speaker } = await aCall()
  const other = await aPerson()
  await saveDraft(speaker, event, { key, version: 0, draft: aDraft }, now)
  const type = (abstract: string, version: number) =>
    saveDraft(other, event, { key, version, draft: { ...aDraft, title: 'Mine', abstract } }, now)
  expect(await type('First', 0)).toMatchObject({ ok: true, version: 1 })
  expect(await type('Second', 1)).toMatchObject({ ok: true, version: 2 })
  expect(await db.proposal.findMany({ orderBy: { id: 'asc' }, select: { title: true, abstract: true } })).toEqual([
    { title: aDraft.title, abstract: aDraft.abstract },
    { title: 'Mine', abstract: 'Second' },
  ])
})

test('what comes after the call has closed is refused, and kept as a draft', async () => {
  const closesAt = addMinutes(now, -5)
  const { event, speaker } = await aCall({ closesAt, graceMinutes: 5 })
  const outcome = await submitProposal(speaker, event, { version: 0, draft: aDraft }, now)
  expect(outcome).toMatchObject({ ok: false, reason: 'closed', saved: { version: 1 } })
  expect(await db.proposal.findFirstOrThrow()).toMatchObject({ title: aDraft.title, submittedAt: null })
  expect(await db.outboxMessage.count()).toBe(0)
})

test('what the server receives within the grace counts', async () => {
  const { event, speaker } = await aCall({ closesAt: addMinutes(now, -5), graceMinutes: 6 })
  expect(await submitProposal(speaker, event, { version: 0, draft: aDraft }, now)).toMatchObject({ ok: true })
})

test('an incomplete submission names its fields and is kept', async () => {
  const { event, speaker } = await aCall()
  const outcome = await submitProposal(
    speaker,
    event,
    { version: 0, draft: { ...aDraft, abstract: '', format: null } },
    now,
  )
  expect(outcome).toMatchObject({ ok: false, reason: 'incomplete', errors: [{ path: 'abstract' }, { path: 'format' }] })
  expect(await db.proposal.count({ where: { title: aDraft.title, submittedAt: null } })).toBe(1)
})

test('a format of another event is refused', async () => {
  const { event, speaker } = await aCall()
  const outcome = await saveDraft(speaker, event, { version: 0, draft: { ...aDraft, format: 'keynote' } }, now)
  expect(outcome).toMatchObject({ ok: false, reason: 'invalid', errors: [{ path: 'format' }] })
})

test('of two people who save at once, the second sees the first’s text and nothing is overwritten', async () => {
  const { event, speaker } = await aCall()
  const other = await aPerson()
  const made = await saveDraft(speaker, event, { version: 0, draft: aDraft }, now)
  if (!made.ok) throw new Error(made.reason)
  const { id } = await db.proposal.findUniqueOrThrow({ where: { code: made.code } })
  await db.proposalSpeaker.create({ data: { proposalId: id, personId: other.id, position: 1 } })
  const edit = (title: string) => ({ code: made.code, version: 1, draft: { ...aDraft, title } })
  const outcomes = await Promise.all([
    saveDraft(speaker, event, edit('Mine'), now),
    saveDraft(other, event, edit('Theirs'), now),
  ])
  const winner = outcomes.find(({ ok }) => ok)
  const loser = outcomes.find(({ ok }) => !ok)
  expect(winner).toMatchObject({ version: 2 })
  const { title } = await db.proposal.findUniqueOrThrow({ where: { id } })
  expect(loser).toMatchObject({ reason: 'overtaken', current: { version: 2, draft: { title } } })
  expect(await db.proposalVersion.count({ where: { proposalId: id } })).toBe(2)
  const again = await saveDraft(
    speaker,
    event,
    { code: made.code.toLowerCase(), version: 2, draft: { ...aDraft, title: 'Both' } },
    now,
  )
  expect(again).toMatchObject({ ok: true, version: 3 })
  expect(await db.proposalVersion.count({ where: { proposalId: id } })).toBe(3)
})

test('nobody else reads, saves, hands in or withdraws a draft, the chair included', async () => {
  const { event, speaker } = await aCall()
  const made = await saveDraft(speaker, event, { version: 0, draft: aDraft }, now)
  if (!made.ok) throw new Error(made.reason)
  const strangers = [
    await aPerson(),
    await aPerson({ roles: ['chair'], eventId: event.id }),
    await aPerson({ roles: ['admin'] }),
  ]
  for (const stranger of strangers) {
    const input = { code: made.code, version: 1, draft: { ...aDraft, title: 'Taken over' } }
    expect(await saveDraft(stranger, event, input, now)).toEqual({ ok: false, reason: 'not-found' })
    expect(await submitDraft(stranger, event, made.code, now)).toEqual({ ok: false, reason: 'not-found' })
    expect(await withdrawProposal(stranger, event, made.code, now)).toEqual({ ok: false, reason: 'not-found' })
  }
  expect(await db.proposal.findFirstOrThrow()).toMatchObject({ title: aDraft.title, submittedAt: null, version: 1 })
})

test('a proposal of another event is not found in this one', async () => {
  const { event } = await aCall()
  const { proposal, speaker } = await aProposal()
  expect(await withdrawProposal(speaker, event, proposal.code, now)).toEqual({ ok: false, reason: 'not-found' })
})

test('who withdraws may submit again while the call is open, and is not counted meanwhile', async () => {
  const { event, speaker } = await aCall({ limit: 1 })
  const made = await submitProposal(speaker, event, { version: 0, draft: aDraft }, now)
  if (!made.ok) throw new Error(made.reason)
  expect(await withdrawProposal(speaker, event, made.code, now)).toMatchObject({ ok: true })
  expect(await withdrawProposal(speaker, event, made.code, now)).toEqual({ ok: false, reason: 'already-withdrawn' })
  expect(await submitDraft(speaker, event, made.code, now)).toMatchObject({ ok: true })
  const moves = await db.proposalMove.findMany({ orderBy: { id: 'asc' } })
  expect(moves.map(({ move }) => move)).toEqual(['submit', 'withdraw', 'submit'])
})

test('co-speakers become people by their address once, and are invited at once', async () => {
  const { event, speaker } = await aCall()
  const known = await aPerson({ name: 'Known Already' })
  const speakers = [
    { email: 'New.Person@example.org', name: 'New Person' },
    { email: known.email ?? '', name: 'Somebody' },
  ]
  const made = await submitProposal(speaker, event, { version: 0, draft: { ...aDraft, speakers } }, now)
  expect(made.ok).toBe(true)
  const rows = await db.proposalSpeaker.findMany({ orderBy: { position: 'asc' }, include: { person: true } })
  expect(rows.map(({ person }) => person.name)).toEqual([speaker.name, 'New Person', 'Known Already'])
  expect(rows[1]?.person.email).toBe('new.person@example.org')
  const invitations = await db.outboxMessage.findMany({ where: { kind: 'proposal-co-speaker' } })
  expect(invitations.map(({ state }) => state)).toEqual(['queued', 'queued'])
  const receipts = await db.outboxMessage.findMany({ where: { kind: 'proposal-received' } })
  expect(receipts.map(({ to }) => to)).toEqual([speaker.email])
})

test('two proposals that name one new co-speaker at once make one person', async () => {
  const { event, speaker } = await aCall()
  const other = await aPerson()
  const [ada, grace] = ['ada', 'grace'].map((name) => ({ email: `${name}@example.net`, name }))
  if (!ada || !grace) throw new Error('Nobody')
  const outcomes = await Promise.all([
    submitProposal(speaker, event, { version: 0, draft: { ...aDraft, speakers: [ada, grace] } }, now),
    submitProposal(other, event, { version: 0, draft: { ...aDraft, speakers: [grace, ada] } }, now),
  ])
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
  expect(await db.person.count({ where: { email: { endsWith: '@example.net' } } })).toBe(2)
})

test('a refused creation leaves nothing behind', async () => {
  const { event, speaker } = await aCall({ limit: 0 })
  const outcome = await createProposal(speaker, event, { draft: aDraft, submit: true }, now)
  expect(outcome).toMatchObject({ ok: false, reason: 'limit-reached' })
  expect(await db.proposal.count()).toBe(0)
})

test('the committee proposes for the people it names, a speaker only for themselves', async () => {
  const { event, speaker } = await aCall()
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const speakers = [{ email: 'invited@example.org', name: 'Invited' }]
  const byChair = await createProposal(chair, event, { draft: { ...aDraft, speakers }, submit: true }, now)
  const bySpeaker = await createProposal(speaker, event, { draft: { ...aDraft, speakers }, submit: true }, now)
  if (!byChair.ok || !bySpeaker.ok) throw new Error('Refused')
  const speakersOf = async (code: string) =>
    (
      await db.proposalSpeaker.findMany({
        where: { proposal: { code } },
        orderBy: { position: 'asc' },
        include: { person: true },
      })
    ).map(({ person }) => person.email)
  expect(await speakersOf(byChair.code)).toEqual(['invited@example.org'])
  expect(await speakersOf(bySpeaker.code)).toEqual([speaker.email, 'invited@example.org'])
})

test('a code that is taken is tried again with another', async () => {
  const { proposal, call } = await aProposal()
  const codes = [proposal.code, proposal.code, 'ZZZZZZ']
  const data = { eventId: call.event.id, callId: call.id, title: 'Second', abstract: '' }
  const row = await transaction((tx) => insertWithCode(tx, data, () => codes.shift() ?? ''))
  expect(row?.code).toBe('ZZZZZZ')
})

test('text that no database can carry is cleaned, not refused', async () => {
  const { ProposalDraft } = await import('@/features/proposals/schema')
  const { event, speaker } = await aCall()
  const draft = ProposalDraft.parse({
    ...aDraft,
    title: 'Zero\u0000 half\uD800 \u{1F600} 漢字',
    abstract: 'one\r\ntwo',
  })
  expect(await submitProposal(speaker, event, { version: 0, draft }, now)).toMatchObject({ ok: true })
  expect(await db.proposal.findFirstOrThrow()).toMatchObject({
    title: 'Zero half \u{1F600} 漢字',
    abstract: 'one\ntwo',
  })
})
