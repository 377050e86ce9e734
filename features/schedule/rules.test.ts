import { describe, expect, test } from 'vitest'
import { aDraftSlot, aReleasedSchedule, aScheduledEvent, aScheduledSession } from '@/tests/scheduled'
import {
  chosenIn,
  type Draft,
  nextSnapshot,
  openingsFor,
  type Placement,
  refusePlacement,
  rivalOf,
  type SessionFacts,
  standingOf,
  wallTimeOf,
  waysOut,
  whatChanged,
} from './rules'
import type { DraftSlot, ReleasedSchedule } from './schema'

const DAY = 86_400_000
const FIRST = new Date('2027-08-01T12:00:00.000Z')
const later = (days: number) => new Date(FIRST.getTime() + days * DAY)

function draftOf(slots: DraftSlot[], number = 1, event = aScheduledEvent()): Draft {
  return { event, release: { number, name: `Release ${number}` }, slots }
}

/** Releases one draft after another, a day apart. */
function released(...drafts: DraftSlot[][]): ReleasedSchedule {
  const last = drafts.reduce<ReleasedSchedule | null>(
    (previous, slots, index) => nextSnapshot(previous, draftOf(slots, index + 1), later(index)),
    null,
  )
  return last ?? aReleasedSchedule({ slots: [] })
}

const stateOf = (schedule: ReleasedSchedule, number: number) => {
  const slot = schedule.slots.find((each) => each.number === number)
  return slot && [slot.status, slot.sequence, slot.lastModified]
}

describe('a release', () => {
  test('starts every slot of the first one at sequence 0', () => {
    const first = released([aDraftSlot(2), aDraftSlot(1)])
    expect(first.slots.map((slot) => slot.number)).toEqual([1, 2])
    expect(stateOf(first, 1)).toEqual(['confirmed', 0, FIRST.toISOString()])
    expect(first.release).toEqual({ number: 1, name: 'Release 1', releasedAt: FIRST.toISOString() })
  })

  test('leaves a slot that says the same as it was', () => {
    expect(stateOf(released([aDraftSlot(1)], [aDraftSlot(1)]), 1)).toEqual(['confirmed', 0, FIRST.toISOString()])
  })

  test('takes no notice of the order in which a database keeps keys, nor of how an instant is spelt', () => {
    const first = released([aDraftSlot(1)])
    const { code, title, ...rest } = aScheduledSession()
    const session = { ...rest, title, code }
    const next = nextSnapshot(
      first,
      draftOf([aDraftSlot(1, { session, startsAt: '2027-10-17T09:00:00.000Z' })], 2),
      later(1),
    )
    expect(stateOf(next, 1)).toEqual(['confirmed', 0, FIRST.toISOString()])
  })

  test.each<[string, Partial<DraftSlot>]>([
    ['moves by a minute', { startsAt: '2027-10-17T09:01:00Z' }],
    ['gets shorter', { minutes: 29 }],
    ['changes its room', { room: 'loft' }],
    ['changes its title', { session: aScheduledSession({ title: 'Retries reconsidered' }) }],
    ['loses its speaker', { session: aScheduledSession({ speakers: [] }) }],
  ])('moves sequence and date on when a slot %s', (_, change) => {
    expect(stateOf(released([aDraftSlot(1)], [aDraftSlot(1, change)]), 1)).toEqual([
      'confirmed',
      1,
      later(1).toISOString(),
    ])
  })

  test.each([
    ['room gets another name', { rooms: [{ slug: 'great-hall', name: 'Hall of Iron', capacity: 400 }] }],
    ['event goes to another place', { place: 'New Gasworks, Berlin' }],
  ])('moves them on when the %s: calendars show it', (_, change) => {
    const next = nextSnapshot(released([aDraftSlot(1)]), draftOf([aDraftSlot(1)], 2, aScheduledEvent(change)), later(1))
    expect(stateOf(next, 1)).toEqual(['confirmed', 1, later(1).toISOString()])
  })

  test('keeps a dropped slot as cancelled, as it was, for 30 days to the millisecond', () => {
    const dropped = nextSnapshot(released([aDraftSlot(1)]), draftOf([], 2), FIRST)
    expect(stateOf(dropped, 1)).toEqual(['cancelled', 1, FIRST.toISOString()])
    expect(dropped.slots[0]?.session).toEqual(aScheduledSession())
    expect(stateOf(nextSnapshot(dropped, draftOf([], 3), later(30)), 1)).toEqual(['cancelled', 1, FIRST.toISOString()])
    expect(nextSnapshot(dropped, draftOf([], 3), new Date(later(30).getTime() + 1)).slots).toEqual([])
  })

  test('revives a cancelled slot with a higher sequence, though it says what it said', () => {
    expect(stateOf(released([aDraftSlot(1)], [], [aDraftSlot(1)]), 1)).toEqual(['confirmed', 2, later(2).toISOString()])
  })

  test('brings a forgotten slot back above every sequence it ever had', () => {
    const gone = nextSnapshot(
      released([aDraftSlot(1)], [aDraftSlot(1, { minutes: 20 })], []),
      draftOf([], 4),
      later(60),
    )
    expect(gone.slots).toEqual([])
    const back = nextSnapshot(gone, draftOf([aDraftSlot(1)], 5), later(61))
    expect(back.slots[0]?.sequence).toBe(4)
  })
})

