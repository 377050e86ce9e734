import { db } from '@/lib/db'
import { aPerson } from '../factories'
import { aBrowserOf } from './request'
import { anEventWithAll } from './world'

/** Two events in which everything is there; somebody chairs, reviews and speaks in the one, and is nobody in the other. */
export async function twoEvents() {
  const me = await aPerson({ name: 'Host' })
  const stranger = await aPerson({ name: 'Stranger' })
  const [home, away] = [await anEventWithAll('home', me), await anEventWithAll('away', stranger)]
  for (const role of ['chair', 'reviewer', 'scheduler'] as const) {
    await db.roleBinding.create({ data: { role, personId: me.id, eventId: home.eventId } })
    await db.roleBinding.create({ data: { role, personId: stranger.id, eventId: away.eventId } })
  }
  return { me, home, away, cookie: await aBrowserOf(me) }
}
