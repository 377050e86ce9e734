import { NEVER, type Pairs } from './pairs'

export interface Standing {
  /** Reviewers of each proposal; changed in place. */
  given: number[][]
  /** Reviewers that were decided before and stay. */
  fixed: readonly (readonly number[])[]
  load: Int32Array
  most: Int32Array
  least: Int32Array
  /** What a review by each reviewer is worth where the plan is the best. */
  price: Float64Array
  pairs: Pairs
  /** Affinity in sum that each proposal has. */
  total: Float64Array
  /** What its own best reviewers would give it. */
  boundOf(proposal: number): number
}
interface Exchange {
  from: number
  to: number
  /** The proposal that gives `to` up and takes `from` for it; null where `to` has room. */
  other: number | null
  gain: number
  loss: number
}

/** Where all proposals are alike, exchanges cost nothing and would go on for long. */
const MOST_EXCHANGES = 5_000

/**
 * Lifts the worst-off proposals one after another by exchanges with others that stay above them, until nothing more can
 * be done for the worst or the next exchange would cost more than is left of `budget`. Answers what was spent.
 */
export function liftWorst(standing: Standing, budget: number): number {
  const owners = ownersOf(standing)
  let spent = 0
  for (let count = 0; count < MOST_EXCHANGES; count++) {
    const worst = liftable(standing)
    const exchange = worst === null ? null : bestExchange(standing, owners, worst, budget - spent)
    if (worst === null || !exchange) return spent
    apply(standing, owners, worst, exchange)
    spent += exchange.loss
  }
  return spent
}

/** The proposal with the least in sum, unless that is all it could have. */
function liftable({ total, boundOf }: Standing): number | null {
  const worst = worstOf(total)
  return worst !== null && (total[worst] ?? 0) < boundOf(worst) ? worst : null
}

export function worstOf(total: Float64Array): number | null {
  let worst: number | null = null
  for (let p = 0; p < total.length; p++) if (worst === null || (total[p] ?? 0) < (total[worst] ?? 0)) worst = p
  return worst
}

function ownersOf({ given, load }: Standing): Set<number>[] {
  const owners = Array.from(load, () => new Set<number>())
  for (const [p, reviewers] of given.entries()) for (const r of reviewers) owners[r]?.add(p)
  return owners
}

interface Wish {
  from: number
  to: number
  gain: number
  /** What a unit of gain costs at least, by the prices. */
  least: number
}

/**
 * The exchange that costs the plan least for what it brings the worst proposal. Whoever gives `to` up for `from` loses at
 * least what their prices differ by, so that most wishes need not be looked at.
 */
function bestExchange(standing: Standing, owners: Set<number>[], worst: number, budget: number): Exchange | null {
  const { given, fixed, load, most, least, pairs, total } = standing
  const now = total[worst] ?? 0
  let best: Exchange | null = null
  const consider = (exchange: Exchange) => {
    if (exchange.loss > budget) return
    if (best === null || exchange.loss / exchange.gain < best.loss / best.gain) best = exchange
  }
  const ratioOf = (exchange: Exchange | null) => (exchange ? exchange.loss / exchange.gain : Number.POSITIVE_INFINITY)
  for (const { from, to, gain, least: cost } of wishesOf(standing, worst)) {
    if (cost >= ratioOf(best)) return best
    const isSpare = (load[from] ?? 0) > (least[from] ?? 0)
    if (isSpare && (load[to] ?? 0) < (most[to] ?? 0)) consider({ from, to, other: null, gain, loss: -gain })
    for (const other of owners[to] ?? []) {
      const instead = pairs.of(other, from)
      if (instead === null || given[other]?.includes(from) || fixed[other]?.includes(from)) continue
      const change = instead - (pairs.of(other, to) ?? 0)
      // The other one must end above where the worst was, or nothing is won.
      if ((total[other] ?? 0) + change > now) consider({ from, to, other, gain, loss: -(gain + change) })
    }
  }
  return best
}

/** Whom the worst proposal would rather have, in the place of whom: the cheapest first, of equals what brings most. */
function wishesOf({ given, fixed, price, pairs }: Standing, worst: number): Wish[] {
  const row = new Float64Array(price.length)
  pairs.read(worst, row)
  const taken = new Set([...(given[worst] ?? []), ...(fixed[worst] ?? [])])
  const wishes: Wish[] = []
  for (const from of given[worst] ?? [])
    for (const [to, a] of row.entries()) {
      const gain = a - (row[from] ?? 0)
      if (a === NEVER || gain <= 0 || taken.has(to)) continue
      const dearer = (price[to] ?? 0) - (price[from] ?? 0)
      wishes.push({ from, to, gain, least: Math.max(0, dearer - gain) / gain })
    }
  return wishes.sort((a, b) => a.least - b.least || b.gain - a.gain)
}

function apply(standing: Standing, owners: Set<number>[], worst: number, exchange: Exchange): void {
  const { given, load, total } = standing
  const { from, to, other, gain, loss } = exchange
  const swap = (p: number, out: number, into: number) => {
    given[p] = (given[p] ?? []).map((r) => (r === out ? into : r))
    owners[out]?.delete(p)
    owners[into]?.add(p)
  }
  swap(worst, from, to)
  total[worst] = (total[worst] ?? 0) + gain
  if (other === null) {
    load[from] = (load[from] ?? 0) - 1
    load[to] = (load[to] ?? 0) + 1
  } else {
    swap(other, to, from)
    total[other] = (total[other] ?? 0) - loss - gain
  }
}
