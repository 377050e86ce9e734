import { bestCandidates } from './candidates'
import { certify } from './certificate'
import { solveFlow } from './flow'
import { guessPrices } from './guess'
import { type Candidates, type Demand, networkOf } from './network'
import { NEVER, type Pairs } from './pairs'
import { pricesOf, startingPrices } from './prices'
import type { Network } from './residual'

export interface Solution {
  given: number[][]
  total: number
  /** No plan that misses as few reviews has a greater total. */
  bound: number
  /** What a review by each reviewer is worth, in units of affinity. */
  price: Float64Array
}

/**
 * Solves on the best candidates of each proposal, prices all pairs with the reviewers' prices, adds those that these
 * prices find better, and solves on from there, until the prices prove that nothing is missing.
 */
export function solve(
  demand: Demand,
  pairs: Pairs,
  onProgress: (round: number, gap: number) => void = () => {},
): Solution {
  const range = rangeOf(demand, pairs)
  const guess = guessPrices(demand, pairs, range)
  let candidates = bestCandidates(pairs, demand, guess)
  let known = startingPrices(demand, candidates, guess)
  let before: number[][] | null = null
  let missing = CHEAP * range
  for (let round = 1; ; round++) {
    const network = networkOf(demand, candidates, missing, before)
    known = solveFlow(network, known)
    const { given, total, value, isWhole } = read(network, demand, candidates, missing)
    before = given
    const prices = pricesOf(known, demand)
    const certificate = certify(demand, pairs, candidates, prices, missing)
    onProgress(round, certificate.bound - value)
    candidates = certificate.candidates
    if (certificate.bound - value >= 1 && certificate.count > 0) continue
    if (isWhole || missing >= range * (demand.reviewers + 2))
      return { given, total, bound: total + certificate.bound - value, price: prices.reviewer }
    missing = range * (demand.reviewers + 2)
  }
}

/** A review that is missing costs so many times the range of affinities at first: prices stay near what they are worth. */
const CHEAP = 4

/** From the least affinity to the greatest, and none; `reviewers + 2` times as much is more than any exchanges could gain. */
function rangeOf({ proposals, reviewers }: Demand, pairs: Pairs): number {
  const row = new Float64Array(reviewers)
  let [low, high] = [0, 0]
  for (let p = 0; p < proposals; p++) {
    pairs.read(p, row)
    for (const a of row) {
      if (a < low && a !== NEVER) low = a
      if (a > high) high = a
    }
  }
  return high - low + 1
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
  const isWhole = absent === 0 && rewarded === least.reduce((sum, n) => sum + n, 0)
  return { given, total, value: total + missing * (rewarded - absent), isWhole }
}
