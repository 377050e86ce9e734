import { expect, test } from 'vitest'
import { importPretalx } from '@/features/proposals/import/pretalx'
import { importReviews } from '@/features/proposals/import/reviews'
import { saveReview } from '@/features/reviews/commands/save'
import { reviewCsv } from '@/features/reviews/formats/csv'
import { listAllReviews } from '@/features/reviews/queries/export'
import { ReviewInput } from '@/features/reviews/schema'
import { db } from '@/lib/db'
import { aQuestion } from '../../calls'
import { anOpenCall, aPerson, aProposal } from '../../factories'
import { aFolder } from '../../port'
import { entered } from '../../proposals'

const now = { isDryRun: false }

async function aReviewedEvent() {
  const open = await anOpenCall()
  const event = await entered(open.event)
  await aQuestion(event, { key: 'seen', label: 'Seen it given?', about: 'reviewer' })
  const { proposal } = await aProposal({ call: open })
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id, name: 'Rita Example' })
  const review = ReviewInput.parse({
    ...{ scores: { content: 4 }, submit: true, forCommittee: '=Solid, and\nlong', forSpeaker: '@you: more figures' },
    answers: { seen: 'Twice' },
  })
  const saved = await saveReview(reviewer, event, proposal.code, { ...review, version: 0 }, new Date())
  if (!saved.ok) throw new Error(saved.reason)
  const file = async () => reviewCsv(await listAllReviews(event, chair))
  return { event, proposal, chair, reviewer, file }
}

test('our own table of reviews comes back whole, once, under the same people', async () => {
  const { event, proposal, reviewer, file } = await aReviewedEvent()
  const before = await file()
  await db.review.deleteMany({ where: { proposalId: proposal.id } })
  await db.criterion.deleteMany({ where: { eventId: event.id } })
  const folder = aFolder({ 'reviews.csv': before })
  const dry = await importReviews([folder], { isDryRun: true, event: event.slug })
  expect(dry.changes).toContain(`+ review of ${proposal.code} by Rita Example`)
  expect(await db.review.count()).toBe(0)
  const report = await importReviews([folder], { ...now, event: event.slug })
  expect([report.ok, report.notes]).toEqual([true, []])
  expect(await file()).toBe(before)
  expect(await db.review.findFirst()).toMatchObject({ reviewerId: reviewer.id, answers: { seen: 'Twice' } })
  expect((await importReviews([folder], { ...now, event: event.slug })).changes).toEqual([])
  expect(await db.review.count()).toBe(1)
})

test('a review that its reviewer changed here stays, and so does one that no file wrote', async () => {
  const { event, proposal, file } = await aReviewedEvent()
  const before = await file()
  const report = await importReviews([aFolder({ 'r.csv': before.replace(',4,', ',2,') })], {
    ...now,
    event: event.slug,
  })
  expect([report.changes, report.notes.join()]).toEqual([[], expect.stringContaining('that the file did not write')])
  await db.review.deleteMany({ where: { proposalId: proposal.id } })
  await importReviews([aFolder({ 'r.csv': before })], { ...now, event: event.slug })
  const better = aFolder({ 'r.csv': before.replace(',4,', ',2,') })
  expect((await importReviews([better], { ...now, event: event.slug })).changes).toEqual([
    `~ review of ${proposal.code} by Rita Example`,
  ])
  expect(await db.reviewScore.findMany({ select: { score: true } })).toEqual([{ score: 2 }])
  await db.review.updateMany({ data: { version: 9 } })
  expect((await importReviews([aFolder({ 'r.csv': before })], { ...now, event: event.slug })).changes).toEqual([])
  expect(await db.reviewScore.findMany({ select: { score: true } })).toEqual([{ score: 2 }])
})

const HEAD =
  'code,title,round,reviewer,reviewer_email,submitted_at,abstained,set_aside,content,for_committee,for_speaker'

