import { plainText } from './text'
import { wallClock, zonedToUtc } from './time'
import { vtimezone } from './vtimezone'

/** One entry of a calendar. `uid`, `sequence` and `lastModified` decide which of two copies a calendar keeps. */
export interface CalendarEntry {
  uid: string
  sequence: number
  lastModified: Date
  status: 'CONFIRMED' | 'CANCELLED'
  startsAt: Date
  endsAt: Date
  timeZone: string
  summary: string
  /** Apps are known to drop an entry without one. */
  location: string
  description: string
  url: string
  geo: { lat: number; lon: number } | null
  categories: string[]
}

export interface CalendarHead {
  name: string
  /** Where the calendar itself lives, and the page that people read. */
  source: string
  url: string
}

/** How often a calendar app should ask again: what was released is expected on phones within the hour. */
const REFRESH = 'PT1H'

/** An iCalendar file (RFC 5545 and 7986) of entries in any number of zones. The same entries make the same bytes. */
export function icalendar(head: CalendarHead, entries: CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lectern//Schedule//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(head.name)}`,
    `X-WR-CALNAME:${escaped(head.name)}`,
    `URL;VALUE=URI:${head.url}`,
    `SOURCE;VALUE=URI:${head.source}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...zonesOf(entries),
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function zonesOf(entries: CalendarEntry[]): string[] {
  const zones = [...new Set(entries.map((entry) => entry.timeZone))].sort()
  return zones.flatMap((zone) => {
    const times = entries
      .filter((entry) => entry.timeZone === zone)
      .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    const years = times.map((time) => time.getUTCFullYear())
    return vtimezone(zone, Math.min(...years), Math.max(...years))
  })
}

function eventLines(entry: CalendarEntry): string[] {
  const { geo, categories } = entry
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    // Without a METHOD the stamp is the entry's own last change, not the moment of the download.
    `DTSTAMP:${utc(entry.lastModified)}`,
    `LAST-MODIFIED:${utc(entry.lastModified)}`,
    `STATUS:${entry.status}`,
    `DTSTART${zoned(entry.startsAt, entry.timeZone)}`,
    `DTEND${zoned(entry.endsAt, entry.timeZone)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `LOCATION:${escaped(entry.location)}`,
    ...(geo ? [`GEO:${geo.lat.toFixed(6)};${geo.lon.toFixed(6)}`] : []),
    `DESCRIPTION:${escaped(entry.description)}`,
    ...(categories.length > 0 ? [`CATEGORIES:${categories.map(escaped).join(',')}`] : []),
    `URL;VALUE=URI:${entry.url}`,
    'END:VEVENT',
  ]
}

/** Readers differ on which of two equal readings a local time means, when clocks are set back: both are said in UTC. */
function zoned(instant: Date, timeZone: string): string {
  const wall = wallClock(instant, timeZone)
  const isClear = zonedToUtc(wall, timeZone).reading === 'clear'
  return isClear ? `;TZID=${timeZone}:${compact(wall)}` : `:${utc(instant)}`
}

function utc(instant: Date): string {
  return `${compact(instant.toISOString().slice(0, 19))}Z`
}

function compact(wall: string): string {
  return wall.replace(/[-:]/g, '')
}

function escaped(text: string): string {
  return plainText(text)
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')
}

/** Lines of at most 75 octets, the space that begins each further one included, broken between characters. */
function folded(line: string): string {
  const lines: string[] = []
  let [start, octets, index] = [0, 0, 0]
  while (index < line.length) {
    const point = line.codePointAt(index) ?? 0
    const length = octetsOf(point)
    if (octets + length > 75) {
      lines.push(line.slice(start, index))
      start = index
      octets = 1
    }
    octets += length
    index += point > 0xffff ? 2 : 1
  }
  return [...lines, line.slice(start)].join('\r\n ')
}

/** The length of a character in UTF-8. */
function octetsOf(point: number): number {
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x1_0000 ? 3 : 4
}
