import { expect, test } from 'vitest'
import { aReleasedSchedule, aReleasedSlot, aScheduledSession } from '@/tests/scheduled'
import { programmeOf } from '../formats/programme'
import { gridOf } from './grid'

const aBreak = aScheduledSession({ code: null, title: 'Lunch', speakers: [] })
const at = (time: string) => `2027-10-17T${time}:00Z`

function firstDay(slots: ReturnType<typeof aReleasedSlot>[]) {
  const [day] = programmeOf(aReleasedSchedule({ slots })).days
  if (!day) throw new Error('No day')
  return gridOf(day)
}

test('a row lasts from one beginning or end to the next, and a session spans as many as it needs', () => {
  const grid = firstDay([
    aReleasedSlot(1, { startsAt: at('09:00'), minutes: 60 }),
    aReleasedSlot(2, { startsAt: at('09:00'), minutes: 25, room: 'loft' }),
    aReleasedSlot(3, { startsAt: at('09:25'), minutes: 35, room: 'loft' }),
  ])
  expect(grid.rows).toEqual([25, 35])
  expect(grid.cells.map(({ row, column }) => [row, column])).toEqual([
    [
      [1, 3],
      [1, 2],
    ],
    [
      [1, 2],
      [2, 3],
    ],
    [
      [2, 3],
      [2, 3],
    ],
  ])
})

test('a break goes through all rooms only while nothing else takes place', () => {
  const talk = aReleasedSlot(1, { startsAt: at('09:00'), room: 'loft' })
  const lunch = { session: aBreak, minutes: 60 }
  const alone = firstDay([talk, aReleasedSlot(2, { ...lunch, startsAt: at('09:30') })])
  const beside = firstDay([talk, aReleasedSlot(2, { ...lunch, startsAt: at('09:29') })])
  expect(alone.cells.at(-1)?.column).toEqual([1, 3])
  expect(beside.cells.at(-1)?.column).toEqual([1, 2])
})
