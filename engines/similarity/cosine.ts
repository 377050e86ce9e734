import { wordsOf } from './shingles'

/**
 * How near short texts are by the words that are rare among all of them: the cosine of their TF-IDF vectors (weights
 * tf · ln((1 + n) / (1 + df)) + 1, as scikit-learn smooths them). A shingle says little of six words.
 */
export function cosines(text: string, others: string[]): number[] {
  const all = [text, ...others].map(wordsOf)
  const counts = new Map<string, number>()
  for (const words of all) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const vectors = all.map((words) => {
    const vector = new Map<string, number>()
    for (const word of words)
      vector.set(word, (vector.get(word) ?? 0) + Math.log((1 + all.length) / (1 + (counts.get(word) ?? 0))) + 1)
    return vector
  })
  const [own, ...rest] = vectors
  return rest.map((vector) => (own ? cosine(own, vector) : 0))
}

function cosine(one: Map<string, number>, other: Map<string, number>): number {
  let product = 0
  for (const [word, weight] of one) product += weight * (other.get(word) ?? 0)
  const lengths = lengthOf(one) * lengthOf(other)
  return lengths === 0 ? 0 : Math.min(1, product / lengths)
}

const lengthOf = (vector: Map<string, number>) => Math.hypot(...vector.values())
