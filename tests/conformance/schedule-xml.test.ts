import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { z } from 'zod'
import { scheduleXml } from '@/features/schedule/formats/schedule-xml'
import { oneLine } from '@/lib/text'
import { aReleasedSchedule, aReleasedSlot, aScheduledEvent, aScheduledSession, aScheduledSpeaker } from '../scheduled'
import { confirmedNumbers, schedules } from './schedules'
import { officialSchema } from './shared'

const schema = officialSchema('schedule.xml.xsd')

async function complaints(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'schedule.xml', contents: xml }], schema: [schema ?? ''] })
  return errors.map((error) => error.message)
}

const Person = z.object({ '@id': z.string(), '@guid': z.string(), '#text': z.string() })
const Event = z.object({
  '@id': z.string(),
  '@guid': z.string(),
  '@code': z.string().optional(),
  room: z.string(),
  title: z.string(),
  date: z.string(),
  start: z.string(),
  duration: z.string(),
  slug: z.string(),
  url: z.string(),
  persons: z.object({ person: z.array(Person) }).optional(),
})
const Room = z.object({ '@name': z.string(), event: z.array(Event) })
const Day = z.object({
  '@date': z.string(),
  '@start': z.string(),
  '@end': z.string(),
  room: z.array(Room).default([]),
})
const File = z.object({ schedule: z.object({ day: z.array(Day) }) })

const LISTS = ['schedule.day', 'schedule.day.room', 'schedule.day.room.event', 'schedule.day.room.event.persons.person']

/** The file as another program reads it. */
function daysIn(xml: string): z.infer<typeof Day>[] {
  expect(XMLValidator.validate(xml)).toBe(true)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    processEntities: { enabled: true, maxTotalExpansions: 1_000_000 },
    isArray: (_, path) => LISTS.includes(String(path)),
  })
  return File.parse(parser.parse(xml)).schedule.day
}

function eventsIn(xml: string): z.infer<typeof Event>[] {
  return daysIn(xml).flatMap((day) => day.room.flatMap((room) => room.event))
}

describe.skipIf(schema === null)('schedule.xml against the official schema', () => {
  test('a schedule is valid', async () => {
    expect(await complaints(scheduleXml(aReleasedSchedule()))).toEqual([])
  })

  test('so is one without slots, rooms, tracks, place or colour', async () => {
    const event = aScheduledEvent({ rooms: [], tracks: [], place: null, geo: null, color: null })
    expect(await complaints(scheduleXml(aReleasedSchedule({ event, slots: [] })))).toEqual([])
  })

  test('so is every other, and it has every confirmed slot once', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        const xml = scheduleXml(schedule)
        expect(await complaints(xml)).toEqual([])
        expect(
          eventsIn(xml)
            .map((event) => Number(event['@id']))
            .sort((a, b) => a - b),
        ).toEqual(confirmedNumbers(schedule))
      }),
      { numRuns: 40 },
    )
  })
})

