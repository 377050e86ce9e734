/** Control characters but tab and line ends, halves of surrogate pairs, non-characters: what XML 1.0 cannot carry. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu

/** The text without what no format carries safely, lines ended by `\n`. */
export function plainText(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/\r\n?/g, '\n')
}

/** Marks that turn the reading order of all that follows: embeddings, overrides and isolates. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g
/** No writing stacks more than four marks on a letter. */
const STACKED = /(\p{M}{4})\p{M}+/gu

/** The same of what strangers read in lists and mails: nothing in it reaches beyond itself. */
export function tameText(text: string): string {
  return plainText(text).replace(TURNING, '').replace(STACKED, '$1')
}

/** Anything that leaves ink: neither a space nor a mark alone, nor what is drawn as nothing or as a blank pattern. */
const INK = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

/**
 * What becomes of every text on its way in, by a form or as JSON: tamed, and nothing where there is nothing to be seen.
 * All else is kept as it was typed.
 */
export function enteredText(text: string): string {
  const tame = tameText(text)
  return INK.test(tame) ? tame : ''
}

/** The same on one line, for titles and names. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim()
}

/** PostgreSQL has no text with a zero character or half of a surrogate pair. */
export const isStorable = (text: string) => !/\0|\p{Surrogate}/u.test(text)

/** Letters of writings that run from right to left. */
const FROM_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Between words of ours in plain text: what runs from right to left is set apart, so that it turns nothing beside it. */
export const setApart = (text: string) => (FROM_RIGHT.test(text) ? `\u2068${text}\u2069` : text)
