import { expect, test } from 'vitest'
import type { Question } from '@/features/calls/schema/question'
import { EMPTY_DRAFT } from '../schema'
import { movedTo } from './moved'

const ask = (key: string, says: Partial<Question> = {}): Question => ({
  ...{ key, label: key, call: null, about: 'proposal', kind: 'text', help: '', audience: 'reviewers' },
  ...{ isRequired: false, isForAccepted: false, requiredFrom: null, frozenFrom: null, limit: null },
  ...{ limitUnit: 'words', min: null, max: null, options: [], conditions: [] },
  ...says,
})
const questions = [
  ask('why'),
  ask('size', { call: 'posters' }),
  ask('bench', { call: 'talks' }),
  ask('stage', { conditions: [{ on: 'format', is: ['talk'] }] }),
  ask('shirt', { about: 'speaker', call: 'talks' }),
]
const posters = { kind: 'posters', formats: [{ slug: 'poster', closesAt: null }], tracks: ['ops'], languages: ['de'] }
const draft = {
  ...EMPTY_DRAFT,
  title: 'Lanterns',
  format: 'talk',
  track: 'data',
  language: 'en',
  answers: { why: 'Because', bench: 'Oak', stage: 'Left', size: '' },
}

test('what both calls ask stays, what one alone takes is named, and no answer is deleted', () => {
  const { draft: moved, left } = movedTo(draft, { shirt: 'M' }, { from: 'talks', to: posters, questions })
  expect(moved).toEqual({ ...draft, format: null, track: null, language: 'de' })
  expect(left.map((one) => (one.what === 'answer' ? one.question.key : `${one.what} ${one.value}`))).toEqual([
    'format talk',
    'track data',
    'language en',
    'bench',
    'stage',
    'shirt',
  ])
})

test('a call that takes and asks the same leaves nothing behind', () => {
  const open = { kind: 'evenings', tracks: [], languages: [] }
  const same = { ...draft, answers: { why: 'Because' } }
  expect(movedTo(same, {}, { from: 'talks', to: open, questions })).toEqual({ draft: same, left: [] })
})
