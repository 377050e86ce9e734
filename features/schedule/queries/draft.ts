import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import { conflictingIn } from '@/features/proposals/queries/conflicts'
import { listUnavailable } from '@/features/proposals/queries/needs'
import { db } from '@/lib/db'
import { type Changes, nextSnapshot, type Placement, type Standing, standingOf, whatChanged } from '../rules'
import { type Away, type Warned, warnPlacement } from '../rules/warnings'
import type { Room, Track } from '../schema'
import { type DraftRow, readDraft, SESSION, type SessionRow } from './draft-row'
import { latestRelease } from './released'
import { asTold, seenOf } from './seen'
import { snapshotOf } from './snapshot'

export interface DraftSession {
  code: string
  title: string
  minutes: number | null
  format: string | null
  track: string | null
  speakers: { id: string; name: string }[]
  standing: Standing
}

export interface PlacedSlot extends Placement {
  id: string
  number: number
  title: string
  /** Null for a break. */
  session: DraftSession | null
}

/** With what its editor should know of where it stands. */
export interface ShownSlot extends PlacedSlot {
  warnings: Warned[]
}

export interface DraftView {
  version: number
  timeZone: string
  startsOn: string | null
  endsOn: string | null
  rooms: Room[]
  tracks: Track[]
  slots: ShownSlot[]
  /** When speakers cannot be on stage, by person; of nobody for an editor who may not know. */
  unavailable: Map<string, Away[]>
  /** Accepted and not placed yet, the confirmed ones first. */
  unplaced: DraftSession[]
  /** What a release would change now, and what it would leave out for want of a confirmation. */
  pending: Changes
  leftOut: PlacedSlot[]
  lastRelease: { number: number; name: string; releasedAt: string } | null
}

/**
 * The draft as this editor sees it: of theirs, or of what they have a conflict with, no more than its speakers were
 * told, placed or not.
 */
export async function getDraft(event: AuthorizedEvent, editor: Actor, now: Date): Promise<DraftView> {
  const { id } = event
  const [whole, waiting, last, unavailable, conflicts] = await Promise.all([
    readDraft(db, id),
    db.proposal.findMany({
      where: {
        ...{ eventId: id, withdrawnAt: null, cancelledAt: null, slots: { none: {} } },
        OR: [{ decision: 'accepted' }, { announced: 'accepted' }],
      },
      select: SESSION,
      orderBy: [{ title: 'asc' }],
    }),
    latestRelease(db, id),
    can(editor, 'list', 'availability', { eventId: id }) ? listUnavailable(event) : new Map<string, Away[]>(),
    conflictingIn(editor, event),
  ])
  const conflicting = new Set(conflicts)
  const { seen: row } = seenOf(whole, conflicting)
  const facts = { event: daysOf(row), unavailable }
  const slots = placedSlots(row).map((slot) => ({ ...slot, warnings: warnPlacement(slot, facts) }))
  const { slots: kept, event: released } = snapshotOf(row)
  const release = { number: (last?.release.number ?? 0) + 1, name: '' }
  return {
    version: row.draftVersion,
    ...facts.event,
    rooms: row.rooms,
    tracks: row.tracks,
    slots,
    unavailable,
    unplaced: waiting
      .map((proposal) => toSession(asTold(proposal, conflicting)))
      .filter(({ standing }) => standing !== 'out')
      .sort((a, b) => Number(a.standing !== 'confirmed') - Number(b.standing !== 'confirmed')),
    pending: whatChanged(last, nextSnapshot(last, { event: released, release, slots: kept }, now)),
    leftOut: slots.filter(({ session }) => session && session.standing !== 'confirmed'),
    lastRelease: last?.release ?? null,
  }
}

/** The days that an event has stated. */
export function daysOf({ startsOn, endsOn, timeZone }: Pick<DraftRow, 'startsOn' | 'endsOn' | 'timeZone'>) {
  const plain = (day: Date | null) => day?.toISOString().slice(0, 10) ?? null
  return { startsOn: plain(startsOn), endsOn: plain(endsOn), timeZone }
}

/** The slots of a draft as rules take them. */
export function placedSlots(row: DraftRow): PlacedSlot[] {
  return row.slots.map(({ id, number, title, startsAt, minutes, room, proposal }) => {
    const session = proposal && toSession(proposal)
    const people = session?.speakers.map((speaker) => speaker.id) ?? []
    return { id, number, title: session?.title ?? title ?? '', startsAt, minutes, room: room.slug, people, session }
  })
}

function toSession(proposal: SessionRow): DraftSession {
  return {
    code: proposal.code,
    title: proposal.title,
    minutes: proposal.format?.minutes ?? null,
    format: proposal.format?.name ?? null,
    track: proposal.track?.slug ?? null,
    speakers: proposal.speakers.map(({ person }) => ({ id: person.id, name: person.name })),
    standing: standingOf(proposal),
  }
}
