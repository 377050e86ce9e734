import type { Candidates, Demand } from './network'
import { NEVER, type Pairs } from './pairs'

/** How many reviewers a proposal begins with, or so many times its reviews; pricing adds what is missing. */
const WIDTH = { least: 24, times: 4 }
/** And how many of all the others, another few for each: where all proposals are alike, somebody has to take the rest. */
const OTHERS = { least: 10, times: 2 }

/** The best reviewers of each proposal at these prices, and at least `need` of them; of equals, others for each proposal. */
export function bestCandidates(pairs: Pairs, demand: Demand, price: Float64Array): Candidates {
  const { proposals, reviewers, need } = demand
  const [row, keys] = [new Float64Array(reviewers), new Float64Array(reviewers)]
  const list = new CandidateList(proposals, (WIDTH.least + OTHERS.least) * proposals)
  for (let p = 0; p < proposals; p++) {
    pairs.read(p, row)
    let count = 0
    for (let r = 0; r < reviewers; r++) {
      // Equals are told apart by the distance from a place that moves on with each proposal.
      if (row[r] !== NEVER) keys[count++] = keyOf(r, p)
    }
    const width = Math.min(count, sizeOf(WIDTH, need[p] ?? 0))
    const least = width === 0 ? Number.POSITIVE_INFINITY : greatest(keys, count, width)
    const step = Math.max(1, Math.ceil((count - width) / sizeOf(OTHERS, need[p] ?? 0)))
    let others = p % step
    for (let r = 0; r < reviewers; r++)
      if (row[r] !== NEVER && (keyOf(r, p) >= least || ++others % step === 0)) list.add(r, row[r] ?? 0)
    list.end(p)
  }
  return list.candidates()

  function keyOf(r: number, p: number): number {
    return ((row[r] ?? 0) - (price[r] ?? 0)) * reviewers + ((r + p * 7) % reviewers)
  }
}

const sizeOf = ({ least, times }: typeof WIDTH, need: number) => Math.max(least, times * need)

/** The k-th greatest of the first `count` values, which change places (Hoare's selection). */
function greatest(values: Float64Array, count: number, k: number): number {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0
    let [i, j] = [low, high]
    while (i <= j) {
      while ((values[i] ?? 0) > pivot) i++
      while ((values[j] ?? 0) < pivot) j--
      if (i > j) break
      const swap = values[i] ?? 0
      values[i++] = values[j] ?? 0
      values[j--] = swap
    }
    if (k - 1 <= j) high = j
    else if (k - 1 >= i) low = i
    else break
  }
  return values[k - 1] ?? 0
}

/** Candidates that grow, proposal after proposal. */
export class CandidateList {
  private readonly from: Int32Array
  private reviewer: Int32Array
  private affinity: Int32Array
  private size = 0

  constructor(proposals: number, room: number) {
    this.from = new Int32Array(proposals + 1)
    this.reviewer = new Int32Array(room)
    this.affinity = new Int32Array(room)
  }

  add(reviewer: number, affinity: number): void {
    if (this.size === this.reviewer.length) {
      this.reviewer = grown(this.reviewer)
      this.affinity = grown(this.affinity)
    }
    this.reviewer[this.size] = reviewer
    this.affinity[this.size++] = affinity
  }

  end(proposal: number): void {
    this.from[proposal + 1] = this.size
  }

  candidates(): Candidates {
    return {
      from: this.from,
      reviewer: this.reviewer.subarray(0, this.size),
      affinity: this.affinity.subarray(0, this.size),
    }
  }
}

function grown(values: Int32Array): Int32Array {
  const more = new Int32Array(values.length * 2 + 64)
  more.set(values)
  return more
}
