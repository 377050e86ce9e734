import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import type { Person } from '@/features/access/schema'
import { getProposal } from '@/features/proposals/queries/committee-one'
import { addComment, editComment } from '@/features/reviews/commands/comments'
import { declareConflict } from '@/features/reviews/commands/conflicts'
import { saveReview } from '@/features/reviews/commands/save'
import { removeCriterion, removeRound, saveCriterion, saveRound } from '@/features/reviews/commands/settings'
import { listPeerReviews } from '@/features/reviews/queries/peers'
import { countCoverage, listReviewerProgress } from '@/features/reviews/queries/progress'
import { listQueue } from '@/features/reviews/queries/queue'
import { rankProposals } from '@/features/reviews/queries/ranking'
import { getReviewable, listCriteria } from '@/features/reviews/queries/review'
import { getRound, listRounds } from '@/features/reviews/queries/rounds'
import { getThread } from '@/features/reviews/queries/thread'
import { FIRST_ROUND } from '@/features/reviews/rules/rounds'
import { ReviewInput } from '@/features/reviews/schema'
import type { CriterionInput, RoundInput } from '@/features/reviews/schema/settings'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal, aReviewRound } from '../factories'
import { entered } from '../proposals'

const now = new Date()
const given = (score = 4) => ({ ...ReviewInput.parse({ scores: { content: score }, submit: true }), version: 0 })
const { id: _, version: __, ...usual } = FIRST_ROUND
const aRoundInput = (facts: Partial<RoundInput> = {}): RoundInput => ({ ...usual, ...facts })
const aCriterionInput = (facts: Partial<CriterionInput> = {}): CriterionInput => ({
  ...{ name: 'Fit', help: '', min: 1, max: 5, weight: 1, position: 1, roundId: null },
  ...facts,
})
const fresh = { id: null, version: 0 }

async function aCommittee() {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const chair = await aPerson({ name: 'Carla Chair', roles: ['chair'], eventId: event.id })
  const join = (name: string) => aPerson({ name, roles: ['reviewer'], eventId: event.id })
  const [rita, sven] = [await join('Rita Reviewer'), await join('Sven Scorer')]
  const { proposal, speaker } = await aProposal({ call, speaker: await aPerson({ name: 'Zyx Speaker' }) })
  return { call, event, chair, rita, sven, speaker, proposal, code: proposal.code }
}

test('the first review makes the first round, and a closed round takes no more', async () => {
  const { event, rita, sven, code } = await aCommittee()
  expect(await listRounds(event.id)).toEqual([])
  await Promise.all([saveReview(rita, event, code, given(), now), saveReview(sven, event, code, given(), now)])
  const [round] = await listRounds(event.id)
  expect(round).toMatchObject({ name: 'First round', isBlind: true })
  expect(await db.reviewRound.count()).toBe(1)
  await db.reviewRound.updateMany({ data: { closesAt: now } })
  expect(await saveReview(rita, event, code, given(2), now)).toEqual({ ok: false, reason: 'round-over' })
  await db.reviewRound.updateMany({ data: { opensAt: addDays(now, 1), closesAt: null } })
  expect(await saveReview(rita, event, code, given(2), now)).toEqual({ ok: false, reason: 'not-open-yet' })
  expect(await db.review.count()).toBe(2)
})

test('a second round begins with empty reviews, and of each reviewer the latest counts', async () => {
  const { event, chair, rita, code } = await aCommittee()
  const first = await aReviewRound(event, { closesAt: addDays(now, 1) })
  await saveReview(rita, event, code, given(1), now)
  await aReviewRound(event, { opensAt: addDays(now, 1) })
  const later = addDays(now, 2)
  expect((await getReviewable(event, rita, code, now))?.review?.scores).toEqual({ content: 1 })
  expect((await getReviewable(event, rita, code, later))?.review).toBeNull()
  expect(await saveReview(rita, event, code, given(5), later)).toMatchObject({ ok: true })
  expect(await rankProposals(event, chair)).toMatchObject([{ raw: 5, reviews: 1 }])
  expect(await db.review.findMany({ where: { roundId: first.id }, select: { version: true } })).toEqual([
    { version: 1 },
  ])
})

