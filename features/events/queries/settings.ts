import type { AuthorizedEvent } from '@/features/access/queries'
import { scopeOf } from '@/features/access/rules'
import type { Person } from '@/features/access/schema'
import { db } from '@/lib/db'

const ORDER = [{ position: 'asc' as const }, { name: 'asc' as const }]
const CHOICE = { slug: true, name: true } as const

/** Everything that an event's chairs set of it. */
export function getEventSettings(event: AuthorizedEvent) {
  return db.event.findUniqueOrThrow({
    where: { id: event.id },
    select: {
      version: true,
      slug: true,
      acronym: true,
      name: true,
      summary: true,
      parent: { select: CHOICE },
      startsOn: true,
      endsOn: true,
      timeZone: true,
      place: true,
      website: true,
      registrationUrl: true,
      languages: true,
      limitPerPerson: true,
      sessionsPerPerson: true,
      formats: { orderBy: ORDER, select: { ...CHOICE, minutes: true } },
      tracks: { orderBy: ORDER, select: { ...CHOICE, color: true } },
      levels: { orderBy: ORDER, select: CHOICE },
      rooms: { orderBy: ORDER, select: { ...CHOICE, capacity: true } },
      tags: { orderBy: ORDER, select: CHOICE },
      parts: { orderBy: { startsOn: 'asc' }, select: CHOICE },
      _count: { select: { questions: true } },
    },
  })
}
export type EventSettings = Awaited<ReturnType<typeof getEventSettings>>

/** The events that this person may change, the latest first. */
export function listManagedEvents(actor: Person) {
  const scope = scopeOf(actor, 'update', 'events')
  return db.event.findMany({
    where: scope.everywhere ? {} : { id: { in: scope.eventIds } },
    orderBy: [{ startsOn: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }],
    select: {
      slug: true,
      name: true,
      startsOn: true,
      endsOn: true,
      parent: { select: CHOICE },
      _count: { select: { calls: true, proposals: { where: { submittedAt: { not: null } } } } },
    },
  })
}

/** The events that can hold another: none that is itself a part. */
export function listPossibleParents(ownSlug: string | null) {
  return db.event.findMany({
    where: { parentId: null, ...(ownSlug ? { slug: { not: ownSlug } } : {}) },
    orderBy: [{ startsOn: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }],
    select: CHOICE,
  })
}
