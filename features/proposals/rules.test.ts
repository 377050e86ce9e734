import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsAt } from '@/tests/facts'
import {
  compareVersions,
  factsAfter,
  isFormShown,
  isNews,
  missingFor,
  type Question,
  refuseByWindow,
  refuseMove,
  sideFor,
  statedDeadline,
  stateFor,
} from './rules'
import { DECISIONS, EMPTY_DRAFT, type Facts, NO_FACTS, type ProposalDraft, type Side, type State } from './schema'
import { MOVES, type MoveName, moveRow, REFUSALS } from './table'

const now = new Date('2027-03-01T12:00:00Z')
const earlier = (days: number) => new Date(now.getTime() - days * 86_400_000)
const later = (days: number) => earlier(-days)

const complete: ProposalDraft = { ...EMPTY_DRAFT, title: 'A title', abstract: 'An abstract', format: 'talk' }
const call = { opensAt: earlier(9), closesAt: later(9), graceMinutes: 0, limitPerPerson: 2 }

const blank = NO_FACTS
const {
  submitted,
  decided,
  told: announced,
  answered,
} = factsAt({ submitted: earlier(8), decided: earlier(5), told: earlier(4), answered: earlier(3) })

interface Life {
  facts: Facts
  reads: Record<Side, State>
  may: Record<Side, MoveName[]>
}

/** Every situation in a proposal's life, and by hand what each side reads and may do in it. */
const LIVES: Record<string, Life> = {
  draft: {
    facts: blank,
    reads: { speaker: 'draft', committee: 'draft' },
    may: { speaker: ['submit'], committee: [] },
  },
  submitted: {
    facts: submitted,
    reads: { speaker: 'submitted', committee: 'submitted' },
    may: { speaker: ['edit', 'withdraw'], committee: ['edit', 'recommend', 'decide'] },
  },
  withdrawn: {
    facts: { ...submitted, withdrawnAt: earlier(7) },
    reads: { speaker: 'withdrawn', committee: 'withdrawn' },
    may: { speaker: ['submit'], committee: [] },
  },
  'accepted, not announced': {
    facts: decided('accepted'),
    reads: { speaker: 'submitted', committee: 'accepted' },
    may: { speaker: ['edit', 'withdraw'], committee: ['edit', 'recommend', 'decide', 'announce', 'undo'] },
  },
  'rejected, not announced': {
    facts: decided('rejected'),
    reads: { speaker: 'submitted', committee: 'rejected' },
    may: { speaker: ['edit', 'withdraw'], committee: ['edit', 'recommend', 'decide', 'announce', 'undo'] },
  },
  'withdrawn after a decision': {
    facts: { ...decided('accepted'), withdrawnAt: earlier(1) },
    reads: { speaker: 'withdrawn', committee: 'withdrawn' },
    may: { speaker: ['submit'], committee: [] },
  },
  accepted: {
    facts: announced('accepted'),
    reads: { speaker: 'accepted', committee: 'accepted' },
    may: { speaker: ['confirm', 'decline'], committee: ['edit', 'correct', 'confirm', 'decline'] },
  },
  'accepted, and silent': {
    facts: { ...announced('accepted'), answerBy: earlier(1) },
    reads: { speaker: 'accepted', committee: 'accepted' },
    may: { speaker: ['decline'], committee: ['edit', 'correct', 'confirm', 'decline', 'lapse'] },
  },
  waitlisted: {
    facts: announced('waitlisted'),
    reads: { speaker: 'waitlisted', committee: 'waitlisted' },
    may: { speaker: ['withdraw'], committee: ['edit', 'correct', 'promote'] },
  },
  'withdrawn from the waiting list': {
    facts: { ...announced('waitlisted'), withdrawnAt: earlier(1) },
    reads: { speaker: 'withdrawn', committee: 'withdrawn' },
    may: { speaker: [], committee: [] },
  },
  rejected: {
    facts: announced('rejected'),
    reads: { speaker: 'rejected', committee: 'rejected' },
    may: { speaker: [], committee: ['edit', 'correct'] },
  },
  'promoted from the waiting list, not announced': {
    facts: { ...announced('waitlisted'), decision: 'accepted', decidedAt: earlier(1) },
    reads: { speaker: 'waitlisted', committee: 'accepted' },
    may: { speaker: ['withdraw'], committee: ['edit', 'correct', 'announce', 'undo'] },
  },
  'acceptance corrected, not announced': {
    facts: { ...announced('accepted'), decision: 'rejected', decidedAt: earlier(1) },
    reads: { speaker: 'accepted', committee: 'rejected' },
    may: { speaker: ['confirm', 'decline'], committee: ['edit', 'correct', 'announce', 'undo'] },
  },
  confirmed: {
    facts: answered('confirmed'),
    reads: { speaker: 'confirmed', committee: 'confirmed' },
    may: { speaker: ['cancel'], committee: ['edit', 'cancel'] },
  },
  declined: {
    facts: answered('declined'),
    reads: { speaker: 'declined', committee: 'declined' },
    may: { speaker: [], committee: ['decide'] },
  },
  cancelled: {
    facts: { ...answered('confirmed'), cancelledAt: earlier(1) },
    reads: { speaker: 'cancelled', committee: 'cancelled' },
    may: { speaker: [], committee: [] },
  },
}

