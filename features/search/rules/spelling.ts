/** Words that are written alike, as the index's own trigrams found them. */
export interface Neighbours {
  word: string
  near: string[]
}

/** The neighbour that was most probably meant, or null. `isOpen`: the word may be only the beginning of it. */
export function meantBy({ word, near }: Neighbours, isOpen: boolean): string | null {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
  const judged = near.map((other) => {
    const whole = distance(word, other)
    const begun = isOpen ? distance(word, other.slice(0, word.length)) : whole
    return { other, steps: Math.min(whole, begun) }
  })
  const best = judged.filter(({ steps }) => steps > 0 && steps <= most).sort((a, b) => a.steps - b.steps)[0]
  return best?.other ?? null
}

/** How many slips of the keyboard lie between two words: a letter more, less, other, or two in the wrong order. */
export function distance(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1
      let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + other)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1)
      row.push(steps)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 0
}
