import { expect, test } from 'vitest'
import { getDecisionRoom } from '@/features/decisions/queries/room'
import { calibrateReviews } from '@/features/ranking/commands/calibrate'
import { describePlaces, listPlaces } from '@/features/ranking/queries/ranking'
import { saveReview } from '@/features/reviews/commands/save'
import { getNeighbours, getProgress, getQueue, listQueue } from '@/features/reviews/queries/queue'
import { ReviewInput } from '@/features/reviews/schema'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { entered } from '../proposals'
import { statementCounter } from '../statements'

const statements = statementCounter()
const now = new Date()

/** Six proposals: four with a review, the later the better, and two without. */
async function aDesk() {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id })
  const codes: string[] = []
  for (let n = 0; n < 6; n++) codes.push((await aProposal({ call, title: `Talk ${n}` })).proposal.code)
  for (const [n, code] of codes.slice(0, 4).entries()) {
    const input = ReviewInput.parse({ scores: { content: n + 1 }, submit: true })
    await saveReview(reviewer, event, code, { ...input, version: 0 }, now)
  }
  return { event, chair, reviewer, codes }
}

test('places are read in one statement and a page of them in another, what has no score at the end', async () => {
  const { event, chair, codes } = await aDesk()
  const scores = await calibrateReviews(event)
  const places = await listPlaces(event, chair, scores)
  const unscored = codes.slice(4).sort()
  expect(places.map(({ code }) => code)).toEqual([...codes.slice(0, 4).reverse(), ...unscored])
  expect(places.map(({ place, rawPlace }) => [place, rawPlace])).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, n]))
  const page = await describePlaces(event, chair, places.slice(1, 3))
  expect(page.map(({ title, place }) => [title, place])).toEqual([
    ['Talk 2', 2],
    ['Talk 1', 3],
  ])
  expect(await statements(() => listPlaces(event, chair, scores))).toBe(1)
  expect(await statements(() => describePlaces(event, chair, places))).toBe(1)
})

test('scores that still hold are found in two small statements, and the decision room takes four', async () => {
  const { event, chair } = await aDesk()
  await calibrateReviews(event)
  expect(await statements(() => calibrateReviews(event))).toBe(2)
  expect(await statements(() => getDecisionRoom(event, chair))).toBe(4)
  expect((await getDecisionRoom(event, chair)).proposals).toEqual([])
  expect((await getDecisionRoom(event, chair, 'all')).proposals).toHaveLength(6)
})

test('a reviewer’s queue is one statement behind that of its round, and says what its parts say', async () => {
  const { event, reviewer } = await aDesk()
  const queue = await getQueue(event, reviewer, 1, 3)
  expect({ items: queue.items, next: queue.next }).toEqual(await listQueue(event, reviewer, 1, 3))
  expect(queue.progress).toEqual(await getProgress(event, reviewer))
  expect(queue.progress).toMatchObject({ total: 6, done: 4 })
  expect(queue.nextOpen).toBe((await getNeighbours(event, reviewer, '')).nextOpen)
  expect(await statements(() => getQueue(event, reviewer))).toBe(2)
})
