import { Email } from '@/features/access/schema'
import { handleOf, LINKS, type LinkKind } from '@/features/people/schema/handles'
import { languageCode } from '@/lib/languages'
import { oneLine, tameText } from '@/lib/text'
import { zonedToUtc } from '@/lib/time'
import type { Reading } from './files'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * A moment: with an offset, or as a clock of the event shows it; `2027-03-02 10:14`, `02 Mar 2027 10:14 AM`. What there
 * is not (30 February, an hour that clocks skip) is a problem.
 */
export function momentIn(text: string, timeZone: string, reading: Reading, place: string): Date | null {
  if (!text.trim()) return null
  const wall = wallIn(text.trim())
  if (wall === null) return bad('is no date and time', text, reading, place)
  try {
    if (wall.offset) {
      // The clock itself must have such a time: JavaScript takes 30 February for 2 March.
      zonedToUtc(wall.at, 'UTC')
      return new Date(`${wall.at}${wall.fraction}${wall.offset}`)
    }
    const { at, reading: exists } = zonedToUtc(wall.at, timeZone)
    return exists === 'nonexistent' ? bad(`does not exist in ${timeZone}`, text, reading, place) : at
  } catch {
    return bad('is a date that does not exist', text, reading, place)
  }
}

function bad(why: string, text: string, reading: Reading, place: string): null {
  reading.problem(place, `“${text.slice(0, 60)}” ${why}`)
  return null
}

function wallIn(text: string): { at: string; fraction: string; offset: string } | null {
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(\.\d{1,9})?\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text)
  if (iso) {
    const offset = (iso[4] ?? '').toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')
    return { at: `${iso[1]}T${withSeconds(iso[2] ?? '00:00')}`, fraction: iso[3] ?? '', offset }
  }
  const spoken = /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})(?:,? (\d{1,2}):(\d\d)(?::\d\d)? ?(am|pm)?)?$/i.exec(text)
  if (!spoken) return null
  const [, day = '', month = '', year = '', hour = '0', minute = '00', half] = spoken
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  if (number === 0) return null
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour)
  return { at: `${year}-${two(number)}-${two(day)}T${two(hours)}:${minute}:00`, fraction: '', offset: '' }
}

const two = (number: number | string) => String(number).padStart(2, '0')
const withSeconds = (time: string) => (time.length === 5 ? `${time}:00` : time)

/** A line of text, and where it is too long, as much of it as there is room for. */
export function lineIn(text: string, limit: number, reading: Reading, place: string): string {
  return cut(oneLine(tameText(text)), limit, reading, place)
}

export function proseIn(text: string, limit: number, reading: Reading, place: string): string {
  return cut(tameText(text).trim(), limit, reading, place)
}

function cut(text: string, limit: number, reading: Reading, place: string): string {
  if (text.length <= limit) return text
  reading.note(place, `is longer than ${limit.toLocaleString('en')} characters; cut`)
  const room = text.slice(0, limit - 2).replace(/[\uD800-\uDBFF]$/, '')
  return `${room.trimEnd()} …`
}

export function emailIn(text: string, reading: Reading, place: string): string | null {
  if (!text.trim()) return null
  const email = Email.safeParse(text.replace(/^mailto:/i, ''))
  if (!email.success) reading.note(place, `“${text.slice(0, 60)}” is no e-mail address; dropped`)
  return email.data ?? null
}

export function languageIn(text: string, reading: Reading, place: string): string | null {
  if (!text.trim()) return null
  const code = languageCode(text)
  if (!code) reading.note(place, `“${text.slice(0, 60)}” is no language known; the event’s own is taken`)
  return code
}

export const isYes = (text: string) => /^(true|yes|y|1|x|checked|on)$/i.test(text.trim())

const KIND_WORDS: Record<string, LinkKind> = {
  twitter: 'twitter',
  x: 'twitter',
  xtwitter: 'twitter',
  linkedin: 'linkedin',
  github: 'github',
  mastodon: 'mastodon',
  bluesky: 'bluesky',
  youtube: 'youtube',
  blog: 'website',
  companywebsite: 'website',
  website: 'website',
  homepage: 'website',
}

/** What kind of link such a word names; null where it is none that profiles have. */
export const linkKind = (word: string): LinkKind | null => KIND_WORDS[word.toLowerCase().replace(/[^a-z]/g, '')] ?? null

/** Links by kind, the first of each; what is no address of its kind is dropped and said. */
export function linksIn(found: [word: string, url: string][], reading: Reading, place: string): Record<string, string> {
  const links: Partial<Record<LinkKind, string>> = {}
  for (const [word, url] of found) {
    if (!url.trim()) continue
    const kind = linkKind(word) ?? LINKS.find((each) => each !== 'website' && /[/]/.test(url) && handleOf(each, url))
    const handle = kind && handleOf(kind, url)
    if (!kind || !handle) reading.note(place, `the link “${url.slice(0, 80)}” (${word}) is dropped`)
    else links[kind] ??= handle
  }
  return Object.fromEntries(LINKS.flatMap((kind) => (links[kind] ? [[kind, links[kind]]] : [])))
}

export type Part = 'format' | 'track' | 'level' | 'language' | 'tags'

const PARTS: [Part, RegExp][] = [
  ['format', /^((session|proposal|talk) )?(format|type)s?$/i],
  ['track', /^((session|proposal|assigned|main) )?tracks?$/i],
  ['level', /^((session|audience|experience|difficulty) )?levels?$/i],
  ['language', /^((session|talk|presentation) )?language$/i],
  ['tags', /^((session|proposal) )?tags?$/i],
]

/** Which part of a proposal a choice or column of such a name is; null where it is a question of its own. */
export const partOf = (name: string): Part | null => PARTS.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? null

/** `Workshop (90 min)` lasts ninety minutes. */
export function minutesIn(name: string): number | null {
  const found = /(\d{1,3}) ?(?:m|min|mins|minutes?)\b/i.exec(name)
  return found ? Number(found[1]) : null
}
