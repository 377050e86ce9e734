import type { Table } from './ratings'
import { factorize, inverseColumns, logDeterminant, solve } from './triangle'

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
  private columns: Float64Array[] | null = null

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
    this.size = reviewers.length + 1
    this.weight = Float64Array.from(proposals, (_, p) => (from[p + 1] ?? 0) - (from[p] ?? 0) + noise / quality)
    const a = new Float64Array((this.size * (this.size + 1)) / 2)
    const add = (i: number, j: number, value: number) => {
      const at = i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i
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
    const { from, reviewer, proposals } = this.table
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
    return { mean, quality, bias: right.slice(1) }
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
    const { from, reviewer, proposals } = this.table
    this.columns ??= inverseColumns(this.factor, this.size)
    const [first = new Float64Array()] = this.columns
    const mean = dot(first, first)
    const bias = Float64Array.from(this.columns.slice(1), (column) => dot(column, column))
    const level = new Float64Array(proposals.length)
    const mixed = new Float64Array(this.size)
    const quality = Float64Array.from(proposals, (_, p) => {
      const [begin, end] = [from[p] ?? 0, from[p + 1] ?? 0]
      mixed.fill(0)
      addTo(mixed, first, end - begin)
      for (let i = begin; i < end; i++) addTo(mixed, this.columns?.[(reviewer[i] ?? 0) + 1] ?? mixed, 1)
      const w = this.weight[p] ?? 1
      const own = 1 / w + dot(mixed, mixed) / (w * w)
      level[p] = mean + own - (2 * dot(first, mixed)) / w
      return own
    })
    return { level, quality, bias }
  }
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

function addTo(a: Float64Array, b: Float64Array, times: number): void {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] ?? 0) + times * (b[i] ?? 0)
}
