import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { aPerson } from '../factories'
import { aBrowserOf } from './request'
import { anEventWithAll, type IdName, type Ids } from './world'

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

const UUID = /^[0-9a-f]{8}-/

/** Names of the same kinds that nothing has. */
export function neverWas(ids: Ids): Ids {
  const made = Object.entries(ids).map(([key, value]) => [key, noSuch(value)])
  return Object.fromEntries(made) as Record<IdName, string>
}

function noSuch(value: string): string {
  if (UUID.test(value)) return randomUUID()
  if (/^\d+$/.test(value)) return '987654321'
  if (/^[A-Z0-9]{6}$/.test(value)) return 'ZZZZZ9'
  return value.replace(/home/i, (word) => (word === 'HOME' ? 'NONE' : 'none'))
}
