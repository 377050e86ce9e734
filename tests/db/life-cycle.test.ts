import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { can } from '@/features/access/rules'
import type { Person } from '@/features/access/schema'
import { announceDecisions, decideProposals, recommendProposal } from '@/features/proposals/commands/decide'
import {
  cancelProposal,
  confirmProposal,
  declineProposal,
  submitDraft,
  withdrawProposal,
} from '@/features/proposals/commands/moves'
import { lapseProposal, promoteProposal } from '@/features/proposals/commands/promote'
import { saveDraft } from '@/features/proposals/commands/submit'
import { undoMoves } from '@/features/proposals/commands/undo'
import { listUndoable } from '@/features/proposals/queries/undoable'
import { decidingMove, refuseMove, sideFor, stateFor } from '@/features/proposals/rules'
import { EMPTY_DRAFT, type Facts, STATES, type State } from '@/features/proposals/schema'
import { MOVES, type MoveName, moveRow } from '@/features/proposals/table'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { factsAt } from '../facts'
import { aDecidedProposal, aDraft, entered } from '../proposals'

const now = new Date()
const yesterday = addDays(now, -1)
const {
  submitted: blank,
  decided,
  told,
  answered,
} = factsAt({ submitted: yesterday, decided: yesterday, told: yesterday, answered: yesterday })

/** One situation for each state as the committee reads it, before and after the announcement where it matters. */
const SITUATIONS: Record<string, Facts> = {
  draft: { ...blank, submittedAt: null },
  submitted: blank,
  withdrawn: { ...blank, withdrawnAt: yesterday },
  'accepted, untold': decided('accepted'),
  'waitlisted, untold': decided('waitlisted'),
  'rejected, untold': decided('rejected'),
  accepted: { ...told('accepted'), answerBy: addDays(now, 5) },
  'accepted, silent': { ...told('accepted'), answerBy: yesterday },
  waitlisted: told('waitlisted'),
  rejected: told('rejected'),
  'corrected, untold': { ...told('rejected'), decision: 'accepted' },
  confirmed: answered('confirmed'),
  declined: answered('declined'),
  cancelled: { ...answered('confirmed'), cancelledAt: yesterday },
}

type Event = Awaited<ReturnType<typeof entered>>
type Run = (actor: Person, event: Event, code: string) => Promise<{ ok: true } | { ok: false; reason: string }>
const decide: Run = (actor, event, code) =>
  decideProposals(actor, event, { items: [{ code, decision: 'accepted', reason: 'New' }], dryRun: false }, now)

let texts = 0
/** Saves a text that no version has had yet, over the one that is there. */
const edit: Run = async (actor, event, code) => {
  const { version } = await db.proposal.findUniqueOrThrow({ where: { code }, select: { version: true } })
  const draft = { ...aDraft, abstract: `Text ${++texts}` }
  return saveDraft(actor, event, { code, version, draft }, now)
}

/** The command of each move. */
const COMMANDS: Record<MoveName, Run> = {
  edit,
  submit: (actor, event, code) => submitDraft(actor, event, code, now),
  withdraw: (actor, event, code) => withdrawProposal(actor, event, code, now),
  recommend: (actor, event, code) => recommendProposal(actor, event, { code, decision: 'accepted' }, now),
  decide,
  correct: decide,
  promote: (actor, event, code) => promoteProposal(actor, event, code, now),
  announce: (actor, event, code) => announceDecisions(actor, event, { codes: [code], dryRun: false }, now),
  confirm: (actor, event, code) => confirmProposal(actor, event, code, now),
  decline: (actor, event, code) => declineProposal(actor, event, code, now),
  lapse: (actor, event, code) => lapseProposal(actor, event, code, now),
  cancel: (actor, event, code) => cancelProposal(actor, event, code, now),
  undo: async (actor, event, code) => {
    const move = (await listUndoable(event)).get(code)?.id ?? '1'
    return undoMoves(actor, event, { items: [{ code, move }] }, now)
  },
}
const MOVE_NAMES = Object.keys(MOVES) as MoveName[]

test('every situation stands for its state, and none is missing', () => {
  const reached = Object.values(SITUATIONS).map((facts) => stateFor(facts, 'committee'))
  expect([...new Set(reached)].sort()).toEqual([...STATES].sort() satisfies State[])
})