test.each([
  ['code,title', 'r.csv:1: the column “reviewer” and “for_committee” and “for_speaker” is missing'],
  [`${HEAD}\nCODE,T,,Rita,,,,,four,a,b`, 'r.csv:2, content: “four” is no number'],
  [`${HEAD}\nCODE,T,,Rita,,2027-02-30,,,4,a,b`, 'r.csv:2, submitted_at: “2027-02-30” is a date that does not exist'],
  [`${HEAD}\n,T,,Rita,,,,,4,a,b`, 'r.csv:2, code: says no proposal'],
  [`${HEAD}\nCODE,T,,Rita,,,,,4,a,b\nCODE,T,,Rita,,,,,4,a,b`, 'r.csv:3: this is a second review by Rita of CODE'],
])('%s is refused with its place, and nothing is written', async (text, said) => {
  const { event, proposal } = await aReviewedEvent()
  const folder = aFolder({ 'r.csv': text.replaceAll('CODE', proposal.code) })
  const report = await importReviews([folder], { ...now, event: event.slug })
  expect([report.ok, report.notes.join()]).toEqual([
    false,
    expect.stringContaining(said.replace('CODE', proposal.code)),
  ])
  expect(await db.review.count()).toBe(1)
})

const pretalx = (reviews: object[]) =>
  aFolder({
    'all.json': JSON.stringify({
      submissions: [{ code: 'ABCDEF', title: 'One', state: 'submitted', speakers: ['SPEAKR'] }],
      speakers: [{ code: 'SPEAKR', name: 'Ilse Brakenridge', email: 'ilse@example.net' }],
      reviews: reviews.map((review, id) => ({
        id: id + 1,
        submission: 'ABCDEF',
        created: '2027-03-01T10:00:00Z',
        ...review,
      })),
      'score-categories': [{ id: 3, name: { en: 'Depth' }, weight: '1.0' }],
    }),
  })

test('reviews of pretalx bring their scores by category, and people without any right', async () => {
  const { event } = await anOpenCall()
  const folder = pretalx([
    { user: 'QWERTZ', text: 'Fine', scores: [{ id: 1, category: 3, value: '2.0', label: 'ok' }] },
    { user: { code: 'ASDFGH', name: 'Ming Quellberg', email: 'ming@example.net' }, text: 'No', score: '1.0' },
    { user: 'YXCVBN', text: 'I know them', score: null, scores: [] },
  ])
  const report = await importPretalx([folder], { ...now, event: event.slug })
  expect(report.ok).toBe(true)
  const rows = await db.review.findMany({
    orderBy: { forCommittee: 'asc' },
    select: {
      ...{ forCommittee: true, abstained: true, round: { select: { closesAt: true } } },
      reviewer: { select: { name: true, email: true, _count: { select: { bindings: true } } } },
      scores: { select: { score: true, criterion: { select: { name: true } } } },
    },
  })
  expect(rows).toMatchObject([
    {
      forCommittee: 'Fine',
      reviewer: { name: 'QWERTZ', _count: { bindings: 0 } },
      scores: [{ score: 2, criterion: { name: 'Depth' } }],
    },
    { forCommittee: 'I know them', abstained: true, scores: [] },
    {
      forCommittee: 'No',
      reviewer: { email: 'ming@example.net' },
      scores: [{ score: 1, criterion: { name: 'Score' } }],
    },
  ])
  // Nobody reviews on in a round that was somewhere else.
  expect(rows.every(({ round }) => round.closesAt !== null)).toBe(true)
  expect((await importPretalx([folder], { ...now, event: event.slug })).changes).toEqual([])
})

test('a review by one of its speakers is set aside', async () => {
  const { event } = await anOpenCall()
  const own = {
    user: { code: 'SELFIE', name: 'Ilse Brakenridge', email: 'ilse@example.net' },
    text: 'Splendid',
    score: 3,
  }
  await importPretalx([pretalx([own])], { ...now, event: event.slug })
  expect(await db.review.findFirst()).toMatchObject({ setAside: true, forCommittee: 'Splendid' })
})
