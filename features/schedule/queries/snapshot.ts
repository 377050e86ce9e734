import { z } from 'zod'
import { env } from '@/lib/env'
import { dayOf } from '@/lib/time'
import { standingOf } from '../rules'
import type { DraftSlot, ScheduledEvent, ScheduledSession } from '../schema'
import type { DraftRow } from './draft-row'

/** The part of a draft that may be published: breaks, and sessions that their speakers have confirmed. */
export function snapshotOf(row: DraftRow): { event: ScheduledEvent; slots: DraftSlot[] } {
  const kept = new Map(
    row.speakerSnapshots.map(({ personId, profile }) => [personId, KeptProfile.safeParse(profile).data]),
  )
  const slots = row.slots.flatMap(({ number, startsAt, minutes, room, title, proposal }): DraftSlot[] => {
    if (proposal && standingOf(proposal) !== 'confirmed') return []
    const session = proposal ? toSession(proposal, kept) : toBreak(title ?? '')
    return [{ number, startsAt: startsAt.toISOString(), minutes, room: room.slug, session }]
  })
  return { event: toEvent(row), slots }
}

/** A conference that has stated no days of its own lasts as long as its programme. */
function toEvent({ slug, name, acronym, timeZone, place, startsOn, endsOn, tracks, rooms, slots }: DraftRow) {
  const [begins, ends] = [plain(startsOn), plain(endsOn)]
  const days = [begins, ends, ...slots.map((slot) => dayOf(slot.startsAt, timeZone))]
    .filter((day) => day !== null)
    .sort()
  return {
    slug,
    name,
    acronym,
    timeZone,
    place,
    startsOn: begins ?? days.at(0) ?? UNUSED,
    endsOn: ends ?? days.at(-1) ?? UNUSED,
    url: env().appUrl,
    tracks: tracks.map((track) => ({ ...track, color: colorOf(track.color) })),
    rooms,
  }
}

/** Nothing without a slot is ever released. */
const UNUSED = '1970-01-01'

function plain(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10)
}

function colorOf(color: string | null): string | null {
  return color && /^#[0-9a-f]{6}$/i.test(color) ? color : null
}

/** What of a speaker's profile was kept for the event: its programme goes by that, not by later changes. */
const KeptProfile = z.object({ name: z.string(), bio: z.string(), affiliation: z.string() })
type Kept = Map<string, z.infer<typeof KeptProfile> | undefined>

function toSession(proposal: NonNullable<DraftRow['slots'][number]['proposal']>, kept: Kept): ScheduledSession {
  const { code, title, abstract, language, format, track, level, speakers } = proposal
  return {
    code,
    title,
    abstract,
    language,
    format: format && { slug: format.slug, name: format.name },
    track: track?.slug ?? null,
    level: level?.name ?? null,
    speakers: speakers.map(({ person: { id, number, slug, ...today } }) => {
      const then = kept.get(id)
      const said = then ? { name: then.name, bio: then.bio || null, affiliation: then.affiliation || null } : today
      return { personId: id, number, slug, ...said }
    }),
  }
}

function toBreak(title: string): ScheduledSession {
  return { code: null, title, abstract: '', format: null, track: null, level: null, language: 'en', speakers: [] }
}
