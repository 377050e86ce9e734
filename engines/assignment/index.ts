import { liftWorst, type Standing, worstOf } from './fairness'
import type { Demand } from './network'
import { NEVER, type Pairs, pairsOf } from './pairs'
import { demandOf, unmetOf } from './problem'
import { solve } from './solve'
import type { Plan, Problem } from './types'

export type { Affinity, Pair, Plan, Problem, Unmet } from './types'

/** What fairness may cost at most, as a part of the total. */
const GIVEN_UP = 0.005

/**
 * The plan of greatest affinity in which every proposal has its reviews, nobody more than their load, and no pair that
 * is forbidden; a review that nobody can take is reported. With fairness, the worst-off proposals are then lifted by
 * exchanges. Throws a RangeError that names a number which is nobody's or no integer.
 */
export function assign(problem: Problem, onProgress?: (round: number, gap: number) => void): Plan {
  const { fairness = 0, locked = [] } = problem
  const demand = demandOf(problem)
  const pairs = pairsOf(problem)
  const { given, total, bound, price } = solve(demand, pairs, onProgress)
  const whole = pairsOf({ ...problem, forbidden: [], locked: [] })
  const lockedTotal = locked.reduce((sum, [p, r]) => sum + (whole.of(p, r) ?? 0), 0)
  const standing = standingOf(problem, demand, { pairs, whole, given, price })
  const spent = fairness > 0 ? liftWorst(standing, Math.abs(fairness * GIVEN_UP * total)) : 0
  return {
    pairs: [
      ...locked.map(([p, r]): [number, number] => [p, r]),
      ...standing.given.flatMap((reviewers, p) => reviewers.map((r): [number, number] => [p, r])),
    ],
    total: total - spent + lockedTotal,
    bound: bound + lockedTotal,
    optimal: bound - total < 1,
    worst: leastOf(standing),
    unmet: unmetOf(demand, pairs, standing.given),
  }
}

interface Solved {
  pairs: Pairs
  /** With what is forbidden or locked. */
  whole: Pairs
  given: number[][]
  price: Float64Array
}

function standingOf(problem: Problem, demand: Demand, { pairs, whole, given, price }: Solved): Standing {
  const { proposals, reviewers, reviewsPerProposal } = problem
  const fixed: number[][] = Array.from({ length: proposals }, () => [])
  for (const [p, r] of problem.locked ?? []) fixed[p]?.push(r)
  const load = new Int32Array(reviewers)
  for (const list of given) for (const r of list) load[r] = (load[r] ?? 0) + 1
  const sum = (p: number, list: readonly number[], of: Pairs) => list.reduce((all, r) => all + (of.of(p, r) ?? 0), 0)
  const total = Float64Array.from(given, (list, p) => sum(p, list, pairs) + sum(p, fixed[p] ?? [], whole))
  const row = new Float64Array(reviewers)
  const boundOf = (p: number) => {
    pairs.read(p, row)
    const free = Math.max(0, reviewsPerProposal - (fixed[p]?.length ?? 0))
    const best = row
      .filter((a) => a !== NEVER)
      .sort()
      .reverse()
      .slice(0, free)
    return best.reduce((all, a) => all + a, 0) + sum(p, fixed[p] ?? [], whole)
  }
  return { given, fixed, load, most: demand.most, least: demand.least, price, pairs, total, boundOf }
}

function leastOf({ total, boundOf }: Standing): Plan['worst'] {
  const proposal = worstOf(total)
  return proposal === null ? null : { proposal, total: total[proposal] ?? 0, bound: boundOf(proposal) }
}
