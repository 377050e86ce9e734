import { expect, test } from 'vitest'
import type { Person, Role } from '@/features/access/schema'
import { listProposals } from '@/features/proposals/queries/committee'
import { getProposal } from '@/features/proposals/queries/committee-one'
import { saveReview } from '@/features/reviews/commands/save'
import { getNeighbours, getProgress, listQueue } from '@/features/reviews/queries/queue'
import { rankProposals } from '@/features/reviews/queries/ranking'
import { getReviewable, listReviews } from '@/features/reviews/queries/review'
import { ReviewInput } from '@/features/reviews/schema'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { aDecidedProposal, entered } from '../proposals'

const now = new Date()
const given = (facts: Partial<ReviewInput> & { version?: number } = {}) => ({
  ...ReviewInput.parse({ scores: { content: 4 }, submit: true, ...facts }),
  version: facts.version ?? 0,
})

async function aRound(count = 1, role: Role = 'reviewer') {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const reviewer = await aPerson({ name: 'Rita Reviewer', roles: [role], eventId: role === 'admin' ? null : event.id })
  const made = []
  for (let n = 0; n < count; n++) made.push(await aProposal({ call, title: `Proposal ${n}` }))
  const codes = made.map(({ proposal }) => proposal.code)
  return { call, event, reviewer, made, codes, code: codes[0] ?? '' }
}

const reviewersOf = async (event: { id: string }, count: number): Promise<Person[]> =>
  Promise.all(Array.from({ length: count }, () => aPerson({ roles: ['reviewer'], eventId: event.id })))

test('a review is kept with its scores and its audit', async () => {
  const { event, reviewer, code } = await aRound()
  const outcome = await saveReview(
    reviewer,
    event,
    code,
    given({ forCommittee: 'Strong', forSpeaker: 'Thank you' }),
    now,
  )
  expect(outcome).toMatchObject({ ok: true, version: 1 })
  expect(await getReviewable(event, reviewer, code)).toMatchObject({
    review: { scores: { content: 4 }, forCommittee: 'Strong', forSpeaker: 'Thank you', submittedAt: now },
  })
  expect(await db.auditEntry.findMany()).toMatchObject([{ verb: 'submit', resource: 'reviews', resourceId: code }])
})

test.each([
  ['a score above the scale', { scores: { content: 6 } }, 'invalid'],
  ['a score below the scale', { scores: { content: 0 } }, 'invalid'],
  ['a criterion of nowhere', { scores: { content: 3, beauty: 3 } }, 'invalid'],
  ['no score', { scores: {} }, 'incomplete'],
])('%s is refused and nothing is kept', async (_, facts, reason) => {
  const { event, reviewer, code } = await aRound()
  expect(await saveReview(reviewer, event, code, given(facts), now)).toMatchObject({ ok: false, reason })
  expect(await db.review.count()).toBe(0)
})

test('without a score one may abstain, or save a draft that counts nowhere', async () => {
  const { event, reviewer, codes } = await aRound(2)
  const [abstained = '', drafted = ''] = codes
  expect(await saveReview(reviewer, event, abstained, given({ scores: {}, abstain: true }), now)).toMatchObject({
    ok: true,
  })
  const draft = given({ scores: {}, submit: false, forCommittee: 'Half a thought' })
  expect(await saveReview(reviewer, event, drafted, draft, now)).toMatchObject({ ok: true })
  expect(await getProgress(event, reviewer)).toMatchObject({ total: 2, done: 1 })
  const ranking = await rankProposals(event, reviewer)
  expect(ranking.map(({ raw, reviews }) => [raw, reviews])).toEqual([
    [null, 0],
    [null, 0],
  ])
})

test('two tabs of one reviewer: the second sees the first’s text, and nothing is overwritten', async () => {
  const { event, reviewer, code } = await aRound()
  const outcomes = await Promise.all([
    saveReview(reviewer, event, code, given({ forCommittee: 'First tab' }), now),
    saveReview(reviewer, event, code, given({ forCommittee: 'Second tab' }), now),
  ])
  const kept = (await getReviewable(event, reviewer, code))?.review
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
    reason: 'overtaken',
    current: { version: 1, forCommittee: kept?.forCommittee },
  })
  expect(await db.review.count()).toBe(1)
})

test('what was handed in stays complete', async () => {
  const { event, reviewer, code } = await aRound()
  await saveReview(reviewer, event, code, given(), now)
  const emptied = given({ scores: {}, submit: false, version: 1 })
  expect(await saveReview(reviewer, event, code, emptied, now)).toMatchObject({ ok: false, reason: 'incomplete' })
})

test.each(['reviewer', 'chair', 'admin'] as const)(
  'a conflict beats every right: a %s neither finds, reads, reviews nor ranks a proposal of their own',
  async (role) => {
    for (const kind of ['speaks', 'declared'] as const) {
      const { event, reviewer, made, codes, code } = await aRound(2, role)
      const proposalId = made[0]?.proposal.id ?? ''
      if (kind === 'speaks')
        await db.proposalSpeaker.create({ data: { proposalId, personId: reviewer.id, position: 1 } })
      else await db.conflict.create({ data: { proposalId, personId: reviewer.id, reason: 'My employer' } })
      await db.assignment.create({ data: { proposalId, reviewerId: reviewer.id } })
      const others = [codes[1]]
      expect((await listQueue(event, reviewer)).items.map((item) => item.code)).toEqual(others)
      expect(await getProgress(event, reviewer)).toMatchObject({ total: 1, assigned: 0 })
      expect(await getReviewable(event, reviewer, code)).toBeNull()
      expect(await saveReview(reviewer, event, code, given(), now)).toEqual({ ok: false, reason: 'conflict' })
      expect((await rankProposals(event, reviewer)).map((item) => item.code)).toEqual(others)
      expect((await listProposals(event, reviewer, {})).items.map((item) => item.code)).toEqual(others)
      expect(await getProposal(event, reviewer, code)).toBeNull()
    }
  },
)

