import type { AuthorizedEvent } from '@/features/access/queries'
import { db } from '@/lib/db'
import { runThread } from '@/lib/threads'
import { getReviewsVersion, readOpinions } from '../queries/opinions'
import { findCalibration } from '../queries/stored'
import { calibrationOf } from '../rules/calibrate'
import type { Calibration } from '../schema'

/** Opinions up to this many letters (some thousand of them) are worked out where they are, in milliseconds. */
const SMALL = 200_000
/** And so many scores are waited for. */
const WAITED_FOR = 2_500
const LONGEST_MS = 120_000

/**
 * The calibrated scores of an event as its reviews now are: kept in the database under the version of the reviews, and
 * worked out anew only where that has changed, by one request for all that ask meanwhile; in a thread where they are many.
 */
export async function calibrateReviews(event: AuthorizedEvent): Promise<Calibration> {
  const [version, stored] = await Promise.all([getReviewsVersion(event), findCalibration(event)])
  if (stored?.version === version) return stored.calibration
  const key = `${event.id} ${version}`
  const running = works.get(key) ?? workOut(event, version).finally(() => works.delete(key))
  works.set(key, running)
  return running
}
const works = new Map<string, Promise<Calibration>>()

/** The newest figures at once, where working them out would take a while; that goes on behind, for whoever comes next. */
export async function newestCalibration(event: AuthorizedEvent): Promise<Calibration> {
  const stored = await findCalibration(event)
  if (!stored || stored.calibration.given.length <= WAITED_FOR) return calibrateReviews(event)
  const looking = looks.get(event.id) ?? calibrateReviews(event).finally(() => looks.delete(event.id))
  looks.set(event.id, looking)
  looking.catch((error) => console.error(`ranking: ${error instanceof Error ? error.message : error}`))
  return stored.calibration
}
const looks = new Map<string, Promise<Calibration>>()

async function workOut(event: AuthorizedEvent, version: string): Promise<Calibration> {
  const opinions = await readOpinions(event)
  const result =
    opinions.length <= SMALL
      ? JSON.stringify(calibrationOf(opinions))
      : await runThread<string, never, string>('features/ranking/jobs/thread.ts', opinions, {
          signal: AbortSignal.timeout(LONGEST_MS),
        })
  await db.$executeRaw`
    insert into calibration (event_id, version, result, made_at)
    values (${event.id}::uuid, ${version}, ${result}::jsonb, clock_timestamp())
    on conflict (event_id) do update
      set version = excluded.version, result = excluded.result, made_at = excluded.made_at`
  const made = await findCalibration(event)
  if (!made) throw new Error('Scores that were just stored cannot be read.')
  return made.calibration
}
