import { bestCandidates } from './candidates'
import { solveFlow } from './flow'
import { type Candidates, type Demand, networkOf } from './network'
import type { Pairs } from './pairs'

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

/** So many proposals tell what reviewers are worth; fewer than twice as many are solved as they are. */
const SAMPLED = 4_000

/** What reviewers are worth to some of the proposals, with so much of the loads; null where there are not many. */
export function samplePrices(demand: Demand, pairs: Pairs, missing: number): Float64Array | null {
  const every = Math.floor(demand.proposals / SAMPLED)
  if (every < 2) return null
  const proposals = Math.floor(demand.proposals / every)
  const some: Demand = {
    proposals,
    reviewers: demand.reviewers,
    need: Int32Array.from({ length: proposals }, (_, p) => demand.need[p * every] ?? 0),
    most: demand.most.map((n) => Math.ceil(n / every)),
    least: demand.least.map((n) => Math.floor(n / every)),
  }
  const theirs: Pairs = {
    read: (p, row) => pairs.read(p * every, row),
    of: (p, r) => pairs.of(p * every, r),
  }
  const network = networkOf(some, bestCandidates(theirs, some, null), missing, null)
  return pricesOf(solveFlow(network), some).reviewer
}

/** Prices of all nodes where the reviewers' are about these: a proposal's is what its last wanted candidate gains. */
export function startingPrices(
  { proposals, reviewers, need }: Demand,
  { from, reviewer, affinity }: Candidates,
  price: Float64Array,
): Float64Array {
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
