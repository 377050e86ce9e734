import { beforeEach, expect, test } from 'vitest'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { listLoads } from '@/features/assignments/queries/loads'
import { listPairs } from '@/features/assignments/queries/pairs'
import { getDecisionRoom } from '@/features/decisions/queries/room'
import { discardDrafts, editDraft } from '@/features/mail/commands/drafts'
import { getEventMail, listEventMail } from '@/features/mail/queries'
import { decideProposals, recommendProposal } from '@/features/proposals/commands/decide'
import { releaseMail } from '@/features/proposals/commands/release'
import { saveTemplate } from '@/features/proposals/commands/templates'
import { listProposals } from '@/features/proposals/queries/committee'
import { getProposal } from '@/features/proposals/queries/committee-one'
import { listAnswers } from '@/features/proposals/queries/confirmation'
import { getDeskEvent } from '@/features/proposals/queries/desk'
import { listSpeakersFor } from '@/features/proposals/queries/needs'
import { listCommitteeVersions } from '@/features/proposals/queries/versions'
import { calibrateReviews, calibrateReviewsFor } from '@/features/ranking/commands/calibrate'
import { listRanking } from '@/features/ranking/queries/ranking'
import { saveReview } from '@/features/reviews/commands/save'
import { getEvidence } from '@/features/reviews/queries/evidence'
import { listReviewerProgress } from '@/features/reviews/queries/progress'
import { listReviews } from '@/features/reviews/queries/review'
import { getRound } from '@/features/reviews/queries/rounds'
import { statisticsOf } from '@/features/statistics/queries/statistics'
import { STATISTICS } from '@/features/statistics/schema'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal, aReviewRound } from '../factories'
import { entered } from '../proposals'

const now = new Date()
let event: AuthorizedEvent
/** Speaks in the one proposal of the event, which is reviewed, accepted and not announced; chairs with the other. */
let speaking: Person
let other: Person
let code: string
let draft: string

beforeEach(async () => {
  const call = await anOpenCall()
  event = await entered(call.event)
  await aReviewRound(event)
  speaking = await aPerson({ roles: ['chair'], eventId: event.id })
  other = await aPerson({ roles: ['chair'], eventId: event.id })
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id })
  const { proposal } = await aProposal({ call, speaker: speaking })
  code = proposal.code
  await db.assignment.create({ data: { proposalId: proposal.id, reviewerId: reviewer.id } })
  const text = { forCommittee: '', forSpeaker: '', answers: {}, abstain: false, submit: true, version: 0 }
  await saveReview(reviewer, event, code, { scores: { content: 5 }, ...text }, now)
  await decideProposals(other, event, { items: [{ code, decision: 'accepted', reason: null }], dryRun: false }, now)
  const message = { kind: 'proposal-reminder', to: 'a@example.org', subject: 'Secretly', text: 'You are in.' }
  const where = { eventId: event.id, proposalId: proposal.id, state: 'draft' } as const
  draft = (await db.outboxMessage.create({ data: { ...message, ...where } })).id
})

