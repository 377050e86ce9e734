/** Han, kana and hangul syllables stand each for a word; elsewhere a word is a run of letters and digits. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}]+/gu

/** The words of a text, in order, without regard to case, width, accents or marks. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .match(WORD) ?? []
  )
}

/** Words in a shingle. Two: what is reworded here and there still shares most of them. */
const WIDTH = 2

/**
 * The shingles of a text, runs of two words, as 32-bit hashes: sorted, each once. A text of one word is one shingle, an
 * empty one has none.
 */
export function shinglesOf(text: string): Uint32Array {
  const words = wordsOf(text)
  const found = new Set<number>()
  for (let at = 0; at + WIDTH <= words.length; at++) found.add(hashOf(words.slice(at, at + WIDTH).join(' ')))
  if (words.length > 0 && words.length < WIDTH) found.add(hashOf(words.join(' ')))
  return Uint32Array.from(found).sort()
}

/** FNV-1a over UTF-16 units, mixed at the end so that all bits depend on all. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mix(hash)
}

/** The finaliser of MurmurHash3: a permutation of 32-bit numbers. */
export function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** What two sets share of what they hold together: 0 to 1; 0 where both are empty. Both sorted, each number once. */
export function jaccard(one: Uint32Array, other: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0]
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i] ?? 0, other[j] ?? 0]
    if (a === b) shared++
    if (a <= b) i++
    if (b <= a) j++
  }
  const together = one.length + other.length - shared
  return together === 0 ? 0 : shared / together
}
