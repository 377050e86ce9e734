import { addDays, addHours } from 'date-fns'
import { expect, test } from 'vitest'
import { discardDrafts, editDraft, restoreDrafts } from '@/features/mail/commands/drafts'
import { sweepAnswers } from '@/features/proposals/commands/confirmation'
import { announceDecisions, decideProposals } from '@/features/proposals/commands/decide'
import { confirmProposal, declineProposal } from '@/features/proposals/commands/moves'
import { orderWaitlist, promoteProposal, saveAnswerPolicy } from '@/features/proposals/commands/promote'
import { releaseMail } from '@/features/proposals/commands/release'
import { saveTemplate } from '@/features/proposals/commands/templates'
import { undoMoves } from '@/features/proposals/commands/undo'
import { listAnswers } from '@/features/proposals/queries/confirmation'
import { listUndoable } from '@/features/proposals/queries/undoable'
import { stateFor } from '@/features/proposals/rules'
import { db } from '@/lib/db'
import { anOpenCall } from '../factories'
import { aDecidedProposal } from '../proposals'

const now = new Date()
const policy = {
  days: 14,
  until: null,
  reminderDays: [7, 2],
  silenceDeclines: false,
  promotion: 'by_hand',
  version: 0,
} as const
const drafts = (kind: string) =>
  db.outboxMessage.findMany({ where: { kind: `proposal-${kind}`, state: 'draft' }, orderBy: { id: 'asc' } })
const facts = (code: string) => db.proposal.findUniqueOrThrow({ where: { code } })

test('each reminder is written once, as a draft, on its day, and none after an answer', async () => {
  const call = await anOpenCall()
  const [asked, answered] = [await aDecidedProposal({ call }), await aDecidedProposal({ call })]
  await confirmProposal(answered.speaker, answered.event, answered.code, now)
  await sweepAnswers(addDays(now, 6))
  expect(await drafts('reminder')).toHaveLength(0)
  await Promise.all([sweepAnswers(addDays(now, 8)), sweepAnswers(addDays(now, 8))])
  await sweepAnswers(addDays(now, 9))
  expect((await drafts('reminder')).map(({ to }) => to)).toEqual([asked.speaker.email])
  await sweepAnswers(addDays(now, 13))
  await sweepAnswers(addDays(now, 20))
  expect(await drafts('reminder')).toHaveLength(2)
  expect((await listAnswers(asked.event, asked.chair, addDays(now, 20))).silent.map(({ code }) => code)).toEqual([
    asked.code,
  ])
  expect(await facts(asked.code)).toMatchObject({ answer: null })
})

test('silence is a no by itself only where a chair has said so', async () => {
  const { code, event, chair } = await aDecidedProposal()
  await sweepAnswers(addDays(now, 16))
  expect(stateFor(await facts(code), 'committee')).toBe('accepted')
  expect(await saveAnswerPolicy(chair, event, { ...policy, reminderDays: [], silenceDeclines: true }, now)).toEqual({
    ok: true,
  })
  expect(await saveAnswerPolicy(chair, event, { ...policy, reminderDays: [] }, now)).toEqual({
    ok: false,
    reason: 'overtaken',
  })
  await sweepAnswers(addDays(now, 13))
  expect(stateFor(await facts(code), 'committee')).toBe('accepted')
  await Promise.all([sweepAnswers(addDays(now, 16)), sweepAnswers(addDays(now, 16))])
  expect(stateFor(await facts(code), 'committee')).toBe('declined')
  expect(await drafts('lapsed')).toHaveLength(1)
  expect(await db.proposalMove.count({ where: { move: 'lapse' } })).toBe(1)
})

/** An accepted proposal and two on the waiting list of the same event, the second of them first in its order. */
async function aWaitlist() {
  const call = await anOpenCall()
  const accepted = await aDecidedProposal({ call })
  const waiting = [
    await aDecidedProposal({ call, decision: 'waitlisted' }),
    await aDecidedProposal({ call, decision: 'waitlisted' }),
  ]
  const [first, second] = waiting.map(({ code }) => code)
  const { event, chair } = accepted
  await orderWaitlist(chair, event, [
    { code: second ?? '', place: 1 },
    { code: first ?? '', place: 2 },
  ])
  return { accepted, event, chair, first: first ?? '', second: second ?? '', call }
}

