import { z } from 'zod'
import { pageInOrder, pageOf, pointer, problem } from '@/features/api/rules'
import {
  callerOf,
  endpoint,
  eventOf,
  listOf,
  Moment,
  named,
  Page,
  personEndpoint,
  type Reply,
} from '@/features/api/schema'
import { TypedAnswers } from '@/features/calls/schema/typed'
import { getProposal } from '@/features/proposals/queries/committee-one'
import { saveReview } from '../commands/save'
import { listPeerReviews } from '../queries/peers'
import { getReviewable, listReviews, type OwnReview } from '../queries/review'
import { REVIEW_REFUSALS } from '../rules'
import { ReviewInput } from '../schema'

const ReviewAnswer = named(
  'Review',
  z.object({
    scores: z.record(z.string(), z.int()).describe('By the slug of the criterion'),
    forCommittee: z.string(),
    forSpeaker: z.string(),
    answers: TypedAnswers.describe('To the questions for reviewers, by key'),
    abstain: z.boolean(),
    submit: z.boolean().describe('Whether it has been handed in'),
    submittedAt: Moment.nullable(),
  }),
)
const ListedReviewAnswer = named(
  'ListedReview',
  ReviewAnswer.extend({ reviewer: z.object({ slug: z.string(), name: z.string() }) }),
)

/** What a review that nobody has begun says; the ETag of it is "0". */
const UNBEGUN = {
  scores: {},
  forCommittee: '',
  forSpeaker: '',
  answers: {},
  abstain: false,
  submittedAt: null,
  version: 0,
}

const bodyOf = ({ scores, forCommittee, forSpeaker, answers, abstain, submittedAt }: Omit<OwnReview, 'updatedAt'>) => ({
  scores,
  forCommittee,
  forSpeaker,
  answers,
  abstain,
  submit: submittedAt !== null,
  submittedAt,
})
const answer = (review: Omit<OwnReview, 'updatedAt'>) => ({ body: bodyOf(review), version: review.version })

const notFound = () => problem('not-found', REVIEW_REFUSALS['not-found'])
const notAPerson = () => problem('forbidden', 'A review is a person’s own: a service has none.')
const codeOf = ({ params }: { params: Record<string, string> }) => params.code ?? ''

const getMine = endpoint('GET /events/{event}/proposals/{code}/reviews/mine', {
  summary: 'One’s own review of a proposal; an empty one with the ETag "0" before it is begun',
  answer: ReviewAnswer,
  handle: async (call) => {
    const reviewer = callerOf(call)
    if (reviewer.kind !== 'person') return notAPerson()
    const proposal = await getReviewable(eventOf(call), reviewer, codeOf(call))
    return proposal ? { ok: true, ...answer(proposal.review ?? UNBEGUN) } : notFound()
  },
})

const putMine = endpoint('PUT /events/{event}/proposals/{code}/reviews/mine', {
  summary: 'Saves one’s own review, and with “submit” hands it in; what was handed in stays so',
  body: ReviewInput,
  answer: ReviewAnswer,
  handle: async (call): Promise<Reply> => {
    const reviewer = callerOf(call)
    if (reviewer.kind !== 'person') return notAPerson()
    const input = { ...call.body, version: call.version ?? 0 }
    const result = await saveReview(reviewer, eventOf(call), codeOf(call), input, call.now)
    if (result.ok) return { ok: true, ...answer(result.review) }
    const { reason, errors, current } = result
    // What one may not know of is not there: a conflict hides the proposal here as it does everywhere.
    if (reason === 'conflict') return notFound()
    const fields = errors?.map(({ path, message }) => ({ path: pointer(path), message }))
    return problem(reason, REVIEW_REFUSALS[reason], {
      ...(fields ? { errors: fields } : {}),
      ...(current ? { current: bodyOf(current), version: current.version } : {}),
    })
  },
})

const listAll = endpoint('GET /events/{event}/proposals/{code}/reviews', {
  summary: 'The reviews of a proposal that were handed in, the first one first',
  query: Page,
  answer: listOf(ListedReviewAnswer),
  handle: async (call) => {
    const event = eventOf(call)
    // Whoever has a conflict with the proposal reads nothing that was said of it.
    if (!(await getProposal(event, call.actor, codeOf(call)))) return notFound()
    const reviews = await listReviews(event, call.actor, codeOf(call))
    const rows = reviews.map(({ reviewer, ...review }, place) => ({ place, ...bodyOf(review), reviewer }))
    const { items, nextCursor } = pageOf(rows, call.query, {
      keyOf: ({ place }) => String(place),
      isBehind: ({ place }, key) => place > Number(key),
    })
    return { ok: true, body: { items: items.map(({ place: _, ...item }) => item), nextCursor } }
  },
})

const PeerAnswer = named(
  'PeerReview',
  z.object({
    by: z.string().describe('A name where the round shows it, else “Reviewer 2”'),
    round: z.string(),
    scores: z.record(z.string(), z.int()),
    forCommittee: z.string(),
    forSpeaker: z.string(),
    abstain: z.boolean(),
  }),
)

const listPeers = personEndpoint('GET /events/{event}/proposals/{code}/reviews/peers', {
  summary: 'What other reviewers said, in each round whose rules let one read it now',
  query: Page,
  answer: listOf(PeerAnswer),
  handle: async (call, reviewer) => {
    const event = eventOf(call)
    if (!(await getReviewable(event, reviewer, codeOf(call), call.now))) return notFound()
    const rows = (await listPeerReviews(event, reviewer, codeOf(call), call.now)).map((row, place) => ({
      ...row,
      place,
    }))
    const { items, nextCursor } = pageInOrder(rows, call.query, ({ place }) => String(place))
    return { ok: true, body: { items: items.map(({ place: _, ...item }) => item), nextCursor } }
  },
})

export const reviewEndpoints = [getMine, putMine, listAll, listPeers]
