import { expect, test } from 'vitest'
import { warnPlacement } from './warnings'

const event = { startsOn: '2027-10-17', endsOn: '2027-10-18', timeZone: 'Asia/Kolkata' }
const away = { startsAt: new Date('2027-10-17T10:00:00Z'), endsAt: new Date('2027-10-17T12:00:00Z') }
const unavailable = new Map([['ada', [away]]])

test.each([
  ['2027-10-16T22:30:00Z', 30, []],
  ['2027-10-16T22:29:00Z', 30, ['outside-event']],
  ['2027-10-18T22:00:00Z', 30, []],
  ['2027-10-18T22:00:00Z', 31, ['outside-event']],
  ['2027-11-19T09:00:00Z', 30, ['outside-event']],
])('at %s for %i minutes is warned of as %s', (startsAt, minutes, reasons) => {
  const placement = { startsAt: new Date(startsAt), minutes, people: [] }
  expect(warnPlacement(placement, { event, unavailable }).map(({ reason }) => reason)).toEqual(reasons)
})

test.each([
  ['09:30', 30, false],
  ['09:30', 31, true],
  ['10:30', 30, true],
  ['09:00', 600, true],
  ['11:59', 30, true],
  ['12:00', 30, false],
])('who cannot from 10:00 to 12:00 is warned of at %s for %i minutes: %s', (time, minutes, isWarned) => {
  const placement = { startsAt: new Date(`2027-10-17T${time}:00Z`), minutes, people: ['bo', 'ada'] }
  const expected = isWarned ? [{ reason: 'speaker-away', person: 'ada', away }] : []
  expect(warnPlacement(placement, { event, unavailable })).toEqual(expected)
})

test('an event that has stated no days has nothing outside them', () => {
  const placement = { startsAt: new Date('1999-01-01T00:00:00Z'), minutes: 30, people: [] }
  const undated = { startsOn: null, endsOn: null, timeZone: 'UTC' }
  expect(warnPlacement(placement, { event: undated, unavailable })).toEqual([])
})
