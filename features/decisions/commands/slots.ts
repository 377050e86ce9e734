import type { AuthorizedEvent } from '@/features/access/queries'
import type { Caller } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import type { SlotsInput } from '../schema'

/** Says how many sessions of each format and track the programme has room for; null: nobody says. One transaction, with its audit. */
export function setSlots(actor: Caller, event: AuthorizedEvent, slots: SlotsInput): Promise<void> {
  return transaction(async (tx) => {
    for (const kind of ['format', 'track'] as const) {
      const named = Object.entries(slots).filter(([name]) => name.startsWith(`${kind}-`))
      const ids = named.map(([name]) => name.slice(kind.length + 1))
      const numbers = named.map(([, number]) => number)
      if (kind === 'format')
        await tx.$executeRaw`
          update format set slots = given.number from unnest(${ids}::uuid[], ${numbers}::int[]) as given (id, number)
          where format.id = given.id and format.event_id = ${event.id}::uuid`
      else
        await tx.$executeRaw`
          update track set slots = given.number from unnest(${ids}::uuid[], ${numbers}::int[]) as given (id, number)
          where track.id = given.id and track.event_id = ${event.id}::uuid`
    }
    await audit.record(tx, { actor, verb: 'update', resource: 'slots', resourceId: event.slug, eventId: event.id })
  })
}
