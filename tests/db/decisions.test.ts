import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { announceDecisions, decideProposals } from '@/features/proposals/commands/decide'
import { cancelProposal, confirmProposal, declineProposal } from '@/features/proposals/commands/moves'
import { saveDraft } from '@/features/proposals/commands/submit'
import { countProposals, listProposals } from '@/features/proposals/queries/committee'
import { getProposal } from '@/features/proposals/queries/committee-one'
import { getResource } from '@/features/proposals/queries/resource'
import { stateFor } from '@/features/proposals/rules'
import type { Decision } from '@/features/proposals/schema'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { aDecidedProposal, aDraft, entered } from '../proposals'

const now = new Date()
const to = (decision: Decision) => (code: string) => ({ code, decision, reason: null })
const factsOf = (code: string) => db.proposal.findUniqueOrThrow({ where: { code } })
const mailsOf = (kind: string) => db.outboxMessage.findMany({ where: { kind: `proposal-${kind}` } })

/** Three submitted proposals of one event, and a chair of it. */
async function aCommittee() {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const made = [await aProposal({ call }), await aProposal({ call }), await aProposal({ call })]
  return {
    call,
    event,
    chair,
    codes: made.map(({ proposal }) => proposal.code),
    speakers: made.map(({ speaker }) => speaker),
  }
}

test('a decision is written with its log, and nobody is told', async () => {
  const { event, chair, codes } = await aCommittee()
  const outcome = await decideProposals(chair, event, { items: codes.map(to('accepted')), dryRun: false }, now)
  expect(outcome).toEqual({ ok: true, items: codes.map((code) => ({ code, from: 'submitted', to: 'accepted' })) })
  for (const code of codes) {
    const facts = await factsOf(code)
    expect(stateFor(facts, 'committee')).toBe('accepted')
    expect(stateFor(facts, 'speaker')).toBe('submitted')
  }
  expect(await db.proposalMove.count({ where: { move: 'decide' } })).toBe(3)
  expect(await db.auditEntry.count({ where: { verb: 'decide' } })).toBe(3)
  expect(await db.outboxMessage.count()).toBe(0)
})

test('one refused decision refuses all of them', async () => {
  const { event, chair, codes } = await aCommittee()
  await db.proposal.update({ where: { code: codes[1] ?? '' }, data: { withdrawnAt: now } })
  const outcome = await decideProposals(chair, event, { items: codes.map(to('accepted')), dryRun: false }, now)
  expect(outcome).toEqual({
    ok: false,
    reason: 'already-withdrawn',
    refused: [{ code: codes[1], reason: 'already-withdrawn' }],
  })
  expect(await db.proposal.count({ where: { decision: { not: null } } })).toBe(0)
  expect(await db.proposalMove.count()).toBe(0)
})

test('a dry run decides nothing and announces nothing', async () => {
  const { event, chair, codes } = await aCommittee()
  await decideProposals(chair, event, { items: codes.map(to('rejected')), dryRun: true }, now)
  expect(await db.proposal.count({ where: { decision: { not: null } } })).toBe(0)
  await decideProposals(chair, event, { items: codes.map(to('rejected')), dryRun: false }, now)
  const shown = await announceDecisions(chair, event, { codes, dryRun: true }, now)
  expect(shown).toMatchObject({ ok: true, announced: 0 })
  expect(await db.proposal.count({ where: { announcedAt: { not: null } } })).toBe(0)
  expect(await db.outboxMessage.count()).toBe(0)
  const sent = await announceDecisions(chair, event, { codes, dryRun: false }, now)
  expect(sent).toEqual({ ...shown, announced: 3 })
  const stored = (await mailsOf('decision')).map(({ to, subject, text }) => ({ to, subject, text }))
  expect(stored).toEqual(expect.arrayContaining((sent.ok && sent.messages) || []))
})

