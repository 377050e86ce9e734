import { Category } from './schema/front-matter'

const WORDS_A_MINUTE = 220
const HAN_A_MINUTE = 400
const HAN = /\p{Script=Han}/gu
/** A run of signs that holds a letter or a digit: `company’s`, `2.6`, `self-service`. */
const WORD = /[^\s]*[\p{L}\p{N}][^\s]*/gu

/** How long a text takes to read, in whole minutes: by words, and by characters where it is Chinese. */
export function minutesToRead(text: string): number {
  const han = text.match(HAN)?.length ?? 0
  const words = (han > 0 ? text.replace(HAN, ' ') : text).match(WORD)?.length ?? 0
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

/** What may join two texts, with its weight: the rarer it is among all texts, the more of its weight it keeps. */
export const KINSHIP = { author: 3, project: 3, person: 2.5, organization: 1.5, tag: 1 } as const
export type Kinship = keyof typeof KINSHIP

/** The page that an address asks for, from 1; what is no number is the first. */
export function pageNumber(value: string | string[] | undefined): number {
  return typeof value === 'string' && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : 1
}

/** The day that `2018-08-31` names, or the last of the month that `2018-08` does; null for what is neither. */
export function lastDayOf(value: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(value) ?? []
  if (!year || !month || Number(month) < 1 || Number(month) > 12) return null
  const last = String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())
  if (day === undefined) return `${value}-${last}`
  return day >= '01' && day <= last ? value : null
}

/** The kind of article that an address names, or null for all. */
export function categoryNamed(value: string | string[] | undefined): Category | null {
  return Category.safeParse(value).data ?? null
}

/** The year that an address names, or null. */
export function yearNamed(value: string): number | null {
  return /^(?:19|20)\d\d$/.test(value) ? Number(value) : null
}
