import { subDays } from 'date-fns'
import { expect, test } from 'vitest'
import { saveAnswerFile } from '@/features/proposals/commands/files'
import { DAYS_KEPT, forgetFiles } from '@/features/proposals/commands/forget-files'
import { cancelProposal, confirmProposal } from '@/features/proposals/commands/moves'
import { saveDraft, submitProposal } from '@/features/proposals/commands/submit'
import { listPublicAnswers } from '@/features/proposals/queries/answers'
import { getAnswerFile } from '@/features/proposals/queries/files'
import { db } from '@/lib/db'
import { storage } from '@/lib/storage'
import { aQuestion } from '../../calls'
import { anOpenCall, aPerson } from '../../factories'
import { aDecidedProposal, aDraft, entered } from '../../proposals'

const now = new Date()
const pdf = new TextEncoder().encode('%PDF-1.7\n')
const roles = ['chair', 'reviewer', 'reader'] as const

test.each([
  ['reviewers', 'proposal', { chair: true, reviewer: true, reader: false }],
  ['chairs', 'proposal', { chair: true, reviewer: false, reader: false }],
  ['reviewers', 'speaker', { chair: true, reviewer: false, reader: false }],
] as const)('a file for %s about the %s is handed to whom it is for', async (audience, about, may) => {
  const event = await entered((await anOpenCall()).event)
  await aQuestion(event, { key: 'paper', kind: 'file', audience, about })
  const speaker = await aPerson()
  const upload = { name: 'Ada Secret CV.pdf', bytes: pdf }
  const file = await saveAnswerFile(speaker, event, { key: 'paper', about }, upload, now)
  const id = file.ok ? file.id : ''
  const people = await Promise.all(roles.map((role) => aPerson({ roles: [role], eventId: event.id })))
  const answers = about === 'proposal' ? { paper: id } : {}
  const aboutMe = about === 'speaker' ? { paper: id } : {}
  const handIn = await submitProposal(speaker, event, { version: 0, draft: { ...aDraft, answers }, aboutMe }, now)
  expect(handIn).toMatchObject({ ok: true })
  for (const [index, role] of roles.entries()) {
    const person = people[index]
    const served = person ? await getAnswerFile(person, id) : null
    expect([role, served?.name]).toEqual([role, may[role] ? 'paper.pdf' : undefined])
  }
  expect(await getAnswerFile(speaker, id)).toMatchObject({ name: 'Ada Secret CV.pdf' })
  expect(await getAnswerFile({ kind: 'visitor' }, id)).toBeNull()
})

test('a file of somebody else, of another question or of no kind is no answer', async () => {
  const event = await entered((await anOpenCall()).event)
  await aQuestion(event, { key: 'paper', kind: 'file' })
  const [speaker, other] = [await aPerson(), await aPerson()]
  const save = (name: string, bytes: Uint8Array) =>
    saveAnswerFile(other, event, { key: 'paper', about: 'proposal' }, { name, bytes }, now)
  const theirs = await save('a.pdf', pdf)
  const answers = { paper: theirs.ok ? theirs.id : '' }
  const stolen = await submitProposal(speaker, event, { version: 0, draft: { ...aDraft, answers } }, now)
  expect(stolen).toMatchObject({ ok: false, errors: [{ path: 'answers.paper' }] })
  expect(await save('a.png', pdf)).toEqual({ ok: false, reason: 'not-what-it-says' })
  const wrong = await saveAnswerFile(
    other,
    event,
    { key: 'gone', about: 'proposal' },
    { name: 'a.pdf', bytes: pdf },
    now,
  )
  expect(wrong).toEqual({ ok: false, reason: 'no-such-question' })
  expect(await db.answerFile.count()).toBe(1)
})

test('a file for all is handed to everybody once the talk is confirmed, under a name that tells nothing', async () => {
  const { code, event, speaker } = await aDecidedProposal()
  await aQuestion(event, { key: 'slides', kind: 'file', audience: 'public' })
  const upload = { name: 'Ada Secret Slides.pdf', bytes: pdf }
  const file = await saveAnswerFile(speaker, event, { key: 'slides', about: 'proposal' }, upload, now)
  const id = file.ok ? file.id : ''
  await db.proposal.update({ where: { code }, data: { answers: { slides: id } } })
  expect(await getAnswerFile({ kind: 'visitor' }, id)).toBeNull()
  await confirmProposal(speaker, event, code, now)
  expect(await getAnswerFile({ kind: 'visitor' }, id)).toMatchObject({ name: 'slides.pdf' })
  expect(await listPublicAnswers(event.slug, code)).toMatchObject([{ key: 'slides', values: [id] }])
  await cancelProposal(speaker, event, code, now)
  expect(await getAnswerFile({ kind: 'visitor' }, id)).toBeNull()
})

test('an upload that nothing names is forgotten after a week, its bytes too; what any version names stays', async () => {
  const event = await entered((await anOpenCall()).event)
  for (const about of ['proposal', 'speaker'] as const)
    await aQuestion(event, { key: `of-${about}`, kind: 'file', about })
  const speaker = await aPerson()
  const weekAgo = subDays(now, DAYS_KEPT + 1)
  const upload = async (about: 'proposal' | 'speaker', at = weekAgo) => {
    const saved = await saveAnswerFile(speaker, event, { key: `of-${about}`, about }, { name: 'a.pdf', bytes: pdf }, at)
    return saved.ok ? saved.id : ''
  }
  const [first, second, mine, lost, young] = [
    await upload('proposal'),
    await upload('proposal'),
    await upload('speaker'),
    await upload('proposal'),
    await upload('proposal', now),
  ]
  const draft = (id: string) => ({ ...aDraft, answers: { 'of-proposal': id } })
  const saved = await saveDraft(
    speaker,
    event,
    { version: 0, draft: draft(first), aboutMe: { 'of-speaker': mine } },
    now,
  )
  const code = saved.ok ? saved.code : ''
  await saveDraft(speaker, event, { code, version: 1, draft: draft(second) }, now)
  const { stored } = await db.answerFile.findUniqueOrThrow({ where: { id: lost } })
  expect(await storage().get(stored)).not.toBeNull()
  expect(await forgetFiles(now)).toBe(1)
  expect(await storage().get(stored)).toBeNull()
  const left = await db.answerFile.findMany({ select: { id: true } })
  expect(left.map(({ id }) => id).sort()).toEqual([first, second, mine, young].sort())
})
