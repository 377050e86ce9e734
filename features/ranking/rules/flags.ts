import type { Calibration } from '@/engines/calibration'
import { FEW_REVIEWS } from '@/features/reviews/rules'
import type { Flag, Opinion } from '../schema'

/** A place hangs on a reviewer where it moves by more than this part of the list, and by at least so many places. */
const PART = 0.05
const PLACES = 3
/** A committee is split where it differs more than 19 of 20 would by noise alone, and by so many points. */
const NORMAL_95 = 1.6448536269514722
const POINTS = 1.5

/**
 * Which places to look at twice: those with few reviews; those that the plain mean would move far if one reviewer, whose
 * severity is beyond doubt, had scored as others do; and those over which the reviewers differ more than noise explains.
 */
export function flagsOf(opinions: readonly Opinion[], calibration: Calibration): Map<string, Flag[]> {
  const bias = new Map(calibration.reviewers.map((reviewer) => [String(reviewer.id), reviewer]))
  const own = byProposal(opinions)
  const means = Float64Array.from(calibration.proposals, ({ raw }) => raw).sort()
  const least = Math.max(PLACES, PART * means.length)
  const flags = new Map<string, Flag[]>()
  for (const { id, raw, reviews } of calibration.proposals) {
    const scores = own.get(String(id)) ?? []
    const found = new Set<Flag>(reviews < FEW_REVIEWS ? ['few-reviews'] : [])
    for (const { reviewerId } of scores) {
      const reviewer = bias.get(reviewerId)
      if (!reviewer || (reviewer.low <= 0 && reviewer.high >= 0)) continue
      const without = raw - reviewer.bias / scores.length
      if (Math.abs(placeIn(means, without) - placeIn(means, raw)) <= least) continue
      found.add(reviewer.bias < 0 ? 'strict-reviewer' : 'lenient-reviewer')
    }
    if (
      isSplit(
        scores.map(({ reviewerId, score }) => score - (bias.get(reviewerId)?.bias ?? 0)),
        calibration.sdNoise,
      )
    )
      found.add('split-committee')
    flags.set(String(id), [...found])
  }
  return flags
}

function byProposal(opinions: readonly Opinion[]): Map<string, Opinion[]> {
  const own = new Map<string, Opinion[]>()
  for (const opinion of opinions) {
    const list = own.get(opinion.code)
    if (list) list.push(opinion)
    else own.set(opinion.code, [opinion])
  }
  return own
}

/** Scores of one proposal, severity taken out, whose variance is beyond the 95 % point of its distribution. */
export function isSplit(scores: readonly number[], sdNoise: number): boolean {
  if (scores.length < 2 || Math.max(...scores) - Math.min(...scores) < POINTS) return false
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0)
  return squares > sdNoise ** 2 * chiSquare95(scores.length - 1)
}

/** The 95 % point of χ² (Wilson and Hilferty, PNAS 17, 1931): right to one part in a hundred. */
function chiSquare95(degrees: number): number {
  const part = 2 / (9 * degrees)
  return degrees * (1 - part + NORMAL_95 * Math.sqrt(part)) ** 3
}

/** How many of the sorted means are below. */
function placeIn(means: Float64Array, value: number): number {
  let [low, high] = [0, means.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((means[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
