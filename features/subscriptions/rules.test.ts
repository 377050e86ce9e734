import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueWeek, subscriptionOf, unsubscribeToken } from './rules'

const secret = 'a secret of the tests'

test('a token ends the subscription that it was made for, and no other can be made without the secret', () => {
  const id = randomUUID()
  const token = unsubscribeToken(id, secret)
  expect(token).toMatch(/^[A-Za-z0-9_-]{64}$/)
  expect(subscriptionOf(token, secret)).toBe(id)
  expect(subscriptionOf(token, 'another')).toBeNull()
  for (const at of [0, 20, 30, 63]) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
    expect(subscriptionOf(changed, secret)).toBeNull()
  }
  fc.assert(fc.property(fc.string(), (text) => subscriptionOf(text, secret) === null))
})

test.each([
  ['2027-03-15T05:59:00Z', 'UTC', '2027-03-01'],
  ['2027-03-15T06:00:00Z', 'UTC', '2027-03-08'],
  ['2027-03-21T23:00:00Z', 'UTC', '2027-03-08'],
  ['2027-03-14T22:30:00Z', 'Asia/Shanghai', '2027-03-08'],
  ['2027-03-29T04:00:00Z', 'Europe/Berlin', '2027-03-22'],
])('at %s in %s the week of %s is due', (now, timeZone, week) => {
  expect(dueWeek(new Date(now), timeZone).week).toBe(week)
})

test('weeks follow each other without a gap, through changes of the clock', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'),
      (now, timeZone) => {
        const { startsAt, endsAt } = dueWeek(now, timeZone)
        expect(endsAt.getTime()).toBeLessThanOrEqual(now.getTime())
        expect(
          dueWeek(new Date(now.getTime() - 7 * 86_400_000 - 3_600_000), timeZone).endsAt.getTime(),
        ).toBeLessThanOrEqual(startsAt.getTime())
      },
    ),
  )
})
