import { expect, test } from 'vitest'
import { seeded } from '@/tests/engines/seeded'
import { factorize, invert, logDeterminant, padded, solve, squareOf } from './cholesky'

/** A random symmetric matrix with all its eigenvalues above 1, padded, and as it was before it is factorised. */
function positive(size: number) {
  const random = seeded(size)
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => random() - 0.5))
  const whole = padded(size)
  const square = squareOf(size)
  for (const [i, row] of rows.entries())
    for (const [j, other] of rows.entries())
      square[i * whole + j] = row.reduce((sum, a, k) => sum + a * (other[k] ?? 0), 0) + (i === j ? 1 : 0)
  return { square, whole, at: (i: number, j: number) => square[i * whole + j] ?? 0, before: square.slice() }
}

/** Within a block, at the ends of one, and over several. */
const SIZES = [1, 2, 3, 4, 5, 31, 33, 63, 64, 65, 66, 97, 128, 131, 200]

test.each(SIZES)('a matrix of %i rows is the product of its factor, and its inverse undoes it', (size) => {
  const { square, whole, at, before } = positive(size)
  expect(factorize(square, whole)).toBe(true)
  const inverse = invert(square, whole)
  const entry = (i: number, j: number) => inverse[i >= j ? i * whole + j : j * whole + i] ?? 0
  let [ofFactor, ofInverse] = [0, 0]
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let [sum, unit] = [0, 0]
      for (let k = 0; k <= j; k++) sum += at(i, k) * at(j, k)
      for (let k = 0; k < size; k++) unit += (before[i * whole + k] ?? 0) * entry(k, j)
      ofFactor = Math.max(ofFactor, Math.abs(sum - (before[i * whole + j] ?? 0)))
      ofInverse = Math.max(ofInverse, Math.abs(unit - (i === j ? 1 : 0)))
    }
  expect(ofFactor).toBeLessThan(1e-11)
  expect(ofInverse).toBeLessThan(1e-11)
})

test('an equation is solved, and the determinant is that of the diagonal', () => {
  const { square, whole, before } = positive(70)
  factorize(square, whole)
  const x = Float64Array.from({ length: whole }, (_, i) => (i < 70 ? i - 30 : 0))
  const b = x.map((_, i) => x.reduce((sum, value, j) => sum + value * (before[i * whole + j] ?? 0), 0))
  solve(square, b)
  expect(Math.max(...b.map((value, i) => Math.abs(value - (x[i] ?? 0))))).toBeLessThan(1e-9)
  const diagonal = squareOf(5)
  for (let i = 0; i < 5; i++) diagonal[i * 8 + i] = i + 1
  factorize(diagonal, 8)
  expect(logDeterminant(diagonal, 8)).toBeCloseTo(Math.log(120), 12)
})

test('a matrix that is not positive definite is refused, in its first block and behind it', () => {
  for (const wrong of [1, 90]) {
    const { square, whole } = positive(100)
    square[wrong * whole + wrong] = 0
    expect(factorize(square, whole)).toBe(false)
  }
})
