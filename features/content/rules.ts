const WORDS_A_MINUTE = 220
const HAN_A_MINUTE = 400
const HAN = /\p{Script=Han}/gu

/** How long a text takes to read, in whole minutes: by words, and by characters where it is Chinese. */
export function minutesToRead(text: string): number {
  const han = text.match(HAN)?.length ?? 0
  const words = text.replace(HAN, ' ').match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  return Math.max(1, Math.round(words / WORDS_A_MINUTE + han / HAN_A_MINUTE))
}

/** The name of a heading in an address: letters and digits of any script, joined by hyphens. */
export function headingId(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu)
  return words?.join('-') ?? 'part'
}

/** What may stand behind a link of a text: pages of this site, the open web and mail; nothing that a browser would run. */
export function isSafeAddress(href: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(href)) return false
  return /^(https?:\/\/[^/]|mailto:[^@]+@|\/(?!\/)|#)/i.test(href)
}