test('a criterion of one round is asked in that round alone', async () => {
  const { event, chair, rita, code } = await aCommittee()
  const round = await aReviewRound(event, { closesAt: addDays(now, 1) })
  await aReviewRound(event, { opensAt: addDays(now, 1) })
  expect(await saveCriterion(chair, event, fresh, aCriterionInput({ roundId: round.id }))).toMatchObject({ ok: true })
  const asked = async (at: Date) => (await getReviewable(event, rita, code, at))?.criteria.map(({ slug }) => slug)
  expect(await asked(now)).toEqual(['content', 'fit'])
  expect(await asked(addDays(now, 2))).toEqual(['content'])
  expect(await saveReview(rita, event, code, given(), now)).toMatchObject({ reason: 'incomplete' })
  expect(await saveReview(rita, event, code, given(), addDays(now, 2))).toMatchObject({ ok: true })
})

test('where nobody abstains, an abstention is refused with its field', async () => {
  const { event, rita, code } = await aCommittee()
  await aReviewRound(event, { mayAbstain: false })
  const abstains = { ...given(), scores: {}, abstain: true }
  expect(await saveReview(rita, event, code, abstains, now)).toMatchObject({
    reason: 'invalid',
    errors: [{ path: 'abstain' }],
  })
})

test('in a round with names a reviewer reads who speaks and not where to write; in a blind one neither', async () => {
  const { event, rita, code } = await aCommittee()
  const round = await aReviewRound(event, { isBlind: false })
  expect((await getReviewable(event, rita, code))?.speakers).toMatchObject([{ name: 'Zyx Speaker', email: null }])
  expect((await getProposal(event, rita, code))?.speakers).toMatchObject([{ name: 'Zyx Speaker', email: null }])
  await db.reviewRound.update({ where: { id: round.id }, data: { isBlind: true } })
  expect((await getReviewable(event, rita, code))?.speakers).toBeNull()
  expect((await getProposal(event, rita, code))?.speakers).toBeNull()
})

test.each([
  ['never', 0, 0],
  ['own', 0, 1],
  ['always', 1, 1],
  ['after', 0, 0],
] as const)('others’ reviews are read %s', async (peers, before, after) => {
  const { event, rita, sven, code } = await aCommittee()
  await aReviewRound(event, { peers, closesAt: addDays(now, 1) })
  await saveReview(sven, event, code, { ...given(2), forCommittee: 'Thin' }, now)
  expect(await listPeerReviews(event, rita, code, now)).toHaveLength(before)
  await saveReview(rita, event, code, given(), new Date(now.getTime() + 1))
  const seen = await listPeerReviews(event, rita, code, now)
  expect(seen).toHaveLength(after)
  if (after) expect(seen).toMatchObject([{ by: 'Reviewer 1', forCommittee: 'Thin', scores: { content: 2 } }])
  expect(await listPeerReviews(event, rita, code, addDays(now, 2))).toHaveLength(peers === 'never' ? 0 : 1)
  await db.reviewRound.updateMany({ data: { namesReviewers: true, peers: 'always' } })
  expect(await listPeerReviews(event, rita, code, now)).toMatchObject([{ by: 'Sven Scorer' }])
})

