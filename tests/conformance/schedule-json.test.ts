import Ajv from 'ajv'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scheduleJson } from '@/features/schedule/formats/schedule-json'
import { aReleasedSchedule, aReleasedSlot, aScheduledEvent } from '../scheduled'
import { confirmedNumbers, schedules } from './schedules'
import { officialSchema } from './shared'

const schema = officialSchema('schedule.json.schema.json')

function validator() {
  // The schema has keywords and formats of its own ($oneOf, color).
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { color: /^#[0-9a-f]{6}$/i } })
  ajv.addMetaSchema(draft06)
  addFormats(ajv)
  const validate = ajv.compile(JSON.parse(schema ?? '{}'))
  return (file: unknown) => {
    validate(JSON.parse(JSON.stringify(file)))
    return validate.errors ?? []
  }
}

function numbersIn({ schedule }: ReturnType<typeof scheduleJson>): number[] {
  const events = schedule.conference.days.flatMap((day) => Object.values(day.rooms).flat())
  return events.map((event) => event.id).sort((a, b) => a - b)
}

describe.skipIf(schema === null)('schedule.json against the official schema', () => {
  const complaints = validator()

  test('a schedule is valid', () => {
    expect(complaints(scheduleJson(aReleasedSchedule()))).toEqual([])
  })

  test.each(['UTC', 'Etc/GMT+12', 'America/Argentina/Buenos_Aires', 'US/Pacific'])('so is one in %s', (timeZone) => {
    expect(complaints(scheduleJson(aReleasedSchedule({ event: aScheduledEvent({ timeZone }) })))).toEqual([])
  })

  test('so is every other, as JSON carries it', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(complaints(scheduleJson(schedule))).toEqual([])
      }),
    )
  })
})

describe('schedule.json', () => {
  test('has every confirmed slot once, rooms of one name or none included', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(numbersIn(JSON.parse(JSON.stringify(scheduleJson(schedule))))).toEqual(confirmedNumbers(schedule))
      }),
    )
  })

  test('keeps two rooms of one name apart', () => {
    const rooms = ['east', 'west'].map((slug) => ({ slug, name: 'Hall', capacity: 1 }))
    const slots = [aReleasedSlot(1, { room: 'east' }), aReleasedSlot(2, { room: 'west' })]
    const { conference } = scheduleJson(aReleasedSchedule({ event: aScheduledEvent({ rooms }), slots })).schedule
    expect(Object.keys(conference.days[0]?.rooms ?? {})).toEqual(['Hall', 'Hall (west)'])
    expect(conference.rooms.map((room) => room.name)).toEqual(['Hall', 'Hall (west)'])
  })

  test('names a person one way only', () => {
    const [person] =
      Object.values(scheduleJson(aReleasedSchedule()).schedule.conference.days[0]?.rooms ?? {}).flat()[0]?.persons ?? []
    expect(person).toMatchObject({ id: 1, name: 'Ada Speaker 1', url: 'https://lectern.example.org/people/speaker-1' })
    expect(person).not.toHaveProperty('public_name')
  })
})
