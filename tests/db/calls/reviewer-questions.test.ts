import { expect, test } from 'vitest'
import { saveReview } from '@/features/reviews/commands/save'
import { getReviewable } from '@/features/reviews/queries/review'
import { ReviewInput } from '@/features/reviews/schema'
import { aQuestion } from '../../calls'
import { aPerson, aProposal } from '../../factories'
import { entered } from '../../proposals'

const now = new Date()

test('what is asked of reviewers must be answered to hand a review in, and is kept with it', async () => {
  const { proposal, call } = await aProposal()
  const event = await entered(call.event)
  await aQuestion(event, { key: 'would-go', about: 'reviewer', isRequired: true })
  await aQuestion(event, {
    key: 'room',
    about: 'reviewer',
    isRequired: true,
    conditions: [{ on: 'format', is: ['workshop'] }],
  })
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id })
  const send = (answers: object, submit: boolean) =>
    saveReview(
      reviewer,
      event,
      proposal.code,
      { ...ReviewInput.parse({ scores: { content: 4 }, answers, submit }), version: 0 },
      now,
    )
  expect(await send({}, true)).toMatchObject({ ok: false, errors: [{ path: 'answers.would-go' }] })
  expect(await send({ 'would-go': 'Gladly' }, true)).toMatchObject({
    ok: true,
    review: { answers: { 'would-go': 'Gladly' } },
  })
  const seen = await getReviewable(event, reviewer, proposal.code, now)
  expect(seen?.review?.answers).toEqual({ 'would-go': 'Gladly' })
  expect(seen?.questions.map(({ key }) => key)).toEqual(['would-go', 'room'])
})
