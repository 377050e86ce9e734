import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { wallClock, zonedToUtc } from './time'
import { vtimezone } from './vtimezone'

const zoneFrom = (name: string, first: number, last: number) =>
  new ICAL.Timezone(new ICAL.Component(ICAL.parse(vtimezone(name, first, last).join('\r\n'))))

test.each([
  ['Europe/Berlin', 2027],
  ['America/New_York', 2027],
  ['Australia/Lord_Howe', 2027],
  ['Africa/Casablanca', 2027],
  ['Europe/Dublin', 2027],
  ['Asia/Kathmandu', 2027],
  ['Etc/GMT+12', 2027],
  ['UTC', 2027],
  ['Pacific/Apia', 2011],
])('a calendar that knows only our %s reads every clear hour of %i as we do', (name, year) => {
  const zone = zoneFrom(name, year, year)
  for (let hour = Date.UTC(year, 0); hour < Date.UTC(year + 1, 0); hour += 3_600_000) {
    const wall = wallClock(new Date(hour), name)
    if (zonedToUtc(wall, name).reading !== 'clear') continue
    const time = ICAL.Time.fromDateTimeString(wall)
    time.zone = zone
    expect([wall, time.toUnixTime()]).toEqual([wall, hour / 1000])
  }
})

test('summer and winter are labelled, and named as people name them', () => {
  const lines = vtimezone('Europe/Berlin', 2027, 2027)
  const summer = lines.indexOf('DTSTART:20270328T020000')
  expect(lines.slice(summer - 1, summer + 5)).toEqual([
    'BEGIN:DAYLIGHT',
    'DTSTART:20270328T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'TZNAME:CEST',
    'END:DAYLIGHT',
  ])
  const winter = lines.indexOf('DTSTART:20271031T030000')
  expect(lines.slice(winter - 1, winter + 4)).toEqual([
    'BEGIN:STANDARD',
    'DTSTART:20271031T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'TZNAME:CET',
  ])
})
