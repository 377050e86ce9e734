import { toTerms } from '@/features/calls/queries/calls'
import { lastClosing } from '@/features/calls/rules/windows'
import { callName } from '@/features/calls/schema/call'
import type { Prisma } from '@/generated/prisma/client'
import { cutPage, openCursor } from '@/lib/cursor'
import { db } from '@/lib/db'
import { freshUntil, touch } from '@/lib/purge'
import type { PlainDate } from '@/lib/time'
import { callState, eventPhase, foremostCall, nextChange } from './rules'
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
  parts: { select: { endsOn: true } },
  calls: {
    orderBy: [{ position: 'asc' }, { kind: 'asc' }],
    include: {
      formats: { select: { closesAt: true, format: { select: { slug: true, name: true } } } },
      tracks: { select: { track: { select: { slug: true } } } },
    },
  },
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
type ViewRow = Prisma.EventGetPayload<{ select: typeof VIEW }>

/** Every event: those to come with the nearest first (undated ones last), those that are over with the latest first. */
export async function listEvents(now: Date): Promise<{ coming: EventSummary[]; past: EventSummary[] }> {
  touch('events')
  const rows = await db.event.findMany({ select: SUMMARY, orderBy: [{ startsOn: 'asc' }, { name: 'asc' }] })
  const events = rows.map((row) => ({ event: toSummary(row, now), lastDay: lastDayOf(row) ?? '' }))
  const past = events.filter(({ event }) => event.phase === 'over').sort((a, b) => (a.lastDay < b.lastDay ? 1 : -1))
  const coming = events.filter(({ event }) => event.phase !== 'over')
  return { coming: coming.map(({ event }) => event), past: past.map(({ event }) => event) }
}

/** The events whose call is open, the nearest deadline first; a call without an end comes last. */
export async function listOpenCalls(now: Date): Promise<EventSummary[]> {
  const closing = ({ call }: EventSummary) => call?.closesAt?.getTime() ?? Number.POSITIVE_INFINITY
  const { coming } = await listEvents(now)
  return coming.filter(({ call }) => isOpenToAll(call)).sort((a, b) => closing(a) - closing(b))
}

const isOpenToAll = (call: CallView | null) => call?.state === 'open' && !call.byInvitation

/** Every call that is open to all, each beside its event; the nearest deadline first, those without an end last. */
export async function listAllOpenCalls(now: Date): Promise<{ event: EventSummary; call: CallView }[]> {
  const closing = ({ call }: { call: CallView }) => call.closesAt?.getTime() ?? Number.POSITIVE_INFINITY
  const { coming } = await listEvents(now)
  const open = coming.flatMap((event) => event.calls.filter(isOpenToAll).map((call) => ({ event, call })))
  return open.sort((a, b) => closing(a) - closing(b))
}

/** These events, in one query however many they are: what a text that points at their calls shows. */
export async function listNamedEvents(slugs: string[], now: Date): Promise<EventSummary[]> {
  touch(...slugs.map((slug) => `event:${slug}`))
  if (slugs.length === 0) return []
  const rows = await db.event.findMany({ where: { slug: { in: slugs } }, select: SUMMARY })
  return rows.map((row) => toSummary(row, now))
}

/** One event with its parent and its parts, or null. */
export async function getEvent(slug: string, now: Date): Promise<EventView | null> {
  touch(`event:${slug}`)
  const row = await db.event.findUnique({ where: { slug }, select: VIEW })
  return row && toView(row, now)
}

/** A page of all events, by slug, and the cursor of the next. */
export async function listEventViews(
  { after, limit }: { after?: string | undefined; limit: number },
  now: Date,
): Promise<{ items: EventView[]; next: string | null }> {
  touch('events')
  const [slug] = (after && openCursor(after)) || []
  const rows = await db.event.findMany({
    where: slug === undefined ? {} : { slug: { gt: slug } },
    select: VIEW,
    orderBy: { slug: 'asc' },
    take: limit + 1,
  })
  const { items, next } = cutPage(rows, limit, (row) => [row.slug, ''])
  return { items: items.map((row) => toView(row, now)), next }
}

function toView(row: ViewRow, now: Date): EventView {
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
  const calls = row.calls.map((each) => toCall(each, timeZone, now))
  const call = foremostCall(calls)
  const isReleased = row._count.releases > 0
  const [startsOn, endsOn] = [plain(row.startsOn), plain(row.endsOn)]
  const facts = { call, startsOn, endsOn: lastDayOf(row), timeZone, isReleased }
  for (const each of calls.length > 0 ? calls : [null]) {
    const change = nextChange({ ...facts, call: each }, now)
    if (change) freshUntil(change)
  }
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
    call,
    calls,
    parent: parent && { slug: parent.slug, name: parent.name },
  }
}

/** An event whose own days nobody has stated is over with the one that holds it, or with the last of its parts. */
function lastDayOf({ startsOn, endsOn, parent, parts }: SummaryRow): PlainDate | null {
  const ofParts = parts.map((part) => plain(part.endsOn)).filter((day) => day !== null)
  return plain(endsOn ?? startsOn ?? parent?.endsOn ?? null) ?? ofParts.sort().at(-1) ?? null
}

function toCall(call: SummaryRow['calls'][number], eventZone: string, now: Date): CallView {
  const { kind, opensAt, closesByDay, limitPerPerson, guidance, byInvitation } = call
  const last = lastClosing(toTerms(call))
  return {
    kind,
    name: callName(call),
    version: call.version,
    state: callState({ opensAt, closesAt: last }, now),
    opensAt,
    // Once it is only open for formats that close later, their end is what counts.
    closesAt: call.closesAt && call.closesAt > now ? call.closesAt : last,
    closesByDay,
    timeZone: call.timeZone ?? eventZone,
    byInvitation,
    deadlines: call.formats.flatMap(({ closesAt, format }) => (closesAt ? [{ ...format, closesAt }] : [])),
    takes: {
      formats: call.formats.map(({ format }) => format.slug),
      tracks: call.tracks.map(({ track }) => track.slug),
      languages: call.languages,
    },
    limitPerPerson,
    guidance,
  }
}

function plain(date: Date | null): PlainDate | null {
  return date === null ? null : date.toISOString().slice(0, 10)
}
