import { type ReleasedSchedule, ReleasedSchedule as Schedule } from '@/features/schedule/schema'
import type { Tx } from '@/lib/db'
import { dayOf } from '@/lib/time'
import type { Entry } from '../schema'

interface EventRow {
  slug: string
  name: string
  acronym: string
  summary: string
  place: string | null
  startsOn: string | null
  /** The latest release, as it was frozen. */
  schedule: unknown
  /** Codes of what was taken back since. */
  withdrawn: string[]
}

const ALWAYS = new Date(0)

/** Events and the talks of their latest releases; what is not released, or has been taken back since, is not there. */
export async function listEventEntries(tx: Tx, keys: string[]): Promise<Entry[]> {
  const rows = await tx.$queryRaw<EventRow[]>`
    select e.slug, e.name, e.acronym, e.summary, e.place, e.starts_on::text as "startsOn",
      (select r.schedule from release r where r.event_id = e.id order by r.number desc limit 1) as schedule,
      array(select p.code from proposal p where p.event_id = e.id
            and (p.withdrawn_at is not null or p.cancelled_at is not null)) as withdrawn
    from event e where e.slug = any(${keys})`
  return rows.flatMap((row) => [eventEntry(row), ...talkEntries(row)])
}

function eventEntry({ slug, name, acronym, summary, place, startsOn }: EventRow): Entry {
  return {
    source: 'event',
    key: slug,
    kind: 'event',
    locale: null,
    path: `/events/${slug}`,
    title: name,
    aliases: [acronym],
    around: place ? [place] : [],
    summary,
    body: '',
    projects: [],
    tags: [],
    happenedOn: startsOn,
    visibleFrom: ALWAYS,
  }
}

function talkEntries({ slug, name, schedule, withdrawn }: EventRow): Entry[] {
  if (!schedule) return []
  const { event, slots } = Schedule.parse(schedule)
  const taken = new Set(withdrawn)
  const talks = new Map<string, Entry>()
  for (const { session, status, startsAt } of slots) {
    const { code } = session
    if (status !== 'confirmed' || code === null || taken.has(code) || talks.has(code)) continue
    const happenedOn = dayOf(new Date(startsAt), event.timeZone)
    talks.set(code, talkEntry(session, { code, slug, name, track: trackName(event, session.track), happenedOn }))
  }
  return [...talks.values()]
}

interface Where {
  code: string
  slug: string
  name: string
  track: string | null
  happenedOn: string
}

type Session = ReleasedSchedule['slots'][number]['session']

function talkEntry(session: Session, { code, slug, name, track, happenedOn }: Where): Entry {
  const speakers = session.speakers.map((speaker) => speaker.name)
  return {
    source: 'event',
    key: slug,
    kind: 'talk',
    locale: session.language,
    path: `/events/${slug}/sessions/${code}`,
    title: session.title,
    aliases: [],
    around: [...speakers, ...(track ? [track] : [])],
    summary: [speakers.join(', '), name].filter(Boolean).join(' · '),
    body: session.abstract,
    projects: [],
    tags: [],
    happenedOn,
    visibleFrom: ALWAYS,
  }
}

function trackName({ tracks }: ReleasedSchedule['event'], slug: string | null): string | null {
  return tracks.find((track) => track.slug === slug)?.name ?? null
}
