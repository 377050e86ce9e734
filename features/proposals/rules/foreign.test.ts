import { describe, expect, test } from 'vitest'
import { factsAfter, stateFor } from '../rules'
import { NO_FACTS } from '../schema'
import type { ForeignStanding } from '../schema/portable'
import { moveRow } from '../table'
import { foreignIds } from './foreign-ids'
import { movesTo, standingFor } from './foreign-moves'
import { fromPretalx, fromSessionize, SUBMITTED, toPretalx, toSessionize } from './foreign-states'

const now = new Date('2027-03-02T10:00:00Z')
const accepted = { ...SUBMITTED, decision: 'accepted' as const }
const STANDINGS: [string, ForeignStanding][] = [
  ['submitted', SUBMITTED],
  ['withdrawn', { ...SUBMITTED, isWithdrawn: true }],
  ['accepted', accepted],
  ['accepted and told', { ...accepted, isAnnounced: true }],
  ['confirmed', { ...accepted, isAnnounced: true, answer: 'confirmed' }],
  ['declined', { ...accepted, isAnnounced: true, answer: 'declined' }],
  ['cancelled', { ...accepted, isAnnounced: true, answer: 'confirmed', isCancelled: true }],
  ['waitlisted', { ...SUBMITTED, decision: 'waitlisted' }],
  ['waitlisted and told', { ...SUBMITTED, decision: 'waitlisted', isAnnounced: true }],
  ['rejected', { ...SUBMITTED, decision: 'rejected' }],
  ['rejected and told', { ...SUBMITTED, decision: 'rejected', isAnnounced: true }],
]

describe.each(STANDINGS)('%s', (_, standing) => {
  test('is reached by moves that the table allows, one after the other, and then there is none left', () => {
    let facts = NO_FACTS
    for (const { move, input } of movesTo(facts, standing, { submittedAt: now, now }) ?? []) {
      const { by } = moveRow(move)
      const side = by.speaker ? 'speaker' : 'committee'
      const from: readonly string[] = by.speaker ?? by.committee?.from ?? []
      expect(from, move).toContain(stateFor(facts, side))
      facts = factsAfter(move, facts, input)
    }
    expect(standingFor(facts, true)).toEqual(standing)
    expect(movesTo(facts, standing, { submittedAt: now, now })).toEqual([])
  })

  test('goes to Sessionize and comes back', () => {
    const { status, ...told } = toSessionize(standing)
    expect(fromSessionize(status, told)).toEqual(standing)
  })

  test('goes to pretalx and comes back as what pretalx knows', () => {
    const { state, pending_state } = toPretalx(standing)
    const back = fromPretalx(state, pending_state)
    expect(back && toPretalx(back)).toEqual({ state, pending_state })
  })
})

test('what went another way here is no move', () => {
  const rejected = { ...NO_FACTS, submittedAt: now, decision: 'rejected' as const, decidedAt: now }
  expect(movesTo(rejected, accepted, { submittedAt: now, now })).toBeNull()
  expect(movesTo({ ...NO_FACTS, submittedAt: now, withdrawnAt: now }, accepted, { submittedAt: now, now })).toBeNull()
})

test('who may not know of a decision is told of none', () => {
  const decided = { ...NO_FACTS, submittedAt: now, decision: 'accepted' as const, decidedAt: now }
  expect(standingFor(decided, false)).toEqual(SUBMITTED)
})

test('words that are none of theirs are nothing', () => {
  expect(fromSessionize('Perhaps', { isInformed: false, isConfirmed: false })).toBeNull()
  expect([fromPretalx('perhaps', null), fromPretalx('submitted', 'perhaps')]).toEqual([null, null])
})

test('codes have numbers of their own, above those that Sessionize gives', () => {
  const { proposal } = foreignIds('sessionize')
  const codes = ['AAAAAA', 'AAAAAB', '999999', 'ZZZZZZ', 'BAAAAA']
  const numbers = codes.map((code) => Number(proposal(code)))
  expect(new Set(numbers).size).toBe(codes.length)
  expect(numbers.every((number) => number >= 2 ** 30 && number < 2 ** 31)).toBe(true)
  expect(proposal('AAAAAA', '701001')).toBe('701001')
})
