import { factorize, invert, logDeterminant, padded, solve, squareOf } from './cholesky'
import type { Table } from './ratings'

export interface Variances {
  quality: number
  bias: number
  noise: number
}
export interface Effects {
  mean: number
  quality: Float64Array
  bias: Float64Array
}

/**
 * Henderson's mixed-model equations of score = mean + quality of the proposal + bias of the reviewer + noise, the
 * proposals eliminated by their Schur complement: what is left has one row for the mean (0) and one for each reviewer.
 */
export class Equations {
  /** Of the eliminated block: reviews + noise/quality, for each proposal. */
  private readonly weight: Float64Array
  private readonly factor: Float64Array
  readonly size: number
  private readonly isSolvable: boolean
  private inverse: Float64Array | null = null

  /** Null where the equations have no single answer in the precision of the machine. */
  static of(table: Table, variances: Variances): Equations | null {
    const equations = new Equations(table, variances)
    return equations.isSolvable ? equations : null
  }

  private constructor(
    private readonly table: Table,
    readonly variances: Variances,
  ) {
    const { from, reviewer, reviewers, proposals, score } = table
    const { quality, bias, noise } = variances
    this.size = padded(reviewers.length + 1)
    this.weight = Float64Array.from(proposals, (_, p) => (from[p + 1] ?? 0) - (from[p] ?? 0) + noise / quality)
    const a = squareOf(reviewers.length + 1)
    const add = (i: number, j: number, value: number) => {
      const at = i >= j ? i * this.size + j : j * this.size + i
      a[at] = (a[at] ?? 0) + value
    }
    add(0, 0, score.length)
    for (let r = 0; r < reviewers.length; r++) add(r + 1, r + 1, noise / bias)
    for (const r of reviewer) {
      add(r + 1, r + 1, 1)
      add(r + 1, 0, 1)
    }
    for (let p = 0; p < proposals.length; p++) {
      const [begin, end] = [from[p] ?? 0, from[p + 1] ?? 0]
      const w = this.weight[p] ?? 1
      add(0, 0, -((end - begin) ** 2) / w)
      for (let i = begin; i < end; i++) {
        const r = (reviewer[i] ?? 0) + 1
        add(r, 0, -(end - begin) / w)
        for (let j = begin; j <= i; j++) {
          const s = (reviewer[j] ?? 0) + 1
          // Both orders of two different ratings by one reviewer meet on the diagonal.
          add(r, s, (i !== j && r === s ? -2 : -1) / w)
        }
      }
    }
    this.isSolvable = factorize(a, this.size)
    this.factor = a
  }

  /** Best linear unbiased predictions for these values in the place of the scores. */
  solve(values: Float64Array): Effects {
    const { from, reviewer, reviewers, proposals } = this.table
    const right = new Float64Array(this.size)
    const sums = Float64Array.from(proposals, (_, p) => {
      let sum = 0
      for (let i = from[p] ?? 0; i < (from[p + 1] ?? 0); i++) sum += values[i] ?? 0
      return sum
    })
    for (let p = 0; p < proposals.length; p++) {
      const [begin, end] = [from[p] ?? 0, from[p + 1] ?? 0]
      const part = (sums[p] ?? 0) / (this.weight[p] ?? 1)
      right[0] = (right[0] ?? 0) + (sums[p] ?? 0) - (end - begin) * part
      for (let i = begin; i < end; i++) {
        const r = (reviewer[i] ?? 0) + 1
        right[r] = (right[r] ?? 0) + (values[i] ?? 0) - part
      }
    }
    solve(this.factor, right)
    const mean = right[0] ?? 0
    const quality = Float64Array.from(proposals, (_, p) => {
      const [begin, end] = [from[p] ?? 0, from[p + 1] ?? 0]
      let sum = (sums[p] ?? 0) - (end - begin) * mean
      for (let i = begin; i < end; i++) sum -= right[(reviewer[i] ?? 0) + 1] ?? 0
      return sum / (this.weight[p] ?? 1)
    })
    return { mean, quality, bias: right.slice(1, reviewers.length + 1) }
  }

  /** What these effects leave of the values. */
  residuals(values: Float64Array, { mean, quality, bias }: Effects): Float64Array {
    const { from, reviewer, proposals } = this.table
    const left = values.slice()
    for (let p = 0; p < proposals.length; p++)
      for (let i = from[p] ?? 0; i < (from[p + 1] ?? 0); i++)
        left[i] = (left[i] ?? 0) - mean - (quality[p] ?? 0) - (bias[reviewer[i] ?? 0] ?? 0)
    return left
  }

  /** −2 log of the restricted likelihood (Patterson and Thompson 1971), of these scores. */
  minus2Reml(): number {
    const { proposals, reviewers, score } = this.table
    const { quality, bias, noise } = this.variances
    const left = this.residuals(score, this.solve(score))
    const fit = left.reduce((sum, e, i) => sum + e * (score[i] ?? 0), 0) / noise
    const [n, p, r] = [score.length, proposals.length, reviewers.length]
    const eliminated = this.weight.reduce((sum, w) => sum + Math.log(w), 0)
    const determinants =
      logDeterminant(this.factor, this.size) +
      eliminated +
      (n - 1 - p - r) * Math.log(noise) +
      p * Math.log(quality) +
      r * Math.log(bias)
    return (n - 1) * Math.log(2 * Math.PI) + determinants + fit
  }

  /** Error variances, in units of `noise`: of mean + quality of each proposal, of each quality alone, of each bias. */
  errors(): { level: Float64Array; quality: Float64Array; bias: Float64Array } {
    const { from, reviewer, proposals, reviewers } = this.table
    this.inverse ??= invert(this.factor, this.size)
    const { inverse, size } = this
    const entry = (i: number, j: number) => inverse[i >= j ? i * size + j : j * size + i] ?? 0
    const mean = entry(0, 0)
    const bias = new Float64Array(reviewers.length).map((_, r) => entry(r + 1, r + 1))
    const level = new Float64Array(proposals.length)
    const quality = new Float64Array(proposals.length).map((_, p) => {
      const [begin, end] = [from[p] ?? 0, from[p + 1] ?? 0]
      // Of the row that eliminated this proposal: with the mean, with itself, and with its reviewers.
      let [shared, own] = [(end - begin) * mean, (end - begin) ** 2 * mean]
      for (let i = begin; i < end; i++) {
        const r = (reviewer[i] ?? 0) + 1
        shared += entry(r, 0)
        own += 2 * (end - begin) * entry(r, 0) + entry(r, r)
        for (let j = begin; j < i; j++) own += 2 * entry(r, (reviewer[j] ?? 0) + 1)
      }
      const w = this.weight[p] ?? 1
      const error = 1 / w + own / (w * w)
      level[p] = mean + error - (2 * shared) / w
      return error
    })
    return { level, quality, bias }
  }
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
