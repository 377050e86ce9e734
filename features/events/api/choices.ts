import { z } from 'zod'
import { nothingHere, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, named, type Reply } from '@/features/api/schema'
import { saveChoices } from '../commands/choices'
import { type EventSettings, getEventSettings } from '../queries/settings'
import { ChoicesInput } from '../schema/api-input'
import type { ChoiceKind, ChoiceRow } from '../schema/forms'

const ChoicesAnswer = named(
  'Choices',
  z.object({
    items: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        minutes: z.int().optional(),
        color: z.string().nullish(),
        capacity: z.int().nullish(),
      }),
    ),
  }),
)

/** The lists by the word in their address. */
const LISTS = { formats: 'format', tracks: 'track', levels: 'level', rooms: 'room', tags: 'tag' } as const
type List = keyof typeof LISTS

const listIn = ({ list = '' }: Record<string, string>): List | null =>
  Object.keys(LISTS).find((name): name is List => name === list) ?? null

function reply(settings: EventSettings, list: List): { ok: true; body: object; version: number } {
  return { ok: true, body: { items: settings[list] }, version: settings.version }
}

const get = endpoint('GET /events/{event}/choices/{list}', {
  summary: 'What proposals and slots choose from: `formats`, `tracks`, `levels`, `tags` or `rooms`, in their order',
  answer: ChoicesAnswer,
  handle: async (call) => {
    const list = listIn(call.params)
    return list ? reply(await getEventSettings(eventOf(call)), list) : nothingHere()
  },
})

const put = endpoint('PUT /events/{event}/choices/{list}', {
  summary: 'Sets one list anew, in this order. What is not named goes, unless it is in use: then nothing is changed',
  body: ChoicesInput,
  answer: ChoicesAnswer,
  handle: async (call) => {
    const [event, list] = [eventOf(call), listIn(call.params)]
    if (!list) return nothingHere()
    const { items } = call.body
    const known: { slug: string; name: string }[] = (await getEventSettings(event))[list]
    const gone = known.filter(({ slug }) => items.every((item) => item.slug !== slug))
    const rows = [...items, ...gone.map(({ slug, name }) => ({ ...NOTHING, slug, name }))]
    const facts = { kind: LISTS[list] satisfies ChoiceKind, version: call.version ?? 0, rows }
    const outcome = await saveChoices(callerOf(call), event, facts)
    const current = reply(await getEventSettings(event), list)
    return outcome.ok ? current : refused(outcome, { rows, known, current })
  },
})

const NOTHING = { minutes: null, color: null, capacity: null, isGone: true } satisfies Partial<ChoiceRow>

function refused(
  outcome: Extract<Awaited<ReturnType<typeof saveChoices>>, { ok: false }>,
  {
    rows,
    known,
    current,
  }: { rows: ChoiceRow[]; known: { slug: string }[]; current: { body: object; version: number } },
): Reply {
  if (outcome.reason === 'same-name')
    return problem(outcome.reason, 'Two of them have one name.', {
      errors: [{ path: `/items/${outcome.row}/name`, message: 'Another has this name' }],
    })
  if (outcome.reason === 'in-use') {
    const message = `“${rows[outcome.row]?.name}” is in use (${outcome.count}): it cannot be taken away`
    return problem(outcome.reason, `${message}.`, { errors: [{ path: '/items', message }] })
  }
  if (outcome.reason === 'not-found') {
    const message = 'This list has no such choice'
    const errors = rows.flatMap((row, at) =>
      row.slug && known.every(({ slug }) => slug !== row.slug) ? [{ path: `/items/${at}/slug`, message }] : [],
    )
    return problem('no-such-choice', `${message}.`, { errors })
  }
  const said = { current: current.body, version: current.version }
  return problem(outcome.reason, 'This was changed in the meantime.', said)
}

export const choiceEndpoints = [get, put]
