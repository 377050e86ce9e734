import { expect, test } from 'vitest'
import type { Person } from '@/features/access/schema'
import { calibrateReviews, newestCalibration } from '@/features/ranking/commands/calibrate'
import { listRanking } from '@/features/ranking/queries/ranking'
import { calibrationOf } from '@/features/ranking/rules/calibrate'
import { saveReview } from '@/features/reviews/commands/save'
import { db } from '@/lib/db'
import { runThread } from '@/lib/threads'
import { aToken, walk } from '../api'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { entered } from '../proposals'

const now = new Date()

/** Eight proposals, the later the better, read by three; the first reviewer is two points stricter and reads the even ones. */
async function reviewed() {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const readers: Person[] = []
  for (let n = 0; n < 3; n++) readers.push(await aPerson({ roles: ['reviewer'], eventId: event.id }))
  const codes: string[] = []
  for (let n = 0; n < 8; n++) codes.push((await aProposal({ call, title: `Talk ${n}` })).proposal.code)
  const review = (reader: Person | undefined, code: string | undefined, score: number, version = 0) => {
    if (!reader || !code) throw new Error('Nobody reviews nothing')
    const content = {
      scores: { content: score },
      forCommittee: '',
      forSpeaker: '',
      answers: {},
      abstain: false,
      submit: true,
    }
    return saveReview(reader, event, code, { ...content, version }, now)
  }
  for (const [n, code] of codes.entries()) {
    const quality = 3 + (n % 4 > 1 ? 1 : 0)
    if (n % 2 === 0) await review(readers[0], code, quality - 2)
    await review(readers[1], code, quality)
    await review(readers[2], code, quality)
  }
  return { call, event, chair, readers, codes, review }
}

test('who drew a strict reviewer stands where others would have put them, beside the plain mean', async () => {
  const { event, chair, codes } = await reviewed()
  const calibration = await calibrateReviews(event)
  const ranking = await listRanking(event, chair, calibration)
  const at = (n: number) => ranking.find(({ code }) => code === codes[n])
  expect(at(2)?.raw).toBeCloseTo(10 / 3)
  expect(at(3)?.raw).toBe(4)
  const gap = Math.abs((at(2)?.calibrated ?? 0) - (at(3)?.calibrated ?? 9))
  expect(gap).toBeLessThan(0.2)
  expect(at(2)?.low ?? 9).toBeLessThan(at(2)?.calibrated ?? 0)
  const strictest = [...calibration.reviewers].sort((a, b) => a.bias - b.bias)[0]
  expect(strictest).toMatchObject({ reviews: 4 })
  expect(strictest?.bias).toBeLessThan(-1)
})

test('scores are worked out anew when a review, an abstention or a criterion has changed, and not otherwise', async () => {
  const { event, readers, codes, review, call } = await reviewed()
  const madeAt = async () => {
    await calibrateReviews(event)
    return (await db.calibration.findUniqueOrThrow({ where: { eventId: event.id } })).madeAt.getTime()
  }
  let last = await madeAt()
  expect(await madeAt()).toBe(last)
  const changes = [
    () => review(readers[1], codes[0], 5, 1),
    () => db.review.updateMany({ where: { reviewerId: readers[2]?.id ?? '' }, data: { abstained: true } }),
    () => db.criterion.updateMany({ where: { eventId: call.event.id }, data: { max: 6 } }),
    () => db.proposal.update({ where: { code: codes[0] ?? '' }, data: { withdrawnAt: now } }),
  ]
  for (const change of changes) {
    await change()
    const made = await madeAt()
    expect(made).toBeGreaterThan(last)
    last = made
  }
})

test('the API ranks by calibrated score for a chair; whoever has a conflict does not see the proposal', async () => {
  const { event, chair, codes } = await reviewed()
  const token = await aToken(chair)
  const items = await walk(`GET /events/${event.slug}/ranking?limit=3`, { token })
  expect(items.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(items.map(({ calibrated }) => calibrated)).toEqual(
    [...items.map(({ calibrated }) => calibrated)].sort((a, b) => b - a),
  )
  const { id } = await db.proposal.findUniqueOrThrow({ where: { code: codes[0] ?? '' } })
  await db.conflict.create({ data: { proposalId: id, personId: chair.id, reason: 'A friend' } })
  expect(await walk(`GET /events/${event.slug}/ranking`, { token })).toHaveLength(7)
})

test('an event without reviews ranks without scores', async () => {
  const { call } = await aProposal()
  const event = await entered(call.event)
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const [row] = await listRanking(event, chair, await calibrateReviews(event))
  expect(row).toMatchObject({ calibrated: null, raw: null, flags: ['few-reviews'] })
})

test('two who ask at once have the scores worked out once', async () => {
  const { event, chair, readers, codes, review } = await reviewed()
  const [one, other] = await Promise.all([calibrateReviews(event), calibrateReviews(event)])
  expect(other).toBe(one)
  await review(readers[1], codes[0], 5, 1)
  const [third, fourth] = await Promise.all([calibrateReviews(event), calibrateReviews(event)])
  expect(third).toBe(fourth)
  expect(third).not.toBe(one)
  expect(await listRanking(event, chair, third)).toHaveLength(8)
})

test('with thousands of scores the newest finished figures are answered with their time, and a changed review leads to new ones', async () => {
  const { event, readers, codes, review } = await reviewed()
  const { madeAt, ...result } = await calibrateReviews(event)
  await db.calibration.update({
    where: { eventId: event.id },
    data: { result: { ...result, given: new Array(3_000).fill(3) }, madeAt: new Date(madeAt.getTime() - 60_000) },
  })
  await review(readers[1], codes[0], 5, 1)
  const old = await newestCalibration(event)
  expect(old.given).toHaveLength(3_000)
  expect(old.madeAt.getTime()).toBe(madeAt.getTime() - 60_000)
  await calibrateReviews(event)
  const now = await newestCalibration(event)
  expect(now.given).toHaveLength(20)
  expect(now.madeAt.getTime()).toBeGreaterThan(old.madeAt.getTime())
})

test('a thread works out what this process would', async () => {
  const opinions = JSON.stringify([0, 1, 2, 3].flatMap((n) => [`P${n}`].map((code) => [code, `r${n % 2}`, n + 1])))
  const options = { signal: AbortSignal.timeout(60_000) }
  const text = await runThread<string, never, string>('features/ranking/jobs/thread.ts', opinions, options)
  expect(JSON.parse(text)).toEqual(calibrationOf(opinions))
})
