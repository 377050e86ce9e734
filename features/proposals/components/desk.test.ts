import { expect, test } from 'vitest'
import type { Person, Role } from '@/features/access/schema'
import type { DeskEvent } from '../queries/desk'
import { isBehind } from './desk'

const day = (text: string) => new Date(`${text}Z`)
const none = { submitted: 9, undecided: 0, toAnnounce: 0, unanswered: 0, confirmed: 3, underReviewed: 0 }
const names = { id: 'e', slug: 'harbour', name: 'Harbour', timeZone: 'UTC' }
const call = { opensAt: null, closesAt: null, closesByDay: false }
const event: DeskEvent = { ...names, ...call, ...none, startsOn: null, endsOn: null, assigned: 0, reviewed: 0 }
const person = (role: Role): Person => ({
  ...{ kind: 'person', id: 'p', name: 'P', slug: 'p', email: 'p@example.org', locale: 'en' },
  bindings: [{ role, eventId: 'e' }],
})

test('an event leaves the desk when it is over everywhere and nothing waits, for whoever finds it elsewhere', () => {
  const over = { ...event, endsOn: day('2027-03-01') }
  const chair = person('chair')
  expect(isBehind(over, chair, day('2027-03-03T00:00:00'))).toBe(false)
  expect(isBehind(over, chair, day('2027-03-03T00:00:01'))).toBe(true)
  expect(isBehind(event, chair, day('2027-03-09'))).toBe(false)
  expect(isBehind({ ...over, toAnnounce: 1 }, chair, day('2027-03-09'))).toBe(false)
  expect(isBehind(over, person('reviewer'), day('2027-03-09'))).toBe(false)
})
