import { beforeEach, expect, test } from 'vitest'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { listLoads } from '@/features/assignments/queries/loads'
import { answerInvitation } from '@/features/proposals/commands/answer-invitation'
import { createProposal } from '@/features/proposals/commands/create'
import { decideProposals } from '@/features/proposals/commands/decide'
import { handOver } from '@/features/proposals/commands/handover'
import { submitProposal } from '@/features/proposals/commands/submit'
import { listProposals } from '@/features/proposals/queries/committee'
import { getOwnProposal } from '@/features/proposals/queries/own'
import { addComment } from '@/features/reviews/commands/comments'
import { saveReview } from '@/features/reviews/commands/save'
import { listConflicts } from '@/features/reviews/queries/conflict-list'
import { listPeerReviews } from '@/features/reviews/queries/peers'
import { listQueue } from '@/features/reviews/queries/queue'
import { rankProposals } from '@/features/reviews/queries/ranking'
import { getReviewable, listReviews } from '@/features/reviews/queries/review'
import { getThread } from '@/features/reviews/queries/thread'
import { ReviewInput } from '@/features/reviews/schema'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aReviewRound } from '../factories'
import { aDraft, entered } from '../proposals'

const now = new Date()
const given = { ...ReviewInput.parse({ scores: { content: 2 }, submit: true, forCommittee: 'Weak' }), version: 0 }

let event: AuthorizedEvent
let chair: Person
let reviewer: Person
let other: Person
let speaker: Person

beforeEach(async () => {
  event = await entered((await anOpenCall()).event)
  await aReviewRound(event, { peers: 'always', hasComments: true })
  chair = await aPerson({ roles: ['chair'], eventId: event.id })
  reviewer = await aPerson({ name: 'Turncoat', roles: ['reviewer'], eventId: event.id })
  other = await aPerson({ roles: ['reviewer'], eventId: event.id })
  speaker = await aPerson()
})

async function submitted(by: Person, speakers: typeof aDraft.speakers = []): Promise<string> {
  const made = await submitProposal(
    by,
    event,
    { version: 0, draft: { ...aDraft, title: `By ${by.name}`, speakers } },
    now,
  )
  if (!made.ok) throw new Error(made.reason)
  return made.code
}

async function assign(code: string) {
  const { id } = await db.proposal.findUniqueOrThrow({ where: { code }, select: { id: true } })
  await db.assignment.create({ data: { proposalId: id, reviewerId: reviewer.id, isLocked: true } })
}

const linkIn = async (kind: string) => {
  const [mail] = await db.outboxMessage.findMany({ where: { kind }, orderBy: { createdAt: 'desc' } })
  return { token: /\/invitations\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '' }
}

/** Ways in which a reviewer comes to speak in what they have reviewed. */
const WAYS: [how: string, happens: (code: string) => Promise<void>][] = [
  [
    'says yes to being a co-speaker',
    async (code) => {
      const named = {
        ...aDraft,
        title: `By ${speaker.name}`,
        speakers: [{ email: reviewer.email ?? '', name: reviewer.name }],
      }
      expect(await submitProposal(speaker, event, { code, version: 1, draft: named }, now)).toMatchObject({ ok: true })
      await db.proposal.update({ where: { code }, data: { submittedAt: now } })
      const asked = await linkIn('proposal-co-speaker')
      expect(await answerInvitation(reviewer, asked, 'accepted', now)).toMatchObject({ ok: true })
    },
  ],
  [
    'takes over what was written for them',
    async (code) => {
      await handOver(speaker, event, code, { name: reviewer.name, email: reviewer.email ?? '' }, now)
      expect(await answerInvitation(reviewer, await linkIn('proposal-handover'), 'accepted', now)).toMatchObject({
        ok: true,
      })
    },
  ],
]

