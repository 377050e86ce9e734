import type { Demand } from './network'
import { NEVER, type Pairs } from './pairs'
import type { Problem, Unmet } from './types'

/** What is left to be decided once the locked pairs stand. Throws a RangeError that says what is wrong. */
export function demandOf(problem: Problem): Demand {
  const { proposals, reviewers, reviewsPerProposal, maxLoad, minLoad = [], forbidden = [], locked = [] } = problem
  for (const [name, value] of Object.entries({ proposals, reviewers, reviewsPerProposal }))
    if (!Number.isInteger(value) || value < 0) throw new RangeError(`${name} must be a whole number, not ${value}`)
  if (maxLoad.length !== reviewers)
    throw new RangeError(`maxLoad has ${maxLoad.length} numbers for ${reviewers} reviewers`)
  for (const [name, list] of Object.entries({ forbidden, locked }))
    for (const [at, [p, r]] of list.entries()) {
      if (!isBelow(p, proposals) || !isBelow(r, reviewers))
        throw new RangeError(`${name}[${at}] is [${p}, ${r}], which names nobody`)
    }
  const need = new Int32Array(proposals).fill(reviewsPerProposal)
  const most = Int32Array.from(maxLoad)
  const least = Int32Array.from(maxLoad, (_, r) => Math.min(minLoad[r] ?? 0, maxLoad[r] ?? 0))
  const seen = new Set<number>()
  for (const [p, r] of locked) {
    if (seen.has(p * reviewers + r)) throw new RangeError(`locked has [${p}, ${r}] twice`)
    seen.add(p * reviewers + r)
    need[p] = Math.max(0, (need[p] ?? 0) - 1)
    most[r] = Math.max(0, (most[r] ?? 0) - 1)
    least[r] = Math.max(0, (least[r] ?? 0) - 1)
  }
  return { proposals, reviewers, need, most, least }
}

/** The reviews that nobody takes, each with its reason. */
export function unmetOf({ need, reviewers }: Demand, pairs: Pairs, given: readonly number[][]): Unmet[] {
  const row = new Float64Array(reviewers)
  return given.flatMap((list, proposal) => {
    const missing = (need[proposal] ?? 0) - list.length
    if (missing <= 0) return []
    pairs.read(proposal, row)
    const eligible = row.filter((a) => a !== NEVER).length
    return [{ proposal, missing, why: eligible < (need[proposal] ?? 0) ? 'too-few-reviewers' : 'loads-are-full' }]
  })
}

function isBelow(value: number, end: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < end
}
