import { LONGEST_QUESTION } from '../schema'
import { simplified } from './simplified'

/** Letters and numerals of scripts that put no space between words; not the radicals of dictionaries. */
const UNSPACED = '[[\\p{L}\\p{N}]&&[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]]'
const PIECES = new RegExp(`(${UNSPACED}+)|([[\\p{L}\\p{N}\\p{M}]--${UNSPACED}]+)`, 'gv')
const RUN = new RegExp(UNSPACED, 'v')
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu
const CAMEL = /(?<=\p{Ll})(?=\p{Lu})/gu
/** A word of the segmenter, told from two characters that merely stand together. */
export const WORD_MARK = '·'
const LONGEST_WORD = 60

export interface Pieces {
  /** Words of scripts that part them by spaces, without capitals. */
  spaced: string[]
  /** Unbroken runs of Chinese (or Japanese) characters, traditional ones as simplified. */
  runs: string[]
}

/** The words of a text, cut in the same way when it is indexed and when it is asked for. */
export function piecesOf(text: string): Pieces {
  const pieces: Pieces = { spaced: [], runs: [] }
  for (const [, run, word] of text.normalize('NFKC').matchAll(PIECES)) {
    if (run) pieces.runs.push(simplified(run))
    else if (word) pieces.spaced.push(word.toLowerCase())
  }
  return pieces
}

/** A name as people type it: OpenTelemetry is also open telemetry. */
export function withPartsOfNames(text: string): string {
  const parts = partsOfName(text)
  return parts === text ? text : `${text} ${parts}`
}

export const partsOfName = (text: string) => text.replace(CAMEL, ' ')

/** Every two neighbours of a run, and its last character alone, so that each character begins a lexeme. */
export function bigramsOf(run: string): string[] {
  const characters = [...run]
  return characters.map((character, at) => character + (characters[at + 1] ?? ''))
}

let segmenter: Intl.Segmenter | null = null

/** The words of a run as a dictionary cuts them, of two characters or more. */
export function segmentsOf(run: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return [...segmenter.segment(run)].flatMap(({ segment, isWordLike }) =>
    isWordLike && [...segment].length > 1 && segment.length <= LONGEST_WORD ? [segment] : [],
  )
}

/** What PostgreSQL is to index of a text: words for its own parser, and a vector for what it cannot cut. */
export function indexed(text: string, weight: 'A' | 'B' | 'D'): { spaced: string; vector: string } {
  // Most texts have no run in them, and then one pass over the whole is several times faster than one for each word.
  if (!RUN.test(text)) return { spaced: text.normalize('NFKC').toLowerCase().replace(BETWEEN_WORDS, ' '), vector: '' }
  const { spaced, runs } = piecesOf(text)
  return { spaced: spaced.join(' '), vector: vectorOf(runs, weight) }
}

/** Lexemes hold letters alone, so that nothing needs quoting but the quotes around them. */
function vectorOf(runs: string[], weight: string): string {
  let position = 0
  return runs
    .flatMap((run) => [...bigramsOf(run), ...segmentsOf(run).map((word) => WORD_MARK + word)])
    .map((lexeme) => `'${lexeme}':${Math.min(++position, 16_000)}${weight}`)
    .join(' ')
}

export interface Asked {
  /** At most twelve, each cut to a length that words have. */
  words: string[]
  runs: string[]
  /** The last thing typed is a word of `words`, perhaps not finished yet. */
  isTyping: boolean
  /** The whole question as a name would be written. */
  name: string
}

const MOST_WORDS = 12
const LONGEST_RUN = 40

/** What of a question can be looked for; null: nothing, such as punctuation alone. */
export function askedOf(text: string): Asked | null {
  const cut = text.slice(0, LONGEST_QUESTION)
  const { spaced, runs } = piecesOf(cut)
  const words = spaced.slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD))
  const name = nameOf(cut)
  if (words.length + runs.length === 0) return null
  const isTyping =
    words.length > 0 && spaced.length <= MOST_WORDS && !/[\s\p{P}]$/u.test(cut) && endsInWord(cut, spaced)
  return {
    words,
    runs: runs.slice(0, MOST_WORDS).map((run) => [...run].slice(0, LONGEST_RUN).join('')),
    isTyping,
    name,
  }
}

function endsInWord(text: string, spaced: string[]): boolean {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .endsWith(spaced.at(-1) ?? ' ')
}

/** A name without what keyboards and habits differ in: capitals, hyphens, stops, traditional characters. */
export function nameOf(text: string): string {
  const pieces = [...text.normalize('NFKC').matchAll(PIECES)].map(([piece]) => piece.toLowerCase())
  return simplified(pieces.join(' '))
}