test('announced twice at once, everybody is told once', async () => {
  const { event, chair, codes } = await aCommittee()
  await decideProposals(chair, event, { items: codes.map(to('accepted')), dryRun: false }, now)
  const press = () => announceDecisions(chair, event, { codes, dryRun: false }, now)
  const outcomes = await Promise.all([press(), press()])
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'already-announced' })
  expect(await mailsOf('decision')).toHaveLength(3)
  expect(await db.proposalMove.count({ where: { move: 'announce' } })).toBe(3)
})

test('an announcement of which one is refused tells nobody', async () => {
  const { event, chair, codes } = await aCommittee()
  await decideProposals(chair, event, { items: codes.slice(0, 2).map(to('accepted')), dryRun: false }, now)
  const outcome = await announceDecisions(chair, event, { codes, dryRun: false }, now)
  expect(outcome).toMatchObject({ ok: false, refused: [{ code: codes[2], reason: 'not-decided' }] })
  expect(await db.outboxMessage.count()).toBe(0)
  expect(await db.proposal.count({ where: { announcedAt: { not: null } } })).toBe(0)
})

test('an accepted speaker has until the end of the fourteenth day in the event’s zone to answer', async () => {
  const { event, chair, codes } = await aCommittee()
  const announcedAt = new Date('2027-03-01T23:30:00Z')
  await decideProposals(chair, event, { items: codes.map(to('accepted')), dryRun: false }, now)
  await announceDecisions(chair, event, { codes, dryRun: false }, announcedAt)
  // Half past midnight on 2 March in Berlin.
  expect((await factsOf(codes[0] ?? '')).answerBy).toEqual(new Date('2027-03-16T22:59:59Z'))
  const [mail] = await mailsOf('decision')
  expect(mail?.text).toContain('until Tuesday, 16 March 2027')
})

test.each([
  ['speaks in it', 'speaker'],
  ['has declared a conflict', 'declared'],
] as const)('a chair who %s neither decides nor announces it, an administrator neither', async (_, kind) => {
  for (const role of ['chair', 'admin'] as const) {
    const { event, codes, chair } = await aCommittee()
    const conflicted = await aPerson({ roles: [role], eventId: role === 'chair' ? event.id : null })
    const { id, code } = await factsOf(codes[0] ?? '')
    if (kind === 'speaker')
      await db.proposalSpeaker.create({ data: { proposalId: id, personId: conflicted.id, position: 1 } })
    else await db.conflict.create({ data: { proposalId: id, personId: conflicted.id, reason: 'We share an employer' } })
    const batch = { items: codes.map(to('accepted')), dryRun: false }
    const refused = { ok: false, reason: 'conflict', refused: [{ code, reason: 'conflict' }] }
    expect(await decideProposals(conflicted, event, batch, now)).toEqual(refused)
    await decideProposals(chair, event, batch, now)
    expect(await announceDecisions(conflicted, event, { codes, dryRun: true }, now)).toEqual(refused)
  }
})

test('a reviewer and a chair of another event decide nothing', async () => {
  const { event, codes } = await aCommittee()
  const other = await anOpenCall()
  const people = [
    await aPerson({ roles: ['reviewer'], eventId: event.id }),
    await aPerson({ roles: ['chair'], eventId: other.event.id }),
  ]
  for (const person of people) {
    const outcome = await decideProposals(person, event, { items: codes.map(to('accepted')), dryRun: false }, now)
    expect(outcome).toMatchObject({ ok: false, reason: 'not-found' })
  }
})

test('the speaker confirms once, gets a receipt, and may still cancel', async () => {
  const { code, speaker, event } = await aDecidedProposal()
  const outcomes = await Promise.all([1, 2].map(() => confirmProposal(speaker, event, code, now)))
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(stateFor(await factsOf(code), 'speaker')).toBe('confirmed')
  expect(await mailsOf('confirmed')).toHaveLength(1)
  expect(await cancelProposal(speaker, event, code, now)).toMatchObject({ ok: true })
  expect(stateFor(await factsOf(code), 'speaker')).toBe('cancelled')
})

