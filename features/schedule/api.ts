import { z } from 'zod'
import type { Actor, AuthorizedEvent } from '@/features/access/schema'
import { pageOf, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, Moment, named, Page, type Reply } from '@/features/api/schema'
import { withOffset } from '@/lib/time'
import { releaseSchedule } from './commands/release'
import { type PutOutcome, putDraft } from './commands/replace-draft'
import { getDraft } from './queries/draft'
import { getReleasedSchedule, listReleases, type ReleaseName } from './queries/released'
import { PLACEMENT_WARNINGS, type PlacementWarning } from './rules/warnings'
import { DraftSchedule, type ReleasedSchedule, ReleaseInput } from './schema'

/** A released schedule as a file; 404 before a release. `write` returns null where there is nothing of that name. */
export async function scheduleFile(
  slug: string,
  contentType: string,
  write: (schedule: ReleasedSchedule) => string | null,
): Promise<Response> {
  const schedule = await getReleasedSchedule(slug)
  const body = schedule && write(schedule)
  if (body === null) {
    return new Response('No schedule of this event has been published.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  // Other people's pages and apps read these files in the browser.
  return new Response(body, { headers: { 'content-type': contentType, 'access-control-allow-origin': '*' } })
}

const RoomAnswer = z.object({ slug: z.string(), name: z.string(), capacity: z.int().nullable() })
const PlacementAnswer = z.object({
  id: z.string(),
  code: z.string().optional().describe('Of a session'),
  title: z.string().optional().describe('Of a break'),
  room: z.string(),
  start: Moment,
  minutes: z.int(),
})
const WarningAnswer = z.object({
  placement: z.string().describe('Its id'),
  reason: z.enum(PLACEMENT_WARNINGS),
  message: z.string(),
})
const WARNINGS: Record<PlacementWarning, string> = {
  'outside-event': 'It is outside the days of the event.',
  'speaker-away': 'A speaker of it has said that they cannot be on stage then.',
}
const DraftAnswer = named(
  'DraftSchedule',
  z.object({
    rooms: z.array(RoomAnswer),
    placements: z.array(PlacementAnswer),
    warnings: z.array(WarningAnswer).describe('What is allowed and should be known'),
  }),
)

async function readDraft(event: AuthorizedEvent, actor: Actor, now: Date) {
  const { rooms, slots, timeZone, version } = await getDraft(event, actor, now)
  const placements = slots.map(({ id, title, session, room, startsAt, minutes }) => {
    const thing = session ? { code: session.code } : { title }
    return { id, ...thing, room, start: withOffset(startsAt, timeZone), minutes }
  })
  const warnings = slots.flatMap(({ id, warnings }) =>
    warnings.map(({ reason }) => ({ placement: id, reason, message: WARNINGS[reason] })),
  )
  const shownRooms = rooms.map(({ slug, name, capacity }) => ({ slug, name, capacity }))
  return { version, body: { rooms: shownRooms, placements, warnings } }
}

const getDraftEndpoint = endpoint('GET /events/{event}/schedule/draft', {
  summary: 'The draft schedule',
  answer: DraftAnswer,
  handle: async (call) => ({ ok: true, ...(await readDraft(eventOf(call), call.actor, call.now)) }),
})

const putDraftEndpoint = endpoint('PUT /events/{event}/schedule/draft', {
  summary: 'Replaces the whole draft: placements with an id keep their identity, those without are new, others go',
  body: DraftSchedule,
  answer: DraftAnswer,
  handle: async (call) => {
    const event = eventOf(call)
    const result = await putDraft(callerOf(call), event, call.body, call.version ?? 0)
    if (!result.ok) return refusedDraft(result, event, call.actor, call.now)
    return { ok: true, ...(await readDraft(event, call.actor, call.now)) }
  },
})

const PROBLEMS = {
  'unknown-room': 'The draft has no such room.',
  'unknown-session': 'No such session may be placed: only what is accepted.',
  'unknown-slot': 'The draft has no placement with this id.',
  'room-taken': 'The room is taken at that time.',
  'speaker-busy': 'One of its speakers is elsewhere at that time.',
  'nothing-to-release': 'There is neither a confirmed session nor a break on the draft.',
  overtaken: 'Somebody has changed the draft in the meantime.',
}

async function refusedDraft(
  result: Extract<PutOutcome, { ok: false }>,
  event: AuthorizedEvent,
  actor: Actor,
  now: Date,
): Promise<Reply> {
  if (result.reason === 'overtaken') {
    const { body, version } = await readDraft(event, actor, now)
    return problem('overtaken', PROBLEMS.overtaken, { current: body, version })
  }
  const errors = result.problems.map(({ index, reason }) => ({
    path: `/placements/${index}`,
    message: PROBLEMS[reason],
  }))
  // What names something that is not there is a fault of the body; the rest is a rule's refusal.
  const unknown = result.problems.find(({ reason }) => reason.startsWith('unknown-'))
  return problem(unknown ? 'invalid' : result.reason, PROBLEMS[unknown?.reason ?? result.reason], { errors })
}

const release = endpoint('POST /events/{event}/schedule/release', {
  summary: 'Publishes the draft: breaks, and the sessions that their speakers have confirmed',
  body: ReleaseInput.extend({
    version: z.int().optional().describe('Of the draft that was read, to publish no other'),
  }),
  answer: z.object({
    number: z.int(),
    name: z.string(),
    releasedAt: Moment,
    leftOut: z.array(z.object({ code: z.string(), title: z.string() })).describe('Placed, but not confirmed'),
  }),
  handle: async (call) => {
    const event = eventOf(call)
    const { name, version } = call.body
    const asked = { name, ...(version === undefined ? {} : { version }) }
    const result = await releaseSchedule(callerOf(call), event, asked, call.now)
    if (!result.ok) return problem(result.reason, PROBLEMS[result.reason])
    const { number, releasedAt, leftOut } = result
    const location = `/api/v1/events/${event.slug}/schedule/releases`
    return { ok: true, status: 201, location, body: { number, name, releasedAt, leftOut } }
  },
})

const releases = endpoint('GET /events/{event}/schedule/releases', {
  summary: 'Every release of the schedule, the latest first',
  query: Page,
  answer: listOf(z.object({ number: z.int(), name: z.string(), releasedAt: Moment })),
  handle: async (call) => {
    const rows = (await listReleases(eventOf(call).slug)) ?? []
    const keyOf = ({ number }: ReleaseName) => String(number)
    return { ok: true, body: pageOf(rows, call.query, { keyOf, isBehind: ({ number }, key) => number < Number(key) }) }
  },
})

export const scheduleEndpoints = [getDraftEndpoint, putDraftEndpoint, release, releases]
