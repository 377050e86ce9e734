import { addDays, addMinutes } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import type { Person } from '@/features/access/schema'
import { createProposal } from '@/features/proposals/commands/create'
import { withdrawProposal } from '@/features/proposals/commands/moves'
import { saveDraft, submitProposal } from '@/features/proposals/commands/submit'
import { getOwnProposal } from '@/features/proposals/queries/own'
import type { ProposalDraft } from '@/features/proposals/schema'
import { db } from '@/lib/db'
import { aCode, aQuestion } from '../../calls'
import { anOpenCall, aPerson } from '../../factories'
import { aDraft, entered } from '../../proposals'

const now = new Date()
let speaker: Person
beforeEach(async () => {
  speaker = await aPerson()
})

async function begin(facts: Parameters<typeof anOpenCall>[0] = {}) {
  const call = await anOpenCall(facts)
  return { call, event: await entered(call.event) }
}
const input = (draft: Partial<ProposalDraft> = {}) => ({ version: 0, draft: { ...aDraft, ...draft } })
const paths = (outcome: Awaited<ReturnType<typeof submitProposal>>) =>
  outcome.ok ? null : outcome.errors?.map(({ path }) => path)

test('a required question refuses the submission by name, keeps the draft, and takes it once answered', async () => {
  const { event } = await begin()
  await aQuestion(event, { key: 'why', isRequired: true })
  const refused = await submitProposal(speaker, event, input(), now)
  expect(refused).toMatchObject({ ok: false, reason: 'incomplete', saved: { version: 1 } })
  expect(paths(refused)).toEqual(['answers.why'])
  const { code } = refused.ok || !refused.saved ? { code: '' } : refused.saved
  const taken = await submitProposal(
    speaker,
    event,
    { ...input({ answers: { why: 'Because' } }), code, version: 1 },
    now,
  )
  expect(taken).toMatchObject({ ok: true, version: 2 })
  expect((await getOwnProposal(speaker, code, now))?.text.answers).toEqual({ why: 'Because' })
})

test('a question about speakers is asked of the one who proposes, and its answer is in no version', async () => {
  const { event } = await begin()
  await aQuestion(event, { key: 'diet', about: 'speaker', isRequired: true })
  expect(paths(await submitProposal(speaker, event, input(), now))).toEqual(['aboutMe.diet'])
  const done = await submitProposal(speaker, event, { ...input(), aboutMe: { diet: 'Lentils' } }, now)
  expect(done.ok).toBe(true)
  const code = done.ok ? done.code : ''
  expect((await getOwnProposal(speaker, code, now))?.aboutMe).toEqual({ diet: 'Lentils' })
  expect(JSON.stringify(await db.proposalVersion.findMany())).not.toContain('Lentils')
})

test('what is frozen stays as it was saved, whatever is sent; a submitted text says why', async () => {
  const { event } = await begin()
  const frozenFrom = addMinutes(now, 5)
  await aQuestion(event, { key: 'shirt', frozenFrom })
  const first = await saveDraft(speaker, event, input({ answers: { shirt: 'M' } }), now)
  const code = first.ok ? first.code : ''
  const late = { ...input({ answers: { shirt: 'L' }, title: 'Another' }), code, version: 1 }
  await saveDraft(speaker, event, late, frozenFrom)
  expect((await getOwnProposal(speaker, code, now))?.text).toMatchObject({ title: 'Another', answers: { shirt: 'M' } })
  const refused = await submitProposal(speaker, event, { ...late, version: 2 }, frozenFrom)
  expect(paths(refused)).toEqual(['answers.shirt'])
  const same = { ...late, version: 3, draft: { ...late.draft, answers: { shirt: 'M' } } }
  expect(await submitProposal(speaker, event, same, frozenFrom)).toMatchObject({ ok: true })
})

test('a proposal goes to the call that was chosen, with its own formats, languages and limit', async () => {
  const { event, call } = await begin()
  const workshop = await db.format.create({
    data: { eventId: event.id, slug: 'workshop', name: 'Workshop', minutes: 90 },
  })
  const other = await db.call.create({
    data: {
      eventId: event.id,
      kind: 'workshops',
      limitPerPerson: 1,
      languages: ['de'],
      formats: { create: { formatId: workshop.id } },
    },
  })
  const send = (draft: Partial<ProposalDraft>, kind?: string) =>
    submitProposal(speaker, event, { ...input(draft), ...(kind ? { call: kind } : {}) }, now)
  expect(paths(await send({}, 'workshops'))).toEqual(['format', 'language'])
  const good = { format: 'workshop', language: 'de' }
  expect(await send(good, 'workshops')).toMatchObject({ ok: true })
  expect(await send({ ...good, title: 'Another' }, 'workshops')).toMatchObject({ ok: false, reason: 'limit-reached' })
  expect(await send({ title: 'A talk' })).toMatchObject({ ok: true })
  expect(await send({}, 'posters')).toMatchObject({ ok: false, reason: 'no-call' })
  expect(await db.proposal.count({ where: { submittedAt: { not: null }, callId: { in: [call.id, other.id] } } })).toBe(
    2,
  )
})

test('an event that limits its speakers counts over all of its calls', async () => {
  const { event } = await begin()
  await db.event.update({ where: { id: event.id }, data: { limitPerPerson: 1 } })
  await db.call.create({ data: { eventId: event.id, kind: 'posters' } })
  expect(await submitProposal(speaker, event, input(), now)).toMatchObject({ ok: true })
  const second = await submitProposal(speaker, event, { ...input({ title: 'Poster' }), call: 'posters' }, now)
  expect(second).toMatchObject({ ok: false, reason: 'event-limit-reached' })
})

