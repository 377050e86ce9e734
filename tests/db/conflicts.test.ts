import { expect, test } from 'vitest'
import type { Person } from '@/features/access/schema'
import { decideProposals } from '@/features/proposals/commands/decide'
import { countProposals, listProposals } from '@/features/proposals/queries/committee'
import { getProposal } from '@/features/proposals/queries/committee-one'
import { saveReview } from '@/features/reviews/commands/save'
import { conflictsBetween, listConflictPairs } from '@/features/reviews/queries/conflicts'
import { listQueue } from '@/features/reviews/queries/queue'
import { rankProposals } from '@/features/reviews/queries/ranking'
import { getReviewable } from '@/features/reviews/queries/review'
import { ReviewInput } from '@/features/reviews/schema'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { entered } from '../proposals'

const now = new Date()
const given = { ...ReviewInput.parse({ scores: { content: 4 }, submit: true }), version: 0 }

async function aPair(
  reviewer: { affiliation?: string; email?: string },
  speaker: { affiliation?: string; email?: string },
) {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const one = await aPerson({ roles: ['reviewer'], eventId: event.id })
  const other = await aPerson()
  await db.person.update({ where: { id: one.id }, data: reviewer })
  await db.person.update({ where: { id: other.id }, data: speaker })
  const { proposal } = await aProposal({ call, speaker: other })
  return { call, event, reviewer: one, speaker: other, proposal, code: proposal.code }
}

test.each([
  ['Northwind', 'Northwind'],
  ['Northwind, Inc.', 'NORTHWIND'],
  ['The Société Générale SA', 'Societe generale'],
  ['Fern & Co Research GmbH', 'Fern and Co Research'],
  ['北方软件有限公司', '北方软件'],
])('“%s” and “%s” are one organisation', async (one, other) => {
  const { reviewer, proposal } = await aPair({ affiliation: one }, { affiliation: other })
  expect(await conflictsBetween(reviewer.id, proposal.id)).toEqual(['organization'])
})

test.each([
  ['Northwind', 'Northwind Labs'],
  ['Independent', 'independent'],
  ['Self-employed', 'Self employed'],
  ['N/A', 'n/a'],
  ['–', '–'],
  ['...', '...'],
])('“%s” and “%s” are not', async (one, other) => {
  const { reviewer, proposal } = await aPair({ affiliation: one }, { affiliation: other })
  expect(await conflictsBetween(reviewer.id, proposal.id)).toEqual([])
})

test.each([
  ['a@northwind.example', 'b@northwind.example', true],
  ['a@eu.northwind.example', 'b@us.northwind.example', true],
  ['a@mail.northwind.co.uk', 'b@northwind.co.uk', true],
  ['a@northwind.co.uk', 'b@southwind.co.uk', false],
  ['a@gmail.com', 'b@gmail.com', false],
  ['a@yahoo.co.jp', 'b@yahoo.co.jp', false],
  ['a@qq.com', 'b@qq.com', false],
  ['a@users.noreply.github.com', 'b@users.noreply.github.com', false],
])('mail of %s and %s: one company %s', async (one, other, isOne) => {
  const { reviewer, proposal } = await aPair({ email: one }, { email: other })
  expect(await conflictsBetween(reviewer.id, proposal.id)).toEqual(isOne ? ['mail-domain'] : [])
})

test('an employer that is kept from the public is the same employer', async () => {
  const { reviewer, proposal } = await aPair({ affiliation: 'Northwind' }, {})
  const [{ personId } = { personId: '' }] = await db.proposalSpeaker.findMany({ where: { proposalId: proposal.id } })
  await db.withheldField.create({
    data: { personId, field: 'affiliation', audience: 'nobody', value: 'Northwind Ltd' },
  })
  expect(await conflictsBetween(reviewer.id, proposal.id)).toEqual(['organization'])
})

test('who spoke with a speaker before, elsewhere, has a conflict; their surname gives none', async () => {
  const { reviewer, speaker, proposal } = await aPair({}, {})
  await db.person.updateMany({ data: { name: 'Somebody Oakenfold' } })
  expect(await conflictsBetween(reviewer.id, proposal.id)).toEqual([])
  const elsewhere = await aProposal({ speaker })
  await db.proposalSpeaker.create({ data: { proposalId: elsewhere.proposal.id, personId: reviewer.id, position: 1 } })
  expect(await conflictsBetween(reviewer.id, proposal.id)).toEqual(['co-speaker'])
})

