import { expect, test } from 'vitest'
import { listPublicAnswers } from '@/features/proposals/queries/answers'
import { db } from '@/lib/db'
import { aQuestion } from '../../calls'
import { aProposal } from '../../factories'

test('a published session shows the answers that all may read, and no others', async () => {
  const { proposal, call } = await aProposal()
  for (const audience of ['public', 'reviewers', 'chairs'] as const)
    await aQuestion(call.event, { key: audience, audience })
  const answers = { public: 'For all', reviewers: 'For some', chairs: 'For few' }
  await db.proposal.update({ where: { id: proposal.id }, data: { answers } })
  const lines = await listPublicAnswers(call.event.slug, proposal.code)
  expect(lines.map(({ values }) => values)).toEqual([['For all']])
  expect(await listPublicAnswers('another-event', proposal.code)).toEqual([])
})
