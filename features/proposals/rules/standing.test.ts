import { describe, expect, test } from 'vitest'
import { factsAt } from '@/tests/facts'
import { canEdit, decidingMove, isSilent, problemsWithCall, refuseMove } from '../rules'
import { type Facts, NO_FACTS, type State } from '../schema'

const now = new Date('2027-03-01T12:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const { told } = factsAt({ submitted: at(-96), decided: at(-72), told: at(-48), answered: at(-24) })

describe('a speaker edits', () => {
  test.each<[string, { state: State; announced: Facts['announced']; isCallOpen: boolean }, boolean]>([
    ['a draft while the call is open', { state: 'draft', announced: null, isCallOpen: true }, true],
    ['a draft at any other time', { state: 'draft', announced: null, isCallOpen: false }, true],
    ['what is handed in, while the call is open', { state: 'submitted', announced: null, isCallOpen: true }, true],
    ['what is handed in, afterwards: no', { state: 'submitted', announced: null, isCallOpen: false }, false],
    ['what was withdrawn, while the call is open', { state: 'withdrawn', announced: null, isCallOpen: true }, true],
    ['what was withdrawn, afterwards: no', { state: 'withdrawn', announced: null, isCallOpen: false }, false],
    ['what was announced: no', { state: 'withdrawn', announced: 'accepted', isCallOpen: true }, false],
    ['what is accepted: no', { state: 'accepted', announced: 'accepted', isCallOpen: true }, false],
    ['what is cancelled: no', { state: 'cancelled', announced: null, isCallOpen: true }, false],
  ])('%s', (_, proposal, expected) => expect(canEdit(proposal)).toBe(expected))
})

test('silence begins at the moment that was named, of who was accepted and has said nothing', () => {
  const asked = { ...told('accepted'), answerBy: now }
  expect([isSilent(asked, at(-0.001)), isSilent(asked, now), isSilent(asked, at(1))]).toEqual([false, true, true])
  expect(isSilent({ ...asked, answerBy: null }, at(1))).toBe(false)
  expect(isSilent({ ...asked, answer: 'confirmed' }, at(1))).toBe(false)
  expect(isSilent({ ...told('waitlisted'), answerBy: now }, at(1))).toBe(false)
})

test('a call takes its own formats, tracks and languages, and one that names none takes all', () => {
  const some = { formats: [{ slug: 'talk', closesAt: null }], tracks: ['data'], languages: ['en'] }
  const paths = (format: string | null, track: string | null, language: string, call = some) =>
    problemsWithCall({ format, track, language }, call).map(({ path }) => path)
  expect(paths('talk', 'data', 'en')).toEqual([])
  expect(paths('panel', 'data', 'en')).toEqual(['format'])
  expect(paths('talk', 'web', 'en')).toEqual(['track'])
  expect(paths('talk', 'data', 'zh')).toEqual(['language'])
  expect(paths('panel', 'web', 'zh', { formats: [], tracks: [], languages: [] })).toEqual([])
})

test('what is announced is corrected, unless its speaker declined', () => {
  expect(decidingMove(NO_FACTS)).toBe('decide')
  expect(decidingMove(told('accepted'))).toBe('correct')
  expect(decidingMove({ ...told('accepted'), answer: 'declined' })).toBe('decide')
})

test('a speaker owes their answers before confirming, and the committee may have them by telephone', () => {
  const facts = told('accepted')
  expect(refuseMove('confirm', { facts, side: 'speaker', now, unanswered: 1 })).toBe('answers-missing')
  expect(refuseMove('confirm', { facts, side: 'speaker', now, unanswered: 0 })).toBeNull()
  expect(refuseMove('confirm', { facts, side: 'committee', now, unanswered: 1 })).toBeNull()
})
