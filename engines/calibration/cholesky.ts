import { addProducts, GRAIN, type Range, solveRows, WIDTH } from './blocks'

/** Rows that a symmetric matrix of these is stored with: what is added has 1 on its diagonal and changes nothing. */
export const padded = (size: number) => Math.ceil(size / GRAIN) * GRAIN

/** A padded square of zeros, with the diagonal of what was added. */
export function squareOf(size: number): Float64Array {
  const whole = padded(size)
  const square = new Float64Array(whole * whole)
  for (let i = size; i < whole; i++) square[i * whole + i] = 1
  return square
}

/**
 * The Cholesky factor of a padded square, in the place of its lower triangle, block after block; what is above the
 * diagonal means nothing. False where the matrix is not positive definite.
 */
export function factorize(a: Float64Array, size: number): boolean {
  for (const k of blocks(size)) {
    if (!factorizeBlock(a, size, k)) return false
    const below = { from: k.to, to: size }
    solveRows(a, a, size, below, k)
    addProducts({ target: a, a, b: a, size, isLower: true }, -1, below, below, k)
  }
  return true
}

function factorizeBlock(a: Float64Array, size: number, { from, to }: Range): boolean {
  for (let i = from; i < to; i++)
    for (let j = from; j <= i; j++) {
      let sum = a[i * size + j] ?? 0
      for (let k = from; k < j; k++) sum -= (a[i * size + k] ?? 0) * (a[j * size + k] ?? 0)
      if (j < i) a[i * size + j] = sum / (a[j * size + j] ?? 1)
      else if (sum > 0) a[i * size + i] = Math.sqrt(sum)
      else return false
    }
  return true
}

/** The inverse of L·Lᵀ as a padded square, of which the lower triangle alone has a meaning: (L⁻¹)ᵀ, times L⁻¹. */
export function invert(l: Float64Array, size: number): Float64Array {
  const x = new Float64Array(size * size)
  const inverse = new Float64Array(size * size)
  for (let i = 0; i < size; i++) x[i * size + i] = 1
  for (const k of blocks(size)) {
    const known = { from: 0, to: k.to }
    solveRows(x, l, size, known, k)
    addProducts({ target: x, a: x, b: l, size }, -1, known, { from: k.to, to: size }, k)
    addProducts({ target: inverse, a: x, b: x, size, isLower: true }, 1, known, known, k)
  }
  return inverse
}

function* blocks(size: number): Generator<Range> {
  for (let from = 0; from < size; from += WIDTH) yield { from, to: Math.min(size, from + WIDTH) }
}

/** Solves L·Lᵀ·x = b, in the place of b, which is as long as the padded rows. */
export function solve(l: Float64Array, b: Float64Array): void {
  const size = b.length
  for (let i = 0; i < size; i++) {
    let sum = b[i] ?? 0
    for (let k = 0; k < i; k++) sum -= (l[i * size + k] ?? 0) * (b[k] ?? 0)
    b[i] = sum / (l[i * size + i] ?? 1)
  }
  for (let i = size - 1; i >= 0; i--) {
    const x = (b[i] ?? 0) / (l[i * size + i] ?? 1)
    b[i] = x
    for (let k = 0; k < i; k++) b[k] = (b[k] ?? 0) - (l[i * size + k] ?? 0) * x
  }
}

/** Twice the sum of the logarithms of the diagonal: log of the determinant of L·Lᵀ. */
export function logDeterminant(l: Float64Array, size: number): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += Math.log(l[i * size + i] ?? 1)
  return 2 * sum
}
