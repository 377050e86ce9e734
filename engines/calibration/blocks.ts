/**
 * Square matrices, row after row, whose size is a multiple of `GRAIN`. Both functions go through memory in blocks that
 * fit the processor's first cache, and keep eight sums (or four) in its registers.
 */
export const GRAIN = 4
/** Of a block; a multiple of `GRAIN`. */
export const WIDTH = 64
const TILE = 32

/** Rows (or columns) from `from` up to `to`, both multiples of `GRAIN`. */
export interface Range {
  from: number
  to: number
}

/**
 * target[i][j] += sign · Σ a[i][k] · b[j][k] over the columns `k`; with `isLower` only where j ≤ i, and a few next to the
 * diagonal.
 */
export function addProducts(
  { target, a, b, size, isLower = false }: Products,
  sign: 1 | -1,
  rows: Range,
  columns: Range,
  k: Range,
): void {
  for (let tile = columns.from; tile < columns.to; tile += TILE) {
    const end = Math.min(columns.to, tile + TILE)
    for (let i = isLower ? Math.max(rows.from, tile) : rows.from; i < rows.to; i += 4) {
      const last = isLower ? Math.min(end, i + 4) : end
      for (let j = tile; j < last; j += 2) addEight(target, a, b, size, sign, i, j, k.from, k.to)
    }
  }
}
interface Products {
  target: Float64Array
  a: Float64Array
  b: Float64Array
  size: number
  isLower?: boolean
}

function addEight(
  target: Float64Array,
  a: Float64Array,
  b: Float64Array,
  size: number,
  sign: number,
  i: number,
  j: number,
  from: number,
  to: number,
): void {
  const [a0, b0] = [i * size, j * size]
  const [a1, a2, a3, b1] = [a0 + size, a0 + 2 * size, a0 + 3 * size, b0 + size]
  let [s00, s01, s10, s11, s20, s21, s30, s31] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let k = from; k < to; k++) {
    const x = b[b0 + k] ?? 0
    const y = b[b1 + k] ?? 0
    const p = a[a0 + k] ?? 0
    s00 += p * x
    s01 += p * y
    const q = a[a1 + k] ?? 0
    s10 += q * x
    s11 += q * y
    const r = a[a2 + k] ?? 0
    s20 += r * x
    s21 += r * y
    const s = a[a3 + k] ?? 0
    s30 += s * x
    s31 += s * y
  }
  target[a0 + j] = (target[a0 + j] ?? 0) + sign * s00
  target[a0 + j + 1] = (target[a0 + j + 1] ?? 0) + sign * s01
  target[a1 + j] = (target[a1 + j] ?? 0) + sign * s10
  target[a1 + j + 1] = (target[a1 + j + 1] ?? 0) + sign * s11
  target[a2 + j] = (target[a2 + j] ?? 0) + sign * s20
  target[a2 + j + 1] = (target[a2 + j + 1] ?? 0) + sign * s21
  target[a3 + j] = (target[a3 + j] ?? 0) + sign * s30
  target[a3 + j + 1] = (target[a3 + j + 1] ?? 0) + sign * s31
}

/** Solves X · Lᵀ = B for rows of B, in their place, where L is the triangle of `l` within the columns `k`. */
export function solveRows(b: Float64Array, l: Float64Array, size: number, rows: Range, k: Range): void {
  for (let i = rows.from; i < rows.to; i += 4) {
    const b0 = i * size
    const [b1, b2, b3] = [b0 + size, b0 + 2 * size, b0 + 3 * size]
    for (let column = k.from; column < k.to; column++) {
      const own = column * size
      let s0 = b[b0 + column] ?? 0
      let s1 = b[b1 + column] ?? 0
      let s2 = b[b2 + column] ?? 0
      let s3 = b[b3 + column] ?? 0
      for (let m = k.from; m < column; m++) {
        const factor = l[own + m] ?? 0
        s0 -= (b[b0 + m] ?? 0) * factor
        s1 -= (b[b1 + m] ?? 0) * factor
        s2 -= (b[b2 + m] ?? 0) * factor
        s3 -= (b[b3 + m] ?? 0) * factor
      }
      const over = 1 / (l[own + column] ?? 1)
      b[b0 + column] = s0 * over
      b[b1 + column] = s1 * over
      b[b2 + column] = s2 * over
      b[b3 + column] = s3 * over
    }
  }
}
