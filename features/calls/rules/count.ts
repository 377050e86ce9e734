import type { LimitUnit } from '../schema/question'

const segmenters = {
  words: new Intl.Segmenter('en', { granularity: 'word' }),
  characters: new Intl.Segmenter('en', { granularity: 'grapheme' }),
}

/**
 * Words as Unicode's rules and ICU's dictionaries part them, so that Chinese has words too; characters as readers see
 * them, so that a family of four is one.
 */
export function countText(text: string, unit: LimitUnit): number {
  let count = 0
  for (const segment of segmenters[unit].segment(text)) if (unit === 'characters' || segment.isWordLike) count++
  return count
}
