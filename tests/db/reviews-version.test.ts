import { beforeEach, expect, test } from 'vitest'
import { bindRole, unbindRole } from '@/features/access/commands/bindings'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { withdrawProposal } from '@/features/proposals/commands/moves'
import { calibrateReviews } from '@/features/ranking/commands/calibrate'
import { getReviewsVersion, readOpinions } from '@/features/ranking/queries/opinions'
import { declareConflict } from '@/features/reviews/commands/conflicts'
import { saveReview } from '@/features/reviews/commands/save'
import { ReviewInput } from '@/features/reviews/schema'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal, aReviewRound } from '../factories'
import { entered } from '../proposals'

const now = new Date()
let event: AuthorizedEvent
let elsewhere: AuthorizedEvent
let reviewer: Person
let speaker: Person
let code: string
let other: string
let roundId: string

const given = (score: number, version = 0, submit = true) => ({
  ...ReviewInput.parse({ scores: { content: score }, submit }),
  version,
})

/** One proposal with a review that was handed in, another without; and an event that nothing here is about. */
beforeEach(async () => {
  const call = await anOpenCall()
  event = await entered(call.event)
  elsewhere = await entered((await anOpenCall()).event)
  roundId = (await aReviewRound(event, { closesAt: new Date(now.getTime() + 3_600_000) })).id
  reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id })
  speaker = await aPerson()
  code = (await aProposal({ call, speaker })).proposal.code
  other = (await aProposal({ call })).proposal.code
  expect(await saveReview(reviewer, event, code, given(4), now)).toMatchObject({ ok: true })
})

const owner = (of: string) => ({ code: of })

const CHANGES: [what: string, change: () => Promise<unknown>][] = [
  ['a review that is handed in', () => saveReview(reviewer, event, other, given(3), now)],
  ['a changed score', () => saveReview(reviewer, event, code, given(2, 1), now)],
  ['a score that was changed behind the commands', () => db.reviewScore.updateMany({ data: { score: 1 } })],
  ['an abstention', () => db.review.updateMany({ data: { abstained: true } })],
  ['a declared conflict', () => declareConflict(reviewer, event, { code, reason: 'We share a flat' })],
  [
    'a conflict that goes again',
    async () => {
      await declareConflict(reviewer, event, { code, reason: 'By mistake' })
      await calibrateReviews(event)
      await db.conflict.deleteMany()
    },
  ],
  [
    'an employer in common',
    () => db.person.updateMany({ where: { id: { in: [reviewer.id, speaker.id] } }, data: { affiliation: 'Acme Ltd' } }),
  ],
  [
    'a reviewer who becomes a speaker',
    async () => {
      const { id } = await db.proposal.findUniqueOrThrow({ where: owner(code) })
      await db.proposalSpeaker.create({ data: { proposalId: id, personId: reviewer.id, position: 1 } })
    },
  ],
  ['a withdrawal', () => withdrawProposal(speaker, event, code, now)],
  ['another scale', () => db.criterion.updateMany({ where: { eventId: event.id }, data: { max: 9 } })],
  ['a later round that counts in place of this one', laterRound],
  ['a review that is gone', () => db.review.deleteMany()],
]

async function laterRound() {
  const { proposalId, reviewerId } = await db.review.findFirstOrThrow({ where: { proposal: owner(code) } })
  const later = await aReviewRound(event, { opensAt: new Date(now.getTime() + 7_200_000) })
  const { id } = await db.criterion.findFirstOrThrow({ where: { eventId: event.id } })
  const made = { proposalId, reviewerId, roundId: later.id, submittedAt: now }
  await db.review.create({ data: { ...made, scores: { create: { score: 1, criterionId: id } } } })
}

test.each(CHANGES)('after %s scores are made anew, in this event alone', async (what, change) => {
  await calibrateReviews(event)
  const [before, opinions, foreign] = [
    await getReviewsVersion(event),
    await readOpinions(event),
    await getReviewsVersion(elsewhere),
  ]
  await change()
  if (what !== 'a conflict that goes again') expect(await readOpinions(event)).not.toBe(opinions)
  expect(await getReviewsVersion(event)).not.toBe(before)
  expect(await getReviewsVersion(elsewhere)).toBe(foreign)
})

const NO_CHANGES: [what: string, change: () => Promise<unknown>][] = [
  ['a draft of a review', () => saveReview(reviewer, event, other, given(3, 0, false), now)],
  ['a role that comes', () => bindRole(speaker, event, { email: 'somebody@example.org', role: 'reviewer' })],
  [
    'a role that goes',
    async () => {
      const { id } = await db.roleBinding.findFirstOrThrow({ where: { personId: reviewer.id } })
      await unbindRole(speaker, event, id)
    },
  ],
  ['another title', () => db.proposal.updateMany({ data: { title: 'Another' } })],
]

test.each(NO_CHANGES)('%s changes no score, and makes none anew', async (_, change) => {
  const [before, opinions] = [await getReviewsVersion(event), await readOpinions(event)]
  await change()
  expect(await readOpinions(event)).toBe(opinions)
  expect(await getReviewsVersion(event)).toBe(before)
})

test('reviewers who save at the same time all change it', async () => {
  const reviewers = await Promise.all([1, 2, 3, 4].map(() => aPerson({ roles: ['reviewer'], eventId: event.id })))
  const seen = new Set([await getReviewsVersion(event)])
  await Promise.all(
    reviewers.map(async (one) => {
      await saveReview(one, event, code, given(3), now)
      seen.add(await getReviewsVersion(event))
    }),
  )
  expect(JSON.parse(await readOpinions(event))).toHaveLength(5)
  expect(seen.size).toBeGreaterThan(1)
  expect(await db.review.count({ where: { roundId } })).toBe(5)
})

test('a change that is taken back leaves the name as it was', async () => {
  const before = await getReviewsVersion(event)
  const failed = db.$transaction(async (tx) => {
    await tx.review.updateMany({ data: { abstained: true } })
    expect(await getReviewsVersion(event, tx)).not.toBe(before)
    throw new Error('taken back')
  })
  await expect(failed).rejects.toThrow('taken back')
  expect(await getReviewsVersion(event)).toBe(before)
})
