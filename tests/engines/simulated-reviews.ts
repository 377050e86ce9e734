import type { Rating } from '@/engines/calibration'
import { normal, seeded } from './seeded'

export interface Simulated {
  ratings: Rating[]
  /** The true quality of each proposal, by its number. */
  quality: number[]
}

/** Proposals reviewed by some reviewers each, chosen at random; scores are not rounded. */
export function simulateReviews(
  seed: number,
  size: { proposals: number; reviewers: number; each: number },
  sd: { quality: number; bias: number; noise: number },
): Simulated {
  const random = seeded(seed)
  const next = normal(random)
  const quality = Array.from({ length: size.proposals }, () => 3 + sd.quality * next())
  const bias = Array.from({ length: size.reviewers }, () => sd.bias * next())
  const ratings = quality.flatMap((q, proposal) => {
    const some = new Set<number>()
    while (some.size < size.each) some.add(Math.floor(random() * size.reviewers))
    return [...some].map((reviewer) => ({ proposal, reviewer, score: q + (bias[reviewer] ?? 0) + sd.noise * next() }))
  })
  return { ratings, quality }
}
