import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import type { Answer, PostFacts, PostState } from '../schema'
import { canWrite, MOVES, type MoveName, missingFor, refuseAnswer, refuseMove, stateOf } from './life'

const now = new Date('2027-03-01T12:00:00Z')
const then = addDays(now, -3)
const nothing: PostFacts = {
  version: 4,
  submittedAt: null,
  approvedAt: null,
  publishedAt: null,
  publishedVersion: null,
  unpublishedAt: null,
  answers: [],
}
const submitted = { ...nothing, submittedAt: then }
const approved = { ...submitted, approvedAt: then }
const out = { ...approved, publishedAt: then, publishedVersion: 4 }

test.each<[string, PostFacts & { visibleFrom?: Date }, PostState]>([
  ['a new text', nothing, 'draft'],
  ['a text that was handed in', submitted, 'submitted'],
  ['an approved text without quotes', approved, 'ready'],
  ['one quote unanswered', { ...approved, answers: ['approved', null] }, 'waiting'],
  ['one refused, one unanswered', { ...approved, answers: ['refused', null] }, 'held'],
  ['all quotes approved', { ...approved, answers: ['approved', 'approved'] }, 'ready'],
  ['readers have it', out, 'published'],
  ['readers will have it tomorrow', { ...out, visibleFrom: addDays(now, 1) }, 'scheduled'],
  ['a new version is being written', { ...out, submittedAt: null, approvedAt: null, version: 5 }, 'draft'],
  ['a new version is approved', { ...out, version: 5, answers: [null] }, 'waiting'],
  ['a quote of a published text was refused before it was changed', { ...out, answers: [] }, 'published'],
  ['taken off the site', { ...nothing, unpublishedAt: then }, 'unpublished'],
  ['taken off and handed in again', { ...submitted, unpublishedAt: then }, 'submitted'],
])('%s: %s', (_, facts, state) => {
  expect(stateOf(facts, now)).toBe(state)
})

const FACTS: Record<PostState, PostFacts & { visibleFrom?: Date }> = {
  draft: nothing,
  submitted,
  waiting: { ...approved, answers: [null] },
  held: { ...approved, answers: ['refused'] },
  ready: approved,
  scheduled: { ...out, visibleFrom: addDays(now, 1) },
  published: out,
  unpublished: { ...nothing, unpublishedAt: then },
}

test('each move is made from its own states and from no other', () => {
  for (const move of Object.keys(MOVES) as MoveName[])
    for (const [state, facts] of Object.entries(FACTS)) {
      const { from } = MOVES[move]
      const allowed = from === 'out' ? facts.publishedAt !== null : (from as readonly string[]).includes(state)
      expect(refuseMove(move, facts, now) === null, `${move} from ${state}`).toBe(allowed)
    }
})

test('nothing but a text that is ready is published', () => {
  const ways = Object.entries(FACTS).filter(([, facts]) => refuseMove('publish', facts, now) === null)
  expect(ways.map(([state]) => state)).toEqual(['ready'])
})

test('a guest writes only while nobody reads it', () => {
  const open = Object.entries(FACTS).filter(([, facts]) => canWrite(facts, now))
  expect(open.map(([state]) => state)).toEqual(['draft'])
})

test('what a text lacks is named', () => {
  expect(missingFor({ title: '', summary: 'Short', text: ' \n' })).toEqual(['title', 'text'])
})

test.each<[string, Answer | null, Date | null, number | null, string | null]>([
  ['in time', null, addDays(now, 1), 0, null],
  ['the very moment it ends', null, now, 0, 'expired'],
  ['never asked', null, null, 0, 'expired'],
  ['answered before', 'approved', addDays(now, 1), 0, 'answered'],
  ['the words are not in the text any more', null, addDays(now, 1), null, 'changed'],
])('an answer %s', (_, answer, expiresAt, position, refusal) => {
  expect(refuseAnswer({ answer, expiresAt, position }, now)).toBe(refusal)
})
