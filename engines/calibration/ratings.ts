import type { Rating } from './types'

/** Ratings with proposals and reviewers numbered, and each proposal's ratings side by side. */
export interface Table {
  proposals: (string | number)[]
  reviewers: (string | number)[]
  /** The ratings of proposal p are `from[p]` to `from[p + 1]` of `reviewer` and `score`. */
  from: Int32Array
  reviewer: Int32Array
  score: Float64Array
}

/** Throws a RangeError for a score that is no number. */
export function tableOf(ratings: readonly Rating[]): Table {
  const proposals = numbered(ratings.map(({ proposal }) => proposal))
  const reviewers = numbered(ratings.map(({ reviewer }) => reviewer))
  const from = new Int32Array(proposals.size + 1)
  for (const { proposal, score } of ratings) {
    if (!Number.isFinite(score)) throw new RangeError(`the score of ${proposal} must be a number, not ${score}`)
    const at = (proposals.get(proposal) ?? 0) + 1
    from[at] = (from[at] ?? 0) + 1
  }
  for (let p = 0; p < proposals.size; p++) from[p + 1] = (from[p + 1] ?? 0) + (from[p] ?? 0)
  const free = from.slice()
  const reviewer = new Int32Array(ratings.length)
  const score = new Float64Array(ratings.length)
  for (const rating of ratings) {
    const p = proposals.get(rating.proposal) ?? 0
    const at = free[p] ?? 0
    free[p] = at + 1
    reviewer[at] = reviewers.get(rating.reviewer) ?? 0
    score[at] = rating.score
  }
  return { proposals: [...proposals.keys()], reviewers: [...reviewers.keys()], from, reviewer, score }
}

function numbered(names: (string | number)[]): Map<string | number, number> {
  const numbers = new Map<string | number, number>()
  for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size)
  return numbers
}
