import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateExists, datesBetween, dayEnd, dayOf, dayStart, wallClock, withOffset, zonedToUtc } from './time'
import { formatDate, formatMoment, formatPlainDate, formatRange, zoneName } from './time-words'

const BERLIN = 'Europe/Berlin'
const ZONES = [BERLIN, 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu', 'Etc/GMT+12', 'UTC']

describe('an instant on the wall', () => {
  test.each([
    ['2027-10-17T09:00:00Z', BERLIN, '2027-10-17T11:00:00+02:00'],
    ['2027-10-31T00:59:59Z', BERLIN, '2027-10-31T02:59:59+02:00'],
    ['2027-10-31T01:00:00Z', BERLIN, '2027-10-31T02:00:00+01:00'],
    ['2027-03-28T00:59:59Z', BERLIN, '2027-03-28T01:59:59+01:00'],
    ['2027-03-28T01:00:00Z', BERLIN, '2027-03-28T03:00:00+02:00'],
    ['2027-03-14T06:59:59Z', 'America/New_York', '2027-03-14T01:59:59-05:00'],
    ['2027-03-14T07:00:00Z', 'America/New_York', '2027-03-14T03:00:00-04:00'],
    ['2027-04-03T14:59:59Z', 'Australia/Lord_Howe', '2027-04-04T01:59:59+11:00'],
    ['2027-04-03T15:00:00Z', 'Australia/Lord_Howe', '2027-04-04T01:30:00+10:30'],
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29T23:59:59-10:00'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31T00:00:00+14:00'],
    ['2027-10-17T12:00:00Z', 'Etc/GMT+12', '2027-10-17T00:00:00-12:00'],
    ['2027-10-17T12:00:00Z', 'UTC', '2027-10-17T12:00:00+00:00'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(withOffset(new Date(instant), zone)).toBe(expected)
  })

  test('an unknown zone is an error, not an empty offset', () => {
    expect(() => withOffset(new Date(), 'Europe/Nowhere')).toThrow(/Europe\/Nowhere/)
  })
})

describe('a wall clock’s instant', () => {
  test.each([
    ['2027-10-17T11:00', BERLIN, 'clear', '2027-10-17T09:00:00.000Z'],
    ['2027-03-28T01:59', BERLIN, 'clear', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28T02:00', BERLIN, 'nonexistent', '2027-03-28T01:00:00.000Z'],
    ['2027-03-28T02:30', BERLIN, 'nonexistent', '2027-03-28T01:30:00.000Z'],
    ['2027-03-28T03:00', BERLIN, 'clear', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31T01:59', BERLIN, 'clear', '2027-10-30T23:59:00.000Z'],
    ['2027-10-31T02:00', BERLIN, 'ambiguous', '2027-10-31T00:00:00.000Z'],
    ['2027-10-31T02:59', BERLIN, 'ambiguous', '2027-10-31T00:59:00.000Z'],
    ['2027-10-31T03:00', BERLIN, 'clear', '2027-10-31T02:00:00.000Z'],
    ['2027-11-07T01:30', 'America/New_York', 'ambiguous', '2027-11-07T05:30:00.000Z'],
    ['2027-04-04T01:45', 'Australia/Lord_Howe', 'ambiguous', '2027-04-03T14:45:00.000Z'],
    ['2027-10-03T02:15', 'Australia/Lord_Howe', 'nonexistent', '2027-10-02T15:45:00.000Z'],
    ['2011-12-30T12:00', 'Pacific/Apia', 'nonexistent', '2011-12-30T22:00:00.000Z'],
  ])('%s in %s is %s, %s', (wall, zone, reading, at) => {
    expect(zonedToUtc(wall, zone)).toEqual({ reading, at: new Date(at) })
  })

  test.each(['2027-02-30T10:00', '2027-10-17', 'soon', '2027-10-17T25:00'])('%s is refused', (wall) => {
    expect(() => zonedToUtc(wall, BERLIN)).toThrow(RangeError)
  })

  test('every instant comes back from its wall clock, or its first occurrence does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 946_684_800, max: 2_240_611_200 }), fc.constantFrom(...ZONES), (seconds, zone) => {
        const instant = new Date(seconds * 1000)
        const { at, reading } = zonedToUtc(wallClock(instant, zone), zone)
        expect(reading).not.toBe('nonexistent')
        if (reading === 'clear') expect(at).toEqual(instant)
        expect(wallClock(at, zone)).toBe(wallClock(instant, zone))
      }),
    )
  })
})

