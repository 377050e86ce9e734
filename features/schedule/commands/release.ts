import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { placedSlots } from '../queries/draft'
import { latestRelease } from '../queries/released'
import { snapshotOf } from '../queries/snapshot'
import { nextSnapshot } from '../rules'
import { ReleasedSchedule, type ReleaseInput } from '../schema'
import { lockDraft } from './draft'

export type ReleaseOutcome =
  | { ok: true; number: number; releasedAt: string; leftOut: { code: string; title: string }[] }
  | { ok: false; reason: 'overtaken' | 'nothing-to-release' }

/**
 * Publishes the draft as the next release: breaks and confirmed sessions, frozen. `version` is the draft that its
 * releaser has seen; without it whatever is there goes out. Locks the event, audits, purges the programme, the event
 * and everybody who speaks or spoke in it.
 */
export function releaseSchedule(
  actor: Actor,
  event: AuthorizedEvent,
  { name, version }: ReleaseInput & { version?: number },
  now: Date,
): Promise<ReleaseOutcome> {
  return transaction(async (tx): Promise<ReleaseOutcome> => {
    const { whole: draft, seen } = await lockDraft(tx, actor, event)
    if (version !== undefined && draft.draftVersion !== version) return { ok: false, reason: 'overtaken' }
    const previous = await latestRelease(tx, event.id)
    const snapshot = snapshotOf(draft)
    if (snapshot.slots.length === 0 && !previous) return { ok: false, reason: 'nothing-to-release' }

    const number = (previous?.release.number ?? 0) + 1
    const schedule = ReleasedSchedule.parse(nextSnapshot(previous, { ...snapshot, release: { number, name } }, now))
    const { id } = await tx.release.create({
      data: { eventId: event.id, number, name, schedule, releasedAt: now },
      select: { id: true },
    })
    const detail = { number, slots: snapshot.slots.length }
    await audit.record(tx, { actor, verb: 'release', resource: 'schedule', resourceId: id, eventId: event.id, detail })
    const people = [previous, schedule].flatMap((release) => (release ? peopleIn(release) : []))
    await purge.tags(tx, [`schedule:${event.slug}`, `event:${event.slug}`, 'events', ...people])
    const leftOut = placedSlots(seen).flatMap(({ session }) =>
      session && session.standing !== 'confirmed' ? [{ code: session.code, title: session.title }] : [],
    )
    return { ok: true, number, releasedAt: now.toISOString(), leftOut }
  })
}

function peopleIn({ slots }: ReleasedSchedule): string[] {
  return slots.flatMap(({ session }) => session.speakers.map(({ slug }) => `person:${slug}`))
}
