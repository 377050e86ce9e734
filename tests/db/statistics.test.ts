import { expect, test } from 'vitest'
import { calibrateReviews } from '@/features/ranking/commands/calibrate'
import { saveReview } from '@/features/reviews/commands/save'
import { statisticCsv } from '@/features/statistics/formats/csv'
import { statisticsOf } from '@/features/statistics/queries/statistics'
import { STATISTICS } from '@/features/statistics/schema'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { aDecidedProposal, entered } from '../proposals'

test('every statistic counts this event alone', async () => {
  const before = await aDecidedProposal()
  const call = await anOpenCall()
  const event = await entered(call.event)
  const again = await aProposal({ call, speaker: before.speaker })
  const first = await aProposal({ call })
  await db.person.update({ where: { id: first.speaker.id }, data: { country: 'DE' } })
  await db.proposal.update({
    where: { id: first.proposal.id },
    data: { trackId: null, submittedAt: new Date('2027-03-01T23:30Z') },
  })
  const reviewer = await aPerson({ name: '=cmd()', roles: ['reviewer'], eventId: event.id })
  const review = {
    scores: { content: 4 },
    forCommittee: '',
    forSpeaker: '',
    answers: {},
    abstain: false,
    submit: true,
    version: 0,
  }
  await saveReview(reviewer, event, again.proposal.code, review, new Date())
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const made = statisticsOf(event, chair, () => calibrateReviews(event))
  const rows = async (name: (typeof STATISTICS)[number]) => (await made[name]()).rows
  expect((await rows('over-time')).at(-1)).toEqual(['2027-03-02', 1, 2])
  expect(await rows('by-track')).toEqual([
    ['Operations', 1, 50],
    ['Not said', 1, 50],
  ])
  expect(await rows('by-level')).toEqual([['Beginner', 2, 100]])
  expect(await rows('by-country')).toEqual([
    ['Not shown', 1, 50],
    ['Germany', 1, 50],
  ])
  expect(await rows('first-time')).toEqual([
    ['For the first time', 1, 50],
    ['Accepted elsewhere before', 1, 50],
  ])
  expect((await rows('review-scores')).filter(([, count]) => count)).toEqual([['4.0–4.5', 1, 100]])
  expect(statisticCsv(await made.severity())).toContain("'=cmd()")
})

test('tracks stand in the order that the chairs gave them, what was not said last', async () => {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const { proposal } = await aProposal({ call })
  await db.proposal.update({ where: { id: proposal.id }, data: { trackId: null } })
  await db.track.updateMany({ where: { eventId: event.id }, data: { position: 7 } })
  for (const [name, position] of [
    ['Alpha', 9],
    ['Zulu', 1],
    ['Mike', 8],
  ] as const)
    await db.track.create({ data: { eventId: event.id, slug: name.toLowerCase(), name, position } })
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const { rows } = await statisticsOf(event, chair, () => calibrateReviews(event))['by-track']()
  expect(rows.map(([name]) => name)).toEqual(['Zulu', 'Operations', 'Mike', 'Alpha', 'Not said'])
})

test('an event without anything has statistics of nothing', async () => {
  const event = await entered((await anOpenCall()).event)
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const made = statisticsOf(event, chair, () => calibrateReviews(event))
  for (const name of STATISTICS) expect((await made[name]()).rows.flat().filter((cell) => Number(cell) > 0)).toEqual([])
})
