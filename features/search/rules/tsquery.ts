import { type Asked, bigramsOf, segmentsOf, WORD_MARK } from './words'

/** What PostgreSQL makes of a word that was typed. */
export interface Lexemes {
  word: string
  /** As its dictionary of English stems it; nothing of a word that says nothing, such as “the”. */
  stems: string[]
  /** As it is written, without accents. */
  plain: string[]
}

export interface Match {
  /** Everything that was asked for. */
  all: string
  /** Any of it, for the order of what is found and for a question that nothing answers whole. */
  any: string
  /** Titles alone hold what this asks: so short a beginning is in nearly every text. */
  inHeads: boolean
}

const SHORT = 2

/** The question as a tsquery; null where nothing is left of it. Its text is safe: lexemes are quoted. */
export function matchOf({ words, runs, isTyping }: Asked, lexemes: Lexemes[]): Match | null {
  const says = words.map((word) => lexemes.find((found) => found.word === word) ?? { word, stems: [], plain: [] })
  const isSilent = says.every(({ stems }) => stems.length === 0) && runs.length === 0
  const parts = says.flatMap(({ stems, plain }, at) => {
    const isOpen = isTyping && at === says.length - 1 && (stems.length > 0 || says.length === 1)
    const own = stems.length > 0 || isOpen || isSilent ? alternatives(stems, plain, isOpen) : []
    return own.length > 0 ? [either(own)] : []
  })
  const grams = runs.flatMap((run) =>
    [...run].length > 1 ? bigramsOf(run).slice(0, -1).map(quoted) : [`${quoted(run)}:*`],
  )
  const segments = runs.flatMap(segmentsOf).map((word) => quoted(WORD_MARK + word))
  const all = [...parts, ...grams]
  if (all.length === 0) return null
  const [only = ''] = words
  const inHeads = isSilent || (runs.length === 0 && words.length === 1 && isTyping && only.length <= SHORT)
  return { all: all.join(' & '), any: either([...parts, ...(segments.length > 0 ? segments : grams)]), inHeads }
}

function alternatives(stems: string[], plain: string[], isOpen: boolean): string[] {
  const whole = stems.length > 1 ? [`(${stems.map(quoted).join(' & ')})`] : stems.map(quoted)
  const typed = isOpen ? plain.map((word) => `${quoted(word)}:*`) : plain.map(quoted)
  return [...new Set([...whole, ...typed])]
}

const either = (parts: string[]) => (parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' | ')})`)

function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`
}
