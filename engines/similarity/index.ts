import { bandsOf, signatureOf } from './minhash'
import { jaccard, shinglesOf } from './shingles'

export { cosines } from './cosine'
export { bandsOf, estimate, signatureOf } from './minhash'
export { sharedPassages } from './passages'
export { jaccard, shinglesOf, wordsOf } from './shingles'

/** Of all that the bands depend on: signatures made under another number are made anew. */
export const SCHEME = 1

export interface SimilarPair {
  /** Places of the two among the texts, the smaller first. */
  one: number
  other: number
  /** Exact Jaccard similarity of their shingles, 0 to 1. */
  similarity: number
}

/**
 * The pairs of texts that share at least this much, the nearest first. Only pairs that meet in a band are compared: of
 * 20,000 texts that are not alike some thousands, not 200 million.
 */
export function findSimilar(texts: string[], least = 0.3): SimilarPair[] {
  const shingles = texts.map(shinglesOf)
  const seen = new Set<number>()
  const buckets = new Map<number, number[]>()
  const pairs: SimilarPair[] = []
  for (const [other, set] of shingles.entries())
    for (const band of bandsOf(signatureOf(set))) {
      const bucket = buckets.get(band) ?? []
      for (const one of bucket) {
        const pair = one * texts.length + other
        if (seen.has(pair)) continue
        seen.add(pair)
        const similarity = jaccard(shingles[one] ?? set, set)
        if (similarity >= least) pairs.push({ one, other, similarity })
      }
      bucket.push(other)
      buckets.set(band, bucket)
    }
  return pairs.sort((a, b) => b.similarity - a.similarity || a.one - b.one || a.other - b.other)
}
