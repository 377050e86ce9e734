import type { Variances } from './equations'
import type { Table } from './ratings'

/** Of what scores vary by, the part that a variance begins with at most or at least, where scores do not say better. */
const LEAST = 0.02

/**
 * Variances to begin with, in one pass: the mean squares within proposals (bias + noise), within reviewers (quality +
 * noise) and of all scores (Henderson's first method, Biometrics 9, 1953; a pair that was rated twice counts as two).
 * Among thousands of scores they are right to a part in a hundred.
 */
export function startingVariances(table: Table, spread: number): Variances {
  const { from, reviewer, score, proposals, reviewers } = table
  const [n, p, r] = [score.length, proposals.length, reviewers.length]
  const mean = score.reduce((sum, value) => sum + value, 0) / n
  const [ofReviewer, byReviewer] = [new Float64Array(r), new Float64Array(r)]
  let [all, betweenProposals, squares] = [0, 0, 0]
  for (let q = 0; q < p; q++) {
    const [begin, end] = [from[q] ?? 0, from[q + 1] ?? 0]
    let sum = 0
    for (let i = begin; i < end; i++) {
      const [value, by] = [(score[i] ?? 0) - mean, reviewer[i] ?? 0]
      sum += value
      all += value * value
      byReviewer[by] = (byReviewer[by] ?? 0) + value
      ofReviewer[by] = (ofReviewer[by] ?? 0) + 1
    }
    betweenProposals += sum ** 2 / (end - begin)
    squares += (end - begin) ** 2
  }
  const betweenReviewers = byReviewer.reduce((sum, value, i) => sum + value ** 2 / (ofReviewer[i] ?? 1), 0)
  const biasAndNoise = (all - betweenProposals) / (n - p)
  const qualityAndNoise = (all - betweenReviewers) / (n - r)
  const [ofQuality, ofBias] = [n - squares / n, n - ofReviewer.reduce((sum, count) => sum + count ** 2, 0) / n]
  const noise = (ofQuality * qualityAndNoise + ofBias * biasAndNoise - all) / (ofQuality + ofBias - n + 1)
  const started = { quality: qualityAndNoise - noise, bias: biasAndNoise - noise, noise }
  const isTold = n > p && n > r && Number.isFinite(noise)
  if (!isTold) return { quality: spread / 3, bias: spread / 6, noise: spread / 2 }
  const within = (value: number) => Math.min(spread, Math.max(spread * LEAST, value))
  return { quality: within(started.quality), bias: within(started.bias), noise: within(started.noise) }
}
