import type { Problem } from '@/engines/assignment'
import { seeded } from './seeded'

export interface Size {
  proposals: number
  reviewers: number
  each: number
}
export type TableProblem = Problem & { table: Int32Array }

/** Problems on which solvers that are quick on ordinary ones take long, by name. */
export const HARD = {
  'every load exactly full': (size: Size, seed: number) => {
    const random = seeded(seed)
    const kinds = 24
    const liking = Int32Array.from({ length: kinds * size.reviewers }, () => Math.floor(random() ** 3 * 60))
    const kind = Int32Array.from({ length: size.proposals }, () => Math.floor(random() * kinds))
    return problemOf(size, 1, (p, r) => (liking[(kind[p] ?? 0) * size.reviewers + r] ?? 0) + Math.floor(random() * 10))
  },
  'all want the same few': (size: Size, seed: number) => {
    const random = seeded(seed)
    const fame = Int32Array.from({ length: size.reviewers }, () => Math.floor(random() ** 3 * 900))
    return problemOf(size, 1.01, (_, r) => (fame[r] ?? 0) + Math.floor(random() * 100))
  },
  'all proposals are alike': (size: Size, seed: number) =>
    problemOf(size, 1, (_, r) => (r * 37 + seed) % Math.min(997, 2 * size.reviewers)),
  'too few places': (size: Size, seed: number) => {
    const random = seeded(seed)
    return problemOf(size, 0.8, () => Math.floor(random() ** 4 * 500))
  },
} as const

/** With `slack` times the places that are needed, spread evenly. */
function problemOf(size: Size, slack: number, affinity: (p: number, r: number) => number): TableProblem {
  const { proposals, reviewers, each } = size
  const table = new Int32Array(proposals * reviewers)
  for (let p = 0; p < proposals; p++) for (let r = 0; r < reviewers; r++) table[p * reviewers + r] = affinity(p, r)
  const places = Math.floor(slack * proposals * each)
  const maxLoad = Array.from(
    { length: reviewers },
    (_, r) => Math.floor(((r + 1) * places) / reviewers) - Math.floor((r * places) / reviewers),
  )
  return { proposals, reviewers, reviewsPerProposal: each, maxLoad, affinity: { dense: table }, table }
}
