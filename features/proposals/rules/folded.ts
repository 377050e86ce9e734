/** A text as it is searched in: without case and accents, with the way back to the text as it was written. */
export interface Folded {
  text: string
  /** The place in the original of each character, and behind the last one its length. */
  at: number[]
}

export function fold(original: string): Folded {
  let text = ''
  const at: number[] = []
  let place = 0
  for (const character of original) {
    const folded = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    for (let index = 0; index < folded.length; index++) at.push(place)
    text += folded
    place += character.length
  }
  at.push(original.length)
  return { text, at }
}

/** A letter or digit of a script that puts spaces between words. */
const isWordPart = (character: string | undefined) =>
  character !== undefined &&
  /[\p{L}\p{N}]/u.test(character) &&
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)

/** Every place in the original where these words stand as words of their own: `[from, to)`. Spaces may be any. */
export function findWords({ text, at }: Folded, words: string): [from: number, to: number][] {
  const pattern = fold(words.trim())
    .text.split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  if (pattern === '') return []
  return [...text.matchAll(new RegExp(pattern, 'gu'))].flatMap(({ 0: found, index }) => {
    const end = index + found.length
    const isWhole =
      !(isWordPart(text[index - 1]) && isWordPart(text[index])) && !(isWordPart(text[end]) && isWordPart(text[end - 1]))
    const [from, to] = [at[index], at[end]]
    return isWhole && from !== undefined && to !== undefined ? [[from, to] as [number, number]] : []
  })
}
