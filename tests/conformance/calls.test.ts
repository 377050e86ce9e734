import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { callCalendar, openCalls } from '@/features/events/formats/calls'
import type { CallView, EventSummary } from '@/features/events/schema'

const event: EventSummary = {
  slug: 'harbour-day',
  name: 'Harbour Day, “R&D”',
  summary: '',
  startsOn: '2027-03-01',
  endsOn: '2027-03-01',
  timeZone: 'Europe/Berlin',
  place: null,
  phase: 'call-open',
  isReleased: false,
  parent: null,
  call: null,
  calls: [],
}
const call: CallView = {
  kind: 'talks',
  name: 'Talks',
  version: 3,
  state: 'open',
  opensAt: new Date('2027-01-01T10:00:00Z'),
  closesAt: new Date('2027-01-16T11:59:00Z'),
  closesByDay: false,
  timeZone: 'Etc/GMT+12',
  byInvitation: false,
  deadlines: [{ slug: 'workshop', name: 'Workshop', closesAt: new Date('2027-01-10T11:59:00Z') }],
  takes: { formats: ['workshop'], tracks: [], languages: [] },
  limitPerPerson: null,
  guidance: 'Tell us; all of it.',
}
const endless: CallView = {
  ...call,
  kind: 'evenings',
  name: 'Evenings',
  closesAt: null,
  deadlines: [],
  timeZone: 'UTC',
}
const calls = [call, endless].map((each) => ({ event, call: each }))

test('the calendar has the last hour of each call and of each format that closes by itself, in its own zone', () => {
  const text = callCalendar(calls, 'https://example.org')
  const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
  expect(entries.map(({ uid, endDate }) => [uid, endDate.toJSDate().toISOString()])).toEqual([
    ['call-harbour-day-talks@example.org', '2027-01-16T11:59:00.000Z'],
    ['call-harbour-day-talks-workshop@example.org', '2027-01-10T11:59:00.000Z'],
  ])
  expect(entries[0]?.startDate.toString()).toBe('2027-01-15T22:59:00')
  expect(entries[0]?.sequence).toBe(3)
})

test('as data each call says its moments with the offset in which they were stated', () => {
  const [first, second] = openCalls(calls, 'https://example.org')
  expect(first).toMatchObject({
    kind: 'talks',
    closesAt: '2027-01-15T23:59:00-12:00',
    timeZone: 'Etc/GMT+12',
    formats: [{ slug: 'workshop', closesAt: '2027-01-09T23:59:00-12:00' }],
    submit: 'https://example.org/events/harbour-day/submit',
  })
  expect(second).toMatchObject({
    closesAt: null,
    submit: 'https://example.org/events/harbour-day/submit?call=evenings',
  })
})