test('a place that becomes free goes to the next of the waiting list once, and is announced when its draft is sent', async () => {
  const { accepted, event, chair, first, second } = await aWaitlist()
  await saveAnswerPolicy(chair, event, { ...policy, reminderDays: [], promotion: 'same_track_and_format' }, now)
  await declineProposal(accepted.speaker, event, accepted.code, addHours(now, 1))
  const later = addHours(now, 2)
  await Promise.all([sweepAnswers(later), sweepAnswers(later)])
  await sweepAnswers(addHours(later, 1))
  const [draft, ...more] = await drafts('promotion')
  expect(more).toEqual([])
  expect(stateFor(await facts(second), 'committee')).toBe('accepted')
  expect(stateFor(await facts(second), 'speaker')).toBe('waitlisted')
  expect(stateFor(await facts(first), 'committee')).toBe('waitlisted')
  const send = () => releaseMail(chair, event, [draft?.id ?? ''], addHours(later, 2))
  expect((await Promise.all([send(), send()])).map((outcome) => outcome.ok && outcome.count).sort()).toEqual([0, 1])
  const told = await facts(second)
  expect(stateFor(told, 'speaker')).toBe('accepted')
  expect(told.answerBy).toEqual(draft?.answerBy)
  expect(await db.proposalMove.count({ where: { move: 'announce', proposal: { code: second } } })).toBe(2)
  expect(await db.outboxMessage.count({ where: { kind: 'proposal-promotion' } })).toBe(1)
})

test('an undone promotion takes its draft along, and a draft whose day has passed announces nothing', async () => {
  const { event, chair, first, second } = await aWaitlist()
  for (const code of [first, second]) expect(await promoteProposal(chair, event, code, now)).toEqual({ ok: true })
  const move = (await listUndoable(event)).get(first)?.id ?? ''
  await undoMoves(chair, event, { items: [{ code: first, move }] }, now)
  expect(stateFor(await facts(first), 'committee')).toBe('waitlisted')
  const [draft, ...more] = await drafts('promotion')
  expect(more).toEqual([])
  expect(await releaseMail(chair, event, [draft?.id ?? ''], addDays(now, 20))).toMatchObject({
    ok: false,
    reason: 'stale',
  })
  expect(stateFor(await facts(second), 'speaker')).toBe('waitlisted')
  expect(await drafts('promotion')).toHaveLength(1)
  expect(await announceDecisions(chair, event, { codes: [second], dryRun: false }, now)).toMatchObject({ ok: true })
  expect(await drafts('promotion')).toHaveLength(0)
  expect(await db.outboxMessage.count({ where: { kind: 'proposal-promotion', state: 'queued' } })).toBe(1)
})

test('a draft is changed by who has read it last, put aside and brought back', async () => {
  const { event, chair, second } = await aWaitlist()
  await promoteProposal(chair, event, second, now)
  const [draft] = await drafts('promotion')
  const id = draft?.id ?? ''
  const words = { subject: 'A place!', text: 'Come.\n' }
  expect(await editDraft(chair, event, id, { ...words, version: 1 })).toEqual({ ok: true })
  expect(await editDraft(chair, event, id, { ...words, version: 1 })).toEqual({ ok: false, reason: 'overtaken' })
  expect(await discardDrafts(chair, event, [id])).toBe(1)
  expect(await releaseMail(chair, event, [id], now)).toEqual({ ok: true, count: 0 })
  expect(await restoreDrafts(chair, event, [id])).toBe(1)
  expect(await releaseMail(chair, event, [id], now)).toEqual({ ok: true, count: 1 })
  expect(await editDraft(chair, event, id, { ...words, version: 4 })).toEqual({ ok: false, reason: 'overtaken' })
  expect(await db.outboxMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({ ...words, state: 'queued' })
})

test('a template with a gap is refused when it is saved and when it is used, with the proposals concerned', async () => {
  const { code, event, chair, proposal } = await aDecidedProposal({ isAnnounced: false })
  const template = {
    kind: 'accepted',
    locale: 'en',
    version: 0,
    subject: 'In {track}: {title}',
    text: 'Dear {name}',
  } as const
  const save = (text: string) => saveTemplate(chair, event, { ...template, text }, { dryRun: false, now })
  expect(await save('{place}')).toEqual({
    ok: false,
    reason: 'gaps',
    gaps: [{ code, title: proposal.title, names: ['place'] }],
  })
  expect(await save('{nmae}')).toMatchObject({ ok: false, reason: 'invalid' })
  expect(await save('Dear {name}')).toMatchObject({
    ok: true,
    preview: { text: expect.stringMatching(/^Dear Person/) },
  })
  expect(await save('Dear {name}')).toEqual({ ok: false, reason: 'overtaken' })
  await db.proposal.update({ where: { code }, data: { trackId: null } })
  const announce = () => announceDecisions(chair, event, { codes: [code], dryRun: false }, now)
  expect(await announce()).toMatchObject({
    ok: false,
    reason: 'mail-incomplete',
    refused: [{ code, names: ['track'] }],
  })
  expect(await db.outboxMessage.count()).toBe(0)
  await decideProposals(chair, event, { items: [{ code, decision: 'rejected', reason: null }], dryRun: false }, now)
  expect(await announce()).toMatchObject({ ok: true, announced: 1 })
})
