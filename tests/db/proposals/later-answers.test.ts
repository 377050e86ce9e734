import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { type LaterInput, saveLaterAnswers } from '@/features/proposals/commands/later'
import { confirmProposal } from '@/features/proposals/commands/moves'
import { submitProposal } from '@/features/proposals/commands/submit'
import { getLaterAnswers } from '@/features/proposals/queries/later'
import { db } from '@/lib/db'
import { aQuestion } from '../../calls'
import { anOpenCall, aPerson } from '../../factories'
import { aDecidedProposal, aDraft, entered } from '../../proposals'

const now = new Date()
const tomorrow = addDays(now, 1)

/** An accepted talk of two speakers, whose call has closed. */
async function anAcceptedTalk() {
  const { code, event, speaker, call, chair, proposal } = await aDecidedProposal()
  await db.call.update({ where: { id: call.id }, data: { opensAt: null, closesAt: addDays(now, -1) } })
  const second = await aPerson()
  await db.proposalSpeaker.create({ data: { proposalId: proposal.id, personId: second.id, position: 1 } })
  return { code, event, speaker, second, chair, proposal }
}

const input = (says: Partial<LaterInput> = {}): LaterInput => ({ version: 1, answers: {}, aboutMe: {}, ...says })

test('what is frozen later than the close, or asked of accepted speakers, is answered after it; all else stays', async () => {
  const { code, event, speaker } = await anAcceptedTalk()
  await aQuestion(event, { key: 'slides', frozenFrom: tomorrow })
  await aQuestion(event, { key: 'over', frozenFrom: addDays(now, -1) })
  await aQuestion(event, { key: 'why' })
  await aQuestion(event, { key: 'shirt', about: 'speaker', isForAccepted: true })
  await db.proposal.update({ where: { code }, data: { answers: { why: 'Because' } } })
  const asked = (await getLaterAnswers(speaker, code, now))?.questions.map(({ key }) => key)
  expect(asked).toEqual(['slides', 'shirt'])
  const typed = { slides: 'In May', over: 'Too late', why: 'Otherwise' }
  expect(await saveLaterAnswers(speaker, event, code, input({ answers: typed, aboutMe: { shirt: 'M' } }), now)).toEqual(
    {
      ok: true,
      missing: 0,
    },
  )
  const row = await db.proposal.findUniqueOrThrow({ where: { code }, include: { speakers: true, versions: true } })
  expect(row.answers).toEqual({ slides: 'In May', why: 'Because' })
  expect(row.speakers.find(({ personId }) => personId === speaker.id)?.answers).toEqual({ shirt: 'M' })
  expect(row.versions).toHaveLength(1)
  expect(await saveLaterAnswers(speaker, event, code, input({ version: 2 }), tomorrow)).toMatchObject({ ok: true })
  expect((await db.proposal.findUniqueOrThrow({ where: { code } })).answers).toMatchObject({ slides: 'In May' })
})

test('what accepted speakers alone are asked is asked of nobody before, and not at submission', async () => {
  const call = await anOpenCall()
  const [event, speaker] = [await entered(call.event), await aPerson()]
  await aQuestion(event, { key: 'visa', about: 'speaker', isForAccepted: true, isRequired: true })
  const made = await submitProposal(speaker, event, { version: 0, draft: aDraft, aboutMe: {} }, now)
  if (!made.ok) throw new Error(made.reason)
  expect((await getLaterAnswers(speaker, made.code, now))?.questions).toEqual([])
})

