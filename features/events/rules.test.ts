import { describe, expect, test } from 'vitest'
import { callState, closingDay, daysLeft, type EventFacts, eventPhase, nextChange } from './rules'

const at = (text: string) => new Date(text)
const call = { opensAt: at('2027-03-01T09:00:00Z'), closesAt: at('2027-03-28T22:00:00Z') }

describe('a call', () => {
  test.each([
    ['a millisecond before it opens', '2027-03-01T08:59:59.999Z', 'not-open-yet'],
    ['in its first moment', '2027-03-01T09:00:00Z', 'open'],
    ['a millisecond before it closes', '2027-03-28T21:59:59.999Z', 'open'],
    ['in its closing moment', '2027-03-28T22:00:00Z', 'closed'],
  ])('%s', (_, now, state) => {
    expect(callState(call, at(now))).toBe(state)
  })

  test('without a stated opening is open, without an end stays open', () => {
    expect(callState({ opensAt: null, closesAt: call.closesAt }, at('1999-01-01T00:00:00Z'))).toBe('open')
    expect(callState({ opensAt: call.opensAt, closesAt: null }, at('2099-01-01T00:00:00Z'))).toBe('open')
    expect(callState(null, at('2027-03-02T00:00:00Z'))).toBe('no-call')
  })

  test.each([
    ['the first moment of the next day there', '2018-08-25T12:00:00Z', '2018-08-24'],
    ['the last second of the day there', '2018-08-25T11:59:59Z', '2018-08-24'],
  ])('by day, kept as %s, closes on that day', (_, closesAt, day) => {
    expect(closingDay(at(closesAt))).toBe(day)
  })

  test.each([
    ['2027-03-19T22:00:00Z', 9],
    ['2027-03-19T22:00:00.001Z', 9],
    ['2027-03-19T21:59:59.999Z', 10],
    ['2027-03-28T21:59:59.999Z', 1],
    ['2027-03-28T22:00:00Z', 0],
    ['2027-04-28T22:00:00Z', 0],
  ])('at %s has %i days left', (now, days) => {
    expect(daysLeft(call.closesAt, at(now))).toBe(days)
  })
})

const facts = (says: Partial<EventFacts> = {}): EventFacts => ({
  call,
  startsOn: '2027-10-30',
  endsOn: '2027-10-31',
  timeZone: 'Europe/Berlin',
  isReleased: false,
  ...says,
})

describe('an event', () => {
  test.each<[string, string, Partial<EventFacts>, string]>([
    ['before its call', '2027-02-01T00:00:00Z', {}, 'announced'],
    ['during its call', '2027-03-10T00:00:00Z', {}, 'call-open'],
    ['after its call', '2027-03-28T22:00:00Z', {}, 'in-review'],
    ['after a release', '2027-06-01T00:00:00Z', { isReleased: true }, 'programme-out'],
    [
      'with a release and a call that never ends',
      '2027-06-01T00:00:00Z',
      { isReleased: true, call: { opensAt: null, closesAt: null } },
      'programme-out',
    ],
    ['a minute before four on its first day, summer time', '2027-10-30T01:59:00Z', {}, 'in-review'],
    ['at four on its first day, summer time', '2027-10-30T02:00:00Z', {}, 'running'],
    ['a minute before four after its last night, winter time', '2027-11-01T02:59:00Z', {}, 'running'],
    ['at four after its last night, winter time', '2027-11-01T03:00:00Z', {}, 'over'],
    ['of one day', '2027-10-31T03:00:00Z', { endsOn: null }, 'over'],
    ['without days', '2099-01-01T00:00:00Z', { startsOn: null, endsOn: null }, 'in-review'],
    ['without days or a call', '2099-01-01T00:00:00Z', { startsOn: null, endsOn: null, call: null }, 'announced'],
  ])('%s', (_, now, says, phase) => {
    expect(eventPhase(facts(says), at(now))).toBe(phase)
  })

  test.each([
    ['2027-02-01T00:00:00Z', '2027-03-01T09:00:00Z'],
    ['2027-03-19T22:00:00Z', '2027-03-20T22:00:00Z'],
    ['2027-03-28T10:00:00Z', '2027-03-28T22:00:00Z'],
    ['2027-03-28T22:00:00Z', '2027-10-30T02:00:00Z'],
    ['2027-10-30T02:00:00Z', '2027-11-01T03:00:00Z'],
  ])('at %s says the same until %s', (now, until) => {
    expect(nextChange(facts(), at(now))).toEqual(at(until))
  })

  test('that is over says the same for good', () => {
    expect(nextChange(facts(), at('2027-11-01T03:00:00Z'))).toBeNull()
  })
})
