import { z } from 'zod'

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const Color = z.string().regex(/^#[0-9a-f]{6}$/i)
const HttpUrl = z.url({ protocol: /^https?$/ })
const Instant = z.iso.datetime()

const TimeZone = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}, 'An IANA time zone, such as Europe/Berlin')

export const Room = z.object({
  slug: Slug,
  name: z.string().min(1),
  capacity: z.int().nonnegative().nullable(),
  guid: z.guid().optional(),
})
export type Room = z.infer<typeof Room>

export const Track = z.object({ slug: Slug, name: z.string().min(1), color: Color.nullable() })
export type Track = z.infer<typeof Track>

/** The conference as its schedule shows it. `url` is the site's own base (`https://example.org`), not the event's page. */
export const ScheduledEvent = z
  .object({
    slug: Slug,
    name: z.string().min(1),
    /** Without a hyphen: with one it passes the XML schema of other people's apps, but not their JSON schema. */
    acronym: z.string().regex(/^[a-z0-9]{4,}$/),
    timeZone: TimeZone,
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    place: z.string().nullable(),
    geo: z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullish(),
    url: HttpUrl,
    color: Color.nullish(),
    tracks: z.array(Track).refine(
      distinct((track: Track) => track.slug),
      'Two tracks share a slug',
    ),
    rooms: z.array(Room).refine(
      distinct((room: Room) => room.slug),
      'Two rooms share a slug',
    ),
  })
  .refine((event) => event.startsOn <= event.endsOn, { path: ['endsOn'], message: 'It ends before it starts' })
export type ScheduledEvent = z.infer<typeof ScheduledEvent>

export const ScheduledSpeaker = z.object({
  personId: z.guid(),
  /** As unique as `personId`: apps that know people by number would otherwise merge two of them. */
  number: z.int().positive(),
  slug: Slug,
  name: z.string().min(1),
  bio: z.string().nullish(),
  affiliation: z.string().nullish(),
})
export type ScheduledSpeaker = z.infer<typeof ScheduledSpeaker>

/** What takes place. Breaks and registration are sessions without a code. */
export const ScheduledSession = z.object({
  code: z
    .string()
    .regex(/^[A-Z2-9]{6}$/)
    .nullable(),
  title: z.string().min(1),
  abstract: z.string(),
  format: z.object({ slug: Slug, name: z.string() }).nullable(),
  track: Slug.nullable(),
  level: z.string().nullable(),
  language: z.string().min(1),
  speakers: z.array(ScheduledSpeaker).refine(
    distinct((speaker: ScheduledSpeaker) => speaker.personId),
    'A speaker is named twice',
  ),
})
export type ScheduledSession = z.infer<typeof ScheduledSession>

/** A slot as the organizers draft it: `number` stays the slot's own through every release. */
export const DraftSlot = z.object({
  number: z.int().positive(),
  startsAt: Instant,
  minutes: z.int().positive().max(1_440),
  room: Slug,
  session: ScheduledSession,
})
export type DraftSlot = z.infer<typeof DraftSlot>

/** A slot as it was released. `sequence` and `lastModified` tell calendars which copy is the newer. */
export const ReleasedSlot = DraftSlot.extend({
  status: z.enum(['confirmed', 'cancelled']),
  sequence: z.int().nonnegative(),
  lastModified: Instant,
})
export type ReleasedSlot = z.infer<typeof ReleasedSlot>

/** Everything that a published programme says, frozen at its release: formats are written from this alone. */
export const ReleasedSchedule = z.object({
  event: ScheduledEvent,
  release: z.object({ number: z.int().positive(), name: z.string(), releasedAt: Instant }),
  slots: z.array(ReleasedSlot).refine(
    distinct((slot: ReleasedSlot) => slot.number),
    'Two slots share a number',
  ),
})
export type ReleasedSchedule = z.infer<typeof ReleasedSchedule>

function distinct<T>(key: (item: T) => string | number): (items: T[]) => boolean {
  return (items) => new Set(items.map(key)).size === items.length
}
