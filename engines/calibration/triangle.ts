/** Lower triangles of symmetric matrices, row after row: entry (i, j) with j ≤ i is at i·(i + 1)/2 + j. */
const row = (i: number) => (i * (i + 1)) / 2

/** The Cholesky factor of a triangle, in its place; false where it is not positive definite. */
export function factorize(a: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) {
    const own = row(i)
    for (let j = 0; j <= i; j++) {
      const other = row(j)
      let sum = a[own + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (a[own + k] ?? 0) * (a[other + k] ?? 0)
      if (j < i) a[own + j] = sum / (a[other + j] ?? 1)
      else if (sum > 0) a[own + i] = Math.sqrt(sum)
      else return false
    }
  }
  return true
}

/** The inverse of a factor L, transposed: row j of the answer is column j of L⁻¹, from its place j on. */
export function inverseColumns(l: Float64Array, size: number): Float64Array[] {
  return Array.from({ length: size }, (_, j) => {
    const column = new Float64Array(size)
    column[j] = 1 / (l[row(j) + j] ?? 1)
    for (let i = j + 1; i < size; i++) {
      const own = row(i)
      let sum = 0
      for (let k = j; k < i; k++) sum -= (l[own + k] ?? 0) * (column[k] ?? 0)
      column[i] = sum / (l[own + i] ?? 1)
    }
    return column
  })
}

/** Solves L·Lᵀ·x = b, in the place of b. */
export function solve(l: Float64Array, b: Float64Array): void {
  const size = b.length
  for (let i = 0; i < size; i++) {
    let sum = b[i] ?? 0
    for (let k = 0; k < i; k++) sum -= (l[row(i) + k] ?? 0) * (b[k] ?? 0)
    b[i] = sum / (l[row(i) + i] ?? 1)
  }
  for (let i = size - 1; i >= 0; i--) {
    const x = (b[i] ?? 0) / (l[row(i) + i] ?? 1)
    b[i] = x
    for (let k = 0; k < i; k++) b[k] = (b[k] ?? 0) - (l[row(i) + k] ?? 0) * x
  }
}

/** Twice the sum of the logarithms of the diagonal: log of the determinant of L·Lᵀ. */
export function logDeterminant(l: Float64Array, size: number): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += Math.log(l[row(i) + i] ?? 1)
  return 2 * sum
}
