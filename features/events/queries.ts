import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { freshUntil, touch } from '@/lib/purge'
import type { PlainDate } from '@/lib/time'
import { callState, eventPhase, nextChange } from './rules'
import type { CallView, EventSummary, EventView } from './schema'

const orderBy: { position?: 'asc'; name?: 'asc' }[] = [{ position: 'asc' }, { name: 'asc' }]

const SUMMARY = {
  slug: true,
  name: true,
  summary: true,
  startsOn: true,
  endsOn: true,
  timeZone: true,
  place: true,
  parent: { select: { slug: true, name: true, startsOn: true, endsOn: true, registrationUrl: true } },
  calls: { where: { kind: 'talks' } },
  _count: { select: { releases: true } },
} satisfies Prisma.EventSelect

const VIEW = {
  ...SUMMARY,
  website: true,
  registrationUrl: true,
  languages: true,
  formats: { select: { slug: true, name: true, minutes: true }, orderBy },
  tracks: { select: { slug: true, name: true, color: true }, orderBy },
  levels: { select: { slug: true, name: true }, orderBy },
  parts: { select: SUMMARY, orderBy: [{ startsOn: 'asc' }, { name: 'asc' }] },
} satisfies Prisma.EventSelect

type SummaryRow = Prisma.EventGetPayload<{ select: typeof SUMMARY }>

/** Every event: those to come with the nearest first (undated ones last), those that are over with the latest first. */
export async function listEvents(now: Date): Promise<{ coming: EventSummary[]; past: EventSummary[] }> {
  touch('events')
  const rows = await db.event.findMany({ select: SUMMARY, orderBy: [{ startsOn: 'asc' }, { name: 'asc' }] })
  const events = rows.map((row) => toSummary(row, now))
  const isOver = ({ phase }: EventSummary) => phase === 'over'
  return { coming: events.filter((event) => !isOver(event)), past: events.filter(isOver).reverse() }
}

/** The events whose call is open, the nearest deadline first; a call without an end comes last. */
export async function listOpenCalls(now: Date): Promise<EventSummary[]> {
  const closing = ({ call }: EventSummary) => call?.closesAt?.getTime() ?? Number.POSITIVE_INFINITY
  const { coming } = await listEvents(now)
  return coming.filter(({ call }) => call?.state === 'open').sort((a, b) => closing(a) - closing(b))
}

/** One event with its parent and its parts, or null. */
export async function getEvent(slug: string, now: Date): Promise<EventView | null> {
  touch(`event:${slug}`)
  const row = await db.event.findUnique({ where: { slug }, select: VIEW })
  if (!row) return null
  touch(...[row.parent, ...row.parts].flatMap((relative) => (relative ? [`event:${relative.slug}`] : [])))
  const { website, registrationUrl, languages, formats, tracks, levels } = row
  const parts = row.parts.map((part) => toSummary(part, now))
  const summary = toSummary(row, now)
  const registers = registrationUrl ? { registrationUrl, registersWith: null } : registrationOf(row.parent)
  return { ...summary, website, ...registers, languages, formats, tracks, levels, parts }
}

function registrationOf(parent: SummaryRow['parent']): Pick<EventView, 'registrationUrl' | 'registersWith'> {
  if (!parent?.registrationUrl) return { registrationUrl: null, registersWith: null }
  return {
    registrationUrl: parent.registrationUrl,
    registersWith: { slug: parent.slug, name: parent.name },
  }
}

function toSummary(row: SummaryRow, now: Date): EventSummary {
  const { slug, name, summary, timeZone, place, parent } = row
  const call = row.calls[0] ?? null
  const isReleased = row._count.releases > 0
  // A part whose own days nobody has stated is over when the event that holds it is.
  const [startsOn, endsOn] = [plain(row.startsOn), plain(row.endsOn)]
  const own = startsOn || endsOn ? { startsOn, endsOn } : { startsOn: null, endsOn: plain(parent?.endsOn ?? null) }
  const facts = { call, ...own, timeZone, isReleased }
  const change = nextChange(facts, now)
  if (change) freshUntil(change)
  return {
    slug,
    name,
    summary,
    startsOn,
    endsOn,
    timeZone,
    place,
    isReleased,
    phase: eventPhase(facts, now),
    call: call && toCall(call, now),
    parent: parent && { slug: parent.slug, name: parent.name },
  }
}

function toCall(call: SummaryRow['calls'][number], now: Date): CallView {
  const { opensAt, closesAt, closesByDay, limitPerPerson, guidance } = call
  return { state: callState(call, now), opensAt, closesAt, closesByDay, limitPerPerson, guidance }
}

function plain(date: Date | null): PlainDate | null {
  return date === null ? null : date.toISOString().slice(0, 10)
}
