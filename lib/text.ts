/** Control characters but tab and line ends, halves of surrogate pairs, non-characters: what XML 1.0 cannot carry. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu

/** The text without what no format carries safely, lines ended by `\n`. */
export function plainText(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/\r\n?/g, '\n')
}

/** The same on one line, for titles and names. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim()
}

/** The part of a text that survives in an address: `[a-z0-9]+(-[a-z0-9]+)*`, or nothing where no ASCII letter does. */
export function asciiSlug(text: string, limit = 60): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
  return words.slice(0, limit).replace(/^-+|-+$/g, '')
}