test('one list names every pair of an event with all its reasons, and none of another event', async () => {
  const { call, event, reviewer, proposal } = await aPair(
    { affiliation: 'Northwind', email: 'a@northwind.example' },
    { affiliation: 'Northwind', email: 'b@northwind.example' },
  )
  const free = await aProposal({ call })
  await db.conflict.create({ data: { proposalId: free.proposal.id, personId: reviewer.id, reason: 'Friends' } })
  const elsewhere = await aProposal()
  await db.conflict.create({ data: { proposalId: elsewhere.proposal.id, personId: reviewer.id, reason: 'Friends' } })
  const pairs = await listConflictPairs(event)
  const about = (proposalId: string) => pairs.filter((pair) => pair.proposalId === proposalId)
  expect(about(proposal.id)).toEqual([
    { reviewerId: reviewer.id, proposalId: proposal.id, because: ['mail-domain', 'organization'] },
  ])
  expect(about(free.proposal.id)).toEqual([
    { reviewerId: reviewer.id, proposalId: free.proposal.id, because: ['declared'] },
  ])
  expect(pairs).toHaveLength(2)
  expect(await listConflictPairs(event, [free.speaker.id])).toMatchObject([{ because: ['speaks'] }])
  expect(await listConflictPairs(event, [])).toEqual([])
})

test.each(['reviewer', 'chair', 'admin'] as const)(
  'an inferred conflict beats every right: a %s neither finds, reads, reviews, ranks nor decides',
  async (role) => {
    const { call, event, code } = await aPair({}, { affiliation: 'Northwind' })
    const somebody = await aPerson({ roles: [role], eventId: role === 'admin' ? null : event.id })
    await db.person.update({ where: { id: somebody.id }, data: { affiliation: 'Northwind GmbH' } })
    const other = (await aProposal({ call })).proposal.code
    expect((await listQueue(event, somebody)).items.map((item) => item.code)).toEqual([other])
    expect(await getReviewable(event, somebody, code)).toBeNull()
    expect(await saveReview(somebody, event, code, given, now)).toEqual({ ok: false, reason: 'conflict' })
    expect((await rankProposals(event, somebody)).map((item) => item.code)).toEqual([other])
    expect((await listProposals(event, somebody, {})).items.map((item) => item.code)).toEqual([other])
    expect(await countProposals(event, somebody)).toMatchObject({ total: 1 })
    expect(await getProposal(event, somebody, code)).toBeNull()
    const items = [{ code, decision: 'accepted' as const, reason: null }]
    if (role !== 'reviewer')
      expect(await decideProposals(somebody, event, { items, dryRun: false }, now)).toMatchObject({
        reason: 'conflict',
      })
  },
)

test('a reviewer who becomes a speaker half-way loses the proposal at once, and their review is set aside', async () => {
  const { event, reviewer, proposal, code } = await aPair({}, {})
  expect(await saveReview(reviewer, event, code, given, now)).toMatchObject({ ok: true })
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  expect(await rankProposals(event, chair)).toMatchObject([{ raw: 4, reviews: 1 }])
  const speaks = { proposalId: proposal.id, personId: reviewer.id }
  await db.proposalSpeaker.create({ data: { ...speaks, position: 1 } })
  expect(await getReviewable(event, reviewer, code)).toBeNull()
  expect(await rankProposals(event, chair)).toMatchObject([{ raw: null, reviews: 0 }])
  expect((await listProposals(event, chair, {})).items).toMatchObject([{ reviews: 0 }])
  await db.proposalSpeaker.delete({ where: { proposalId_personId: speaks } })
  expect(await rankProposals(event, chair)).toMatchObject([{ raw: 4, reviews: 1 }])
})

test.each([
  [
    'declares a conflict',
    (reviewer: string, proposalId: string) =>
      db.conflict.create({ data: { personId: reviewer, proposalId, reason: 'My cousin' } }),
  ],
  [
    'changes employer',
    (reviewer: string) => db.person.update({ where: { id: reviewer }, data: { affiliation: 'Northwind' } }),
  ],
  [
    'changes address',
    (reviewer: string) => db.person.update({ where: { id: reviewer }, data: { email: 'me@northwind.example' } }),
  ],
  [
    'speaks with the speaker elsewhere',
    async (reviewer: string, _: string, speaker: Person) => {
      const { proposal } = await aProposal({ speaker })
      return db.proposalSpeaker.create({ data: { proposalId: proposal.id, personId: reviewer, position: 1 } })
    },
  ],
] as const)('a review is set aside when its reviewer %s', async (_, happens) => {
  const facts = { affiliation: 'Northwind', email: 'you@northwind.example' }
  const { event, reviewer, speaker, proposal, code } = await aPair({}, facts)
  await saveReview(reviewer, event, code, given, now)
  expect(await db.review.findMany({ select: { setAside: true } })).toEqual([{ setAside: false }])
  await happens(reviewer.id, proposal.id, speaker)
  expect(await db.review.findMany({ select: { setAside: true } })).toEqual([{ setAside: true }])
})
