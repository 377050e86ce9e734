import { CandidateList } from './candidates'
import type { Candidates, Demand } from './network'
import { NEVER, type Pairs } from './pairs'
import type { Prices } from './prices'

export interface Certificate {
  /** At least the value of any plan: Σ affinity, less `missing` for each review that nobody takes. */
  bound: number
  /** The candidates with, behind each proposal's, the pairs outside them that these prices find better than what it has. */
  candidates: Candidates
  /** How many are new. */
  count: number
}

const ADDED = 24

/** Prices every pair, candidate or not, with the reviewers' prices: weak duality of the transportation problem. */
export function certify(
  demand: Demand,
  pairs: Pairs,
  candidates: Candidates,
  prices: Prices,
  missing: number,
): Certificate {
  const { proposals, reviewers, need, most, least } = demand
  const row = new Float64Array(reviewers)
  const known = new Uint8Array(reviewers)
  const list = new CandidateList(proposals, candidates.reviewer.length + 4 * proposals)
  const found: number[] = []
  let count = 0
  let bound = boundOfLoads(most, least, prices.reviewer, missing)
  for (let p = 0; p < proposals; p++) {
    pairs.read(p, row)
    known.fill(0)
    for (let i = candidates.from[p] ?? 0; i < (candidates.from[p + 1] ?? 0); i++) {
      const r = candidates.reviewer[i] ?? 0
      known[r] = 1
      list.add(r, candidates.affinity[i] ?? 0)
    }
    const floor = prices.proposal[p] ?? 0
    const top = new Float64Array(need[p] ?? 0).fill(-missing)
    const last = top.length - 1
    found.length = 0
    for (let r = 0; r < reviewers; r++) {
      const gain = (row[r] ?? NEVER) - (prices.reviewer[r] ?? 0)
      if (gain > floor && known[r] === 0) found.push(r)
      if (gain > (top[last] ?? gain)) insert(top, gain)
    }
    for (const gain of top) bound += gain
    if (found.length > ADDED)
      found.sort((a, b) => (row[b] ?? 0) - (prices.reviewer[b] ?? 0) - (row[a] ?? 0) + (prices.reviewer[a] ?? 0))
    for (const r of found.slice(0, ADDED)) list.add(r, row[r] ?? 0)
    count += Math.min(found.length, ADDED)
    list.end(p)
  }
  return { bound, candidates: list.candidates(), count }
}

/** Puts a value into its place among the greatest so far, the least of which falls out. */
function insert(top: Float64Array, value: number): void {
  let at = top.length - 1
  for (; at > 0 && (top[at - 1] ?? 0) < value; at--) top[at] = top[at - 1] ?? 0
  top[at] = value
}

/** The most that loads between none and `most` can be worth: a load up to `least` is rewarded with `missing` each. */
function boundOfLoads(most: Int32Array, least: Int32Array, price: Float64Array, missing: number): number {
  let sum = 0
  for (const [r, λ] of price.entries()) {
    const must = least[r] ?? 0
    sum += must * Math.max(0, λ + missing) + ((most[r] ?? 0) - must) * Math.max(0, λ)
  }
  return sum
}
