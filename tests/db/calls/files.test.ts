import { expect, test } from 'vitest'
import { saveAnswerFile } from '@/features/proposals/commands/files'
import { submitProposal } from '@/features/proposals/commands/submit'
import { getAnswerFile } from '@/features/proposals/queries/files'
import { db } from '@/lib/db'
import { aQuestion } from '../../calls'
import { anOpenCall, aPerson } from '../../factories'
import { aDraft, entered } from '../../proposals'

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
