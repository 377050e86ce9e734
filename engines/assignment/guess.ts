import type { Demand } from './network'
import { NEVER, type Pairs } from './pairs'

/** So many proposals speak for all while prices are rough, more as it grows colder than `MILD`. */
const ASKED = 500
const MILD = 16
/** Rounds at each heat, what it falls to after them, and where it ends: affinities differ by whole numbers. */
const ROUNDS = 3
const COOLING = 0.65
const COLD = 0.7
/** Changes grow while they go the same way, and are halved where they have gone too far (Riedmiller and Braun 1993). */
const [GROW, SHRINK] = [1.6, 0.5]
const MOST_TIMES = 16
/** No change is beyond so many times the heat. */
const FARTHEST = 4

/**
 * Roughly what a review by each reviewer is worth, in units of affinity. Every proposal spreads its reviews over whom it
 * likes best at these prices, the more narrowly the colder it is; whoever is wanted more than they can take becomes
 * dearer, others cheaper (the matrix scaling of Sinkhorn and Knopp 1967, with heat as Cuturi 2013 has it). Nothing is
 * proved by it: it says which pairs to try, and where the solver begins. `range` is that of the affinities.
 */
export function guessPrices(demand: Demand, pairs: Pairs, range: number): Float64Array {
  const { proposals, reviewers } = demand
  const price = new Float64Array(reviewers)
  const times = new Float64Array(reviewers).fill(1)
  const last = new Float64Array(reviewers)
  for (let heat = range / 4; heat > COLD; heat *= COOLING) {
    const stride = Math.max(1, Math.floor(proposals / (ASKED * Math.max(1, MILD / heat))))
    for (let round = 0; round < ROUNDS; round++) {
      const wanted = wantedAt(demand, pairs, price, heat, stride, round)
      for (let r = 0; r < reviewers; r++) {
        const own = price[r] ?? 0
        const change = fittingPrice(demand, r, own, wanted[r] ?? 0, heat) - own
        const same = change * (last[r] ?? 0)
        const faster = (times[r] ?? 1) * (same > 0 ? GROW : same < 0 ? SHRINK : 1)
        times[r] = Math.max(SHRINK, Math.min(MOST_TIMES, faster))
        last[r] = change
        price[r] = moved(own, bounded(change * (times[r] ?? 1), heat), (demand.least[r] ?? 0) > 0)
      }
    }
  }
  return price
}

/** At which this reviewer would be wanted as often as they can take, others’ prices as they are. */
function fittingPrice({ most, least }: Demand, r: number, price: number, wanted: number, heat: number): number {
  const toFit = (places: number) => price + bounded(heat * Math.log((wanted + 1e-9) / places), heat)
  const dear = toFit(most[r] ?? 0)
  // Free of charge, anything between the least and the most is right.
  return dear >= 0 ? dear : Math.min(0, toFit(least[r] ?? 0))
}

/** No price passes nothing without a stop there; below it only a load that has to be taken is worth anything. */
function moved(price: number, by: number, isPaid: boolean): number {
  const next = price + by
  return price * next < 0 || (next < 0 && !isPaid) ? 0 : next
}

const bounded = (change: number, heat: number) => Math.max(-FARTHEST * heat, Math.min(FARTHEST * heat, change))

/** How often each reviewer is wanted; every `stride`-th proposal from `begin` on speaks for all. */
function wantedAt(
  { proposals, reviewers, need }: Demand,
  pairs: Pairs,
  price: Float64Array,
  heat: number,
  stride: number,
  begin: number,
): Float64Array {
  const row = new Float64Array(reviewers)
  const wanted = new Float64Array(reviewers)
  let asked = 0
  for (let p = begin % stride; p < proposals; p += stride) {
    const places = need[p] ?? 0
    if (places === 0) continue
    pairs.read(p, row)
    const level = thresholdOf(row, price, p, places)
    const least = level - 12 * heat
    let sum = 0
    for (let r = 0; r < reviewers; r++) {
      const gain = row[r] ?? NEVER
      const share = gain > least ? 1 / (1 + Math.exp((level - gain) / heat)) : 0
      row[r] = share
      sum += share
    }
    if (sum === 0) continue
    asked += places
    for (let r = 0; r < reviewers; r++) wanted[r] = (wanted[r] ?? 0) + ((row[r] ?? 0) * places) / sum
  }
  const all = need.reduce((sum, n) => sum + n, 0)
  return wanted.map((n) => (n * all) / Math.max(1, asked))
}

/** Takes the prices from a row, and answers the value of the last that the proposal would take. */
function thresholdOf(row: Float64Array, price: Float64Array, proposal: number, places: number): number {
  const reviewers = row.length
  const best = new Float64Array(places).fill(NEVER)
  let least = NEVER
  // Of equals another for each proposal, as candidates are chosen.
  let tie = (proposal * 7) % reviewers
  for (let r = 0; r < reviewers; r++) {
    const gain = (row[r] ?? NEVER) - (price[r] ?? 0) + tie / reviewers
    row[r] = gain
    if (++tie === reviewers) tie = 0
    if (gain <= least) continue
    let at = places - 1
    for (; at > 0 && (best[at - 1] ?? 0) < gain; at--) best[at] = best[at - 1] ?? 0
    best[at] = gain
    least = best[places - 1] ?? NEVER
  }
  return least === NEVER ? (best[0] ?? NEVER) : least
}
