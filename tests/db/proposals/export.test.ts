import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { Actor } from '@/features/access/schema'
import { type ExportName, exportFile } from '@/features/proposals/formats/exports'
import { saveReview } from '@/features/reviews/commands/save'
import { reviewCsv } from '@/features/reviews/formats/csv'
import { listAllReviews } from '@/features/reviews/queries/export'
import { ReviewInput } from '@/features/reviews/schema'
import { db } from '@/lib/db'
import { aQuestion } from '../../calls'
import { anOpenCall, aPerson, aProposal, aReviewRound } from '../../factories'
import { exported } from '../../port'
import { aDecidedProposal, entered } from '../../proposals'

async function tableOf(name: ExportName, event: { slug: string }, actor: Actor) {
  const { source, write } = exportFile(name)
  const { data } = Papa.parse<Record<string, string>>(write(await exported(event, actor, source)), {
    header: true,
    skipEmptyLines: true,
  })
  return data
}

test('a reviewer’s files hold no name, no answer for chairs, and no decision before it is announced', async () => {
  const call = await anOpenCall()
  const { code, speaker, event } = await aDecidedProposal({ call, isAnnounced: false })
  for (const audience of ['reviewers', 'chairs'] as const)
    await aQuestion(event, { key: audience, audience, label: `For ${audience}` })
  await aQuestion(event, { key: 'me', about: 'speaker', label: 'About me' })
  await db.proposal.update({ where: { code }, data: { answers: { reviewers: 'some', chairs: 'few' } } })
  const [reviewer, chair] = [
    await aPerson({ roles: ['reviewer'], eventId: event.id }),
    await aPerson({ roles: ['chair'], eventId: event.id }),
  ]
  const [line] = await tableOf('proposals.csv', event, reviewer)
  expect(line).toMatchObject({ code, state: 'submitted', announced: 'no', 'For reviewers': 'some' })
  expect(Object.keys(line ?? {})).not.toEqual(expect.arrayContaining(['speakers']))
  expect(Object.keys(line ?? {})).not.toContain('For chairs')
  const { source, write } = exportFile('sessionize.json')
  const blind = write(await exported(event, reviewer, source))
  for (const telling of [speaker.name, speaker.email ?? '', speaker.id, 'About me', 'Accept_Queue'])
    expect(blind).not.toContain(telling)

  const [whole] = await tableOf('proposals.csv', event, chair)
  expect(whole).toMatchObject({
    state: 'accepted',
    announced: 'no',
    speakers: speaker.name,
    emails: speaker.email,
    'For chairs': 'few',
  })
  expect(await tableOf('speakers.csv', event, chair)).toMatchObject([
    { person: speaker.slug, email: speaker.email, proposals: code },
  ])
})

test('what a chair has a conflict with is in none of their files', async () => {
  const call = await anOpenCall()
  const { proposal } = await aProposal({ call })
  const { proposal: other } = await aProposal({ call })
  const chair = await aPerson({ roles: ['chair'], eventId: call.event.id })
  await db.conflict.create({ data: { proposalId: proposal.id, personId: chair.id, reason: 'A friend' } })
  const lines = await tableOf('proposals.csv', call.event, chair)
  expect(lines.map(({ code }) => code)).toEqual([other.code])
  const event = await entered(call.event)
  await aReviewRound(event)
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id })
  const given = { ...ReviewInput.parse({ scores: { content: 4 }, submit: true, forCommittee: '=good()' }), version: 0 }
  for (const { code } of [proposal, other]) await saveReview(reviewer, event, code, given, new Date())
  const reviews = Papa.parse<Record<string, string>>(reviewCsv(await listAllReviews(event, chair)), {
    header: true,
    skipEmptyLines: true,
  })
  expect(reviews.data).toMatchObject([
    { code: other.code, reviewer: reviewer.name, content: '4', for_committee: "'=good()" },
  ])
})

test('drafts are in no file', async () => {
  const call = await anOpenCall()
  const { proposal } = await aProposal({ call })
  await db.proposal.update({ where: { id: proposal.id }, data: { submittedAt: null } })
  const chair = await aPerson({ roles: ['chair'], eventId: call.event.id })
  expect((await exported(call.event, chair, 'pretalx')).proposals).toEqual([])
})
