import { z } from 'zod'
import { day, InstantText } from '@/lib/instant'
import { Slug } from '@/lib/slug'
import { oneLine } from '@/lib/text'
import { isWallTime } from '@/lib/time'

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
  /** The hash of their face as they show it today; no release keeps one. */
  photo: z.string().nullish(),
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

const WallTime = z.string().refine(isWallTime, 'A date and a time that there are, such as 2027-10-17T11:00')
const title = (missing: string, most: number) =>
  z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(1, missing).max(most, `Keep it under ${most} characters`))

const Minutes = z.coerce
  .number<string | number>('How many minutes?')
  .int()
  .min(1, 'At least one minute')
  .max(1_440, 'At most a day')

/** Where and when, as a form says it: `start` is the clock on the event's wall. */
export const PlaceInput = z.object({ room: Slug, start: WallTime, minutes: Minutes })
export type PlaceInput = z.infer<typeof PlaceInput>

/** What takes place there: a session by its code, or a break by its title. */
export const PlacedThing = z.union([
  z.object({ code: z.string().trim().toUpperCase().min(1) }),
  z.object({ title: title('Give the break a title', 200) }),
])
export type PlacedThing = z.infer<typeof PlacedThing>

const Once = 'Each may be named once'

/** A whole draft, as the API reads and replaces it. A placement without an id is a new slot. */
export const DraftSchedule = z.object({
  rooms: z
    .array(
      z.object({
        slug: Slug.max(80),
        name: title('Give the room a name', 200),
        capacity: z.int().min(0).max(1_000_000).nullable(),
      }),
    )
    .max(200)
    .refine(
      distinct((room: { slug: string }) => room.slug),
      Once,
    ),
  placements: z
    .array(
      z
        .object({
          id: z.guid().nullish(),
          code: z.string().trim().toUpperCase().nullish(),
          title: title('Give the break a title', 200).nullish(),
          room: Slug,
          start: InstantText,
          minutes: z.int().min(1).max(1_440),
        })
        .refine(({ code, title }) => (code == null) !== (title == null), 'Either a code or a title'),
    )
    .max(5_000)
    .refine((placements) => distinct((id: string) => id)(placements.flatMap(({ id }) => id ?? [])), Once),
})
export type DraftSchedule = z.infer<typeof DraftSchedule>

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)

/** What the address of the editor says: which day it shows, what is in hand, and what has just been done. */
export const EditorFocus = z.object({
  day: z.preprocess(first, day('').nullable().catch(null)),
  /** The code of a session to place, or `break`. */
  place: z.preprocess(first, z.string().max(20).nullable().catch(null)),
  /** The number of a slot to move. */
  slot: z.preprocess(first, z.coerce.number().int().positive().nullable().catch(null)),
  room: z.preprocess(first, Slug.nullable().catch(null)),
  time: z.preprocess(
    first,
    z
      .string()
      .regex(/^\d\d:\d\d$/)
      .nullable()
      .catch(null),
  ),
  done: z.preprocess(first, z.enum(['placed', 'moved', 'removed', 'released']).nullable().catch(null)),
})
export type EditorFocus = z.infer<typeof EditorFocus>

export const ReleaseInput = z.object({
  name: title('Give the release a name', 120),
})
export type ReleaseInput = z.infer<typeof ReleaseInput>

function distinct<T>(key: (item: T) => string | number): (items: T[]) => boolean {
  return (items) => new Set(items.map(key)).size === items.length
}