describe('schedule.xml', () => {
  test('of any texts is well-formed and drops nothing', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const events = eventsIn(scheduleXml(schedule))
        expect(events.map((event) => Number(event['@id'])).sort((a, b) => a - b)).toEqual(confirmedNumbers(schedule))
        for (const slot of schedule.slots.filter((each) => each.status === 'confirmed')) {
          const event = events.find((each) => each['@id'] === String(slot.number))
          expect(event?.title).toBe(oneLine(slot.session.title))
          expect(event?.persons?.person.length ?? 0).toBe(slot.session.speakers.length)
        }
      }),
    )
  })

  test('gives a talk that is held twice two ids, guids and slugs, and its code to the first in time', () => {
    const slots = [aReleasedSlot(1, { startsAt: '2027-10-18T09:00:00Z' }), aReleasedSlot(2)]
    const [first, again] = eventsIn(scheduleXml(aReleasedSchedule({ slots })))
    expect([first?.['@id'], first?.['@code'], again?.['@id'], again?.['@code']]).toEqual([
      '2',
      'ABC234',
      '1',
      undefined,
    ])
    expect(first?.['@guid']).not.toBe(again?.['@guid'])
    expect(first?.slug).not.toBe(again?.slug)
  })

  test('keeps ids and guids of a slot that moves, changes its title and gets new neighbours', () => {
    const session = aScheduledSession({ title: 'New title' })
    const moved = aReleasedSlot(7, { startsAt: '2027-10-18T09:00:00Z', room: 'loft', session })
    const [before] = eventsIn(scheduleXml(aReleasedSchedule({ slots: [aReleasedSlot(7)] })))
    const after = eventsIn(scheduleXml(aReleasedSchedule({ slots: [aReleasedSlot(1), moved] }))).at(-1)
    expect([after?.['@id'], after?.['@guid']]).toEqual([before?.['@id'], before?.['@guid']])
  })

  test('knows two people of one name by number and guid', () => {
    const speakers = [aScheduledSpeaker(1, { name: 'Kim Lee' }), aScheduledSpeaker(2, { name: 'Kim Lee' })]
    const slots = [aReleasedSlot(1, { session: aScheduledSession({ speakers }) })]
    const [event] = eventsIn(scheduleXml(aReleasedSchedule({ slots })))
    expect(event?.persons?.person.map((person) => person['@id'])).toEqual(['1', '2'])
    expect(event?.persons?.person.map((person) => person['@guid'])).toEqual(speakers.map((speaker) => speaker.personId))
  })

  test.each([
    ['云原生入门', 'meshcon2027-1-session'],
    ['🎉', 'meshcon2027-1-session'],
    ['K8s', 'meshcon2027-1-k8s-session'],
    ['2027', 'meshcon2027-1-session'],
    ['Où va-t-on?', 'meshcon2027-1-ou-va-t-on'],
  ])('gives %s the slug %s', (title, slug) => {
    const slots = [aReleasedSlot(1, { session: aScheduledSession({ title }) })]
    expect(eventsIn(scheduleXml(aReleasedSchedule({ slots })))[0]?.slug).toBe(slug)
  })

  test('counts half past midnight to the evening before, in the night that clocks are set back too', () => {
    const event = aScheduledEvent({ startsOn: '2027-10-30', endsOn: '2027-10-31' })
    const at = (number: number, startsAt: string) => aReleasedSlot(number, { startsAt })
    const slots = [at(1, '2027-10-30T22:30:00Z'), at(2, '2027-10-31T02:59:00Z'), at(3, '2027-10-31T03:00:00Z')]
    const days = daysIn(scheduleXml(aReleasedSchedule({ event, slots })))
    expect(days.map((day) => [day['@date'], day['@start'], day['@end']])).toEqual([
      ['2027-10-30', '2027-10-30T04:00:00+02:00', '2027-10-31T03:59:00+01:00'],
      ['2027-10-31', '2027-10-31T04:00:00+01:00', '2027-11-01T03:59:00+01:00'],
    ])
    expect(days.map((day) => day.room.flatMap((room) => room.event.map((each) => [each['@id'], each.start])))).toEqual([
      [
        ['1', '00:30'],
        ['2', '03:59'],
      ],
      [['3', '04:00']],
    ])
  })

  test('has no day for a date that the zone left out', () => {
    const event = aScheduledEvent({ timeZone: 'Pacific/Apia', startsOn: '2011-12-29', endsOn: '2011-12-31' })
    const slots = [aReleasedSlot(1, { startsAt: '2011-12-30T10:30:00Z' })]
    const days = daysIn(scheduleXml(aReleasedSchedule({ event, slots })))
    expect(days.map((day) => [day['@date'], day.room.length])).toEqual([
      ['2011-12-29', 1],
      ['2011-12-31', 0],
    ])
  })

  test('gives talks outside the event’s dates a day of their own', () => {
    const slots = [
      aReleasedSlot(1, { startsAt: '2027-10-15T09:00:00Z' }),
      aReleasedSlot(2, { startsAt: '2027-10-20T09:00:00Z' }),
    ]
    const days = daysIn(scheduleXml(aReleasedSchedule({ slots })))
    expect(days.map((day) => [day['@date'], day.room.length])).toEqual([
      ['2027-10-15', 1],
      ['2027-10-17', 0],
      ['2027-10-18', 0],
      ['2027-10-20', 1],
    ])
  })

  test('leaves cancelled slots out, and optional elements that have nothing to say', () => {
    const slots = [
      aReleasedSlot(1, { status: 'cancelled' }),
      aReleasedSlot(2, { session: aScheduledSession({ code: null, speakers: [] }) }),
    ]
    const xml = scheduleXml(aReleasedSchedule({ slots }))
    expect(eventsIn(xml).map((event) => [event['@id'], event.url])).toEqual([
      ['2', 'https://lectern.example.org/events/meshcon-2027/schedule#slot-2'],
    ])
    expect(xml).not.toMatch(/<(feedback_url|origin_url|logo|persons|recording|video_download_url)\b/)
  })

  test('says the same of the same release', () => {
    expect(scheduleXml(aReleasedSchedule())).toBe(scheduleXml(aReleasedSchedule()))
  })
})