const MOVE_NAMES = Object.keys(MOVES) as MoveName[]
const SIDES = ['speaker', 'committee'] as const
const ask = (facts: Facts, side: Side, more: Partial<Question> = {}): Question => ({
  facts,
  side,
  now,
  call,
  draft: complete,
  submittedElsewhere: 0,
  lastMove: isNews(facts) ? '1' : null,
  ...more,
})

describe.each(Object.entries(LIVES))('%s', (_, { facts, reads, may }) => {
  test.each(SIDES)('reads as it should to the %s', (side) => {
    expect(stateFor(facts, side)).toBe(reads[side])
  })

  test.each(SIDES.flatMap((side) => MOVE_NAMES.map((move) => [side, move] as const)))('%s, %s', (side, move) => {
    const refusal = refuseMove(move, ask(facts, side))
    if (may[side].includes(move)) expect(refusal).toBeNull()
    else expect(Object.keys(REFUSALS)).toContain(refusal)
  })
})

test('a speaker is answered alike whatever has been decided but not announced', () => {
  for (const move of MOVE_NAMES)
    for (const decision of DECISIONS)
      expect(refuseMove(move, ask(decided(decision), 'speaker'))).toBe(refuseMove(move, ask(submitted, 'speaker')))
})

test('each refusal says what stands in the way', () => {
  const word = (move: MoveName, life: string, side: Side, more = {}) => {
    const facts = LIVES[life]?.facts ?? blank
    return refuseMove(move, ask(facts, side, more))
  }
  expect(word('submit', 'submitted', 'speaker')).toBe('already-submitted')
  expect(word('withdraw', 'draft', 'speaker')).toBe('not-submitted')
  expect(word('confirm', 'submitted', 'speaker')).toBe('not-decided')
  expect(word('confirm', 'declined', 'speaker')).toBe('already-declined')
  expect(word('decide', 'confirmed', 'committee')).toBe('already-confirmed')
  expect(word('decide', 'submitted', 'speaker')).toBe('forbidden')
  expect(word('announce', 'accepted', 'committee')).toBe('already-announced')
  expect(word('announce', 'submitted', 'committee')).toBe('not-decided')
  expect(word('submit', 'withdrawn from the waiting list', 'speaker')).toBe('already-announced')
  expect(word('submit', 'draft', 'speaker', { draft: EMPTY_DRAFT })).toBe('incomplete')
  expect(word('submit', 'draft', 'speaker', { submittedElsewhere: 2 })).toBe('limit-reached')
  expect(word('submit', 'draft', 'speaker', { submittedElsewhere: 1 })).toBeNull()
})

test.each([
  ['the moment before it opens', '2027-03-01T08:59:59.999Z', 'not-open-yet'],
  ['the moment it opens', '2027-03-01T09:00:00Z', null],
  ['the moment before it closes', '2027-03-10T08:59:59.999Z', null],
  ['the moment it closes', '2027-03-10T09:00:00Z', 'closed'],
])('%s', (_, at, expected) => {
  const window = { opensAt: new Date('2027-03-01T09:00Z'), closesAt: new Date('2027-03-10T09:00Z'), graceMinutes: 0 }
  expect(refuseByWindow(window, new Date(at))).toBe(expected)
})

test('grace moves the closing moment, and the end of grace is too late', () => {
  const window = { opensAt: null, closesAt: new Date('2027-03-10T09:00Z'), graceMinutes: 30 }
  expect(refuseByWindow(window, new Date('2027-03-10T09:29:59.999Z'))).toBeNull()
  expect(refuseByWindow(window, new Date('2027-03-10T09:30Z'))).toBe('closed')
})

test('the form stays for a week after the last moment, and speakers are told of the grace only within it', () => {
  const window = { opensAt: null, closesAt: new Date('2027-03-10T09:00Z'), graceMinutes: 30 }
  expect(isFormShown(window, new Date('2027-03-17T09:29:59Z'))).toBe(true)
  expect(isFormShown(window, new Date('2027-03-17T09:30Z'))).toBe(false)
  expect(statedDeadline(window, new Date('2027-03-10T08:59:59Z'))).toEqual(window.closesAt)
  expect(statedDeadline(window, new Date('2027-03-10T09:00Z'))).toEqual(new Date('2027-03-10T09:30Z'))
})

