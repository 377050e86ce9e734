import { calibrate } from '@/engines/calibration'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { conflictingIn } from '@/features/proposals/queries/conflicts'
import { db } from '@/lib/db'
import { getReviewsVersion, listOpinions } from '../queries/opinions'
import { flagsOf } from '../rules/flags'
import { type Opinion, StoredCalibration } from '../schema'

const NOTHING: StoredCalibration = { mean: 3, sdQuality: 0, sdBias: 0, sdNoise: 0, proposals: [], reviewers: [] }

/**
 * The calibrated scores of an event as its reviews now are: kept in the database under the version of the reviews, and
 * worked out anew only where that has changed.
 */
export async function calibrateReviews(event: AuthorizedEvent): Promise<StoredCalibration> {
  const [version, stored] = await Promise.all([
    getReviewsVersion(event),
    db.calibration.findUnique({ where: { eventId: event.id } }),
  ])
  const kept = stored?.version === version ? StoredCalibration.safeParse(stored.result) : null
  if (kept?.success) return kept.data
  const result = calibrated(await listOpinions(event))
  const row = { version, result, madeAt: new Date() }
  await db.calibration.upsert({ where: { eventId: event.id }, create: { eventId: event.id, ...row }, update: row })
  return result
}

/** The same for one actor's eyes: where they have a conflict with something, as if that had no reviews. */
export async function calibrateReviewsFor(event: AuthorizedEvent, actor: Actor): Promise<StoredCalibration> {
  const hidden = await conflictingIn(actor, event)
  return hidden.length === 0 ? calibrateReviews(event) : calibrated(await listOpinions(event, actor))
}

function calibrated(opinions: Opinion[]): StoredCalibration {
  if (opinions.length === 0) return NOTHING
  const ratings = opinions.map(({ code, reviewerId, score }) => ({ proposal: code, reviewer: reviewerId, score }))
  const result = calibrate({ ratings })
  const flags = flagsOf(opinions, result)
  const given = new Map<string, number>()
  for (const { reviewerId } of opinions) given.set(reviewerId, (given.get(reviewerId) ?? 0) + 1)
  const { mean, sdQuality, sdBias, sdNoise } = result
  return {
    ...{ mean, sdQuality, sdBias, sdNoise },
    proposals: result.proposals.map(({ id, raw, calibrated, low, high }) => ({
      code: String(id),
      ...{ raw, calibrated, low, high },
      flags: flags.get(String(id)) ?? [],
    })),
    reviewers: result.reviewers.map(({ id, bias, low, high }) => ({
      id: String(id),
      ...{ bias, low, high },
      reviews: given.get(String(id)) ?? 0,
    })),
  }
}