test('after the day to answer the committee alone confirms', async () => {
  const { code, speaker, chair, event } = await aDecidedProposal()
  const late = addDays(now, 16)
  expect(await confirmProposal(speaker, event, code, late)).toEqual({ ok: false, reason: 'answer-too-late' })
  expect(await confirmProposal(chair, event, code, late)).toMatchObject({ ok: true })
})

test('a decision corrected after its announcement is told anew, as a correction', async () => {
  const { code, event, chair, speaker } = await aDecidedProposal({ decision: 'rejected' })
  await decideProposals(chair, event, { items: [to('accepted')(code)], dryRun: false }, addDays(now, 1))
  expect(stateFor(await factsOf(code), 'speaker')).toBe('rejected')
  expect(await announceDecisions(chair, event, { codes: [code], dryRun: false }, addDays(now, 1))).toMatchObject({
    ok: true,
  })
  expect(stateFor(await factsOf(code), 'speaker')).toBe('accepted')
  for (const kind of ['decision', 'correction'])
    expect((await mailsOf(kind)).map(({ to }) => to)).toEqual([speaker.email])
  expect((await mailsOf('correction'))[0]?.text).toContain('corrects what we wrote')
  const moves = await db.proposalMove.findMany({ where: { proposal: { code } }, orderBy: { id: 'asc' } })
  expect(moves.map(({ move }) => move)).toEqual(['decide', 'announce', 'correct', 'announce'])
})

test('who declined can be accepted anew, and is asked again', async () => {
  const { code, event, chair, speaker } = await aDecidedProposal()
  await declineProposal(speaker, event, code, now)
  expect(await confirmProposal(speaker, event, code, now)).toEqual({ ok: false, reason: 'already-declined' })
  await decideProposals(chair, event, { items: [to('accepted')(code)], dryRun: false }, addDays(now, 1))
  expect(stateFor(await factsOf(code), 'speaker')).toBe('submitted')
  await announceDecisions(chair, event, { codes: [code], dryRun: false }, addDays(now, 1))
  expect(await confirmProposal(speaker, event, code, addDays(now, 1))).toMatchObject({ ok: true })
  expect(await mailsOf('decision')).toHaveLength(2)
})

test('a speaker cannot tell by editing that something has been decided', async () => {
  const { code, event, speaker } = await aDecidedProposal({ decision: 'rejected', isAnnounced: false })
  const outcome = await saveDraft(speaker, event, { code, version: 1, draft: aDraft }, now)
  expect(outcome).toMatchObject({ ok: true, version: 2 })
})

test('a refused move leaves no trace', async () => {
  const { code, event, speaker } = await aDecidedProposal({ decision: 'rejected' })
  const before = [await db.proposalMove.count(), await db.auditEntry.count(), await db.outboxMessage.count()]
  expect(await confirmProposal(speaker, event, code, now)).toEqual({ ok: false, reason: 'already-rejected' })
  expect([await db.proposalMove.count(), await db.auditEntry.count(), await db.outboxMessage.count()]).toEqual(before)
})

test('a reviewer learns of no decision before it is announced', async () => {
  const { event, chair, codes } = await aCommittee()
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id })
  const [code = ''] = codes
  const reason = 'Not this year, and nobody outside may know yet.'
  await decideProposals(chair, event, { items: [{ code, decision: 'rejected', reason }], dryRun: false }, now)

  const read = async () => ({
    list: await listProposals(event, reviewer, {}),
    filtered: await listProposals(event, reviewer, { states: ['rejected'] }),
    counts: (await countProposals(event, reviewer)).byState.rejected,
    one: await getProposal(event, reviewer, code),
    resource: await getResource(event, reviewer, code, now),
  })
  const before = await read()
  expect(before).toMatchObject({ filtered: { items: [] }, counts: 0, one: { state: 'submitted', decision: null } })
  expect(JSON.stringify(before)).not.toMatch(/"(rejected|decide)"|Not this year/)

  await announceDecisions(chair, event, { codes: [code], dryRun: false }, now)
  expect(await read()).toMatchObject({ counts: 1, one: { state: 'rejected' }, resource: { state: 'rejected' } })
})
