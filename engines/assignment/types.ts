/** Who reviews what. Proposals and reviewers are numbered from 0. */
export interface Problem {
  proposals: number
  reviewers: number
  reviewsPerProposal: number
  /** The most reviews that each reviewer takes. */
  maxLoad: readonly number[]
  minLoad?: readonly number[]
  /**
   * Integers, larger is better: a table `[p][r]`, the same flat by rows, or `[p, r, a]` for the pairs that may be at all.
   * A list with a row for each proposal and a column for each reviewer is read as a table.
   */
  affinity: Affinity
  forbidden?: readonly Pair[]
  /** Pairs that stay, whatever they cost; they count against loads and reviews. */
  locked?: readonly Pair[]
  /** 0 to 1: how much of the 0.5 % of `total` that may be given up is spent on the worst-off proposals. */
  fairness?: number
}
export type Pair = readonly [proposal: number, reviewer: number]
export type Affinity =
  | { dense: Int32Array }
  | { sparse: readonly (readonly [proposal: number, reviewer: number, affinity: number])[] }
  | readonly (readonly number[])[]
  | readonly (readonly [proposal: number, reviewer: number, affinity: number])[]

export interface Plan {
  pairs: [proposal: number, reviewer: number][]
  total: number
  /** No plan has a greater total: a certificate that does not depend on how this one was found. */
  bound: number
  /** `total` was proved the greatest before any of it was given up for fairness. */
  optimal: boolean
  /** The proposal with the least affinity in sum, and what its own best reviewers would give it. */
  worst: { proposal: number; total: number; bound: number } | null
  unmet: Unmet[]
}
export interface Unmet {
  proposal: number
  missing: number
  /** Fewer reviewers may see it than reviews are wanted, or those who may are full. */
  why: 'too-few-reviewers' | 'loads-are-full'
}