test('a call without moments is open, and one without an end stays open', () => {
  expect(refuseByWindow({ opensAt: null, closesAt: null, graceMinutes: 0 }, now)).toBeNull()
  expect(refuseByWindow({ opensAt: earlier(1), closesAt: null, graceMinutes: 0 }, later(9_999))).toBeNull()
})

test('a submitted text is closed to its speaker with the call, and not to the committee', () => {
  const closed = { call: { ...call, closesAt: now } }
  expect(refuseMove('edit', ask(submitted, 'speaker', closed))).toBe('closed')
  expect(refuseMove('edit', ask(submitted, 'committee', closed))).toBeNull()
})

test('an answer is taken until its moment, after it from the committee alone', () => {
  const facts = { ...announced('accepted'), answerBy: now }
  const before = new Date(now.getTime() - 1)
  expect(refuseMove('confirm', ask(facts, 'speaker', { now: before }))).toBeNull()
  expect(refuseMove('confirm', ask(facts, 'speaker'))).toBe('answer-too-late')
  expect(refuseMove('confirm', ask(facts, 'committee'))).toBeNull()
  expect(refuseMove('decline', ask(facts, 'speaker'))).toBeNull()
})

test('a conflict beats every right, and strangers are told nothing', () => {
  const stranger = { isSpeaker: false, hasConflict: false, holdsRight: false }
  for (const move of MOVE_NAMES) {
    const { speaker, committee } = moveRow(move).by
    expect(sideFor(move, stranger)).toBe('not-found')
    expect(sideFor(move, { ...stranger, isSpeaker: true })).toBe(speaker ? 'speaker' : 'forbidden')
    expect(sideFor(move, { ...stranger, holdsRight: true })).toBe(committee ? 'committee' : 'not-found')
    if (!committee) continue
    expect(sideFor(move, { ...stranger, holdsRight: true, hasConflict: true })).toBe('conflict')
    expect(sideFor(move, { ...stranger, holdsRight: true, isSpeaker: true })).toBe(speaker ? 'speaker' : 'conflict')
  }
})

test('whatever is done, in whatever order, the facts hold together and a speaker reads only what was announced', () => {
  const step = fc.record({
    move: fc.constantFrom(...MOVE_NAMES),
    side: fc.constantFrom(...SIDES),
    decision: fc.constantFrom(...DECISIONS),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let facts: Facts = blank
      let told: State | null = null
      for (const { move, side, decision } of steps) {
        if (refuseMove(move, ask(facts, side))) continue
        const before = { decision: facts.announced, decidedAt: facts.announcedAt }
        facts = factsAfter(move, facts, { now, before, decision, answerBy: later(14) })
        if (move === 'announce') told = facts.announced
        if (!facts.announced) told = null
        // The constraints of the database.
        expect((facts.decision === null) === (facts.decidedAt === null)).toBe(true)
        expect((facts.announced === null) === (facts.announcedAt === null)).toBe(true)
        expect((facts.answer === null) === (facts.answeredAt === null)).toBe(true)
        expect(facts.answer === null || facts.announcedAt !== null).toBe(true)
        expect(facts.decision === null || facts.submittedAt !== null).toBe(true)
        expect(['draft', 'submitted', 'withdrawn', 'cancelled', told, facts.answer]).toContain(
          stateFor(facts, 'speaker'),
        )
        if (!isNews(facts)) expect(stateFor(facts, 'speaker')).toBe(stateFor(facts, 'committee'))
      }
    }),
    { numRuns: 2_000 },
  )
})

test('what is missing is named in the order of the form', () => {
  const speakers = [{ email: 'not-an-address', name: '' }]
  expect(missingFor({ ...EMPTY_DRAFT, speakers }).map(({ path }) => path)).toEqual([
    'title',
    'abstract',
    'format',
    'speakers.0.name',
    'speakers.0.email',
  ])
  expect(missingFor(complete)).toEqual([])
})

test('who saves second over another text is told, unless both say the same', () => {
  const other = { ...complete, title: 'Another title' }
  expect(compareVersions(3, { version: 3, draft: complete }, other)).toBe('save')
  expect(compareVersions(2, { version: 3, draft: complete }, other)).toBe('overtaken')
  expect(compareVersions(2, { version: 3, draft: complete }, complete)).toBe('unchanged')
  expect(compareVersions(0, null, other)).toBe('save')
})