/** Everything that the back office shows of an event's proposals, as one reader sees it. */
const SHOWN: [what: string, isEmptyFor: (reader: Person) => Promise<boolean>][] = [
  ['the list', async (reader) => (await listProposals(event, reader, {})).items.length === 0],
  ['the proposal', async (reader) => (await getProposal(event, reader, code)) === null],
  ['its versions', async (reader) => (await listCommitteeVersions(event, reader, code)) === null],
  ['its reviews', async (reader) => (await listReviews(event, reader, code)).length === 0],
  ['who may be connected with it', async (reader) => (await getEvidence(event, reader, code)) === null],
  ['the ranking', async (reader) => (await listRanking(event, reader, await calibrateReviews(event))).length === 0],
  [
    'the proposals of the decision room',
    async (reader) => (await getDecisionRoom(event, reader, 'all')).proposals.length === 0,
  ],
  [
    'the slots that are taken',
    async (reader) => {
      const { formats, tracks } = await getDecisionRoom(event, reader)
      return [...formats, ...tracks].every(({ taken }) => taken === 0)
    },
  ],
  ['the list of mail', async (reader) => (await listEventMail(event, reader, null, 1)).messages.length === 0],
  ['the count of drafts', async (reader) => (await listEventMail(event, reader, null, 1)).count('draft') === 0],
  ['a draft', async (reader) => (await getEventMail(event, reader, draft)) === null],
  [
    'the preview of a template',
    async (reader) => {
      const words = { kind: 'accepted', locale: 'en', subject: '{title}', text: '{title}', version: 0 } as const
      const outcome = await saveTemplate(reader, event, words, { dryRun: true, now })
      return outcome.ok && outcome.preview === null
    },
  ],
  ['who reviews it', async (reader) => (await listPairs(event, reader, { limit: 9 })).items.length === 0],
  [
    'the loads of reviewers',
    async (reader) => (await listLoads(event, reader)).every(({ assigned }) => assigned === 0),
  ],
  [
    'the progress of reviewers',
    async (reader) =>
      (await listReviewerProgress(event, reader, await getRound(event.id, now))).every(
        ({ done, assigned }) => done + assigned === 0,
      ),
  ],
  ['the speakers who come', async (reader) => (await listSpeakersFor(event, reader)).length === 0],
  [
    'what waits at the desk',
    async (reader) => {
      const desk = await getDeskEvent(reader, event.id)
      return desk?.toAnnounce === 0 && desk.submitted === 0
    },
  ],
  ...STATISTICS.map((name): [string, (reader: Person) => Promise<boolean>] => [
    `the statistic ${name}`,
    async (reader) => {
      const made = statisticsOf(event, reader, () => calibrateReviewsFor(event, reader))
      return (await made[name]()).rows.every((row) => row.slice(1).every((cell) => Number(cell) === 0))
    },
  ]),
]

test.each(SHOWN)('%s: nothing of it for the chair who speaks, all for the other', async (_, isEmptyFor) => {
  expect(await isEmptyFor(speaking)).toBe(true)
  expect(await isEmptyFor(other)).toBe(false)
})

test('the same holds of a conflict that somebody has declared', async () => {
  const { id } = await db.proposal.findUniqueOrThrow({ where: { code } })
  await db.conflict.create({ data: { proposalId: id, personId: other.id, reason: 'A friend' } })
  for (const [, isEmptyFor] of SHOWN) expect(await isEmptyFor(other)).toBe(true)
})

test('once it is announced it takes its slot before every eye, and the answer is still for another chair', async () => {
  const { id } = await db.proposal.findUniqueOrThrow({ where: { code } })
  await db.proposal.update({ where: { id }, data: { announced: 'accepted', announcedAt: now } })
  expect((await getDecisionRoom(event, speaking)).formats).toMatchObject([{ taken: 1 }])
  expect(await listSpeakersFor(event, speaking)).toHaveLength(1)
  expect((await listAnswers(event, speaking, now)).asked).toEqual([])
  expect((await listAnswers(event, other, now)).asked).toMatchObject([{ code }])
})

test('a chair changes, discards and sends no mail about their own, and decides and recommends nothing', async () => {
  const text = { subject: 'Mine', text: 'Mine', version: 1 }
  expect(await editDraft(speaking, event, draft, text)).toEqual({ ok: false, reason: 'not-found' })
  expect(await discardDrafts(speaking, event, [draft])).toBe(0)
  expect(await releaseMail(speaking, event, [draft], now)).toEqual({ ok: true, count: 0 })
  const items = [{ code, decision: 'rejected' as const, reason: null }]
  expect(await decideProposals(speaking, event, { items, dryRun: true }, now)).toMatchObject({ reason: 'conflict' })
  expect(await recommendProposal(speaking, event, { code, decision: 'accepted' }, now)).toMatchObject({ ok: false })
  expect((await db.outboxMessage.findUniqueOrThrow({ where: { id: draft } })).state).toBe('draft')
  expect(await releaseMail(other, event, [draft], now)).toEqual({ ok: true, count: 1 })
})