describe('what changed', () => {
  const first = released([aDraftSlot(1), aDraftSlot(2), aDraftSlot(3), aDraftSlot(4)])
  const drafts = [
    aDraftSlot(1),
    aDraftSlot(2, { room: 'loft' }),
    aDraftSlot(4, { session: aScheduledSession({ title: 'Another title' }) }),
    aDraftSlot(5),
  ]
  const second = nextSnapshot(first, draftOf(drafts, 2), later(1))

  test('tells what was added, moved and dropped, each once', () => {
    const { added, moved, dropped } = whatChanged(first, second)
    expect(added.map((slot) => slot.number)).toEqual([5])
    expect(moved.map(({ from, to }) => [from.number, from.room, to.room])).toEqual([[2, 'great-hall', 'loft']])
    expect(dropped.map((slot) => slot.number)).toEqual([3])
  })

  test('tells of a drop once, and of a return as added', () => {
    const third = nextSnapshot(second, draftOf([...drafts, aDraftSlot(3)], 3), later(2))
    expect(whatChanged(second, third)).toMatchObject({ added: [{ number: 3 }], moved: [], dropped: [] })
    const same = nextSnapshot(second, draftOf(drafts, 3), later(2))
    expect(whatChanged(second, same)).toEqual({ added: [], moved: [], dropped: [] })
  })

  test('counts everything in a first release as added', () => {
    expect(whatChanged(null, first).added).toHaveLength(4)
  })
})