test('every move of every role from every state does in the database what the table says, and nothing where it says no', async () => {
  const call = await anOpenCall({ limit: 9 })
  const event = await entered(call.event)
  const speaker = await aPerson()
  const { proposal } = await aProposal({ call, speaker })
  const { id, code } = proposal
  const conflicted = await aPerson({ roles: ['chair'], eventId: event.id })
  await db.conflict.create({ data: { proposalId: id, personId: conflicted.id, reason: 'We share an employer' } })
  const people: Record<string, Person> = { speaker, conflicted, stranger: await aPerson() }
  for (const role of ['reviewer', 'chair', 'scheduler', 'editor', 'admin'] as const)
    people[role] = await aPerson({ roles: [role], eventId: role === 'admin' || role === 'editor' ? null : event.id })

  let [made, refused] = [0, 0]
  for (const [situation, facts] of Object.entries(SITUATIONS)) {
    const isNews = facts.decision !== facts.announced
    /** Puts the proposal where it is to be tried, and answers with its version. */
    const setUp = async () => {
      await db.$executeRaw`delete from proposal_move`
      const before = { decision: facts.announced, decidedAt: facts.announcedAt }
      if (isNews)
        await db.proposalMove.create({ data: { proposalId: id, move: 'decide', at: yesterday, detail: { before } } })
      return (await db.proposal.update({ where: { id }, data: facts, select: { version: true } })).version
    }
    let version = await setUp()
    for (const [who, actor] of Object.entries(people))
      for (const name of MOVE_NAMES) {
        // The command that decides takes the move that fits.
        const move = name === 'decide' || name === 'correct' ? decidingMove(facts) : name
        const { committee } = moveRow(move).by
        const side = sideFor(move, {
          isSpeaker: who === 'speaker',
          hasConflict: who === 'conflicted',
          holdsRight: committee !== undefined && can(actor, committee.verb, committee.resource, { eventId: event.id }),
        })
        const draft = { title: proposal.title, abstract: proposal.abstract, format: 'talk' }
        const isHidden = side === 'committee' && !facts.submittedAt
        // A draft is saved at any time, which is no move.
        const isDraft = name === 'edit' && side === 'speaker' && (!facts.submittedAt || facts.withdrawnAt !== null)
        const expected = isDraft
          ? null
          : side !== 'speaker' && side !== 'committee'
            ? side
            : isHidden
              ? 'not-found'
              : refuseMove(move, {
                  facts,
                  side,
                  now,
                  call: { opensAt: null, closesAt: null, graceMinutes: 0, limitPerPerson: 9 },
                  draft: { ...EMPTY_DRAFT, ...draft },
                  submittedElsewhere: 0,
                  lastMove: isNews ? '1' : null,
                })
        const outcome = await COMMANDS[name](actor, event, code)
        const label = `${who}: ${name} from ${situation}`
        if (expected === null) {
          expect(outcome, label).toMatchObject({ ok: true })
          if (name === 'edit') expect(outcome, label).toMatchObject({ version: version + 1 })
          if (name !== 'decide' && name !== 'correct')
            expect(await db.proposalMove.count({ where: { proposalId: id, move: name } }), label).toBe(isDraft ? 0 : 1)
          made++
          version = await setUp()
        } else {
          // Drafts are their speakers' alone: others are told that there is none.
          const reason =
            facts.submittedAt || (who === 'speaker' && moveRow(move).by.speaker)
              ? expected
              : expect.stringMatching(/not-found|forbidden|conflict/)
          expect(outcome, label).toMatchObject({ ok: false, reason })
          // What is refused leaves the proposal where it was, for the next to be tried on.
          expect(await db.proposal.findUniqueOrThrow({ where: { id } }), label).toMatchObject({ ...facts, version })
          refused++
        }
      }
  }
  expect(made).toBeGreaterThan(80)
  expect(refused).toBeGreaterThan(900)
}, 240_000)

test('what nobody was told is undone step by step, to the facts that were before', async () => {
  const { code, event, chair } = await aDecidedProposal({ decision: 'rejected' })
  const facts = () => db.proposal.findUniqueOrThrow({ where: { code } })
  const before = await facts()
  const undo = async () => {
    const move = (await listUndoable(event)).get(code)?.id ?? '0'
    return undoMoves(chair, event, { items: [{ code, move }] }, now)
  }
  for (const decision of ['waitlisted', 'accepted'] as const)
    await decideProposals(chair, event, { items: [{ code, decision, reason: decision }], dryRun: false }, now)
  expect(await undo()).toEqual({ ok: true, undone: [code] })
  expect(await facts()).toMatchObject({ decision: 'waitlisted', decisionReason: 'waitlisted' })
  expect(await undo()).toEqual({ ok: true, undone: [code] })
  expect(await facts()).toMatchObject({
    decision: 'rejected',
    decisionReason: before.decisionReason,
    decidedAt: before.decidedAt,
  })
  expect(await undo()).toMatchObject({ ok: false, reason: 'nothing-to-undo' })
  const moves = await db.proposalMove.findMany({ where: { proposal: { code } }, orderBy: { id: 'asc' } })
  expect(moves.map(({ move }) => move)).toEqual(['decide', 'announce', 'correct', 'correct', 'undo', 'undo'])
})

test('two chairs undo the same thing once, and not what one of them has not seen', async () => {
  const { code, event, chair } = await aDecidedProposal({ isAnnounced: false })
  const seen = (await listUndoable(event)).get(code)?.id ?? ''
  const press = () => undoMoves(chair, event, { items: [{ code, move: seen }] }, now)
  expect((await Promise.all([press(), press()])).map(({ ok }) => ok).sort()).toEqual([false, true])
  await decideProposals(chair, event, { items: [{ code, decision: 'rejected', reason: null }], dryRun: false }, now)
  expect(await press()).toMatchObject({ ok: false, reason: 'overtaken' })
  expect(await db.proposal.findUniqueOrThrow({ where: { code } })).toMatchObject({ decision: 'rejected' })
})
