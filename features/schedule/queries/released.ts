import { db, type Tx } from '@/lib/db'
import { touch } from '@/lib/purge'
import { ReleasedSchedule, type ScheduledSpeaker } from '../schema'

/** What the public sees: the latest release of this event, frozen, or null before the first. */
export async function getReleasedSchedule(slug: string): Promise<ReleasedSchedule | null> {
  touch(`schedule:${slug}`)
  const release = await db.release.findFirst({
    where: { event: { slug } },
    orderBy: { number: 'desc' },
    select: { schedule: true },
  })
  return release && asToday(ReleasedSchedule.parse(release.schedule))
}

/**
 * A release is frozen, but its speakers are not: they have their face and address of today, and what they have since
 * kept back from the public is not shown, whatever the release says.
 */
async function asToday(schedule: ReleasedSchedule): Promise<ReleasedSchedule> {
  const ids = schedule.slots.flatMap(({ session }) => session.speakers.map(({ personId }) => personId))
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, slug: true, photo: true, withheld: { select: { field: true } } },
  })
  const today = new Map(people.map((person) => [person.id, person]))
  const shown = (speaker: ScheduledSpeaker): ScheduledSpeaker => {
    const person = today.get(speaker.personId)
    if (!person) return speaker
    const isWithheld = (field: string) => person.withheld.some((row) => row.field === field)
    return {
      ...speaker,
      slug: person.slug,
      photo: person.photo,
      bio: isWithheld('bio') ? null : speaker.bio,
      affiliation: isWithheld('affiliation') ? null : speaker.affiliation,
    }
  }
  const slots = schedule.slots.map((slot) => ({
    ...slot,
    session: { ...slot.session, speakers: slot.session.speakers.map(shown) },
  }))
  return { ...schedule, slots }
}

/** The latest releases of these events, in one query however many they are; without those that have none. */
export async function listReleasedSchedules(slugs: string[]): Promise<ReleasedSchedule[]> {
  touch(...slugs.map((slug) => `schedule:${slug}`))
  if (slugs.length === 0) return []
  // Prisma's own distinct would fetch every release and drop all but one.
  const releases = await db.$queryRaw<{ schedule: unknown }[]>`
    select distinct on (r.event_id) r.schedule from release r join event e on e.id = r.event_id
    where e.slug = any(${slugs}) order by r.event_id, r.number desc`
  return releases.map(({ schedule }) => ReleasedSchedule.parse(schedule))
}

/** The latest release for the one that follows it. */
export async function latestRelease(client: Tx, eventId: string): Promise<ReleasedSchedule | null> {
  const release = await client.release.findFirst({
    where: { eventId },
    orderBy: { number: 'desc' },
    select: { schedule: true },
  })
  return release && ReleasedSchedule.parse(release.schedule)
}

export interface ReleaseName {
  number: number
  name: string
  releasedAt: Date
}

/** Every release of an event, the latest first; null where there is no such event. */
export async function listReleases(slug: string): Promise<ReleaseName[] | null> {
  touch(`schedule:${slug}`)
  const event = await db.event.findUnique({
    where: { slug },
    select: {
      releases: { orderBy: { number: 'desc' }, select: { number: true, name: true, releasedAt: true } },
    },
  })
  return event?.releases ?? null
}
