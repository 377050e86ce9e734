import { expect, test } from 'vitest'
import type { CriterionFacts, RoundFacts } from '../schema'
import {
  canEditComment,
  criteriaIn,
  doOverlap,
  FIRST_ROUND,
  phaseOf,
  refuseComment,
  refuseReading,
  refuseScale,
  roundAt,
  seesPeers,
} from './rounds'

const at = (day: number, time = '00:00:00.000') => new Date(`2027-03-${String(day).padStart(2, '0')}T${time}Z`)
const round = (
  name: string,
  opens: number | null,
  closes: number | null,
  more: Partial<RoundFacts> = {},
): RoundFacts => ({
  ...FIRST_ROUND,
  ...more,
  name,
  opensAt: opens === null ? null : at(opens),
  closesAt: closes === null ? null : at(closes),
})

test.each([
  ['a moment before it opens', at(4, '23:59:59.999'), 'before'],
  ['the opening moment', at(5), 'open'],
  ['a moment before it closes', at(8, '23:59:59.999'), 'open'],
  ['the closing moment', at(9), 'over'],
] as const)('%s', (_, now, phase) => {
  expect(phaseOf(round('One', 5, 9), now)).toBe(phase)
})

test.each([
  ['before all of them the first to come', 1, 'One'],
  ['the open one', 6, 'One'],
  ['between two the one that was', 10, 'One'],
  ['the second once it opens', 12, 'Two'],
  ['after all of them the last', 30, 'Two'],
])('%s holds', (_, day, name) => {
  expect(roundAt([round('Two', 12, 20), round('One', 5, 9)], at(day)).name).toBe(name)
})

test('an event without a round is reviewed without names, at any time', () => {
  expect(roundAt([], at(1))).toBe(FIRST_ROUND)
  expect(FIRST_ROUND).toMatchObject({ isBlind: true, peers: 'never', opensAt: null, closesAt: null })
})

test.each([
  ['never', 6, true, false],
  ['never', 20, true, false],
  ['own', 6, false, false],
  ['own', 6, true, true],
  ['always', 6, false, true],
  ['after', 6, true, false],
  ['after', 9, false, true],
] as const)('reviews of others seen %s: on day %i, own handed in %s: %s', (peers, day, hasOwn, expected) => {
  expect(seesPeers(round('One', 5, 9, { peers }), { now: at(day), hasOwn })).toBe(expected)
})

test('each score has one key', () => {
  expect(refuseScale({ min: 1, max: 10 })).toBeNull()
  expect(refuseScale({ min: 0, max: 9 })).toBeNull()
  expect(refuseScale({ min: 0, max: 10 })).toBe('too-long')
  expect(refuseScale({ min: -1, max: 3 })).toBe('too-long')
  expect(refuseScale({ min: 3, max: 3 })).toBe('backwards')
})

test('rounds that meet do not overlap, and one without an end overlaps what comes', () => {
  expect(doOverlap(round('One', 5, 9), round('Two', 9, 12))).toBe(false)
  expect(doOverlap(round('Two', 9, 12), round('One', 5, 9))).toBe(false)
  expect(doOverlap(round('One', 5, 9), round('Two', 8, 12))).toBe(true)
  expect(doOverlap(round('One', 5, null), round('Two', 20, 22))).toBe(true)
  expect(doOverlap(round('One', null, null), round('Two', null, 1))).toBe(true)
})

test('a round asks for the criteria of the whole event and for its own', () => {
  const criterion = (slug: string, roundId: string | null): CriterionFacts => ({
    id: slug,
    roundId,
    slug,
    name: slug,
    help: '',
    min: 1,
    max: 5,
    weight: 1,
    position: 0,
    version: 0,
  })
  const criteria = [criterion('content', null), criterion('delivery', 'second'), criterion('novelty', 'first')]
  expect(criteriaIn(criteria, { id: 'first' }).map(({ slug }) => slug)).toEqual(['content', 'novelty'])
})

test('comments are said while the round is open, by chairs at any time, and by nobody where they are off', () => {
  const open = round('One', 5, 9)
  const reviewer = { hasOwn: false, isChair: false }
  expect(refuseComment(open, { now: at(6), ...reviewer })).toBeNull()
  expect(refuseComment(open, { now: at(4), ...reviewer })).toBe('not-open-yet')
  expect(refuseComment(open, { now: at(9), ...reviewer })).toBe('round-over')
  expect(refuseComment(open, { now: at(9), hasOwn: false, isChair: true })).toBeNull()
  const off = { ...open, hasComments: false }
  expect(refuseComment(off, { now: at(6), hasOwn: true, isChair: true })).toBe('comments-off')
})

test('where reviews are seen after one’s own, so is what is said', () => {
  const open = round('One', 5, 9, { peers: 'own' })
  expect(refuseReading(open, { hasOwn: false, isChair: false })).toBe('own-first')
  expect(refuseReading(open, { hasOwn: true, isChair: false })).toBeNull()
  expect(refuseReading(open, { hasOwn: false, isChair: true })).toBeNull()
})

test('a comment is its author’s to change for fifteen minutes', () => {
  const createdAt = at(6, '10:00:00.000')
  expect(canEditComment({ createdAt }, at(6, '10:14:59.999'))).toBe(true)
  expect(canEditComment({ createdAt }, at(6, '10:15:00.000'))).toBe(false)
})
