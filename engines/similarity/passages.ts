import { wordsOf } from './shingles'

/** Fewer words in a row than that say nothing. */
const SHORTEST = 5

/** The longest runs of words that both texts have, the longest first; none that lies within another. */
export function sharedPassages(one: string, other: string, most = 3): string[] {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  const runs: { from: number; length: number }[] = []
  let before = new Uint16Array(others.length + 1)
  for (let i = 0; i < words.length; i++) {
    const here = new Uint16Array(others.length + 1)
    for (let j = 0; j < others.length; j++)
      if (words[i] === others[j]) {
        const length = (before[j] ?? 0) + 1
        here[j + 1] = length
        if (words[i + 1] !== others[j + 1] || i + 1 === words.length || j + 1 === others.length)
          runs.push({ from: i - length + 1, length })
      }
    before = here
  }
  const taken: typeof runs = []
  for (const run of runs.filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length)) {
    if (taken.length === most) break
    if (taken.every(({ from, length }) => run.from >= from + length || run.from + run.length <= from)) taken.push(run)
  }
  return taken.map(({ from, length }) => words.slice(from, from + length).join(' '))
}
