import type { Row } from './candidates'
import type { Candidates, Demand } from './network'
import type { Pairs } from './pairs'

export interface Prices {
  /** What a review by each reviewer costs, and what each proposal gains by its worst: both in units of affinity. */
  reviewer: Float64Array
  proposal: Float64Array
}
export interface Certificate {
  /** At least the value of any plan: Σ affinity, less `missing` for each review that nobody takes. */
  bound: number
  /** Pairs outside the candidates that these prices find better than what the proposal has. */
  better: Row[]
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
  const known = new Uint8Array(reviewers)
  const gains = new Float64Array(reviewers + 64)
  const better: Row[] = []
  const found: { r: number; a: number; gain: number }[] = []
  let count = 0
  let bound = boundOfLoads(most, least, prices.reviewer, missing)
  for (let p = 0; p < proposals; p++) {
    const [begin, end] = [candidates.from[p] ?? 0, candidates.from[p + 1] ?? 0]
    for (let i = begin; i < end; i++) known[candidates.reviewer[i] ?? 0] = 1
    const row: Row = { reviewers: [], affinities: [] }
    const floor = prices.proposal[p] ?? 0
    let size = 0
    found.length = 0
    pairs.each(p, (r, a) => {
      const gain = a - (prices.reviewer[r] ?? 0)
      if (gain > -missing) gains[size++] = gain
      if (known[r] === 0 && gain > floor) found.push({ r, a, gain })
    })
    bound += sumOfGreatest(gains.subarray(0, size), need[p] ?? 0, missing)
    for (const { r, a } of found.sort((x, y) => y.gain - x.gain).slice(0, ADDED)) {
      row.reviewers.push(r)
      row.affinities.push(a)
    }
    count += row.reviewers.length
    better.push(row)
    for (let i = begin; i < end; i++) known[candidates.reviewer[i] ?? 0] = 0
  }
  return { bound, better, count }
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

/** What is not there counts as a review that nobody takes. */
function sumOfGreatest(values: Float64Array, k: number, missing: number): number {
  if (values.length > 4 * k) keepGreatest(values, k)
  const top = values.subarray(0, Math.min(values.length, Math.max(k, 4 * k))).sort()
  let sum = 0
  for (let i = 0; i < k; i++) sum += top[top.length - 1 - i] ?? -missing
  return sum
}

/** Brings the k greatest into the first 4k places, by throwing away what is below the least of them so far. */
function keepGreatest(values: Float64Array, k: number): void {
  const room = 4 * k
  let size = 0
  let floor = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value <= floor) continue
    values[size++] = value
    if (size < room) continue
    const head = values.subarray(0, room).sort()
    floor = head[room - k] ?? floor
    head.copyWithin(0, room - k)
    size = k
  }
  values.fill(Number.NEGATIVE_INFINITY, size, room)
}
