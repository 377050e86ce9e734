import type { AuthorizedEvent } from '@/features/access/queries'
import { PROFILE, shownOf } from '@/features/people/queries/profile'
import type { Tx } from '@/lib/db'

/**
 * Keeps what these people's profiles say to all, as they are now, for one event. What somebody keeps from the public is
 * not in it.
 */
export async function takeSnapshots(
  tx: Tx,
  event: { id: AuthorizedEvent['id'] | string },
  personIds: string[],
  now: Date,
) {
  const people = await tx.person.findMany({
    where: { id: { in: personIds } },
    select: { id: true, name: true, ...PROFILE },
  })
  for (const person of people) {
    const { photo: _, ...shown } = shownOf(person)
    const facts = { profile: { name: person.name, ...shown }, takenAt: now }
    const id = { personId: person.id, eventId: event.id }
    await tx.speakerSnapshot.upsert({ where: { personId_eventId: id }, create: { ...id, ...facts }, update: facts })
  }
}
