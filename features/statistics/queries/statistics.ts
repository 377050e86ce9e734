import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import type { StoredCalibration } from '@/features/ranking/schema'
import { byChoice, byCountry, firstTime, overTime, scoreBins, severity } from '../rules/tables'
import type { Statistic, StatisticName } from '../schema'
import { countBy, countByDay, countFirstTimers, countSpeakersByCountry, listReviewerNames } from './counts'

type Made = Record<StatisticName, () => Promise<Statistic>>

/**
 * What there is to know of an event's call and reviews, each worked out when it is asked for. What the actor has a
 * conflict with is in none of it; `calibrate` leaves it out too.
 */
export function statisticsOf(event: AuthorizedEvent, actor: Actor, calibrate: () => Promise<StoredCalibration>): Made {
  const choice = (what: 'track' | 'format' | 'level') => async () => byChoice(what, await countBy(event, actor, what))
  return {
    'over-time': async () => overTime(await countByDay(event, actor)),
    'by-track': choice('track'),
    'by-format': choice('format'),
    'by-level': choice('level'),
    'by-country': async () => byCountry(await countSpeakersByCountry(event, actor)),
    'first-time': async () => firstTime(await countFirstTimers(event, actor)),
    'review-scores': async () => {
      const { given } = await calibrate()
      return scoreBins('review-scores', given)
    },
    'calibrated-scores': async () => {
      const { proposals } = await calibrate()
      return scoreBins(
        'calibrated-scores',
        proposals.map(({ calibrated }) => calibrated),
      )
    },
    severity: async () => {
      const calibration = await calibrate()
      const names = await listReviewerNames(calibration.reviewers.map(({ id }) => id))
      return severity(calibration, new Map(names.map(({ id, name }) => [id, name])))
    },
  }
}
