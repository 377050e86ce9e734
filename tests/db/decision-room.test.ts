import { expect, test } from 'vitest'
import { setSlots } from '@/features/decisions/commands/slots'
import { getDecisionRoom } from '@/features/decisions/queries/room'
import { bestProgramme } from '@/features/decisions/rules/programme'
import { openProgramme, speakersOver } from '@/features/decisions/rules/room'
import { recommendProposal } from '@/features/proposals/commands/decide'
import { undoMoves } from '@/features/proposals/commands/undo'
import { getOwnRecommendation } from '@/features/proposals/queries/recommendation'
import { listUndoable } from '@/features/proposals/queries/undoable'
import { rankProposals } from '@/features/reviews/queries/ranking'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { aDecidedProposal, entered } from '../proposals'

test('slots are counted by what is accepted, and those of another event stay as they are', async () => {
  const { event, chair, call } = await aDecidedProposal({ isAnnounced: false })
  const elsewhere = await anOpenCall()
  const format = call.event.formats[0]?.id ?? ''
  const foreign = elsewhere.event.tracks[0]?.id ?? ''
  expect(await setSlots(chair, event, { [`format-${format}`]: 3, [`track-${foreign}`]: 9 })).toBe(false)
  expect(await setSlots(chair, event, { [`format-${format}`]: 2 })).toBe(true)
  const room = await getDecisionRoom(event, chair)
  expect(room.formats).toMatchObject([{ id: format, slots: 2, taken: 1 }])
  expect(room.tracks).toMatchObject([{ slots: null, taken: 1 }])
  expect((await db.track.findUniqueOrThrow({ where: { id: foreign } })).slots).toBeNull()
})

test('who was accepted elsewhere before is no first-timer, and who gives too many is named', async () => {
  const before = await aDecidedProposal()
  const { event, chair, call, speaker } = await aDecidedProposal({ isAnnounced: false })
  const { proposal } = await aProposal({ call, speaker: before.speaker })
  const second = await aDecidedProposal({ call, isAnnounced: false })
  await db.proposalSpeaker.create({ data: { proposalId: second.proposal.id, personId: speaker.id, position: 1 } })
  await db.event.update({ where: { id: event.id }, data: { sessionsPerPerson: 1 } })
  const room = await getDecisionRoom(event, chair)
  expect(room.firstTime).toEqual({ chosen: { first: 2, of: 2 }, all: { first: 2, of: 3 } })
  expect(speakersOver(room)).toMatchObject([{ name: speaker.name, codes: { length: 2 } }])
  await db.conflict.create({ data: { proposalId: proposal.id, personId: chair.id, reason: 'A friend' } })
  expect((await getDecisionRoom(event, chair, 'all')).proposals).toHaveLength(2)
  expect((await getDecisionRoom(event, chair)).firstTime.all).toEqual({ first: 2, of: 2 })
})

test('the suggestion fills the slots that are left with the best that is undecided', async () => {
  const { event, chair, call, code } = await aDecidedProposal({ isAnnounced: false })
  const [one, other] = [await aProposal({ call }), await aProposal({ call })]
  await setSlots(chair, event, { [`format-${call.event.formats[0]?.id}`]: 2 })
  const scores = new Map([
    [code, 5],
    [one.proposal.code, 3],
    [other.proposal.code, 4],
  ])
  const { candidates, room } = openProgramme(
    await getDecisionRoom(event, chair, 'all'),
    scores,
    (each) => each !== code,
  )
  expect(bestProgramme(candidates, room)).toMatchObject({ chosen: [other.proposal.code], isProved: true })
})

test('the last decision is undone as it was seen, until it is announced', async () => {
  const { event, chair, code } = await aDecidedProposal({ isAnnounced: false })
  const move = (await listUndoable(event, [code])).get(code)?.id ?? ''
  expect(await undoMoves(chair, event, { items: [{ code, move }] }, new Date())).toEqual({ ok: true, undone: [code] })
  expect((await db.proposal.findUniqueOrThrow({ where: { code } })).decision).toBeNull()
  expect((await listUndoable(event, [code])).size).toBe(0)
  const told = await aDecidedProposal()
  expect((await listUndoable(told.event, [told.code])).size).toBe(0)
})

test('a reviewer reads back what they recommended, the chairs read it in the ranking, and nobody who has a conflict may', async () => {
  const { proposal, speaker, call } = await aProposal()
  const event = await entered(call.event)
  const [reviewer, other, chair] = await Promise.all([
    aPerson({ roles: ['reviewer'], eventId: event.id }),
    aPerson({ roles: ['reviewer'], eventId: event.id }),
    aPerson({ roles: ['chair'], eventId: event.id }),
  ])
  const { code } = proposal
  const now = new Date()
  expect(await getOwnRecommendation(event, reviewer, code, now)).toEqual({ mine: null })
  expect(await recommendProposal(reviewer, event, { code, decision: 'waitlisted' }, now)).toMatchObject({ ok: true })
  expect(await getOwnRecommendation(event, reviewer, code, now)).toEqual({ mine: 'waitlisted' })
  expect(await getOwnRecommendation(event, other, code, now)).toEqual({ mine: null })
  expect(await rankProposals(event, chair)).toMatchObject([{ code, recommendation: 'waitlisted' }])
  expect(await getOwnRecommendation(event, speaker, code, now)).toBeNull()
  await db.conflict.create({ data: { proposalId: proposal.id, personId: other.id, reason: 'A friend' } })
  expect(await getOwnRecommendation(event, other, code, now)).toBeNull()
  const told = await aDecidedProposal()
  expect(await getOwnRecommendation(told.event, told.chair, told.code, now)).toBeNull()
})