test('blind: nothing that a reviewer can fetch holds a speaker’s name, address or slug', async () => {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id })
  const speaker = await aPerson({ name: 'Zyxwvut Qponmlk' })
  const { proposal } = await aProposal({ call, speaker })
  const content = { speakers: [{ name: 'Coauthor Zyxwvut', email: 'zyxwvut@example.org' }] }
  await db.proposalVersion.create({ data: { proposalId: proposal.id, version: 1, content, savedById: speaker.id } })
  await db.proposalMove.create({ data: { proposalId: proposal.id, move: 'submit', actorId: speaker.id } })
  const fetched = JSON.stringify([
    await listQueue(event, reviewer),
    await getNeighbours(event, reviewer, proposal.code),
    await getReviewable(event, reviewer, proposal.code),
    await getProposal(event, reviewer, proposal.code),
    await listProposals(event, reviewer, {}),
    await rankProposals(event, reviewer),
    await saveReview(reviewer, event, proposal.code, given(), now),
  ])
  for (const telling of ['Zyxwvut', 'Qponmlk', 'zyxwvut', speaker.email, speaker.slug, speaker.id])
    expect(fetched).not.toContain(telling)
  // Nor does a search tell: a name finds nothing.
  expect((await listProposals(event, reviewer, { q: 'Zyxwvut' })).items).toEqual([])
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  expect((await listProposals(event, chair, { q: 'Zyxwvut' })).items).toMatchObject([
    { speakers: [{ name: speaker.name }] },
  ])
})

test('the queue begins with what is assigned, differs between reviewers, and leads around', async () => {
  const { event, reviewer, made, codes } = await aRound(8)
  const assigned = made[5]?.proposal
  await db.assignment.create({ data: { proposalId: assigned?.id ?? '', reviewerId: reviewer.id } })
  const [other] = await reviewersOf(event, 1)
  const mine = (await listQueue(event, reviewer)).items.map(({ code }) => code)
  const theirs = other ? (await listQueue(event, other)).items.map(({ code }) => code) : []
  expect(mine[0]).toBe(assigned?.code)
  expect([...mine].sort()).toEqual([...codes].sort())
  expect(theirs).not.toEqual(mine)
  const [first = '', second = '', third = ''] = mine
  expect(await getNeighbours(event, reviewer, second)).toEqual({ previous: first, next: third, nextOpen: third })
  await saveReview(reviewer, event, third, given(), now)
  expect(await getNeighbours(event, reviewer, second)).toMatchObject({ next: third, nextOpen: mine[3] })
  const last = mine.at(-1) ?? ''
  expect(await getNeighbours(event, reviewer, last)).toEqual({ previous: mine.at(-2), next: null, nextOpen: first })
})

test('the queue is read in pages that join', async () => {
  const { event, reviewer, codes } = await aRound(5)
  const one = await listQueue(event, reviewer, 0, 3)
  const two = await listQueue(event, reviewer, one.next ?? 0, 3)
  expect(two.next).toBeNull()
  expect([...one.items, ...two.items].map(({ code }) => code).sort()).toEqual([...codes].sort())
})

test('once the decision is announced, reviews are closed', async () => {
  const { event, code } = await aDecidedProposal()
  const [reviewer] = await reviewersOf(event, 1)
  if (!reviewer) throw new Error('Nobody')
  expect(await saveReview(reviewer, event, code, given(), now)).toEqual({ ok: false, reason: 'already-announced' })
  expect((await listQueue(event, reviewer)).items).toEqual([])
})

test('a draft of somebody’s and a proposal of another event are not there to review', async () => {
  const { event, reviewer } = await aRound()
  const elsewhere = await aProposal()
  expect(await saveReview(reviewer, event, elsewhere.proposal.code, given(), now)).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect(await getReviewable(event, reviewer, elsewhere.proposal.code)).toBeNull()
})

test('the ranking weighs criteria, brings scales together and puts the unread last', async () => {
  const { event, codes } = await aRound(3)
  await db.criterion.create({ data: { eventId: event.id, slug: 'fit', name: 'Fit', min: 0, max: 10, weight: 3 } })
  const [one, two, three] = await reviewersOf(event, 3)
  if (!one || !two || !three) throw new Error('Nobody')
  const [first = '', second = '', unread = ''] = codes
  await saveReview(one, event, second, given({ scores: { content: 5, fit: 10 } }), now)
  await saveReview(two, event, second, given({ scores: { content: 3, fit: 5 } }), now)
  await saveReview(one, event, first, given({ scores: { content: 1, fit: 0 } }), now)
  await saveReview(three, event, first, given({ scores: {}, abstain: true }), now)
  const ranking = await rankProposals(event, one)
  expect(ranking.map(({ code }) => code)).toEqual([second, first, unread])
  expect(ranking.map(({ raw, reviews, abstained, place }) => ({ raw, reviews, abstained, place }))).toEqual([
    { raw: 4, reviews: 2, abstained: 0, place: 1 },
    { raw: 1, reviews: 1, abstained: 1, place: 2 },
    { raw: null, reviews: 0, abstained: 0, place: 3 },
  ])
  expect(ranking[0]?.spread).toBeCloseTo(Math.SQRT2)
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  expect(await listReviews(event, chair, first)).toHaveLength(2)
})
