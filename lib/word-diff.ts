export interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** More cells than that are not worth the memory: then the middle counts as rewritten. */
const MOST_CELLS = 16_000_000

/**
 * What was taken out and put in between two texts, word by word: a longest common subsequence of words, with the white
 * space between them. The pieces that are not `added` make the first text, those that are not `removed` the second.
 */
export function diffWords(before: string, after: string): Piece[] {
  const [one, other] = [tokensOf(before), tokensOf(after)]
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) start++
  let end = 0
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end++
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], tokens: string[]) => {
    const text = tokens.join('')
    const last = pieces.at(-1)
    if (text && last?.kind === kind) last.text += text
    else if (text) pieces.push({ kind, text })
  }
  add('same', one.slice(0, start))
  for (const [kind, token] of middle(one.slice(start, one.length - end), other.slice(start, other.length - end)))
    add(kind, [token])
  add('same', one.slice(one.length - end))
  return pieces
}

/** Words, white space and single marks; of scripts without spaces each character. */
function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+|[^\s]/gu) ?? []
}

function middle(one: string[], other: string[]): [Piece['kind'], string][] {
  const [rows, columns] = [one.length, other.length]
  const rewritten = (): [Piece['kind'], string][] => [
    ...one.map((token): [Piece['kind'], string] => ['removed', token]),
    ...other.map((token): [Piece['kind'], string] => ['added', token]),
  ]
  if (rows === 0 || columns === 0 || rows * columns > MOST_CELLS) return rewritten()
  const width = columns + 1
  const longest = new Uint16Array((rows + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      longest[i * width + j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const steps: [Piece['kind'], string][] = []
  let [i, j] = [0, 0]
  while (i < rows || j < columns) {
    if (i < rows && j < columns && one[i] === other[j]) {
      steps.push(['same', one[i] ?? ''])
      i++
      j++
    } else if (j >= columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) steps.push(['removed', one[i++] ?? ''])
    else steps.push(['added', other[j++] ?? ''])
  }
  return steps
}
