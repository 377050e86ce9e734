import { z } from 'zod'
import { can } from '@/features/access/rules'
import { nothingHere, pageInOrder, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, Moment, named, Page, type Reply } from '@/features/api/schema'
import { Slug } from '@/lib/slug'
import { withOffset } from '@/lib/time'
import { removeCall, saveCall } from '../commands/call'
import { type CallFacts, getCall, listCalls } from '../queries/calls'
import { getCallSettings } from '../queries/settings'
import { CALL_REFUSALS } from '../rules/refusals'
import { refuseByCall, shutBy } from '../rules/windows'
import { CallInput, callMoments } from '../schema/api-input'
import { callName } from '../schema/call'

const CallAnswer = named(
  'Call',
  z.object({
    kind: z.string(),
    name: z.string(),
    state: z.enum(['not-open-yet', 'open', 'closed']),
    opensAt: Moment.nullable(),
    closesAt: Moment.nullable().describe('Null: it stays open'),
    closesByDay: z.boolean().describe('Only the day was stated: it ends with that day anywhere on Earth'),
    timeZone: z.string(),
    byInvitation: z.boolean(),
    limitPerPerson: z.int().nullable(),
    languages: z.array(z.string()),
    guidance: z.string(),
    formats: z
      .array(z.object({ slug: z.string(), closesAt: Moment.nullable() }))
      .describe('What it takes, with deadlines of their own; empty: every format of the event'),
    tracks: z.array(z.string()).describe('What it takes; empty: every track of the event'),
    graceMinutes: z.int().optional().describe('For chairs alone'),
    proposals: z.int().optional().describe('For chairs alone'),
  }),
)

function toAnswer(call: CallFacts, now: Date) {
  const { kind, closesByDay, timeZone, byInvitation, limitPerPerson, languages, guidance, tracks } = call
  const moment = (at: Date | null) => at && withOffset(at, timeZone)
  return {
    ...{ kind, closesByDay, timeZone, byInvitation, limitPerPerson, languages, guidance, tracks },
    name: callName(call),
    state: shutBy(refuseByCall(call, { format: null, code: null, now })) ?? ('open' as const),
    opensAt: moment(call.opensAt),
    closesAt: moment(call.closesAt),
    formats: call.formats.map(({ slug, closesAt }) => ({ slug, closesAt: moment(closesAt) })),
  }
}

type Asked = Parameters<typeof eventOf>[0] & { actor: Parameters<typeof can>[0]; now: Date }

/** One call as this reader may see it; its settings for who may change them. */
async function read(asked: Asked, kind: string): Promise<Reply> {
  const event = eventOf(asked)
  const call = await getCall(event.id, kind)
  if (!call) return nothingHere()
  const body = toAnswer(call, asked.now)
  if (!can(asked.actor, 'update', 'settings', { eventId: event.id })) return { ok: true, body }
  const settings = await getCallSettings(event, kind)
  if (!settings) return nothingHere()
  const { graceMinutes, version, _count } = settings
  return { ok: true, body: { ...body, graceMinutes, proposals: _count.proposals }, version }
}

const list = endpoint('GET /events/{event}/calls', {
  summary: 'The calls for proposals of an event, in their order',
  query: Page,
  answer: listOf(CallAnswer),
  handle: async (asked) => {
    const calls = await listCalls(eventOf(asked).id)
    const rows = calls.map((call) => toAnswer(call, asked.now))
    return { ok: true, body: pageInOrder(rows, asked.query, ({ kind }) => kind) }
  },
})

const get = endpoint('GET /events/{event}/calls/{kind}', {
  summary: 'One call',
  answer: CallAnswer,
  handle: (asked) => read(asked, asked.params.kind ?? ''),
})

const FIELDS = {
  'no-such-format': '/formats',
  'no-such-track': '/tracks',
  'no-such-language': '/languages',
  'kind-taken': '/kind',
} as const

type Refusal = Extract<Awaited<ReturnType<typeof saveCall>>, { ok: false }>['reason']

async function refused(asked: Asked, reason: Refusal, kind: string): Promise<Reply> {
  const field = Object.entries(FIELDS).find(([word]) => word === reason)?.[1]
  const detail = CALL_REFUSALS[reason]
  if (reason !== 'overtaken')
    return problem(reason, detail, field ? { errors: [{ path: field, message: detail }] } : {})
  const current = await read(asked, kind)
  return problem(reason, detail, current.ok ? { current: current.body, version: current.version ?? 0 } : {})
}

const create = endpoint('POST /events/{event}/calls', {
  summary: 'Opens a call of another kind: one that everybody knows (`workshops`), or one of a name of its own',
  body: z
    .intersection(CallInput, z.object({ kind: Slug.or(z.literal('')).default('') }))
    .refine(({ kind, name }) => kind !== '' || name !== '', { path: ['name'], message: 'Name this kind of proposals' }),
  answer: CallAnswer,
  handle: async (asked) => {
    const { formats, ...form } = asked.body
    const facts = { ...form, formats: formats.map(({ slug }) => slug) }
    const moments = callMoments(asked.body)
    const event = eventOf(asked)
    const outcome = await saveCall(callerOf(asked), event, { kind: null, version: 0, form: facts, moments })
    if (!outcome.ok) return refused(asked, outcome.reason, asked.body.kind)
    const reply = await read(asked, outcome.kind)
    return {
      ...reply,
      status: reply.ok ? 201 : reply.status,
      location: `/api/v1/events/${event.slug}/calls/${outcome.kind}`,
    }
  },
})

const update = endpoint('PUT /events/{event}/calls/{kind}', {
  summary: 'Sets a call anew',
  body: CallInput,
  answer: CallAnswer,
  handle: async (asked) => {
    const kind = asked.params.kind ?? ''
    const { formats, ...form } = asked.body
    const facts = { ...form, kind, formats: formats.map(({ slug }) => slug) }
    const wanted = { kind, version: asked.version ?? 0, form: facts, moments: callMoments(asked.body) }
    const outcome = await saveCall(callerOf(asked), eventOf(asked), wanted)
    return outcome.ok ? read(asked, outcome.kind) : refused(asked, outcome.reason, kind)
  },
})

const remove = endpoint('DELETE /events/{event}/calls/{kind}', {
  summary: 'Takes a call away to which nobody has proposed and which asks nothing of its own',
  handle: async (asked) => {
    const kind = asked.params.kind ?? ''
    const outcome = await removeCall(callerOf(asked), eventOf(asked), kind)
    return outcome.ok ? { ok: true } : refused(asked, outcome.reason, kind)
  },
})

export const callEndpoints = [list, get, create, update, remove]
