import { bestCandidates, withMore } from './candidates'
import { certify, type Prices } from './certificate'
import { type Network, solveFlow } from './flow'
import { type Candidates, type Demand, networkOf } from './network'
import type { Pairs } from './pairs'

export interface Solution {
  given: number[][]
  total: number
  /** No plan that misses as few reviews has a greater total. */
  bound: number
}

/**
 * Solves on the best candidates of each proposal, prices all pairs with the reviewers' prices, adds those that these
 * prices find better, and solves again, until the prices prove that nothing is missing.
 */
export function solve(
  demand: Demand,
  pairs: Pairs,
  onProgress: (round: number, gap: number) => void = () => {},
): Solution {
  const missing = priceOfMissing(demand, pairs)
  let candidates = bestCandidates(pairs, demand.proposals, demand.reviewers, demand.need)
  for (let round = 1; ; round++) {
    const network = networkOf(demand, candidates, missing)
    const price = solveFlow(network)
    const { given, total, value } = read(network, demand, candidates, missing)
    const certificate = certify(demand, pairs, candidates, pricesOf(price, demand), missing)
    onProgress(round, certificate.bound - value)
    if (certificate.bound - value < 1 || certificate.count === 0)
      return { given, total, bound: total + certificate.bound - value }
    candidates = withMore(candidates, certificate.better)
  }
}

/** More than any chain of exchanges could gain: a review is missing only where it has to be. */
function priceOfMissing({ proposals, reviewers }: Demand, pairs: Pairs): number {
  let [low, high] = [0, 0]
  for (let p = 0; p < proposals; p++)
    pairs.each(p, (_, a) => {
      if (a < low) low = a
      if (a > high) high = a
    })
  return (high - low + 1) * (reviewers + 2)
}

function pricesOf(price: Float64Array, { proposals, reviewers }: Demand): Prices {
  const sink = price[proposals + reviewers] ?? 0
  return {
    reviewer: price.subarray(proposals, proposals + reviewers).map((own) => sink - own),
    proposal: price.subarray(0, proposals).map((own) => own - sink),
  }
}

/** A pair's arc is the first of its proposal's, in order: it is used where nothing of it is left. */
function read(network: Network, demand: Demand, { from, reviewer, affinity }: Candidates, missing: number) {
  const { proposals, need, least } = demand
  const load = new Int32Array(demand.reviewers)
  const given: number[][] = []
  let total = 0
  let absent = 0
  for (let p = 0; p < proposals; p++) {
    const list: number[] = []
    const shift = (network.first[p] ?? 0) - (from[p] ?? 0)
    for (let i = from[p] ?? 0; i < (from[p + 1] ?? 0); i++) {
      if (network.left[i + shift] !== 0) continue
      const r = reviewer[i] ?? 0
      list.push(r)
      load[r] = (load[r] ?? 0) + 1
      total += affinity[i] ?? 0
    }
    absent += (need[p] ?? 0) - list.length
    given.push(list)
  }
  const rewarded = load.reduce((sum, n, r) => sum + Math.min(n, least[r] ?? 0), 0)
  return { given, total, value: total + missing * (rewarded - absent) }
}
