import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Actor, Person } from '@/features/access/schema'
import { db, type Tx } from '@/lib/db'
import { conflictingIn } from './conflicts'

const TIME = { startsAt: true, endsAt: true } as const

/** What a speaker has told one event; null where they have proposed nothing to it. */
export async function getOwnNeeds(person: Person, eventSlug: string) {
  const event = await db.event.findFirst({
    where: { slug: eventSlug, proposals: { some: { speakers: { some: { personId: person.id } } } } },
    select: { id: true, slug: true, name: true, timeZone: true, startsOn: true, endsOn: true },
  })
  if (!event) return null
  const id = { personId: person.id, eventId: event.id }
  const [times, needs, snapshot] = await Promise.all([
    db.speakerTime.findMany({ where: id, orderBy: { startsAt: 'asc' }, select: TIME }),
    db.speakerNeeds.findUnique({
      where: { personId_eventId: id },
      select: { accessibility: true, travel: true, purgeOn: true },
    }),
    db.speakerSnapshot.findUnique({ where: { personId_eventId: id }, select: { profile: true, takenAt: true } }),
  ])
  return { event, times, needs, snapshot }
}
export type OwnNeeds = NonNullable<Awaited<ReturnType<typeof getOwnNeeds>>>

export interface SpeakerForEvent {
  name: string
  slug: string
  sessions: { code: string; title: string }[]
  times: { startsAt: Date; endsAt: Date }[]
  /** Null where there are none, or they are not for this reader. */
  needs: { accessibility: string; travel: string } | null
}

/**
 * Those who speak in an accepted proposal: when they cannot, for who makes the schedule; what they need, for the chairs
 * alone. A reviewer reads neither.
 */
export async function listSpeakersFor(event: AuthorizedEvent, actor: Actor): Promise<SpeakerForEvent[]> {
  const place = { eventId: event.id }
  if (!can(actor, 'list', 'availability', place)) return []
  const accepted = await acceptedFor(event, actor)
  const seesNeeds = can(actor, 'list', 'needs', place)
  const people = await db.person.findMany({
    where: { speaks: { some: { isAccepted: true, proposal: accepted } } },
    orderBy: { name: 'asc' },
    select: {
      name: true,
      slug: true,
      speaks: {
        where: { isAccepted: true, proposal: accepted },
        select: { proposal: { select: { code: true, title: true } } },
      },
      speakerTimes: { where: { eventId: event.id }, orderBy: { startsAt: 'asc' }, select: TIME },
      speakerNeeds: { where: { eventId: event.id }, select: { accessibility: true, travel: true } },
    },
  })
  return people.map(({ name, slug, speaks, speakerTimes, speakerNeeds }) => ({
    name,
    slug,
    sessions: speaks.map(({ proposal }) => proposal),
    times: speakerTimes,
    needs: seesNeeds ? (speakerNeeds[0] ?? null) : null,
  }))
}

/** Accepted; of what the actor has a conflict with, only where its speakers have been told. */
async function acceptedFor(event: AuthorizedEvent, actor: Actor) {
  const hidden = await conflictingIn(actor, event)
  return {
    eventId: event.id,
    decision: 'accepted' as const,
    withdrawnAt: null,
    cancelledAt: null,
    OR: [{ announced: 'accepted' as const }, { id: { notIn: hidden } }],
  }
}

/** For the timetable: by person, the times at an event at which they cannot be on stage. */
export async function listUnavailable(
  event: AuthorizedEvent,
  tx: Tx = db,
): Promise<Map<string, { startsAt: Date; endsAt: Date }[]>> {
  const rows = await tx.speakerTime.findMany({
    where: { eventId: event.id },
    orderBy: { startsAt: 'asc' },
    select: { personId: true, ...TIME },
  })
  const found = new Map<string, { startsAt: Date; endsAt: Date }[]>()
  for (const { personId, ...time } of rows) found.set(personId, [...(found.get(personId) ?? []), time])
  return found
}
