import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarEntries, scheduleCalendar } from '@/features/schedule/formats/icalendar'
import { icalendar } from '@/lib/icalendar'
import { oneLine, plainText } from '@/lib/text'
import { aReleasedSchedule, aReleasedSlot, aScheduledEvent, aScheduledSession } from '../scheduled'
import { schedules } from './schedules'

/** The file as another program reads it, which knows no zones but those that the file defines. */
function eventsIn(ics: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(ics))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    for (const { zone } of [event.startDate, event.endDate]) expect(zone).not.toBe(ICAL.Timezone.localTimezone)
    return event
  })
}

function firstEvent(ics: string): ICAL.Event {
  const [event] = eventsIn(ics)
  if (event === undefined) throw new Error('The calendar is empty')
  return event
}

const lines = (ics: string) => ics.split('\r\n')

describe('schedule.ics of any schedule', () => {
  test('has every slot at its instant, cancelled ones too, whatever clocks do and people type', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const events = eventsIn(scheduleCalendar(schedule))
        expect(events).toHaveLength(schedule.slots.length)
        for (const slot of schedule.slots) {
          const event = events.find(({ uid }) => uid === `slot-${slot.number}@lectern.example.org`)
          const start = Math.floor(Date.parse(slot.startsAt) / 1000)
          expect(event?.startDate.toUnixTime()).toBe(start)
          expect(event?.endDate.toUnixTime()).toBe(start + slot.minutes * 60)
          expect(event?.summary).toBe(oneLine(slot.session.title))
          expect(event?.description).toContain(plainText(slot.session.abstract).trim())
          expect(event?.location).not.toBe('')
          expect(event?.component.getFirstPropertyValue('status')).toBe(slot.status.toUpperCase())
        }
      }),
    )
  })

  test('is in lines of at most 75 octets, cut between characters', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const ics = scheduleCalendar(schedule)
        expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
        for (const line of lines(ics)) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/\p{Cs}|[^\P{Cc}\t]/u)
        }
      }),
    )
  })
})

describe('schedule.ics', () => {
  test('says of a slot all that a calendar shows', () => {
    const { component } = firstEvent(scheduleCalendar(aReleasedSchedule()))
    expect(component.toString().split('\r\n')).toEqual(
      expect.arrayContaining([
        'UID:slot-1@lectern.example.org',
        'SEQUENCE:0',
        'DTSTAMP:20270801T120000Z',
        'LAST-MODIFIED:20270801T120000Z',
        'STATUS:CONFIRMED',
        'DTSTART;TZID=Europe/Berlin:20271017T110000',
        'DTEND;TZID=Europe/Berlin:20271017T113000',
        'SUMMARY:Retries considered',
        'LOCATION:Great Hall\\, Old Gasworks\\, Berlin',
        'GEO:52.535;13.4194',
        'CATEGORIES:Data plane',
      ]),
    )
    expect(component.getFirstPropertyValue('url')).toBe(
      'https://lectern.example.org/events/meshcon-2027/sessions/ABC234',
    )
  })

  test('tells an app its name, its page and how often to come back', () => {
    expect(lines(scheduleCalendar(aReleasedSchedule()))).toEqual(
      expect.arrayContaining([
        'X-WR-CALNAME:MeshCon 2027',
        'NAME:MeshCon 2027',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'URL;VALUE=URI:https://lectern.example.org/events/meshcon-2027/schedule',
      ]),
    )
  })

  test('keeps a cancelled slot, with the sequence and date of its cancelling', () => {
    const slot = aReleasedSlot(1, { status: 'cancelled', sequence: 4, lastModified: '2027-09-01T08:30:00.500Z' })
    const { component } = firstEvent(scheduleCalendar(aReleasedSchedule({ slots: [slot] })))
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(component.getFirstPropertyValue('sequence')).toBe(4)
    expect(String(component.getFirstPropertyValue('last-modified'))).toBe('2027-09-01T08:30:00Z')
  })

  test('tells the two half past twos apart in the night that clocks are set back', () => {
    const event = aScheduledEvent({ startsOn: '2027-10-30', endsOn: '2027-10-31' })
    const at = (startsAt: string) =>
      lines(scheduleCalendar(aReleasedSchedule({ event, slots: [aReleasedSlot(1, { startsAt })] }))).filter((line) =>
        /^DT(START|END)(;TZID=|.*Z$)/.test(line),
      )
    expect(at('2027-10-31T00:30:00Z')).toEqual(['DTSTART:20271031T003000Z', 'DTEND:20271031T010000Z'])
    expect(at('2027-10-31T01:30:00Z')).toEqual(['DTSTART:20271031T013000Z', 'DTEND;TZID=Europe/Berlin:20271031T030000'])
  })

  test('leaves GEO out where the place is not known, and names the room alone', () => {
    const ics = scheduleCalendar(aReleasedSchedule({ event: aScheduledEvent({ geo: null, place: null }) }))
    expect(ics).not.toContain('GEO')
    expect(firstEvent(ics).location).toBe('Great Hall')
  })

  test('always has a location, though the event has forgotten the room: one app drops what has none', () => {
    const event = aScheduledEvent({ rooms: [], place: null })
    expect(firstEvent(scheduleCalendar(aReleasedSchedule({ event }))).location).toBe('great-hall')
  })

  test('of a session with texts full of marks gives them back', () => {
    const title = 'Semi; colons, back\\slashes \\n and 🚀🚀🚀'
    const abstract = `${'长'.repeat(90)}\n\n- one, two; three\n${'👩‍🚀'.repeat(40)}`
    const slots = [aReleasedSlot(1, { session: aScheduledSession({ title, abstract, speakers: [] }) })]
    const event = firstEvent(scheduleCalendar(aReleasedSchedule({ slots })))
    expect(event.summary).toBe(title)
    expect(event.description).toBe(`${abstract}\n\nhttps://lectern.example.org/events/meshcon-2027/sessions/ABC234`)
  })
})

test('one calendar holds entries of several zones, each zone defined once', () => {
  const berlin = calendarEntries(aReleasedSchedule({ slots: [aReleasedSlot(1), aReleasedSlot(2)] }))
  const apia = calendarEntries(
    aReleasedSchedule({ event: aScheduledEvent({ timeZone: 'Pacific/Apia' }), slots: [aReleasedSlot(3)] }),
  )
  const ics = icalendar({ name: 'Mine', url: 'https://a.example', source: 'https://a.example/c.ics' }, [
    ...berlin,
    ...apia,
  ])
  expect(lines(ics).filter((line) => line.startsWith('TZID:'))).toEqual(['TZID:Europe/Berlin', 'TZID:Pacific/Apia'])
  expect(eventsIn(ics).map((event) => event.startDate.toUnixTime())).toEqual(
    Array(3).fill(Date.parse('2027-10-17T09:00:00Z') / 1000),
  )
})

test('a calendar without entries is one still', () => {
  expect(eventsIn(scheduleCalendar(aReleasedSchedule({ slots: [] })))).toEqual([])
})