test.each(WAYS)(
  'a reviewer who %s is a speaker at once, and nothing of the committee’s is theirs any more',
  async (_, happens) => {
    const code = await submitted(speaker)
    await assign(code)
    expect(await saveReview(reviewer, event, code, given, now)).toMatchObject({ ok: true })
    expect(await saveReview(other, event, code, { ...given, scores: { content: 4 } }, now)).toMatchObject({ ok: true })
    expect(await rankProposals(event, chair)).toMatchObject([{ raw: 3, reviews: 2 }])
    await happens(code)

    // Theirs as a speaker, and gone from all that they had as a reviewer.
    expect(await getOwnProposal(reviewer, code, now)).toMatchObject({ code })
    expect((await listQueue(event, reviewer)).items).toEqual([])
    expect(await db.assignment.count()).toBe(0)
    expect((await listLoads(event, chair)).find(({ id }) => id === reviewer.id)).toMatchObject({ assigned: 0 })
    expect(await getReviewable(event, reviewer, code)).toBeNull()
    expect(await listPeerReviews(event, reviewer, code, now)).toEqual([])
    expect(await getThread(event, reviewer, code, now)).toBeNull()
    expect(await addComment(reviewer, event, code, { text: 'Take it', key: null }, now)).toMatchObject({ ok: false })
    expect(await saveReview(reviewer, event, code, { ...given, version: 1 }, now)).toMatchObject({ reason: 'conflict' })
    // Nor do they learn what the others said.
    expect(JSON.stringify(await getOwnProposal(reviewer, code, now))).not.toContain('Weak')

    // What they wrote is kept, set aside and counted nowhere; the chair sees that, and why.
    expect(await rankProposals(event, chair)).toMatchObject([{ raw: 4, reviews: 1 }])
    expect((await listProposals(event, chair, {})).items).toMatchObject([{ reviews: 1 }])
    const reviews = await listReviews(event, chair, code)
    expect(reviews.map(({ reviewer: by, isSetAside }) => [by.name, isSetAside])).toEqual([
      [reviewer.name, true],
      [other.name, false],
    ])
    const { items } = await listConflicts(event, chair, { limit: 9 })
    expect(items).toMatchObject([{ code, slug: reviewer.slug, because: ['speaks'], isInferred: false }])
    expect(await listPeerReviews(event, other, code, now)).toEqual([])
  },
)

test('whoever submits to a round that they review keeps the others’, and their own is reviewed without them', async () => {
  const theirs = await submitted(speaker)
  const own = await submitted(reviewer)
  expect((await listQueue(event, reviewer)).items.map(({ code }) => code)).toEqual([theirs])
  expect((await listQueue(event, other)).items.map(({ code }) => code).sort()).toEqual([own, theirs].sort())
  expect(await saveReview(reviewer, event, own, given, now)).toMatchObject({ reason: 'conflict' })
  expect(await saveReview(reviewer, event, theirs, given, now)).toMatchObject({ ok: true })
  expect(await saveReview(other, event, own, given, now)).toMatchObject({ ok: true })
  expect(JSON.stringify(await getOwnProposal(reviewer, own, now))).not.toContain('Weak')
})

test('whoever is only asked to speak reviews it no more; a no brings everything back', async () => {
  const code = await submitted(speaker)
  await assign(code)
  await saveReview(reviewer, event, code, given, now)
  const { id } = await db.proposal.findUniqueOrThrow({ where: { code }, select: { id: true } })
  const asked = { proposalId: id, personId: reviewer.id, position: 1, isAccepted: false }
  await db.proposalSpeaker.create({ data: asked })
  expect((await listQueue(event, reviewer)).items).toEqual([])
  expect(await rankProposals(event, chair)).toMatchObject([{ reviews: 0 }])
  await db.proposalSpeaker.deleteMany({ where: { proposalId: id, personId: reviewer.id } })
  expect(await rankProposals(event, chair)).toMatchObject([{ reviews: 1 }])
  expect(await db.assignment.count()).toBe(1)
  expect((await listQueue(event, reviewer)).items).toMatchObject([{ code, isAssigned: true, state: 'done' }])
})

test('a reviewer named in somebody else’s draft loses nothing before it is handed in', async () => {
  const code = await submitted(speaker)
  await saveReview(reviewer, event, code, given, now)
  const draft = { ...aDraft, title: 'Another', speakers: [{ email: reviewer.email ?? '', name: reviewer.name }] }
  await createProposal(speaker, event, { draft, submit: false }, now)
  expect(await rankProposals(event, chair)).toMatchObject([{ reviews: 1 }])
})

test('a speaker who is made a reviewer, and a chair who is made a speaker, have nothing to do with their own', async () => {
  const [own, foreign] = [await submitted(speaker), await submitted(await aPerson())]
  const asReviewer = { ...speaker, bindings: [{ role: 'reviewer' as const, eventId: event.id }] }
  await db.roleBinding.create({ data: { role: 'reviewer', personId: speaker.id, eventId: event.id } })
  expect((await listQueue(event, asReviewer)).items.map(({ code }) => code)).toEqual([foreign])
  expect(await getReviewable(event, asReviewer, own)).toBeNull()
  expect(await saveReview(asReviewer, event, own, given, now)).toMatchObject({ reason: 'conflict' })

  const items = [{ code: own, decision: 'accepted' as const, reason: null }]
  expect(await decideProposals(chair, event, { items, dryRun: true }, now)).toMatchObject({ ok: true })
  await handOver(speaker, event, own, { name: chair.name, email: chair.email ?? '' }, now)
  await answerInvitation(chair, await linkIn('proposal-handover'), 'accepted', now)
  expect(await decideProposals(chair, event, { items, dryRun: true }, now)).toMatchObject({ reason: 'conflict' })
  expect((await listProposals(event, chair, {})).items.map(({ code }) => code)).toEqual([foreign])
})
