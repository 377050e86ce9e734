import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ApplicationFacts,
  addDays,
  daysBetween,
  firstTerm,
  nextChange,
  refuseDecision,
  refuseRenewal,
  refuseVote,
  reminderDue,
  standingOf,
  type Term,
  termAfter,
} from './rules'

const term = (startsOn: string | null, endsOn: string | null, isPast = false): Term => ({ startsOn, endsOn, isPast })
const now = '2026-11-22'

test.each([
  ['nobody', [], null],
  ['the first day', [term(now, '2028-11-21')], 'current'],
  ['the day before the first', [term('2026-11-23', '2028-11-22')], null],
  ['the last day', [term('2024-11-23', now)], 'current'],
  ['the day after the last', [term('2024-11-22', '2026-11-21')], 'emeritus'],
  [
    'two terms with a gap, between them',
    [term('2020-01-01', '2021-12-31'), term('2027-01-01', '2028-12-31')],
    'emeritus',
  ],
  ['a term whose beginning nobody knows', [term(null, '2027-01-01')], 'current'],
  ['a term of which only that it is over is known', [term(null, null, true)], 'emeritus'],
])('standing, %s', (_, terms, standing) => {
  expect(standingOf(terms, now)).toBe(standing)
})

test('a term has two years to the day, and the next begins without a gap or an overlap', () => {
  expect(firstTerm('2026-11-22')).toEqual({ startsOn: '2026-11-22', endsOn: '2028-11-21' })
  expect(firstTerm('2028-02-29')).toEqual({ startsOn: '2028-02-29', endsOn: '2030-02-28' })
  const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const first = firstTerm(date.toISOString().slice(0, 10))
      const next = termAfter(first.endsOn)
      expect(daysBetween(first.endsOn, next.startsOn)).toBe(1)
      expect(daysBetween(first.startsOn, next.startsOn)).toBeGreaterThanOrEqual(730)
    }),
  )
})

test.each([
  ['61 days before the end', [term('2025-01-22', '2027-01-22')], 'too-early'],
  ['60 days before the end', [term('2025-01-21', '2027-01-21')], null],
  ['on the last day', [term('2024-11-23', now)], null],
  ['on the day after', [term('2024-11-22', '2026-11-21')], 'ended'],
  ['when it is renewed already', [term('2024-12-01', '2026-11-30'), term('2026-12-01', '2028-11-30')], 'renewed'],
  ['without a term', [], 'no-term'],
  ['with one whose days nobody knows', [term(null, null, true)], 'no-term'],
])('renewal %s', (_, terms, refusal) => {
  expect(refuseRenewal(terms, now)).toBe(refusal)
})

test.each([
  [61, null],
  [60, 60],
  [31, 60],
  [30, 30],
  [0, 30],
  [-1, null],
])('%i days before the end the letter of %s days is due', (left, due) => {
  expect(reminderDue(addDays(now, left), now)).toBe(due)
})

test('the next change is the first day on which a standing changes, or none', () => {
  expect(nextChange([term('2024-11-23', now)], now)).toBe('2026-11-23')
  expect(nextChange([term('2026-12-01', '2028-11-30')], now)).toBe('2026-12-01')
  expect(nextChange([term('2020-01-01', '2021-12-31'), term(null, null, true)], now)).toBeNull()
})

const open: ApplicationFacts = {
  applicantId: 'ada',
  submittedAt: new Date(),
  withdrawnAt: null,
  decidedAt: null,
  conflicts: ['carl'],
}
test.each([
  ['a manager', open, 'bob', null],
  ['the applicant', open, 'ada', 'own'],
  ['whoever has a conflict', open, 'carl', 'conflict'],
  ['a manager, of a draft', { ...open, submittedAt: null }, 'bob', 'not-submitted'],
  ['a manager, of what is withdrawn', { ...open, withdrawnAt: new Date() }, 'bob', 'withdrawn'],
  ['a manager, of what is decided', { ...open, decidedAt: new Date() }, 'bob', 'decided'],
  ['the applicant, of what is decided', { ...open, decidedAt: new Date() }, 'ada', 'own'],
] as const)('the vote of %s', (_, application, manager, refusal) => {
  expect(refuseVote(application, manager)).toBe(refusal)
})

test('nothing is decided on abstentions alone', () => {
  expect(refuseDecision({ ...open, votes: [] }, 'bob')).toBe('no-votes')
  expect(refuseDecision({ ...open, votes: ['abstain', 'abstain'] }, 'bob')).toBe('no-votes')
  expect(refuseDecision({ ...open, votes: ['abstain', 'no'] }, 'bob')).toBeNull()
  expect(refuseDecision({ ...open, votes: ['yes'] }, 'carl')).toBe('conflict')
})
