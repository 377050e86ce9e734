import { z } from 'zod'
import { nothingHere, pageInOrder } from '@/features/api/rules'
import { listOf, Moment, Page, personEndpoint } from '@/features/api/schema'
import { getLaterAnswers } from '../queries/later'
import { listOwnProposals } from '../queries/own'
import { nextFor } from '../rules/next'
import { STATES } from '../schema'
import { ownOf } from './own'

const Where = z.object({
  state: z.enum(STATES),
  next: z.string().describe('What happens next and when, in words'),
  isCallOpen: z.boolean().describe('It can be handed in or changed now'),
  deadline: Moment.nullable().describe('Until when that is so; null where no end is stated'),
  submittedAt: Moment.nullable(),
  answerBy: Moment.nullable(),
})

const mine = personEndpoint('GET /proposals/mine', {
  summary:
    'All of one’s own proposals to any event, drafts and what one is asked to speak in too, the last touched first',
  query: Page.extend({ state: z.enum(STATES).optional() }),
  answer: listOf(
    Where.extend({
      code: z.string(),
      title: z.string(),
      event: z.object({ slug: z.string(), name: z.string() }),
      isInvited: z.boolean().describe('One is asked to speak in it, and has not answered'),
      updatedAt: Moment,
    }),
  ),
  handle: async ({ query, now }, person) => {
    const own = await listOwnProposals(person, null, now)
    const rows = own
      .filter(({ state }) => !query.state || state === query.state)
      .map((row) => {
        const { code, title, state, isCallOpen, isInvited, deadline, submittedAt, answerBy, updatedAt } = row
        const { slug, name } = row.event
        const where = { state, next: nextFor(row), isCallOpen, deadline, submittedAt, answerBy, updatedAt }
        return { code, title, event: { slug, name }, isInvited, ...where }
      })
    return { ok: true, body: pageInOrder(rows, query, ({ code }) => code) }
  },
})

const standing = personEndpoint('GET /events/{event}/proposals/{code}/standing', {
  summary: 'Where a proposal of one’s own stands, as far as it is announced, what happens next and when',
  answer: Where.extend({
    code: z.string(),
    call: z.string().describe('The kind of its call'),
    reviewOpensAt: Moment.nullable(),
    reviewClosesAt: Moment.nullable(),
    withdrawnAt: Moment.nullable(),
    announcedAt: Moment.nullable(),
    answeredAt: Moment.nullable(),
    cancelledAt: Moment.nullable(),
    reason: z.string().nullable().describe('The committee’s own words'),
    messages: z.array(z.string()).describe('What reviewers wrote for the speaker, unsigned'),
    unanswered: z.array(z.string()).describe('The keys of required questions that are still to be answered'),
  }),
  handle: async (call, person) => {
    const own = await ownOf(call, person)
    if (!own) return nothingHere()
    const { code, state, isCallOpen, deadline, submittedAt, answerBy, withdrawnAt, announcedAt, answeredAt } = own
    const { cancelledAt, reason, messages, review } = own
    const later = await getLaterAnswers(person, code, call.now)
    const dates = { submittedAt, answerBy, withdrawnAt, announcedAt, answeredAt, cancelledAt }
    const reads = { reviewOpensAt: review.opensAt, reviewClosesAt: review.closesAt }
    const unanswered = [...new Set(later?.unanswered.map(({ key }) => key))]
    const said = { reason, messages, unanswered }
    const where = { code, state, call: own.call.kind, next: nextFor(own), isCallOpen, deadline }
    return { ok: true, body: { ...where, ...dates, ...reads, ...said } }
  },
})

export const standingEndpoints = [mine, standing]
