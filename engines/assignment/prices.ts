import type { Candidates, Demand } from './network'

export interface Prices {
  /** What a review by each reviewer costs, and what each proposal gains by its worst: both in units of affinity. */
  reviewer: Float64Array
  proposal: Float64Array
}

/** Of the prices of a solved network. */
export function pricesOf(price: Float64Array, { proposals, reviewers }: Demand): Prices {
  const sink = price[proposals + reviewers] ?? 0
  return {
    reviewer: price.subarray(proposals, proposals + reviewers).map((own) => sink - own),
    proposal: price.subarray(0, proposals).map((own) => own - sink),
  }
}

/** Prices of all nodes where the reviewers' are about these: a proposal's is what its last wanted candidate gains. */
export function startingPrices(
  { proposals, reviewers, need }: Demand,
  { from, reviewer, affinity }: Candidates,
  guess: Float64Array,
): Float64Array {
  const price = guess.map(Math.round)
  const start = new Float64Array(proposals + reviewers + 1)
  for (let p = 0; p < proposals; p++) {
    const begin = from[p] ?? 0
    const gains = Float64Array.from(
      { length: (from[p + 1] ?? 0) - begin },
      (_, i) => (affinity[begin + i] ?? 0) - (price[reviewer[begin + i] ?? 0] ?? 0),
    ).sort()
    start[p] = gains.at(-(need[p] ?? 0)) ?? 0
  }
  for (let r = 0; r < reviewers; r++) start[proposals + r] = -(price[r] ?? 0)
  return start
}
