import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { conflictingIn } from '@/features/proposals/queries/conflicts'
import { db } from '@/lib/db'
import { runThread } from '@/lib/threads'
import { getReviewsVersion, readOpinions } from '../queries/opinions'
import { findCalibration, findOwn, type Kept, keepOwn } from '../queries/stored'
import { calibrationOf } from '../rules/calibrate'
import type { Calibration } from '../schema'

/** Opinions up to this many letters (some thousand of them) are worked out where they are, in milliseconds. */
const SMALL = 200_000
/** And so many scores are waited for. */
const WAITED_FOR = 2_500
const LONGEST_MS = 120_000

/** Scores of an event for all eyes or for some: where they are kept, and what they are made from. */
interface Source {
  event: AuthorizedEvent
  key: string
  find(): Promise<Kept | null>
  read(): Promise<string>
  keep(version: string, result: string): Promise<Calibration>
}

/**
 * The calibrated scores of an event as its reviews now are: kept in the database under the version of the reviews, and
 * worked out anew only where that has changed, by one request for all that ask meanwhile; in a thread where they are many.
 */
export const calibrateReviews = (event: AuthorizedEvent) => calibrated(forAll(event))

/** The newest figures at once, where working them out would take a while; that goes on behind, for whoever comes next. */
export const newestCalibration = (event: AuthorizedEvent) => newest(forAll(event))

/** Both for one actor's eyes: where they have a conflict with something, as if that had no reviews. */
export const calibrateReviewsFor = async (event: AuthorizedEvent, actor: Actor) =>
  calibrated(await forEyes(event, actor))
export const newestCalibrationFor = async (event: AuthorizedEvent, actor: Actor) => newest(await forEyes(event, actor))

const forAll = (event: AuthorizedEvent): Source => ({
  event,
  key: event.id,
  find: () => findCalibration(event),
  read: () => readOpinions(event),
  async keep(version, result) {
    await db.$executeRaw`
      insert into calibration (event_id, version, result, made_at)
      values (${event.id}::uuid, ${version}, ${result}::jsonb, clock_timestamp())
      on conflict (event_id) do update
        set version = excluded.version, result = excluded.result, made_at = excluded.made_at`
    const made = await findCalibration(event)
    if (!made) throw new Error('Scores that were just stored cannot be read.')
    return made.calibration
  },
})

async function forEyes(event: AuthorizedEvent, actor: Actor): Promise<Source> {
  const hidden = await conflictingIn(actor, event)
  if (hidden.length === 0) return forAll(event)
  const key = [event.id, ...hidden.sort()].join(' ')
  return {
    ...{ event, key },
    find: async () => findOwn(key),
    read: () => readOpinions(event, actor),
    keep: async (version, result) => keepOwn(key, version, result),
  }
}

async function calibrated(source: Source): Promise<Calibration> {
  const [version, stored] = await Promise.all([getReviewsVersion(source.event), source.find()])
  if (stored?.version === version) return stored.calibration
  return once(works, `${source.key} ${version}`, () => workOut(source, version))
}

async function newest(source: Source): Promise<Calibration> {
  const stored = await source.find()
  if (!stored || stored.calibration.given.length <= WAITED_FOR) return calibrated(source)
  once(looks, source.key, () => calibrated(source)).catch((error) =>
    console.error(`ranking: ${error instanceof Error ? error.message : error}`),
  )
  return stored.calibration
}

async function workOut({ read, keep }: Source, version: string): Promise<Calibration> {
  const opinions = await read()
  if (opinions.length <= SMALL) return keep(version, JSON.stringify(calibrationOf(opinions)))
  const signal = AbortSignal.timeout(LONGEST_MS)
  return keep(version, await runThread<string, never, string>('features/ranking/jobs/thread.ts', opinions, { signal }))
}

const works = new Map<string, Promise<Calibration>>()
const looks = new Map<string, Promise<Calibration>>()

function once(running: typeof works, key: string, work: () => Promise<Calibration>): Promise<Calibration> {
  const known = running.get(key) ?? work().finally(() => running.delete(key))
  running.set(key, known)
  return known
}
