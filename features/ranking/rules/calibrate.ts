import { calibrate } from '@/engines/calibration'
import { Opinions, type StoredCalibration } from '../schema'
import { flagsOf } from './flags'

const NOTHING: StoredCalibration = {
  ...{ mean: 3, sdQuality: 0, sdBias: 0, sdNoise: 0 },
  ...{ proposals: [], reviewers: [], given: [] },
}

/** Of opinions as `readOpinions` gives them, what is stored. Takes seconds where there are a hundred thousand. */
export function calibrationOf(text: string): StoredCalibration {
  const opinions = Opinions.parse(JSON.parse(text)).map(([code, reviewerId, score]) => ({ code, reviewerId, score }))
  if (opinions.length === 0) return NOTHING
  const ratings = opinions.map(({ code, reviewerId, score }) => ({ proposal: code, reviewer: reviewerId, score }))
  const result = calibrate({ ratings })
  const flags = flagsOf(opinions, result)
  const own = new Map<string, number>()
  const scores = new Map<string, number[]>()
  for (const { code, reviewerId, score } of opinions) {
    own.set(reviewerId, (own.get(reviewerId) ?? 0) + 1)
    const list = scores.get(code)
    if (list) list.push(score)
    else scores.set(code, [score])
  }
  const { mean, sdQuality, sdBias, sdNoise } = result
  return {
    ...{ mean, sdQuality, sdBias, sdNoise },
    proposals: result.proposals.map(({ id, raw, calibrated, low, high, reviews }) => ({
      code: String(id),
      ...{ raw, calibrated, low, high, reviews, spread: spreadOf(scores.get(String(id)) ?? []) },
      flags: flags.get(String(id)) ?? [],
    })),
    reviewers: result.reviewers.map(({ id, bias, low, high }) => ({
      id: String(id),
      ...{ bias, low, high },
      reviews: own.get(String(id)) ?? 0,
    })),
    given: opinions.map(({ score }) => Number(score.toFixed(2))),
  }
}

/** Standard deviation, null of fewer than two. */
function spreadOf(scores: number[]): number | null {
  if (scores.length < 2) return null
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1))
}
