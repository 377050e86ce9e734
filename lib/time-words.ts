import type { PlainDate } from './time'

export type Locale = 'en' | 'zh'

const ANYWHERE_ON_EARTH = 'Etc/GMT+12'
const TAGS = { en: 'en-GB', zh: 'zh-CN' } as const
/** Each region abbreviates only the zones at home (CEST, EDT, AEST) and writes GMT+2 for the others. */
const REGIONS = ['en-GB', 'en-US', 'en-AU', 'en-NZ', 'en-CA', 'en-IN', 'en-ZA']

const DATE = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** `Sunday, 17 October 2027` or `2027年10月17日星期日`, in the given zone. */
export function formatDate(instant: Date, timeZone: string, locale: Locale): string {
  return formatter(TAGS[locale], { ...DATE, timeZone }).format(instant)
}

/** The same of a date that has no time: it does not shift with any zone. */
export function formatPlainDate(date: PlainDate, locale: Locale): string {
  return formatDate(new Date(`${date}T00:00:00Z`), 'UTC', locale)
}

/** `Sunday, 17 October 2027 at 11:00 CEST`. */
export function formatMoment(instant: Date, timeZone: string, locale: Locale): string {
  const text = formatter(TAGS[locale], { ...DATE, ...TIME, timeZone }).format(instant)
  return `${text} ${zoneName(instant, timeZone, locale)}`
}

/** `Sunday, 17 October 2027, 11:00–11:45 CEST`; the zone is named twice where clocks are set in between. */
export function formatRange(start: Date, end: Date, timeZone: string, locale: Locale): string {
  const [from, until] = [zoneName(start, timeZone, locale), zoneName(end, timeZone, locale)]
  if (from !== until) return `${formatMoment(start, timeZone, locale)} – ${formatMoment(end, timeZone, locale)}`
  return `${formatter(TAGS[locale], { ...DATE, ...TIME, timeZone }).formatRange(start, end)} ${from}`
}

/** What people call the zone at that instant: `CEST`, `EDT`, `GMT+8`, `anywhere on Earth (AoE)`. */
export function zoneName(instant: Date, timeZone: string, locale: Locale): string {
  if (timeZone === ANYWHERE_ON_EARTH) return locale === 'zh' ? '地球上任何地方 (AoE)' : 'anywhere on Earth (AoE)'
  if (locale === 'zh') return namedZone(instant, timeZone, 'zh-CN', 'long')
  const names = REGIONS.map((region) => namedZone(instant, timeZone, region, 'short'))
  return names.find((name) => !/^GMT[+-]/.test(name)) ?? names[0] ?? timeZone
}

function namedZone(instant: Date, timeZone: string, tag: string, timeZoneName: 'short' | 'long'): string {
  const parts = formatter(tag, { timeZone, timeZoneName }).formatToParts(instant)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

/** Making a formatter costs a hundred times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(options)}`
  const kept = formatters.get(key) ?? new Intl.DateTimeFormat(tag, options)
  formatters.set(key, kept)
  return kept
}

/** `17 – 18 October 2027` or `2027年10月17日至2027年10月18日`: days without a time, which shift with no zone. */
export function formatDays(first: PlainDate, last: PlainDate | null, locale: Locale): string {
  if (last === null || last === first) return formatPlainDate(first, locale)
  const { weekday: _, ...options } = DATE
  const date = formatter(TAGS[locale], { ...options, timeZone: 'UTC' })
  const [start, end] = [new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`)]
  return locale === 'zh' ? `${date.format(start)}至${date.format(end)}` : date.formatRange(start, end)
}
