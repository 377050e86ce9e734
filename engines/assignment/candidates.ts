import type { Candidates } from './network'
import type { Pairs } from './pairs'

/** How many of its best reviewers a proposal begins with; what pricing finds missing is added. */
const WIDTH = 40
/** And how many of all the others, another few for each: where everybody likes the same, somebody has to take the rest. */
const OTHERS = 8

/** The best reviewers of each proposal, and at least `need` of them; of equals, others for each proposal. */
export function bestCandidates(pairs: Pairs, proposals: number, reviewers: number, need: Int32Array): Candidates {
  const rows: Row[] = []
  const keys = new Float64Array(reviewers)
  for (let p = 0; p < proposals; p++) {
    let count = 0
    pairs.each(p, (r, a) => {
      // Equal affinities are told apart by the distance from a place that moves on with each proposal.
      keys[count++] = a * reviewers * reviewers + ((r + p * 7) % reviewers) * reviewers + r
    })
    const width = Math.min(count, Math.max(WIDTH, 4 * (need[p] ?? 0)))
    const sorted = keys.subarray(0, count).sort()
    const row: Row = { reviewers: [], affinities: [] }
    const add = (key = 0) => {
      row.reviewers.push(((key % reviewers) + reviewers) % reviewers)
      row.affinities.push(Math.floor(key / reviewers / reviewers))
    }
    const rest = count - width
    const step = Math.max(1, Math.ceil(rest / OTHERS))
    for (let i = p % step; i < rest; i += step) add(sorted[i])
    for (let i = rest; i < count; i++) add(sorted[i])
    rows.push(row)
  }
  return gather(rows)
}

export interface Row {
  reviewers: number[]
  affinities: number[]
}

/** The same candidates with these added to each proposal's. */
export function withMore({ from, reviewer, affinity }: Candidates, more: readonly Row[]): Candidates {
  return gather(
    more.map((row, p) => {
      const [begin, end] = [from[p] ?? 0, from[p + 1] ?? 0]
      return {
        reviewers: [...reviewer.subarray(begin, end), ...row.reviewers],
        affinities: [...affinity.subarray(begin, end), ...row.affinities],
      }
    }),
  )
}

function gather(rows: readonly Row[]): Candidates {
  const from = new Int32Array(rows.length + 1)
  for (const [p, row] of rows.entries()) from[p + 1] = (from[p] ?? 0) + row.reviewers.length
  const reviewer = new Int32Array(from[rows.length] ?? 0)
  const affinity = new Int32Array(reviewer.length)
  for (const [p, row] of rows.entries()) {
    reviewer.set(row.reviewers, from[p] ?? 0)
    affinity.set(row.affinities, from[p] ?? 0)
  }
  return { from, reviewer, affinity }
}
