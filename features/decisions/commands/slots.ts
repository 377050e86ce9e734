import type { AuthorizedEvent } from '@/features/access/queries'
import type { Caller } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { holdWord, transaction } from '@/lib/db'
import type { SlotsInput } from '../schema'

/** What is held while they are changed. */
export const slotsWord = (event: { id: string }) => `slots ${event.id}`

/**
 * Says how many sessions of each format and track the programme has room for; null: nobody says. One transaction, with
 * its audit; false and nothing done where a format or a track is not of this event.
 */
export function setSlots(actor: Caller, event: AuthorizedEvent, slots: SlotsInput): Promise<boolean> {
  return transaction(async (tx) => {
    await holdWord(tx, slotsWord(event))
    const [formats, tracks] = ['format-', 'track-'].map((kind) =>
      Object.keys(slots).flatMap((name) => (name.startsWith(kind) ? [name.slice(kind.length)] : [])),
    )
    const of = (ids: string[] = []) => ({ where: { eventId: event.id, id: { in: ids } } })
    const known = (await tx.format.count(of(formats))) + (await tx.track.count(of(tracks)))
    if (known < Object.keys(slots).length) return false
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
    return true
  })
}
