import { levelOn, type Move, movesSince } from '@/features/projects/rules'
import type { Level } from '@/generated/prisma/enums'

interface Name {
  slug: string
  name: string
}
interface Link {
  slug: string
  locale: string
  title: string
}

/** What an article speaks of, as it was and as it is. Days are `YYYY-MM-DD`; null where nobody has stated them. */
export interface SinceFacts {
  /** The article's day, or the one that orders it. */
  day: string
  today: string
  /** Its readers were told of a call that was open, or about to be. */
  announcesCall: boolean
  projects: (Name & { moves: (Move & { article: Link | null })[] })[]
  events: (Name & {
    firstDay: string | null
    lastDay: string | null
    isOver: boolean
    callClosedOn: string | null
    isReleased: boolean
  })[]
  /** The later parts of its series, oldest first. */
  laterParts: (Link & { date: string | null })[]
  /** Case studies about its organisations, with the day by which lists order them. */
  studies: (Link & { date: string | null; sortDate: string; organization: Name })[]
  /** Where its authors belonged and belong now, by name. */
  authors: (Name & { before: string | null; now: string | null })[]
}

export type Since =
  | { kind: 'level'; on: string; project: Name; before: Level | null; now: Level; article: Link | null }
  | { kind: 'call-closed'; on: string; event: Name; isReleased: boolean }
  | { kind: 'event-over'; on: string; event: Name; firstDay: string; lastDay: string; isReleased: boolean }
  | { kind: 'series'; on: string | null; latest: Link; more: number }
  | { kind: 'case-study'; on: string | null; study: Link; organization: Name }
  | { kind: 'affiliation'; on: null; author: Name; before: string; now: string }

const MOST_STUDIES = 3

/** What has changed since for what an article speaks of, in order of time, undated things last; empty where nothing has. */
export function changesSince(facts: SinceFacts): Since[] {
  const changes = [...levels(facts), ...events(facts), ...laterParts(facts), ...studies(facts), ...affiliations(facts)]
  const place = ({ on }: Since) => on ?? '9999'
  return changes.sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))
}

/** A project that has come back to where it was has not changed. */
function levels({ projects, day, today }: SinceFacts): Since[] {
  return projects.flatMap(({ slug, name, moves }): Since[] => {
    const [before, now] = [levelOn(moves, day), levelOn(moves, today)]
    const last = movesSince(moves, day).findLast(({ on }) => on <= today)
    if (!last || !now || before === now) return []
    const article = moves.find((move) => move.on === last.on && move.level === last.level)?.article ?? null
    return [{ kind: 'level', on: last.on, project: { slug, name }, before, now, article }]
  })
}

function events({ events, day, today, announcesCall }: SinceFacts): Since[] {
  return events.flatMap(({ slug, name, firstDay, lastDay, isOver, callClosedOn, isReleased }): Since[] => {
    const event = { slug, name }
    const hasClosed = announcesCall && callClosedOn !== null && callClosedOn >= day && callClosedOn <= today
    const isOverSince = isOver && lastDay !== null && lastDay >= day
    const first = firstDay ?? lastDay
    return [
      ...(hasClosed
        ? [{ kind: 'call-closed' as const, on: callClosedOn, event, isReleased: isReleased && !isOverSince }]
        : []),
      ...(isOverSince && first
        ? [{ kind: 'event-over' as const, on: lastDay, event, firstDay: first, lastDay, isReleased }]
        : []),
    ]
  })
}

function laterParts({ laterParts }: SinceFacts): Since[] {
  const latest = laterParts.at(-1)
  return latest ? [{ kind: 'series', on: latest.date, latest: linkOf(latest), more: laterParts.length - 1 }] : []
}

function studies({ studies, day }: SinceFacts): Since[] {
  const later = studies.filter(({ sortDate }) => sortDate > day).sort((a, b) => (a.sortDate < b.sortDate ? 1 : -1))
  return later.slice(0, MOST_STUDIES).map((study) => ({
    kind: 'case-study',
    on: study.date,
    study: linkOf(study),
    organization: study.organization,
  }))
}

/** An employer's name that has only become longer or shorter (“Acme”, “Acme Inc.”) is the same employer. */
function affiliations({ authors }: SinceFacts): Since[] {
  return authors.flatMap(({ slug, name, before, now }): Since[] => {
    if (before === null || now === null) return []
    const [a, b] = [plain(before), plain(now)]
    if (a === '' || b === '' || a.includes(b) || b.includes(a)) return []
    return [{ kind: 'affiliation', on: null, author: { slug, name }, before, now }]
  })
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function linkOf({ slug, locale, title }: Link): Link {
  return { slug, locale, title }
}
