import { dot, Equations, type Variances } from './equations'
import type { Table } from './ratings'
import { startingVariances } from './start'

const KEYS = ['quality', 'bias', 'noise'] as const
const MOST_STEPS = 60
/** A variance that wants to be less than this part of the scores' own is none. */
const NOTHING = 1e-8
/** Where the next step would change no variance by more than this part of the scores' own, they are found. */
const FOUND = 1e-6

/**
 * The variances of greatest restricted likelihood, by the average-information algorithm (Gilmour, Thompson and Cullis
 * 1995): Newton's method with a matrix that needs no traces, steps halved while they make things worse, and a test at
 * the boundary, so that a variance near zero takes no more steps than another.
 */
export function fit(table: Table): Equations {
  const spread = varianceOf(table.score)
  const floor = spread * NOTHING
  const begun = tried(table, startingVariances(table, spread))
  if (!begun) throw new Error('The equations have no answer.')
  let { at, height } = begun
  for (let step = 0; step < MOST_STEPS; step++) {
    const { slope, curve } = derivatives(table, at)
    const free = KEYS.map((key, i) => at.variances[key] > floor * 1.001 || (slope[i] ?? 0) > 0)
    const direction = newton(slope, curve, free)
    if (direction.every((change) => Math.abs(change) < spread * FOUND)) return at
    const next = descend(table, at, height, direction, floor)
    if (!next) return at
    at = next.at
    height = next.height
  }
  return at
}

/** Slope of the log restricted likelihood and its average information, for quality, bias and noise. */
function derivatives(table: Table, at: Equations): { slope: number[]; curve: number[][] } {
  const { from, reviewer, score, proposals, reviewers } = table
  const { quality, bias, noise } = at.variances
  const effects = at.solve(score)
  const left = at.residuals(score, effects)
  const { quality: qualityErrors, bias: biasErrors } = at.errors()
  const [p, r, n] = [proposals.length, reviewers.length, score.length]
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0)
  // Degrees of freedom that each effect takes.
  const ofQuality = p - (sum(qualityErrors) * noise) / quality
  const ofBias = r - (sum(biasErrors) * noise) / bias
  const slope = [
    (dot(effects.quality, effects.quality) / quality - ofQuality) / (2 * quality),
    (dot(effects.bias, effects.bias) / bias - ofBias) / (2 * bias),
    (dot(left, left) / noise - (n - 1 - ofQuality - ofBias)) / (2 * noise),
  ]
  const owner = new Int32Array(n)
  for (let q = 0; q < p; q++) owner.fill(q, from[q] ?? 0, from[q + 1] ?? 0)
  const working = [
    Float64Array.from(left, (_, i) => (effects.quality[owner[i] ?? 0] ?? 0) / quality),
    Float64Array.from(left, (_, i) => (effects.bias[reviewer[i] ?? 0] ?? 0) / bias),
    left.map((e) => e / noise),
  ]
  const projected = working.map((w) => at.residuals(w, at.solve(w)))
  const curve = working.map((w) => projected.map((projection) => dot(w, projection) / (2 * noise)))
  return { slope, curve }
}

/** curve⁻¹·slope over the variances that are free to move. */
function newton(slope: number[], curve: number[][], free: boolean[]): number[] {
  const keys = [0, 1, 2].filter((i) => free[i])
  const rows = keys.map((i) => [...keys.map((j) => curve[i]?.[j] ?? 0), slope[i] ?? 0])
  const size = keys.length
  for (let i = 0; i < size; i++) {
    const pivot = Math.max(rows[i]?.[i] ?? 0, 1e-12)
    for (let j = 0; j < size; j++) {
      if (j === i) continue
      const times = (rows[j]?.[i] ?? 0) / pivot
      rows[j] = (rows[j] ?? []).map((value, k) => value - times * (rows[i]?.[k] ?? 0))
    }
  }
  const answer = [0, 0, 0]
  for (const [i, key] of keys.entries()) answer[key] = (rows[i]?.[size] ?? 0) / Math.max(rows[i]?.[i] ?? 0, 1e-12)
  return answer
}

function descend(table: Table, at: Equations, height: number, direction: number[], floor: number) {
  for (let part = 1; part > 1e-6; part /= 2) {
    const variances = { ...at.variances }
    for (const [i, key] of KEYS.entries()) {
      const wanted = variances[key] + part * (direction[i] ?? 0)
      variances[key] = Math.max(key === 'noise' ? floor * 100 : floor, wanted)
    }
    const next = tried(table, variances)
    if (next && next.height < height) return next
  }
  return null
}

/** Null where these variances leave equations without one answer: then the step was too long. */
function tried(table: Table, variances: Variances): { at: Equations; height: number } | null {
  const at = Equations.of(table, variances)
  const height = at?.minus2Reml() ?? Number.NaN
  return at && Number.isFinite(height) ? { at, height } : null
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1)
}
