import { z } from 'zod'
import type { Actor, AuthorizedEvent } from '@/features/access/schema'
import { pageInOrder, problem, refuseOvertaken, versionOfContent } from '@/features/api/rules'
import { type Call, callerOf, endpoint, eventOf, listOf, named, Page, type Reply } from '@/features/api/schema'
import { listUndoable } from '@/features/proposals/queries/undoable'
import { STATES } from '@/features/proposals/schema'
import { describePlaces, listPlaces, type Placed } from '@/features/ranking/queries/ranking'
import type { StoredCalibration } from '@/features/ranking/schema'
import { oneAtATime } from '@/lib/one-at-a-time'
import { setSlots, slotsWord } from '../commands/slots'
import { getDecisionRoom } from '../queries/room'
import { bestProgramme } from '../rules/programme'
import { openProgramme, speakersOver } from '../rules/room'
import type { DecisionRoom, Places } from '../schema'

type Calibrate = (event: AuthorizedEvent) => Promise<StoredCalibration>

const Place = z.object({
  slug: z.string(),
  name: z.string(),
  slots: z.int().nullable().describe('Null: nobody has said how many'),
  taken: z.int().describe('Accepted and not called off'),
  left: z.int().nullable(),
})
const Share = z.object({ first: z.int(), of: z.int() })

const toPlace = ({ slug, name, slots, taken }: Places) => ({
  ...{ slug, name, slots, taken },
  left: slots === null ? null : Math.max(0, slots - taken),
})

const room = endpoint('GET /events/{event}/decisions/room', {
  summary:
    'Slots left for each format and track, speakers over their limit, and the share of those who were never accepted before',
  answer: z.object({
    formats: z.array(Place),
    tracks: z.array(Place),
    sessionsPerPerson: z.int().nullable(),
    speakersOver: z.array(z.object({ name: z.string(), codes: z.array(z.string()) })),
    firstTime: z.object({ chosen: Share, all: Share }),
  }),
  handle: async (call) => {
    const facts = await getDecisionRoom(eventOf(call), call.actor)
    const { formats, tracks, sessionsPerPerson } = facts
    const places = { formats: formats.map(toPlace), tracks: tracks.map(toPlace) }
    const people = { speakersOver: speakersOver(facts), firstTime: facts.firstTime }
    return { ok: true, body: { ...places, sessionsPerPerson, ...people } }
  },
})

const Numbers = z.record(z.string().max(80), z.int().min(0).max(10_000).nullable())
const Slots = z.object({
  formats: Numbers.default({}).describe('By slug; null: nobody says'),
  tracks: Numbers.default({}),
})
const SlotsAnswer = named('Slots', Slots)

function slotsIn({ formats, tracks }: DecisionRoom): z.output<typeof Slots> {
  const numbers = (places: Places[]) => Object.fromEntries(places.map(({ slug, slots }) => [slug, slots]))
  return { formats: numbers(formats), tracks: numbers(tracks) }
}

async function readSlots(event: AuthorizedEvent, actor: Actor) {
  const facts = await getDecisionRoom(event, actor)
  const body = slotsIn(facts)
  return { ok: true as const, body, version: versionOfContent(body), facts }
}

const getSlots = endpoint('GET /events/{event}/decisions/slots', {
  summary: 'How many sessions of each format and track the programme has room for',
  answer: SlotsAnswer,
  handle: async (call) => {
    const { facts: _, ...reply } = await readSlots(eventOf(call), call.actor)
    return reply
  },
})

const putSlots = endpoint('PUT /events/{event}/decisions/slots', {
  summary: 'Says it anew; what is not named stays as it is',
  body: Slots,
  answer: SlotsAnswer,
  handle: (call) => oneAtATime(slotsWord(eventOf(call)), () => replaceSlots(call)),
})

