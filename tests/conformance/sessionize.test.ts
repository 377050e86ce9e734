import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { SESSIONIZE_VIEWS } from '@/features/schedule/formats/sessionize'
import { aReleasedSchedule, aReleasedSlot, aScheduledEvent, aScheduledSession, aScheduledSpeaker } from '../scheduled'
import { confirmedNumbers, schedules } from './schedules'

const { All, Sessions, Speakers, SpeakerWall, GridSmart } = SESSIONIZE_VIEWS

const Wall = z.iso.datetime({ local: true }).refine((time) => !time.endsWith('Z'))
const Id = z.int().positive()
const Named = z.strictObject({ id: Id, name: z.string() })
const Basics = z.strictObject({
  id: z.string().regex(/^\d+$/),
  title: z.string(),
  description: z.string().nullable(),
  startsAt: Wall,
  endsAt: Wall,
  isServiceSession: z.boolean(),
  isPlenumSession: z.boolean(),
  roomId: Id,
  liveUrl: z.null(),
  recordingUrl: z.null(),
  status: z.string(),
  isInformed: z.boolean(),
  isConfirmed: z.boolean(),
  questionAnswers: z.array(z.never()),
})
const Session = Basics.extend({
  room: z.string(),
  speakers: z.array(z.strictObject({ id: z.guid(), name: z.string() })),
  categories: z.array(z.strictObject({ id: Id, name: z.string(), categoryItems: z.array(Named), sort: z.int() })),
})
const WallSpeaker = z.strictObject({
  id: z.guid(),
  firstName: z.string(),
  lastName: z.string(),
  fullName: z.string(),
  tagLine: z.string(),
  profilePicture: z.string().nullable(),
  isTopSpeaker: z.boolean(),
})
const Speaker = WallSpeaker.extend({
  bio: z.string().nullable(),
  links: z.array(z.strictObject({ title: z.string(), url: z.url(), linkType: z.string() })),
  questionAnswers: z.array(z.never()),
})
const VIEWS = {
  All: z.strictObject({
    sessions: z.array(Basics.extend({ speakers: z.array(z.guid()), categoryItems: z.array(Id) })),
    speakers: z.array(Speaker.extend({ sessions: z.array(Id), categoryItems: z.array(Id) })),
    questions: z.array(z.never()),
    categories: z.array(
      z.strictObject({
        id: Id,
        title: z.string(),
        items: z.array(Named.extend({ sort: z.int() })),
        sort: z.int(),
        type: z.literal('session'),
      }),
    ),
    rooms: z.array(Named.extend({ sort: z.int() })),
  }),
  Sessions: z.array(
    z.strictObject({
      groupId: z.null(),
      groupName: z.string(),
      isDefault: z.boolean(),
      sessions: z.array(Session),
    }),
  ),
  Speakers: z.array(Speaker.extend({ sessions: z.array(Named), categories: z.array(z.never()) })),
  SpeakerWall: z.array(WallSpeaker),
  GridSmart: z.array(
    z.strictObject({
      date: Wall,
      isDefault: z.boolean(),
      rooms: z.array(Named.extend({ sessions: z.array(Session), hasOnlyPlenumSessions: z.boolean() })),
      timeSlots: z.array(
        z.strictObject({
          slotStart: z.string().regex(/^\d\d:\d\d:00$/),
          rooms: z.array(Named.extend({ session: Session, index: z.int().nonnegative() })),
        }),
      ),
    }),
  ),
}

const numbers = (sessions: { id: string }[]) => sessions.map(({ id }) => Number(id)).sort((a, b) => a - b)

describe('of any schedule', () => {
  test('each view has its shape and every confirmed slot once', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const confirmed = confirmedNumbers(schedule)
        expect(numbers(VIEWS.All.parse(All(schedule)).sessions)).toEqual(confirmed)
        expect(numbers(VIEWS.Sessions.parse(Sessions(schedule)).flatMap((group) => group.sessions))).toEqual(confirmed)
        const days = VIEWS.GridSmart.parse(GridSmart(schedule))
        expect(numbers(days.flatMap((day) => day.rooms.flatMap((room) => room.sessions)))).toEqual(confirmed)
        const starts = days.flatMap((day) => day.timeSlots.flatMap((slot) => slot.rooms))
        expect(numbers(starts.map((room) => room.session))).toEqual(confirmed)
        VIEWS.Speakers.parse(Speakers(schedule))
        VIEWS.SpeakerWall.parse(SpeakerWall(schedule))
      }),
    )
  })

  test('what All refers to is in All, under numbers of its own', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const { sessions, speakers, categories, rooms } = All(schedule)
        const items = categories.flatMap((category) => category.items.map((item) => item.id))
        expect(new Set(items).size).toBe(items.length)
        expect(new Set(rooms.map((room) => room.id)).size).toBe(rooms.length)
        for (const session of sessions) {
          expect(items).toEqual(expect.arrayContaining(session.categoryItems))
          expect(rooms.map((room) => room.id)).toContain(session.roomId)
          for (const id of session.speakers) {
            const speaker = speakers.find((each) => each.id === id)
            expect(speaker?.sessions).toContain(Number(session.id))
          }
        }
      }),
    )
  })
})

test('times are the wall’s, and a break is a service session', () => {
  const slots = [aReleasedSlot(1), aReleasedSlot(2, { session: aScheduledSession({ code: null, speakers: [] }) })]
  const { sessions } = All(aReleasedSchedule({ slots }))
  expect(
    sessions.map(({ id, startsAt, endsAt, isServiceSession }) => [id, startsAt, endsAt, isServiceSession]),
  ).toEqual([
    ['1', '2027-10-17T11:00:00', '2027-10-17T11:30:00', false],
    ['2', '2027-10-17T11:00:00', '2027-10-17T11:30:00', true],
  ])
})

test('a speaker has each of their slots, by number and name', () => {
  const [speaker] = Speakers(aReleasedSchedule({ slots: [aReleasedSlot(1), aReleasedSlot(4, { room: 'loft' })] }))
  expect(speaker?.sessions).toEqual([
    { id: 1, name: 'Retries considered' },
    { id: 4, name: 'Retries considered' },
  ])
})

test.each([
  ['Ada King Lovelace', 'Ada King', 'Lovelace'],
  ['张伟', '张伟', ''],
])('%s is split into %j and %j', (name, firstName, lastName) => {
  const speakers = [aScheduledSpeaker(1, { name, affiliation: 'Mesh Works' })]
  const slots = [aReleasedSlot(1, { session: aScheduledSession({ speakers }) })]
  expect(SpeakerWall(aReleasedSchedule({ slots }))).toEqual([
    expect.objectContaining({ firstName, lastName, fullName: name, tagLine: 'Mesh Works' }),
  ])
})

test('a grid puts half past midnight last on the evening before', () => {
  const event = aScheduledEvent()
  const slots = [aReleasedSlot(1, { startsAt: '2027-10-17T22:30:00Z' }), aReleasedSlot(2, { room: 'loft' })]
  const [sunday] = GridSmart(aReleasedSchedule({ event, slots }))
  expect(sunday?.date).toBe('2027-10-17T00:00:00')
  expect(
    sunday?.timeSlots.map(({ slotStart, rooms }) => [slotStart, rooms.map((room) => [room.name, room.index])]),
  ).toEqual([
    ['11:00:00', [['Loft, upstairs', 1]]],
    ['00:30:00', [['Great Hall', 0]]],
  ])
})