test('reviewers talk under numbers, chairs read names, nobody is mailed', async () => {
  const { event, chair, rita, sven, code } = await aCommittee()
  const say = (who: Person, text: string, key: string | null = null) =>
    addComment(who, event, code, { text, key }, who === sven ? now : new Date(now.getTime() + 1))
  expect(await say(sven, 'I have seen this talk')).toEqual({ ok: true })
  expect(await say(rita, 'Where?')).toEqual({ ok: true })
  const read = async (who: Person) =>
    (await getThread(event, who, code, now))?.comments.map(({ by, text, canEdit }) => [by, text, canEdit])
  expect(await read(rita)).toEqual([
    ['Reviewer 1', 'I have seen this talk', false],
    ['You', 'Where?', true],
  ])
  expect(await read(chair)).toEqual([
    ['Sven Scorer', 'I have seen this talk', false],
    ['Rita Reviewer', 'Where?', false],
  ])
  expect(await db.outboxMessage.count()).toBe(0)
  expect(JSON.stringify(await getThread(event, rita, code, now))).not.toContain(sven.id)
})

test('a comment that is sent twice is one, and its author alone changes it, for a while', async () => {
  const { event, rita, sven, code } = await aCommittee()
  const key = '0190f3a2-0000-7000-8000-000000000001'
  for (let time = 0; time < 2; time++) await addComment(rita, event, code, { text: 'Once', key }, now)
  expect(await db.reviewComment.count()).toBe(1)
  const { id } = await db.reviewComment.findFirstOrThrow()
  const change = (who: Person, at: Date) => editComment(who, event, code, { id, text: 'Twice' }, at)
  expect(await change(sven, now)).toEqual({ ok: false, reason: 'not-found' })
  expect(await change(rita, new Date(now.getTime() + 15 * 60_000))).toEqual({ ok: false, reason: 'too-late' })
  expect(await change(rita, now)).toEqual({ ok: true })
  expect(await db.reviewComment.findFirst({ select: { text: true, editedAt: true } })).toEqual({
    text: 'Twice',
    editedAt: now,
  })
})

test('who has a conflict, or no review yet where that is asked, reads no talk', async () => {
  const { event, rita, sven, speaker, code } = await aCommittee()
  await aReviewRound(event, { peers: 'own' })
  expect(await getThread(event, rita, code, now)).toMatchObject({ hidden: 'own-first', comments: [] })
  expect(await addComment(rita, event, code, { text: 'Early', key: null }, now)).toMatchObject({ reason: 'own-first' })
  await saveReview(rita, event, code, given(), now)
  expect(await addComment(rita, event, code, { text: 'Now', key: null }, now)).toEqual({ ok: true })
  await declareConflict(sven, event, { code, reason: 'My brother' })
  expect(await getThread(event, sven, code, now)).toBeNull()
  expect(await addComment(sven, event, code, { text: 'Me too', key: null }, now)).toMatchObject({ reason: 'not-found' })
  expect(await getThread(event, speaker, code, now)).toBeNull()
})

test('a declared conflict takes the proposal out of the queue with its assignment, and is said once', async () => {
  const { event, rita, proposal, code } = await aCommittee()
  await db.assignment.create({ data: { proposalId: proposal.id, reviewerId: rita.id } })
  for (let time = 0; time < 2; time++)
    expect(await declareConflict(rita, event, { code, reason: 'My brother' })).toEqual({ ok: true })
  expect((await listQueue(event, rita)).items).toEqual([])
  expect(await db.assignment.count()).toBe(0)
  expect(await db.auditEntry.count({ where: { resource: 'conflicts' } })).toBe(1)
  expect(await declareConflict(rita, event, { code: 'AAAAAA', reason: 'No' })).toMatchObject({ reason: 'not-found' })
})

test('progress counts what is done, set aside and said', async () => {
  const { call, event, chair, rita, sven, proposal, code } = await aCommittee()
  const second = await aProposal({ call })
  for (const { id: proposalId } of [proposal, second.proposal])
    await db.assignment.create({ data: { proposalId, reviewerId: rita.id } })
  await saveReview(rita, event, code, given(), now)
  await saveReview(sven, event, code, { ...given(), scores: {}, abstain: true }, now)
  await addComment(sven, event, code, { text: 'Hm', key: null }, now)
  const round = await getRound(event.id, now)
  const lines = async () =>
    (await listReviewerProgress(event, chair, round)).map((row) => [
      ...[row.name, row.assignedDone, row.assigned, row.done, row.abstained, row.setAside, row.comments],
    ])
  expect(await lines()).toEqual([
    ['Rita Reviewer', 1, 2, 1, 0, 0, 0],
    ['Sven Scorer', 0, 0, 1, 1, 0, 1],
  ])
  expect(await countCoverage(event, chair, round)).toEqual([
    { reviews: 0, proposals: 1 },
    { reviews: 1, proposals: 1 },
  ])
  await db.conflict.create({ data: { proposalId: proposal.id, personId: rita.id, reason: 'Late' } })
  expect((await lines())[0]).toEqual(['Rita Reviewer', 0, 2, 0, 0, 1, 0])
})

