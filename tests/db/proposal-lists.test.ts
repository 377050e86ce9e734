import { expect, test } from 'vitest'
import type { Person } from '@/features/access/schema'
import { keepPendingDraft } from '@/features/proposals/commands/pending'
import { countProposals, listProposals, SORTS } from '@/features/proposals/queries/committee'
import { getDeskEvent, listDeskEvents } from '@/features/proposals/queries/desk'
import { getOwnProposal, getPendingDraft, listOwnProposals } from '@/features/proposals/queries/own'
import { listOwnPage } from '@/features/proposals/queries/own-page'
import { stateFor } from '@/features/proposals/rules'
import { DECISIONS, formOf } from '@/features/proposals/schema'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal, aReviewRound } from '../factories'
import { aDecidedProposal, entered } from '../proposals'

const now = new Date()

async function aDesk() {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const chair: Person = await aPerson({ roles: ['chair'], eventId: event.id })
  return { call, event, chair }
}

test('SQL and the rules derive the same state from every set of facts', async () => {
  const { call, event, chair } = await aDesk()
  const speaker = await aPerson()
  const expected = new Map<string, [string, boolean]>()
  const forSpeaker = new Map<string, string>()
  for (const decision of [null, ...DECISIONS])
    for (const announced of decision ? [null, ...DECISIONS] : [null])
      for (const answer of announced ? ([null, 'confirmed', 'declined'] as const) : [null])
        for (const [withdrawnAt, cancelledAt] of [
          [null, null],
          [now, null],
          [null, now],
        ] as const) {
          const { proposal } = await aProposal({ call, speaker })
          const facts = {
            decision,
            decidedAt: decision && now,
            announced,
            announcedAt: announced && now,
            answer,
            answeredAt: answer && now,
            withdrawnAt,
            cancelledAt,
          }
          const row = await db.proposal.update({ where: { id: proposal.id }, data: facts })
          const isNews = decision !== null && decision !== announced && !withdrawnAt && !cancelledAt
          expected.set(proposal.code, [stateFor(row, 'committee'), isNews])
          forSpeaker.set(proposal.code, stateFor(row, 'speaker'))
        }
  const { items } = await listProposals(event, chair, { limit: 500 })
  expect(items).toHaveLength(expected.size)
  for (const { code, state, isNews } of items) expect([state, isNews]).toEqual(expected.get(code))
  const draft = await aProposal({ call, speaker })
  await db.proposal.update({ where: { id: draft.proposal.id }, data: { submittedAt: null } })
  forSpeaker.set(draft.proposal.code, 'draft')
  const own = await listOwnPage(event, speaker, { sort: 'newest', limit: 500 })
  expect(new Map(own.items.map(({ code, state }) => [code, state]))).toEqual(forSpeaker)
  const { byState, total } = await countProposals(event, chair)
  expect(total).toBe(expected.size)
  for (const [state, count] of Object.entries(byState))
    expect(count).toBe([...expected.values()].filter(([known]) => known === state).length)
})

test.each(SORTS)('pages sorted by %s join without a gap or a double, drafts are in none', async (sort) => {
  const { call, event, chair } = await aDesk()
  for (const title of ['b', 'A', 'c', 'c', 'D']) await aProposal({ call, title })
  const draft = await aProposal({ call })
  await db.proposal.update({ where: { id: draft.proposal.id }, data: { submittedAt: null } })
  const whole = (await listProposals(event, chair, { sort })).items.map(({ code }) => code)
  const paged: string[] = []
  let after: string | undefined
  do {
    const page = await listProposals(event, chair, { sort, limit: 2, ...(after ? { after } : {}) })
    paged.push(...page.items.map(({ code }) => code))
    after = page.next ?? undefined
  } while (after)
  expect(whole).toHaveLength(5)
  expect(paged).toEqual(whole)
})

test('the list is filtered by state, track and format, and searched as text without wildcards', async () => {
  const { call, event, chair } = await aDesk()
  const one = await aProposal({ call, title: '100% uptime_of nothing' })
  await aProposal({ call, title: '1000 uptimes' })
  const codes = async (filter: Parameters<typeof listProposals>[2]) =>
    (await listProposals(event, chair, filter)).items.map(({ code }) => code)
  expect(await codes({ q: '100% UPTIME_' })).toEqual([one.proposal.code])
  expect(await codes({ q: one.proposal.code.toLowerCase() })).toEqual([one.proposal.code])
  expect(await codes({ states: ['accepted'] })).toEqual([])
  expect(await codes({ states: ['submitted', 'accepted'], track: 'operations', format: 'talk' })).toHaveLength(2)
  expect(await codes({ track: 'elsewhere' })).toEqual([])
})