test('a format closes on its own day', async () => {
  const { event, call } = await begin()
  const formatId = call.event.formats[0]?.id ?? ''
  await db.callFormat.create({ data: { callId: call.id, formatId, closesAt: addDays(now, 2) } })
  const at = (moment: Date) => submitProposal(speaker, event, input(), moment)
  expect(await at(addDays(now, 2))).toMatchObject({ ok: false, reason: 'closed' })
  expect(await at(new Date(addDays(now, 2).getTime() - 1))).toMatchObject({ ok: true })
})

test('a code opens a closed call for as many as it says, a proposal counting once', async () => {
  const { event, call } = await begin({ closesAt: addMinutes(now, -1) })
  const { code } = await aCode(call, { mostUses: 1, expiresAt: addDays(now, 1) })
  expect(await submitProposal(speaker, event, input(), now)).toMatchObject({ ok: false, reason: 'closed' })
  const wrong = await submitProposal(speaker, event, { ...input(), accessCode: 'NOTTHIS' }, now)
  expect(wrong).toMatchObject({ ok: false, reason: 'code-unknown', errors: [{ path: 'accessCode' }] })
  const late = await submitProposal(speaker, event, { ...input(), accessCode: code.toLowerCase() }, now)
  expect(late).toMatchObject({ ok: true })
  const mine = late.ok ? late.code : ''
  expect(await withdrawProposal(speaker, event, mine, now)).toMatchObject({ ok: true })
  const again = await submitProposal(speaker, event, { ...input({ title: 'Again' }), code: mine, version: 1 }, now)
  expect(again).toMatchObject({ ok: true })
  const other = await submitProposal(await aPerson(), event, { ...input(), accessCode: code }, now)
  expect(other).toMatchObject({ ok: false, reason: 'code-used-up', saved: { version: 1 } })
  expect(await db.accessCode.findFirst()).toMatchObject({ uses: 1 })
})

test('of many who come at once for the last two uses of a code two get in', async () => {
  const { event, call } = await begin({ closesAt: addMinutes(now, -1) })
  const { code, id } = await aCode(call, { mostUses: 2 })
  const people = await Promise.all(Array.from({ length: 6 }, () => aPerson()))
  const outcomes = await Promise.all(
    people.map((person) => submitProposal(person, event, { ...input(), accessCode: code }, now)),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2)
  expect(await db.accessCode.findUnique({ where: { id } })).toMatchObject({ uses: 2 })
  expect(await db.proposal.count({ where: { submittedAt: { not: null } } })).toBe(2)
})

test('a code of another call opens nothing, nor does one that has expired', async () => {
  const { event, call } = await begin({ closesAt: addMinutes(now, -1) })
  const foreign = await aCode((await begin()).call)
  const expired = await aCode(call, { expiresAt: now })
  const send = (accessCode: string) => submitProposal(speaker, event, { ...input(), accessCode }, now)
  expect(await send(foreign.code)).toMatchObject({ ok: false, reason: 'code-unknown' })
  expect(await send(expired.code)).toMatchObject({ ok: false, reason: 'code-expired' })
})

test('a call by invitation wants a code although it is open', async () => {
  const { event, call } = await begin()
  await db.call.update({ where: { id: call.id }, data: { byInvitation: true } })
  const { code } = await aCode(call)
  expect(await submitProposal(speaker, event, input(), now)).toMatchObject({ ok: false, reason: 'code-needed' })
  const invited = await createProposal(speaker, event, { draft: aDraft, submit: true, accessCode: code }, now)
  expect(invited).toMatchObject({ ok: true })
})

test('tags and projects are those of the event and of the foundation, and go with the text', async () => {
  const { event } = await begin()
  await db.tag.create({ data: { eventId: event.id, slug: 'scale', name: 'Scale' } })
  await db.project.create({ data: { slug: 'envoy', name: 'Envoy', tagline: 'A proxy' } })
  const unknown = await saveDraft(speaker, event, input({ tags: ['scale', 'fun'], projects: ['vim'] }), now)
  expect(paths(unknown)).toEqual(['tags', 'projects'])
  const saved = await saveDraft(speaker, event, input({ tags: ['scale'], projects: ['envoy'] }), now)
  const code = saved.ok ? saved.code : ''
  expect((await getOwnProposal(speaker, code, now))?.text).toMatchObject({ tags: ['scale'], projects: ['envoy'] })
  await saveDraft(speaker, event, { ...input({ projects: ['envoy'] }), code, version: 1 }, now)
  expect([await db.proposalTag.count(), await db.proposalProject.count()]).toEqual([0, 1])
})

test('two tabs that answer about their speaker do not overwrite each other unseen', async () => {
  const { event } = await begin()
  await aQuestion(event, { key: 'diet', about: 'speaker' })
  const first = await saveDraft(speaker, event, { ...input(), aboutMe: { diet: 'Lentils' } }, now)
  const code = first.ok ? first.code : ''
  await saveDraft(speaker, event, { ...input(), code, version: 1, aboutMe: { diet: 'Peas' } }, now)
  const stale = await saveDraft(speaker, event, { ...input(), code, version: 1, aboutMe: { diet: 'Beans' } }, now)
  expect(stale).toMatchObject({ ok: false, reason: 'overtaken' })
  expect((await getOwnProposal(speaker, code, now))?.aboutMe).toEqual({ diet: 'Peas' })
})