describe('a placement', () => {
  const at = (time: string, says: Partial<Placement> = {}): Placement => ({
    id: null,
    startsAt: new Date(`2027-10-17T${time}:00Z`),
    minutes: 30,
    room: 'great-hall',
    people: ['ada'],
    ...says,
  })
  const rooms = ['great-hall', 'loft']
  const other = at('10:00', { id: 'b' })

  test.each<[string, Placement, string | null]>([
    ['in a room that the event does not have', at('14:00', { room: 'cellar' }), 'unknown-room'],
    ['ending as the other begins', at('09:30'), null],
    ['ending a minute into the other', at('09:30', { minutes: 31 }), 'room-taken'],
    ['beginning as the other ends', at('10:30'), null],
    ['beginning in the other’s last minute', at('10:29'), 'room-taken'],
    ['inside the other', at('10:10', { minutes: 5 }), 'room-taken'],
    ['around the other', at('09:00', { minutes: 180 }), 'room-taken'],
    ['next door with the same speaker', at('10:10', { room: 'loft' }), 'speaker-busy'],
    ['next door with one speaker in common', at('10:10', { room: 'loft', people: ['bo', 'ada'] }), 'speaker-busy'],
    ['next door with another speaker', at('10:10', { room: 'loft', people: ['bo'] }), null],
    ['next door right after', at('10:30', { room: 'loft' }), null],
    ['of nobody, such as a break, next door', at('10:10', { room: 'loft', people: [] }), null],
    ['over its own earlier place', at('10:10', { id: 'b' }), null],
  ])('%s', (_, placement, answer) => {
    expect(refusePlacement({ placement, others: [other], rooms })).toBe(answer)
  })

  test('of two that are both new, each counts against the other', () => {
    expect(refusePlacement({ placement: at('10:00'), others: [at('10:00')], rooms })).toBe('room-taken')
  })

  test('names what stands in the way: the room first, then the speaker', () => {
    const talk = at('10:10', { people: ['ada'], room: 'loft' })
    const elsewhere = at('10:00', { id: 'c', room: 'loft', people: [] })
    expect(rivalOf({ placement: talk, others: [other, elsewhere], rooms })?.id).toBe('c')
    expect(rivalOf({ placement: talk, others: [other], rooms })?.id).toBe('b')
    expect(rivalOf({ placement: at('11:00'), others: [other], rooms })).toBeNull()
    expect(rivalOf({ placement: at('10:00', { room: 'cellar' }), others: [other], rooms })).toBeNull()
  })

  test('is shown the rooms that are free then, and when its own is free again', () => {
    const after = at('10:30', { id: 'c' })
    const facts = { placement: at('10:10', { people: ['bo'] }), others: [other, after], rooms }
    expect(waysOut(facts)).toEqual({ rooms: ['loft'], at: new Date('2027-10-17T11:00:00Z') })
    const busy = { ...facts, placement: at('10:10', { room: 'loft' }) }
    expect(waysOut(busy)).toEqual({ rooms: [], at: new Date('2027-10-17T11:00:00Z') })
  })

  test('fits where nothing stands and its people are free, also right after what ends between two steps', () => {
    const short = at('09:00', { id: 'd', minutes: 40, people: ['bo'] })
    const day = { from: new Date('2027-10-17T09:00:00Z'), until: new Date('2027-10-17T10:30:00Z'), step: 30 }
    const openings = openingsFor({ id: null, people: ['ada'], minutes: 20, others: [short, other], rooms }, day)
    expect(openings.map(({ room, startsAt }) => `${room} ${startsAt.toISOString().slice(11, 16)}`)).toEqual([
      'great-hall 09:40',
      'loft 09:00',
      'loft 09:30',
    ])
  })

  test.each([
    ['2027-10-17', '04:00', '2027-10-17T04:00'],
    ['2027-10-17', '03:59', '2027-10-18T03:59'],
    ['2027-12-31', '00:30', '2028-01-01T00:30'],
    ['', '00:30', 'T00:30'],
  ])('on the day %s at %s begins at %s', (day, time, start) => {
    expect(wallTimeOf(day, time)).toBe(start)
  })
})

describe('a session', () => {
  const confirmed: SessionFacts = {
    decision: 'accepted',
    announced: 'accepted',
    answer: 'confirmed',
    withdrawnAt: null,
    cancelledAt: null,
  }

  test.each<[string, Partial<SessionFacts>, string]>([
    ['confirmed', {}, 'confirmed'],
    ['not answered yet', { answer: null }, 'expected'],
    ['not announced yet', { announced: null, answer: null }, 'expected'],
    ['accepted from the waiting list, told the former', { announced: 'waitlisted' }, 'expected'],
    ['declined', { answer: 'declined' }, 'out'],
    ['withdrawn', { withdrawnAt: FIRST }, 'out'],
    ['cancelled', { cancelledAt: FIRST }, 'out'],
    ['waitlisted', { decision: 'waitlisted' }, 'out'],
    ['undecided', { decision: null }, 'out'],
  ])('%s', (_, facts, standing) => {
    expect(standingOf({ ...confirmed, ...facts })).toBe(standing)
  })
})

test.each([
  [{}, { day: null, track: null }],
  [{ utm_source: 'x' }, { day: null, track: null }],
  [
    { day: '2027-10-17', track: 'data-plane' },
    { day: '2027-10-17', track: 'data-plane' },
  ],
  [{ day: '2027-10-19' }, null],
  [{ track: 'nothing' }, null],
  [{ day: ['2027-10-17', '2027-10-17'] }, null],
])('an address with %o chooses %o', (query, chosen) => {
  expect(chosenIn(query, { days: ['2027-10-17'], tracks: ['data-plane'] })).toEqual(chosen)
})