test('a chair learns how many their conflicts hide, not which', async () => {
  const { call, event, chair } = await aDesk()
  await aProposal({ call, speaker: chair })
  await aProposal({ call })
  expect(await countProposals(event, chair)).toMatchObject({ total: 1, hidden: 1 })
})

test('the desk shows the events that somebody may enter, with what waits', async () => {
  const { call, event, chair } = await aDesk()
  await aDecidedProposal({ call, isAnnounced: false })
  await aDecidedProposal({ call, isAnnounced: true })
  const { proposal } = await aProposal({ call })
  await db.assignment.create({ data: { proposalId: proposal.id, reviewerId: chair.id } })
  await aDesk()
  expect(await listDeskEvents(chair)).toMatchObject([
    {
      slug: event.slug,
      submitted: 3,
      undecided: 1,
      toAnnounce: 1,
      unanswered: 1,
      confirmed: 0,
      assigned: 1,
      reviewed: 0,
    },
  ])
  expect(await listDeskEvents(await aPerson())).toEqual([])
  expect(await listDeskEvents(await aPerson({ roles: ['admin'] }))).toHaveLength(2)
  expect((await getDeskEvent(chair, event.id))?.slug).toBe(event.slug)
})

test('a speaker reads nothing of an unannounced decision', async () => {
  const { code, speaker, proposal } = await aDecidedProposal({ decision: 'rejected', isAnnounced: false })
  await db.proposal.update({ where: { id: proposal.id }, data: { decisionReason: 'Nobody liked it' } })
  const reviewer = await aPerson()
  const remark = { forSpeaker: 'Not this year', forCommittee: 'Never', submittedAt: now }
  const { id: roundId } = await aReviewRound({ id: proposal.eventId })
  await db.review.create({ data: { proposalId: proposal.id, reviewerId: reviewer.id, roundId, ...remark } })
  const read = JSON.stringify([await getOwnProposal(speaker, code, now), await listOwnProposals(speaker, null, now)])
  expect(read).toContain('"state":"submitted"')
  for (const telling of ['rejected', 'Nobody liked it', 'Not this year', 'Never']) expect(read).not.toContain(telling)
})

test('after the announcement the speaker reads the reason and the words meant for them, unsigned', async () => {
  const { code, speaker, proposal } = await aDecidedProposal()
  const reviewer = await aPerson({ name: 'Secret Reviewer' })
  const remark = { forSpeaker: 'Lovely', forCommittee: 'Between us', submittedAt: now }
  const { id: roundId } = await aReviewRound({ id: proposal.eventId })
  await db.review.create({ data: { proposalId: proposal.id, reviewerId: reviewer.id, roundId, ...remark } })
  const own = await getOwnProposal(speaker, code.toLowerCase(), now)
  expect(own).toMatchObject({ state: 'accepted', messages: ['Lovely'] })
  expect(JSON.stringify(own)).not.toMatch(/Secret Reviewer|Between us/)
  expect(await getOwnProposal(await aPerson(), code, now)).toBeNull()
})

test('what a browser kept before its sign-in is found by its token alone, in its event, until it expires', async () => {
  const content = { ...formOf({}).content, title: 'Typed by a visitor' }
  const token = await keepPendingDraft('an-event', content, null, now)
  expect(await getPendingDraft(token, 'an-event', now)).toMatchObject({ title: 'Typed by a visitor' })
  expect(await keepPendingDraft('an-event', { ...content, title: 'Typed on' }, token, now)).toBe(token)
  expect(await getPendingDraft(token, 'an-event', now)).toMatchObject({ title: 'Typed on' })
  expect(await getPendingDraft('another', 'an-event', now)).toBeNull()
  expect(await getPendingDraft(token, 'other-event', now)).toBeNull()
  expect(await getPendingDraft(token, 'an-event', new Date(now.getTime() + 8 * 86_400_000))).toBeNull()
  expect(JSON.stringify(await db.pendingDraft.findMany())).not.toContain(token)
})
