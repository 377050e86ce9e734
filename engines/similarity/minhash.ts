import { mix } from './shingles'

/**
 * Three rows to a band: two texts that share 40 % of their shingles meet in some band with 94 %, those that share 60 %
 * with 99.997 %, those that share 5 % with 0.5 % (1 − (1 − sʳ)ᵇ).
 */
const ROWS = 3
const BANDS = 42
export const SIGNATURE_LENGTH = ROWS * BANDS

const SEEDS = Int32Array.from({ length: SIGNATURE_LENGTH }, (_, place) => mix(0x9e3779b9 * (place + 1)))

/** Of no shingle at all: greater than or equal to every hash. */
const NOTHING = 0x7fffffff

/**
 * The MinHash signature of a set (Broder 1997): the least of its members under each of 126 orders of all numbers, which
 * are the rounds of MurmurHash3's finaliser, read as signed. The share of places in which two agree estimates their
 * Jaccard similarity, with a standard error of at most 0.045.
 */
export function signatureOf(shingles: Uint32Array): Int32Array {
  const signature = new Int32Array(SIGNATURE_LENGTH).fill(NOTHING)
  for (let at = 0; at < shingles.length; at++) {
    const shingle = shingles[at] ?? 0
    // Written out, on signed numbers: this loop is nearly all of the work.
    for (let place = 0; place < SIGNATURE_LENGTH; place++) {
      let h = shingle ^ (SEEDS[place] ?? 0)
      h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
      h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
      h ^= h >>> 16
      if (h < (signature[place] ?? 0)) signature[place] = h
    }
  }
  return signature
}

/** The share of places in which two signatures agree. */
export function estimate(one: Int32Array, other: Int32Array): number {
  let agreeing = 0
  for (let place = 0; place < SIGNATURE_LENGTH; place++) if (one[place] === other[place]) agreeing++
  return agreeing / SIGNATURE_LENGTH
}

/** The bands of a signature, as signed 32-bit numbers: texts that share one are candidates. Of an empty text none. */
export function bandsOf(signature: Int32Array): number[] {
  if (signature.every((least) => least === NOTHING)) return []
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = mix(band + 1)
    for (let row = 0; row < ROWS; row++) hash = mix(hash ^ (signature[band * ROWS + row] ?? 0))
    return hash | 0
  })
}
