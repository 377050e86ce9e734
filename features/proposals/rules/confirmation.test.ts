import { expect, test } from 'vitest'
import { answerByFor, inWaitlistOrder, nextOnWaitlist, reminderDue, type Waiting } from './confirmation'

const at = (moment: string) => new Date(`${moment}Z`)

test.each([
  ['fourteen days', 14, null, '2027-03-01T12:00:00', '2027-03-15T22:59:59'],
  ['late in the evening it is tomorrow there', 14, null, '2027-03-01T23:30:00', '2027-03-16T22:59:59'],
  ['over the change of the clocks', 14, null, '2027-03-20T12:00:00', '2027-04-03T21:59:59'],
  ['one date for all', 14, '2027-03-05', '2027-03-01T12:00:00', '2027-03-05T22:59:59'],
  ['that date was yesterday', 14, '2027-02-28', '2027-03-01T12:00:00', '2027-03-15T22:59:59'],
  [
    'that date is today: nobody answers within the hour',
    14,
    '2027-03-01',
    '2027-03-01T12:00:00',
    '2027-03-15T22:59:59',
  ],
])('%s: the last second of a day in the zone of the event', (_, days, until, now, expected) => {
  expect(answerByFor({ days, until }, at(now), 'Europe/Berlin')).toEqual(at(expected))
})

const answerBy = at('2027-03-15T12:00:00')
test.each([
  ['a second before the first', [7, 2], '2027-03-08T11:59:59', null],
  ['the first', [7, 2], '2027-03-08T12:00:00', 7],
  ['a second before the second', [7, 2], '2027-03-13T11:59:59', 7],
  ['the second', [7, 2], '2027-03-13T12:00:00', 2],
  ['told late: once', [7, 2], '2027-03-14T12:00:00', 2],
  ['in whatever order they were written', [2, 7], '2027-03-13T12:00:00', 2],
  ['the last second', [7, 2], '2027-03-15T11:59:59', 2],
  ['too late', [7, 2], '2027-03-15T12:00:00', null],
  ['none wanted', [], '2027-03-14T12:00:00', null],
])('the reminder that is due, %s', (_, days, now, due) => {
  expect(reminderDue(days, answerBy, at(now))).toBe(due)
})

const waiting = (code: string, more: Partial<Waiting> = {}): Waiting => ({
  code,
  track: 'storage',
  format: 'talk',
  rank: null,
  decidedAt: at('2027-02-01T12:00:00'),
  ...more,
})
const codes = (list: Waiting[]) => list.map(({ code }) => code).join(' ')

test('chairs’ places come first, then whoever was decided first, then the code', () => {
  const list = [
    waiting('D'),
    waiting('C'),
    waiting('B', { decidedAt: at('2027-01-31T12:00:00') }),
    waiting('Z', { rank: 1, decidedAt: at('2027-02-09T12:00:00') }),
    waiting('A', { rank: 2, decidedAt: at('2027-01-01T12:00:00') }),
  ]
  expect(codes(inWaitlistOrder(list))).toBe('Z A B C D')
  expect(codes(inWaitlistOrder([...list].reverse()))).toBe('Z A B C D')
  expect(codes(list)).toBe('D C B Z A')
})

const freed = { track: 'storage', format: 'talk' }
const sameBoth = waiting('both', { rank: 9 })
const sameFormat = waiting('format', { rank: 2, track: 'edge' })
const sameTrack = waiting('track', { rank: 1, format: 'lightning' })
const neither = waiting('neither', { rank: 1, track: 'edge', format: 'lightning' })
test.each([
  ['by_hand', [sameBoth], null],
  ['same_track_and_format', [neither, sameTrack, sameFormat, sameBoth], 'both'],
  ['same_track_and_format', [neither, sameTrack, sameFormat], null],
  ['same_format', [neither, sameTrack, sameFormat, sameBoth], 'both'],
  ['same_format', [neither, sameTrack, sameFormat], 'format'],
  ['same_format', [neither, sameTrack], null],
  ['any', [neither, sameTrack, sameFormat, sameBoth], 'both'],
  ['any', [neither, sameTrack, sameFormat], 'format'],
  ['any', [neither], 'neither'],
  ['any', [], null],
] as const)('a freed place by the rule %s', (rule, list, code) => {
  expect(nextOnWaitlist(rule, freed, [...list])?.code ?? null).toBe(code)
})