describe('the day of an event', () => {
  test.each([
    ['2027-10-17T02:00:00Z', BERLIN, '2027-10-17'],
    ['2027-10-17T01:59:59Z', BERLIN, '2027-10-16'],
    ['2027-10-17T22:30:00Z', BERLIN, '2027-10-17'],
    // The night with 25 hours, and the one with 23.
    ['2027-10-31T02:59:59Z', BERLIN, '2027-10-30'],
    ['2027-10-31T03:00:00Z', BERLIN, '2027-10-31'],
    ['2027-03-28T01:59:59Z', BERLIN, '2027-03-27'],
    ['2027-03-28T02:00:00Z', BERLIN, '2027-03-28'],
    // After midnight on the 31st it is still the evening of the 29th: there was no 30th.
    ['2011-12-30T10:30:00Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T14:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('%s in %s belongs to %s', (instant, zone, date) => {
    expect(dayOf(new Date(instant), zone)).toBe(date)
  })

  test('days follow each other without a gap, whatever the clocks do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 946_684_800, max: 2_240_611_200 }), fc.constantFrom(...ZONES), (seconds, zone) => {
        const instant = new Date(seconds * 1000)
        const date = dayOf(instant, zone)
        expect(instant >= dayStart(date, zone)).toBe(true)
        expect(instant.getTime()).toBeLessThan(dayEnd(date, zone).getTime() + 60_000)
      }),
    )
  })

  test('a day ends at 03:59 of the next date', () => {
    expect(withOffset(dayEnd('2027-10-30', BERLIN), BERLIN)).toBe('2027-10-31T03:59:00+01:00')
    expect(withOffset(dayStart('2027-10-30', BERLIN), BERLIN)).toBe('2027-10-30T04:00:00+02:00')
  })

  test('a date that a zone skipped does not exist there', () => {
    expect(dateExists('2011-12-30', 'Pacific/Apia')).toBe(false)
    expect(dateExists('2011-12-31', 'Pacific/Apia')).toBe(true)
  })

  test('dates are counted across months and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(datesBetween('2027-12-31', '2028-01-01')).toEqual(['2027-12-31', '2028-01-01'])
    expect(datesBetween('2028-01-02', '2028-01-01')).toEqual([])
  })
})

// Commas differ between versions of the Unicode data that Node brings.
describe('times in words', () => {
  const start = new Date('2027-10-17T09:00:00Z')
  const end = new Date('2027-10-17T09:45:00Z')

  test('name weekday and zone in both languages', () => {
    expect(formatDate(start, BERLIN, 'en')).toMatch(/^Sunday,? 17 October 2027$/)
    expect(formatDate(start, BERLIN, 'zh')).toBe('2027年10月17日星期日')
    expect(formatMoment(start, BERLIN, 'zh')).toMatch(/11:00 中欧夏令时间$/)
    expect(formatMoment(start, 'America/New_York', 'en')).toMatch(/^Sunday,? 17 October 2027 at 05:00 EDT$/)
    expect(formatRange(start, end, BERLIN, 'en')).toMatch(/^Sunday,? 17 October 2027,? (at )?11:00\s?–\s?11:45 CEST$/)
    expect(formatRange(start, end, BERLIN, 'zh')).toContain('11:00')
  })

  test('name both zones where clocks are set in between', () => {
    const night = formatRange(new Date('2027-10-31T00:30:00Z'), new Date('2027-10-31T01:30:00Z'), BERLIN, 'en')
    expect(night).toMatch(/02:30 CEST – .*02:30 CET$/)
  })

  test('midnight is 00:00, never 24:00', () => {
    expect(formatMoment(new Date('2027-10-16T22:00:00Z'), BERLIN, 'en')).toMatch(/ 00:00 CEST$/)
  })

  test('a date without a time stays itself', () => {
    expect(formatPlainDate('2027-10-17', 'en')).toMatch(/^Sunday,? 17 October 2027$/)
  })

  test.each([
    ['Etc/GMT+12', 'anywhere on Earth (AoE)'],
    ['Australia/Sydney', 'AEDT'],
    ['Asia/Shanghai', 'GMT+8'],
    ['UTC', 'UTC'],
  ])('%s is called %s', (zone, name) => {
    expect(zoneName(start, zone, 'en')).toBe(name)
  })

  test('anywhere on Earth has a Chinese name', () => {
    expect(formatMoment(new Date('2027-10-18T11:59:00Z'), 'Etc/GMT+12', 'zh')).toMatch(
      /2027年10月17日.*23:59 地球上任何地方 \(AoE\)/,
    )
  })
})