test('each who speaks owes their own required answers before the talk is confirmed, the committee may confirm without', async () => {
  const { code, event, speaker, second, chair } = await anAcceptedTalk()
  await aQuestion(event, { key: 'consent', kind: 'consent', about: 'speaker', isRequired: true })
  const owed = async () => (await getLaterAnswers(speaker, code, now))?.unanswered.map(({ by }) => by?.id)
  expect(await owed()).toEqual([speaker.id, second.id])
  expect(await confirmProposal(speaker, event, code, now)).toMatchObject({ reason: 'answers-missing' })
  const mine = input({ aboutMe: { consent: 'yes' } })
  expect(await saveLaterAnswers(speaker, event, code, mine, now)).toEqual({ ok: true, missing: 0 })
  expect(await owed()).toEqual([second.id])
  expect(await confirmProposal(speaker, event, code, now)).toMatchObject({ reason: 'answers-missing' })
  expect(await saveLaterAnswers(second, event, code, mine, now)).toMatchObject({ ok: true })
  expect(await confirmProposal(speaker, event, code, now)).toMatchObject({ ok: true })
  const other = await anAcceptedTalk()
  await aQuestion(other.event, { key: 'consent', kind: 'consent', about: 'speaker', isRequired: true })
  expect(await confirmProposal(other.chair, other.event, other.code, now)).toMatchObject({ ok: true })
  expect(chair.id).not.toBe(other.chair.id)
})

test('who was invited and has not said yes owes nothing and answers nothing', async () => {
  const { code, event, second, proposal, speaker } = await anAcceptedTalk()
  await aQuestion(event, { key: 'shirt', about: 'speaker', isForAccepted: true })
  await db.proposalSpeaker.updateMany({
    where: { proposalId: proposal.id, personId: second.id },
    data: { isAccepted: false },
  })
  expect(await getLaterAnswers(second, code, now)).toBeNull()
  expect(await saveLaterAnswers(second, event, code, input(), now)).toEqual({ ok: false, reason: 'not-found' })
  expect(await saveLaterAnswers(await aPerson(), event, code, input(), now)).toMatchObject({ reason: 'not-found' })
  expect(await saveLaterAnswers(speaker, event, code, input({ aboutMe: { shirt: 'M' } }), now)).toMatchObject({
    ok: true,
  })
})

test('an answer that somebody else gave in the meantime is shown, not overwritten', async () => {
  const { code, event, speaker, second } = await anAcceptedTalk()
  await aQuestion(event, { key: 'slides', label: 'Slides', frozenFrom: tomorrow })
  const [one, other] = [input({ answers: { slides: 'Mine' } }), input({ answers: { slides: 'Ours' } })]
  expect(await saveLaterAnswers(speaker, event, code, one, now)).toMatchObject({ ok: true })
  const refused = await saveLaterAnswers(second, event, code, other, now)
  expect(refused).toMatchObject({ reason: 'overtaken', current: [{ label: 'Slides', answer: 'Mine' }] })
  const version = !refused.ok && refused.reason === 'overtaken' ? refused.version : 0
  expect(await saveLaterAnswers(second, event, code, { ...other, version }, now)).toMatchObject({ ok: true })
  const versions = await db.proposalVersion.findMany({ where: { proposal: { code } }, orderBy: { version: 'asc' } })
  expect(versions.map(({ content }) => content)).toMatchObject([
    { answers: { slides: 'Mine' } },
    { answers: { slides: 'Ours' } },
  ])
})

test('an answer brings up the question that hangs on it, and one that cannot be is refused', async () => {
  const { code, event, speaker } = await anAcceptedTalk()
  await aQuestion(event, { key: 'dinner', kind: 'consent', frozenFrom: tomorrow })
  const conditions = [{ on: 'dinner', is: ['yes'] }]
  await aQuestion(event, { key: 'guests', kind: 'number', frozenFrom: tomorrow, conditions })
  expect((await getLaterAnswers(speaker, code, now))?.questions.map(({ key }) => key)).toEqual(['dinner', 'guests'])
  const both = (guests: string) => input({ answers: { dinner: 'yes', guests } })
  expect(await saveLaterAnswers(speaker, event, code, both('many'), now)).toMatchObject({
    reason: 'incomplete',
    errors: [{ path: 'answers.guests' }],
  })
  expect(await saveLaterAnswers(speaker, event, code, both('2'), now)).toMatchObject({ ok: true })
  const alone = input({ version: 2, answers: { guests: '3' } })
  await saveLaterAnswers(speaker, event, code, alone, now)
  expect((await db.proposal.findUniqueOrThrow({ where: { code } })).answers).toEqual({ guests: '2' })
})
