import { expect, test } from 'vitest'
import type { AssignmentFacts, ProposalFacts, ReviewerFacts } from '../schema'
import { reasonsFor } from './affinity'
import { loadsOf, lockedPairs } from './plan'

const proposal: ProposalFacts = {
  ...{ id: 'p', code: 'AAAAAA', trackId: 't', track: 'Service mesh', language: 'en-GB' },
  tags: [{ id: 'g', name: 'A war story' }],
}
const reviewer = (facts: Partial<ReviewerFacts> = {}): ReviewerFacts => ({
  ...{ id: 'r', expertise: [], languages: [], more: [], less: [], statedLoad: null, chairLoad: null, isReviewer: true },
  ...facts,
})

test.each([
  ['nobody has said anything', {}, []],
  ['they know the track, however it is written', { expertise: ['service-mesh'] }, ['track']],
  ['they asked for track and tag', { more: ['t', 'g'] }, ['wants-track', 'wants-tags']],
  ['they would rather not', { less: ['t'] }, ['avoids-track']],
  ['they read another language', { languages: ['zh'] }, ['language']],
  ['they read the language', { languages: ['en'] }, []],
] as const)('%s', (_, facts, expected) => {
  expect(reasonsFor(proposal, reviewer(facts as Partial<ReviewerFacts>))).toEqual(expected)
})

test('the chair’s word on a load goes before all, else the lesser of the event’s and their own', () => {
  const facts = {
    proposals: Array.from({ length: 10 }, () => proposal),
    reviewers: [
      reviewer({ chairLoad: 9, statedLoad: 1 }),
      reviewer({ statedLoad: 1 }),
      reviewer({ statedLoad: 8 }),
      reviewer({ isReviewer: false, chairLoad: 5 }),
    ],
  }
  const settings = { reviewsPerProposal: 2, fairness: 0 }
  expect(loadsOf(facts, { ...settings, reviewerLoad: 4 })).toEqual([9, 1, 4, 0])
  expect(loadsOf(facts, { ...settings, reviewerLoad: null })).toEqual([9, 1, 8, 0])
})

test('what is locked or begun stays, unless there is a conflict', () => {
  const pair = (reviewerId: string, more = {}) => ({
    ...{ proposalId: 'p', reviewerId, isLocked: false, isReviewed: false },
    ...more,
  })
  const facts: AssignmentFacts = {
    proposals: [proposal],
    reviewers: [],
    conflicts: [{ proposalId: 'p', reviewerId: 'd' }],
    standing: [
      pair('a'),
      pair('b', { isLocked: true }),
      pair('c', { isReviewed: true }),
      pair('d', { isLocked: true }),
    ],
  }
  expect(lockedPairs(facts).map(({ reviewerId }) => reviewerId)).toEqual(['b', 'c'])
})
