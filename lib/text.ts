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

/** The same on one line, for titles and names. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim()
}
