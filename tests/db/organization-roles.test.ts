import { expect, test } from 'vitest'
import { syncContent } from '@/features/content/import/sync'
import { getOrganization } from '@/features/organizations/queries'
import { db } from '@/lib/db'
import { anEvent } from '../factories'
import { aReleasedSchedule, aReleasedSlot, aScheduledSession, aScheduledSpeaker } from '../scheduled'

test('one organisation is member, adopter, birthplace, employer and the home of speakers at once', async () => {
  await syncContent()
  const event = await anEvent({ slug: 'meshcon' })
  const speaks = (number: number, code: string, affiliation: string) =>
    aReleasedSlot(number, {
      session: aScheduledSession({ code, title: code, speakers: [aScheduledSpeaker(number, { affiliation })] }),
    })
  const slots = [speaks(1, 'AAA222', 'Pinterest'), speaks(2, 'BBB222', 'Somewhere else')]
  const cancelled = { ...speaks(3, 'CCC222', 'Pinterest'), status: 'cancelled' as const }
  const schedule = JSON.parse(JSON.stringify(aReleasedSchedule({ slots: [...slots, cancelled] })))
  await db.release.create({ data: { eventId: event.id, number: 1, name: 'First', schedule } })

  expect(await getOrganization('pinterest')).toMatchObject({
    adopted: [{ slug: 'kubernetes' }],
    talks: [{ code: 'AAA222', event: 'meshcon', speakers: ['Ada Speaker 1'] }],
  })
  expect(await getOrganization('datadog')).toMatchObject({ member: { tier: 'silver', since: '2017-12-01' } })
  expect(await getOrganization('vmware')).toMatchObject({
    member: null,
    projects: [{ slug: 'harbor' }],
    people: expect.arrayContaining([expect.objectContaining({ slug: 'haining-henry-zhang' })]),
  })
})
