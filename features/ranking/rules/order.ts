import type { Flag, StoredCalibration } from '../schema'

type Score = StoredCalibration['proposals'][number]

/** What has scores, the best first. */
export interface Order {
  byMean: Score[]
  byScore: Score[]
}

/** By the plain mean, of equals those with more reviews, and by the calibrated score, of equals as by the mean. */
export function orderOf(proposals: readonly Score[]): Order {
  const byMean = [...proposals].sort((a, b) => b.raw - a.raw || b.reviews - a.reviews || (a.code < b.code ? -1 : 1))
  const meanPlace = new Map(byMean.map(({ code }, place) => [code, place]))
  const placeOf = ({ code }: Score) => meanPlace.get(code) ?? 0
  const byScore = [...byMean].sort((a, b) => b.calibrated - a.calibrated || placeOf(a) - placeOf(b))
  return { byMean, byScore }
}

const FEW: Flag[] = ['few-reviews']
/** Of what nobody has reviewed; such proposals stand behind all others, by their codes. */
export const UNSCORED = { raw: null, spread: null, calibrated: null, low: null, high: null, reviews: 0, flags: FEW }