test('two rounds are never open at once, whoever saves first', async () => {
  const { event, chair } = await aCommittee()
  const save = (facts: Partial<RoundInput>) => saveRound(chair, event, fresh, aRoundInput(facts))
  const outcomes = await Promise.all([save({ name: 'One' }), save({ name: 'Two' })])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'overlap' })
  await expect(aReviewRound(event)).rejects.toThrow()
})

test('a round is changed by whom has seen it as it is, is audited, and is not removed with what was said in it', async () => {
  const { event, chair, rita, code } = await aCommittee()
  const made = await saveRound(chair, event, fresh, aRoundInput({ name: 'One' }))
  const id = made.ok ? made.id : ''
  expect(await saveRound(chair, event, { id, version: 1 }, aRoundInput({ name: 'Uno' }))).toMatchObject({ ok: true })
  expect(await saveRound(chair, event, { id, version: 1 }, aRoundInput())).toEqual({ ok: false, reason: 'overtaken' })
  await saveReview(rita, event, code, given(), now)
  expect(await removeRound(chair, event, id)).toEqual({ ok: false, reason: 'has-scores' })
  expect(await db.auditEntry.findMany({ where: { resource: 'review-rounds' }, select: { verb: true } })).toEqual([
    { verb: 'create' },
    { verb: 'update' },
  ])
  const elsewhere = await entered((await anOpenCall()).event)
  expect(await removeRound(chair, elsewhere, id)).toEqual({ ok: false, reason: 'not-found' })
  expect(await saveRound(chair, elsewhere, { id, version: 2 }, aRoundInput())).toMatchObject({ reason: 'not-found' })
})

test('what was scored keeps its scale and stays, its words and weight may change', async () => {
  const { event, chair, rita, code } = await aCommittee()
  await saveReview(rita, event, code, given(), now)
  const [{ id, version } = { id: '', version: 0 }] = await listCriteria(event.id)
  const change = (facts: Partial<CriterionInput>, of = { id, version }) =>
    saveCriterion(chair, event, of, aCriterionInput(facts))
  expect(await change({ max: 9 })).toEqual({ ok: false, reason: 'has-scores' })
  expect(await removeCriterion(chair, event, id)).toEqual({ ok: false, reason: 'has-scores' })
  expect(await change({ name: 'Substance', weight: 3 })).toMatchObject({ ok: true })
  expect(await change({ name: 'Late' })).toEqual({ ok: false, reason: 'overtaken' })
  expect(await listCriteria(event.id)).toMatchObject([{ slug: 'content', name: 'Substance', weight: 3 }])
})

test('a round has four criteria at most, of its own and of the event', async () => {
  const { event, chair } = await aCommittee()
  const round = await aReviewRound(event)
  for (let n = 1; n <= 2; n++) await saveCriterion(chair, event, fresh, aCriterionInput({ name: `Common ${n}` }))
  const own = (name: string) => saveCriterion(chair, event, fresh, aCriterionInput({ name, roundId: round.id }))
  expect(await own('Own')).toMatchObject({ ok: true })
  expect(await own('Too many')).toEqual({ ok: false, reason: 'too-many' })
  expect(await saveCriterion(chair, event, fresh, aCriterionInput({ name: 'For all' }))).toMatchObject({
    reason: 'too-many',
  })
})
