import { holdWord, together } from './db'

/**
 * Reads, compares and writes what `word` names as one: a version that is compared here is still the one that is written
 * over. The commands that change it hold the same word.
 */
export function oneAtATime<T>(word: string, work: () => Promise<T>): Promise<T> {
  return together(async (tx) => {
    await holdWord(tx, word)
    return work()
  })
}
