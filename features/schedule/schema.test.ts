import { expect, test } from 'vitest'
import {
  aReleasedSchedule,
  aReleasedSlot,
  aScheduledEvent,
  aScheduledSession,
  aScheduledSpeaker,
} from '@/tests/scheduled'
import { ReleasedSchedule } from './schema'

test('a snapshot comes back from JSON as it was', () => {
  const schedule = aReleasedSchedule()
  expect(ReleasedSchedule.parse(JSON.parse(JSON.stringify(schedule)))).toEqual(schedule)
})

test.each<[string, Partial<ReleasedSchedule>, string]>([
  ['an acronym with a hyphen', { event: aScheduledEvent({ acronym: 'mesh-2027' }) }, 'event.acronym'],
  ['a zone that does not exist', { event: aScheduledEvent({ timeZone: 'Europe/Nowhere' }) }, 'event.timeZone'],
  ['an end before the start', { event: aScheduledEvent({ endsOn: '2027-10-16' }) }, 'event.endsOn'],
  ['a relative address', { event: aScheduledEvent({ url: '/events' }) }, 'event.url'],
  ['two slots of one number', { slots: [aReleasedSlot(1), aReleasedSlot(1)] }, 'slots'],
  [
    'a code with an I and a lower-case letter',
    { slots: [aReleasedSlot(1, { session: aScheduledSession({ code: 'abI234' }) })] },
    'slots.0.session.code',
  ],
  [
    'a speaker named twice',
    {
      slots: [
        aReleasedSlot(1, { session: aScheduledSession({ speakers: [aScheduledSpeaker(1), aScheduledSpeaker(1)] }) }),
      ],
    },
    'slots.0.session.speakers',
  ],
])('refuses %s', (_, says, path) => {
  const outcome = ReleasedSchedule.safeParse(aReleasedSchedule(says))
  expect(outcome.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
})
