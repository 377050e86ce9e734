import { z } from 'zod'
import type { Actor, Person } from '@/features/access/schema'
import { nothingHere, pageInOrder, problem } from '@/features/api/rules'
import {
  endpoint,
  eventOf,
  invalid,
  listOf,
  Moment,
  named,
  Page,
  personEndpoint,
  type Reply,
} from '@/features/api/schema'
import { answerInvitation } from '../commands/answer-invitation'
import * as offers from '../commands/handover'
import { saveDraft } from '../commands/submit'
import { listInvitations } from '../queries/invitations'
import { getResource } from '../queries/resource'
import { ProposalDraft, type SpeakerDraft } from '../schema'
import { INVITATION_REFUSALS, Successor } from '../schema/invitation'
import { ownOf } from './own'
import { type Asked, codeOf, found, ProposalAnswer, refusedMove } from './resource'

const InvitationAnswer = named(
  'Invitation',
  z.object({
    kind: z.enum(['co_speaker', 'handover']).describe('To speak in it, or to take it over'),
    status: z.enum(['invited', 'accepted', 'declined', 'revoked']),
    name: z.string(),
    email: z.string(),
    invitedAt: Moment,
    answeredAt: Moment.nullable(),
  }),
)

const list = personEndpoint('GET /events/{event}/proposals/{code}/invitations', {
  summary: 'Who was asked to speak in a proposal of one’s own, or to take it over, and what they said',
  query: Page,
  answer: listOf(InvitationAnswer),
  handle: async (call, person) => {
    if (!(await ownOf(call, person))) return nothingHere()
    const rows = await listInvitations(person, codeOf(call))
    return { ok: true, body: pageInOrder(rows, call.query, ({ kind, email }) => `${kind} ${email}`) }
  },
})

/** Names other co-speakers, as an edit of the text does: who is new is asked once the proposal is handed in. */
async function rename(
  call: Asked,
  person: Person,
  change: (speakers: SpeakerDraft[]) => SpeakerDraft[],
): Promise<Reply> {
  const [event, own] = [eventOf(call), await ownOf(call, person)]
  if (!own) return nothingHere()
  const draft = ProposalDraft.safeParse({ ...own.text, speakers: change(own.text.speakers) })
  if (!draft.success) return invalid(draft.error)
  const result = await saveDraft(person, event, { code: own.code, version: own.version, draft: draft.data }, call.now)
  if (!result.ok) return refusedMove(call, 'edit', result)
  return found(await getResource(event, person, own.code, call.now))
}

const isNamed = (email: string) => (speaker: SpeakerDraft) => speaker.email.trim().toLowerCase() === email

const invite = personEndpoint('POST /events/{event}/proposals/{code}/invitations', {
  summary:
    'Asks somebody to speak as well; whoever is asked already gets a new link. A draft asks when it is handed in',
  body: Successor,
  answer: ProposalAnswer,
  handle: async (call, person) => {
    const { email, name } = call.body
    const own = await ownOf(call, person)
    if (!own) return nothingHere()
    if (!own.text.speakers.some(isNamed(email)))
      return rename(call, person, (speakers) => [...speakers, { email, name }])
    const asked = (await listInvitations(person, own.code)).find((line) => line.email === email)
    if (asked && asked.status !== 'invited') return problem('speaks-already', 'They have answered already.')
    if (asked) await offers.inviteAgain(person, eventOf(call), own.code, email, call.now)
    return found(await getResource(eventOf(call), person, own.code, call.now))
  },
})

const withdraw = personEndpoint('POST /events/{event}/proposals/{code}/invitations/withdraw', {
  summary: 'Names somebody no more: their link opens nothing, and they do not speak in it',
  body: Successor.pick({ email: true }),
  answer: ProposalAnswer,
  handle: async (call, person) => {
    const own = await ownOf(call, person)
    const isThere = isNamed(call.body.email)
    if (!own?.text.speakers.some(isThere)) return nothingHere()
    return rename(call, person, (speakers) => speakers.filter((speaker) => !isThere(speaker)))
  },
})

const Answered = z.object({ code: z.string(), kind: z.enum(['co_speaker', 'handover']) })
const SaidTo = z.object({ answer: z.enum(['accepted', 'declined']) })

async function say(
  actor: Actor,
  asked: Parameters<typeof answerInvitation>[1],
  answer: 'accepted' | 'declined',
  now: Date,
): Promise<Reply> {
  const outcome = await answerInvitation(actor, asked, answer, now)
  if (outcome.ok) return { ok: true, body: { code: outcome.code, kind: outcome.kind } }
  const { reason } = outcome
  if (reason === 'gone') return problem('not-found', INVITATION_REFUSALS.gone)
  if (reason === 'signed-out')
    return { ok: false, status: 401, reason: 'unauthenticated', detail: INVITATION_REFUSALS[reason] }
  return problem(reason, INVITATION_REFUSALS[reason])
}

const answer = personEndpoint('POST /events/{event}/proposals/{code}/invitations/answer', {
  summary: 'Says yes or no to being asked to speak in a proposal, or to take it over',
  body: SaidTo,
  answer: Answered,
  handle: (call, person) => say(person, { code: codeOf(call), event: eventOf(call) }, call.body.answer, call.now),
})

const answerByLink = endpoint('POST /invitations/answer', {
  summary: 'The same by the link of the mail, whose last part is the token; a no needs nobody to be signed in',
  body: SaidTo.extend({ token: z.string().min(1).max(200) }),
  answer: Answered,
  isCounted: true,
  handle: ({ actor, body, now }) => say(actor, { token: body.token }, body.answer, now),
})

const HANDOVER_REFUSALS = {
  'not-found': 'There is nothing here.',
  over: 'This proposal was withdrawn or cancelled.',
  yourself: 'That is your own address.',
}

const handOver = personEndpoint('POST /events/{event}/proposals/{code}/handover', {
  summary: 'Offers a proposal to whom it was written for; it stays one’s own until they have taken it over',
  body: Successor,
  answer: z.object({ name: z.string(), email: z.string() }),
  handle: async (call, person) => {
    const outcome = await offers.handOver(person, eventOf(call), codeOf(call), call.body, call.now)
    if (outcome.ok) return { ok: true, status: 201, body: call.body }
    const errors = outcome.reason === 'yourself' ? [{ path: '/email', message: HANDOVER_REFUSALS.yourself }] : undefined
    return problem(outcome.reason, HANDOVER_REFUSALS[outcome.reason], errors ? { errors } : {})
  },
})

const takeBack = personEndpoint('DELETE /events/{event}/proposals/{code}/handover', {
  summary: 'Takes the offer back, as long as nobody has taken it up',
  handle: async (call, person) => {
    const outcome = await offers.takeHandoverBack(person, eventOf(call), codeOf(call))
    return outcome.ok ? { ok: true } : nothingHere()
  },
})

export const invitationEndpoints = [list, invite, withdraw, answer, answerByLink, handOver, takeBack]