async function replaceSlots(call: Call<z.output<typeof Slots>, unknown>): Promise<Reply> {
  const event = eventOf(call)
  const before = await readSlots(event, call.actor)
  const overtaken = refuseOvertaken(call.version, before.body)
  if (overtaken) return overtaken
  const errors: { path: string; message: string }[] = []
  const slots: Record<string, number | null> = {}
  for (const [kind, what] of [
    ['format', 'formats'],
    ['track', 'tracks'],
  ] as const)
    for (const [slug, number] of Object.entries(call.body[what])) {
      const place = before.facts[what].find((one) => one.slug === slug)
      if (place) slots[`${kind}-${place.id}`] = number
      else errors.push({ path: `/${what}/${slug}`, message: 'The event has no such choice' })
    }
  if (errors.length > 0) return problem('invalid', 'Some fields are not right.', { errors })
  await setSlots(callerOf(call), event, slots)
  const { facts: _, ...now } = await readSlots(event, call.actor)
  return now
}

const DecisionLine = z.object({
  place: z.int(),
  code: z.string(),
  title: z.string(),
  state: z.enum(STATES),
  reason: z.string().nullable(),
  calibrated: z.number().nullable(),
  isNews: z.boolean().describe('Its speakers have not been told yet'),
  undo: z.object({ move: z.string(), name: z.string() }).nullable().describe('What an undo would take back'),
})
const Flip = z.object({
  code: z.string(),
  by: z.number().describe('How far its score would have to fall, or rise'),
  instead: z.string().nullable().describe('Who would then come in, or go'),
})

/** What needs scores; they are calibrated by whoever is given. */
export function decisionRoomEndpoints(calibrate: Calibrate) {
  const placesOf = async (event: AuthorizedEvent, actor: Actor) => listPlaces(event, actor, await calibrate(event))
  const list = endpoint('GET /events/{event}/decisions', {
    summary: 'What is decided about each proposal, the best score first, and what of it nobody has been told',
    query: Page.extend({ state: z.enum(STATES).optional(), news: z.stringbool().optional() }),
    answer: listOf(DecisionLine),
    handle: async (call) => {
      const [event, { state, news }] = [eventOf(call), call.query]
      const rows = (await placesOf(event, call.actor)).filter(
        (row) => (!state || row.state === state) && (news === undefined || row.isNews === news),
      )
      const { items: places, nextCursor } = pageInOrder(rows, call.query, ({ code }) => code)
      const items = await describePlaces(event, call.actor, places)
      const undoable = await listUndoable(
        event,
        items.map(({ code }) => code),
      )
      const lines = items.map(({ place, code, title, state, reason, calibrated, isNews }) => {
        const last = undoable.get(code)
        return {
          ...{ place, code, title, state, reason, calibrated, isNews },
          undo: last ? { move: last.id, name: last.move } : null,
        }
      })
      return { ok: true, body: { items: lines, nextCursor } }
    },
  })
  const suggestion = endpoint('GET /events/{event}/decisions/suggestion', {
    summary: 'The best programme within the slots, from what is undecided, and what would flip it; decides nothing',
    answer: z.object({
      chosen: z.array(z.string()),
      total: z.number(),
      bound: z.number().describe('No programme within the slots has a greater sum of scores'),
      isProved: z.boolean(),
      leaving: z.array(Flip),
      entering: z.array(Flip),
    }),
    handle: async (call) => {
      const event = eventOf(call)
      const [ranking, facts] = await Promise.all([
        placesOf(event, call.actor),
        getDecisionRoom(event, call.actor, 'all'),
      ])
      const { candidates, room } = openProgramme(facts, ...undecided(ranking))
      return { ok: true, body: bestProgramme(candidates, room) }
    },
  })
  return [room, getSlots, putSlots, list, suggestion]
}

function undecided(ranking: Placed[]) {
  const scores = new Map(ranking.flatMap(({ code, calibrated }) => (calibrated === null ? [] : [[code, calibrated]])))
  const open = new Set(ranking.filter(({ state }) => state === 'submitted').map(({ code }) => code))
  return [scores, (code: string) => open.has(code)] as const
}
