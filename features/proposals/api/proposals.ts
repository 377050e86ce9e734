import { z } from 'zod'
import { problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, invalid, listOf, Page } from '@/features/api/schema'
import { TypedAnswers } from '@/features/calls/schema/typed'
import { createProposal } from '../commands/create'
import * as moves from '../commands/moves'
import { saveDraft } from '../commands/submit'
import { isCursorOf, SORTS } from '../queries/committee'
import { getEditableText, getResource, listResources, type ProposalResource } from '../queries/resource'
import { MOST_CO_SPEAKERS, ProposalDraft, STATES } from '../schema'
import { type MoveName, moveRow, REFUSALS } from '../table'
import { codeOf, found, ProposalAnswer, refused, refusedMove } from './resource'

const { shape } = ProposalDraft
const Speaker = z.object({ email: z.email().max(254), name: z.string().trim().min(1).max(200) })
const Speakers = z.array(Speaker).max(MOST_CO_SPEAKERS + 1)

const ProposalBody = z.object({
  title: shape.title,
  abstract: shape.abstract.default(''),
  format: shape.format.default(null),
  track: shape.track.default(null),
  level: shape.level.default(null),
  language: shape.language,
  speakers: Speakers.default([]),
  tags: shape.tags,
  projects: shape.projects,
  answers: shape.answers,
  aboutMe: TypedAnswers.default({}).describe('Answers about the one who proposes'),
  call: z.string().max(80).optional().describe('The kind of the call; without it the event’s first'),
  accessCode: z.string().max(80).optional().describe('Lets in where the call is closed or by invitation'),
  /** Hands it in as well: then all of it is done, or nothing. */
  submit: z.boolean().default(false),
})

/** What is left out stays as it is. */
const ProposalPatch = z
  .object({
    title: shape.title,
    abstract: shape.abstract,
    format: shape.format,
    track: shape.track,
    level: shape.level,
    language: shape.language.unwrap(),
    speakers: Speakers,
    tags: shape.tags.unwrap(),
    projects: shape.projects.unwrap(),
    answers: shape.answers.unwrap(),
    aboutMe: TypedAnswers.describe('Answers about the one who writes'),
    accessCode: z.string().trim().max(80).describe('Lets in where the call is closed or by invitation'),
  })
  .partial()

const States = z
  .string()
  .transform((words) => words.split(',').filter(Boolean))
  .pipe(z.array(z.enum(STATES)))
  .describe(`One state or several, with commas between: ${STATES.join(', ')}`)

const ProposalQuery = Page.extend({
  state: States.optional(),
  track: z.string().max(80).optional(),
  format: z.string().max(80).optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(SORTS).default('newest').describe('By reviews: the committee’s list alone'),
  mine: z.stringbool().default(false).describe('Your own alone, drafts included'),
})

const list = endpoint('GET /events/{event}/proposals', {
  summary: 'The proposals that were submitted, to the committee; to a speaker, their own',
  query: ProposalQuery,
  answer: listOf(ProposalAnswer),
  handle: async (call) => {
    const { state: states, cursor: after, ...filter } = call.query
    if (after && !isCursorOf(filter.sort, after)) {
      const message = 'This cursor was given by another list, or in another order'
      return problem('invalid', 'Some fields are not right.', { errors: [{ path: '/query/cursor', message }] })
    }
    const { items, next } = await listResources(eventOf(call), call.actor, { ...filter, states, after })
    return { ok: true, body: { items, nextCursor: next } }
  },
})

const get = endpoint('GET /events/{event}/proposals/{code}', {
  summary: 'One proposal, as its reader may see it',
  answer: ProposalAnswer,
  handle: async (call) => found(await getResource(eventOf(call), call.actor, codeOf(call), call.now)),
})

const create = endpoint('POST /events/{event}/proposals', {
  summary: 'Proposes, for oneself or (committee and services) for the people named; “submit” hands it in as well',
  body: ProposalBody,
  answer: ProposalAnswer,
  handle: async (call) => {
    const { actor, event, now } = { ...call, actor: callerOf(call), event: eventOf(call) }
    const { submit, call: kind, accessCode, aboutMe, ...draft } = call.body
    const result = await createProposal(actor, event, { draft, submit, call: kind, accessCode, aboutMe }, now)
    if (!result.ok) return refused(result)
    const { code, version } = result
    // A draft is its speakers' own from now on: whoever made it for them has seen the last of it here.
    const unseen: ProposalResource = { ...draft, code, version, state: 'draft', submittedAt: null }
    const body = (await getResource(event, actor, code, now)) ?? unseen
    return { ok: true, status: 201, location: `/api/v1/events/${event.slug}/proposals/${code}`, body, version }
  },
})

const update = endpoint('PATCH /events/{event}/proposals/{code}', {
  summary: 'Changes the text; what is left out stays as it is',
  body: ProposalPatch,
  answer: ProposalAnswer,
  handle: async (call) => {
    const { actor, event, now } = { ...call, actor: callerOf(call), event: eventOf(call) }
    const code = codeOf(call)
    const text = await getEditableText(event, code)
    if (!text) return problem('not-found', REFUSALS['not-found'])
    const { speakers, aboutMe, accessCode, ...changes } = call.body
    const others = speakers?.filter(({ email }) => email.toLowerCase() !== text.proposer) ?? text.draft.speakers
    const draft = ProposalDraft.safeParse({ ...text.draft, ...changes, speakers: others })
    if (!draft.success) return invalid(draft.error)
    const result = await saveDraft(
      actor,
      event,
      {
        code,
        version: call.version ?? 0,
        draft: draft.data,
        ...(aboutMe && { aboutMe }),
        ...(accessCode && { accessCode }),
      },
      now,
    )
    if (!result.ok && result.reason !== 'overtaken') return refusedMove(call, 'edit', result)
    const current = await getResource(event, actor, code, now)
    if (result.ok || !current) return found(current)
    return problem('overtaken', REFUSALS.overtaken, { current, version: current.version })
  },
})

function move(name: Extract<MoveName, 'submit' | 'withdraw' | 'confirm' | 'decline' | 'cancel'>) {
  return endpoint(`POST /events/{event}/proposals/{code}/${name}`, {
    summary: moveRow(name).does,
    answer: ProposalAnswer,
    handle: async (call) => {
      const [event, actor] = [eventOf(call), callerOf(call)]
      const result = await MOVES[name](actor, event, codeOf(call), call.now)
      if (!result.ok) return refusedMove(call, name, result)
      return found(await getResource(event, actor, result.code, call.now))
    },
  })
}

const MOVES = {
  submit: moves.submitDraft,
  withdraw: moves.withdrawProposal,
  confirm: moves.confirmProposal,
  decline: moves.declineProposal,
  cancel: moves.cancelProposal,
}

export const proposalEndpoints = [
  list,
  create,
  get,
  update,
  move('submit'),
  move('withdraw'),
  move('confirm'),
  move('decline'),
  move('cancel'),
]
