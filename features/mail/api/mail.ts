import { z } from 'zod'
import { nothingHere, problem } from '@/features/api/rules'
import {
  type Call,
  callerOf,
  endpoint,
  eventOf,
  idOf,
  listOf,
  Moment,
  named,
  Page,
  type Reply,
} from '@/features/api/schema'
import { discardDrafts, editDraft, restoreDrafts } from '../commands/drafts'
import { getEventMail, listMailPage } from '../queries'
import { STATES } from '../rules'
import { DraftForm } from '../schema'

const Listed = named(
  'Mail',
  z.object({
    id: z.string(),
    kind: z.string(),
    code: z.string().nullable().describe('Of the proposal that it is about'),
    to: z.string(),
    locale: z.string(),
    subject: z.string(),
    state: z.enum(STATES),
    announces: z.boolean().describe('Sending it announces what is decided'),
    attempts: z.int(),
    lastError: z.string().nullable(),
    createdAt: Moment,
    sentAt: Moment.nullable(),
  }),
)
const MailAnswer = named(
  'MailText',
  Listed.extend({ text: z.string(), answerBy: Moment.nullable(), hasCalendar: z.boolean() }),
)

interface Row {
  proposal: { code: string } | null
  text: string
  uncertain: number
  version: number
}

function toListed<T extends Row>({ proposal, text: _, uncertain: __, version: ___, ...message }: T) {
  return { ...message, code: proposal?.code ?? null }
}

const list = endpoint('GET /events/{event}/mail', {
  summary: 'The mail of an event, drafts among it, newest first',
  query: Page.extend({ state: z.enum(STATES).optional() }),
  answer: listOf(Listed),
  handle: async (call) => {
    const { cursor: after, limit, state } = call.query
    const { items, next } = await listMailPage(eventOf(call), call.actor, { state, after, limit })
    return { ok: true, body: { items: items.map(toListed), nextCursor: next } }
  },
})

async function read(call: Pick<Call<unknown, unknown>, 'actor' | 'event' | 'params'>): Promise<Reply> {
  const message = await getEventMail(eventOf(call), call.actor, idOf(call))
  if (!message) return nothingHere()
  const { calendar, answerBy, messageId: _, ...row } = message
  const body = { ...toListed(row), text: message.text, answerBy, hasCalendar: calendar !== null }
  return { ok: true, body, version: message.version }
}

const get = endpoint('GET /events/{event}/mail/{id}', {
  summary: 'One message as it goes out',
  answer: MailAnswer,
  handle: read,
})

const edit = endpoint('PATCH /events/{event}/mail/{id}', {
  summary: 'Writes other words into a draft; what is left out stays as it is',
  body: DraftForm.pick({ subject: true, text: true }).partial(),
  answer: MailAnswer,
  handle: async (call) => {
    const event = eventOf(call)
    const before = await getEventMail(event, call.actor, idOf(call))
    if (!before) return nothingHere()
    const { subject = before.subject, text = before.text } = call.body
    const outcome = await editDraft(callerOf(call), event, before.id, { subject, text, version: call.version ?? 0 })
    const now = await read(call)
    if (outcome.ok || !now.ok) return now
    const more = { current: now.body, version: now.version ?? 0 }
    return problem(outcome.reason, 'Somebody has changed or sent this draft in the meantime.', more)
  },
})

const Chosen = z.object({ ids: z.array(z.uuid()).min(1, 'Choose at least one message').max(5_000) })
const Moved = z.object({ moved: z.int() })

const discard = endpoint('POST /events/{event}/mail/discard', {
  summary: 'Puts drafts aside; they are kept',
  body: Chosen,
  answer: Moved,
  handle: async (call) => ({
    ok: true,
    body: { moved: await discardDrafts(callerOf(call), eventOf(call), call.body.ids) },
  }),
})

const restore = endpoint('POST /events/{event}/mail/restore', {
  summary: 'Brings drafts back that were put aside',
  body: Chosen,
  answer: Moved,
  handle: async (call) => ({
    ok: true,
    body: { moved: await restoreDrafts(callerOf(call), eventOf(call), call.body.ids) },
  }),
})

export const mailEndpoints = [list, get, edit, discard, restore]
