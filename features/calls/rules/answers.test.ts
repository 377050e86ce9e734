import { describe, expect, test } from 'vitest'
import type { Answers, FormFacts, Question } from '../schema/question'
import { type AnswerFacts, checkAnswers, isRequiredAt, withFrozen } from './answers'
import { conditionProblems, questionsFor } from './conditions'
import { countText } from './count'
import { answersFor } from './visible'

const at = (text: string) => new Date(text)
const now = at('2027-03-28T22:00:00Z')

const aQuestion = (says: Partial<Question> & { key: string }): Question => ({
  call: null,
  about: 'proposal',
  kind: 'text',
  label: says.key,
  help: '',
  audience: 'reviewers',
  isRequired: false,
  isForAccepted: false,
  requiredFrom: null,
  frozenFrom: null,
  limit: null,
  limitUnit: 'characters',
  min: null,
  max: null,
  options: [],
  conditions: [],
  ...says,
})
const options = ['yes', 'no', 'maybe'].map((value) => ({ value, label: value.toUpperCase() }))
const facts: FormFacts = { call: 'talks', format: 'talk', track: null, level: null, language: 'en' }
const answerFacts: AnswerFacts = { ...facts, about: 'proposal', earlier: {}, files: { slides: ['file-1'] } }
const messages = (question: Question, answer: string | string[], more: Partial<AnswerFacts> = {}, when = now) =>
  checkAnswers([question], { [question.key]: answer }, { ...answerFacts, ...more }, when).map(({ message }) => message)

describe('an answer of its kind', () => {
  test.each<[Partial<Question>, string | string[], boolean]>([
    [{ kind: 'text' }, 'one line', true],
    [{ kind: 'text' }, 'two\nlines', false],
    [{ kind: 'prose' }, 'two\nlines', true],
    [{ kind: 'number' }, '12', true],
    [{ kind: 'number' }, '-1.5', true],
    [{ kind: 'number' }, '1e3', false],
    [{ kind: 'number' }, '0x10', false],
    [{ kind: 'number' }, 'twelve', false],
    [{ kind: 'number', min: 1 }, '1', true],
    [{ kind: 'number', min: 1 }, '0.9999', false],
    [{ kind: 'number', max: 5 }, '5', true],
    [{ kind: 'number', max: 5 }, '5.1', false],
    [{ kind: 'choice', options }, 'yes', true],
    [{ kind: 'choice', options }, 'YES', false],
    [{ kind: 'choice', options }, ['yes', 'no'], false],
    [{ kind: 'choices', options }, ['yes', 'no'], true],
    [{ kind: 'choices', options }, ['yes', 'never'], false],
    [{ kind: 'date' }, '2028-02-29', true],
    [{ kind: 'date' }, '2027-02-29', false],
    [{ kind: 'date' }, '28 March', false],
    [{ kind: 'url' }, 'https://example.org/a?b=c', true],
    [{ kind: 'url' }, 'javascript:alert(1)', false],
    [{ kind: 'url' }, 'https://localhost', false],
    [{ kind: 'url' }, 'https://exa mple.org', false],
    [{ kind: 'file', key: 'slides' }, 'file-1', true],
    [{ kind: 'file', key: 'slides' }, 'file-2', false],
    [{ kind: 'file', key: 'video' }, 'file-1', false],
    [{ kind: 'consent' }, 'yes', true],
    [{ kind: 'consent' }, 'no', false],
  ])('%o: %o', (says, answer, isGood) => {
    expect(messages(aQuestion({ key: 'asked', ...says }), answer)).toHaveLength(isGood ? 0 : 1)
  })

  test('names its field', () => {
    const [error] = checkAnswers([aQuestion({ key: 'home', kind: 'url' })], { home: 'x' }, answerFacts, now)
    expect(error?.path).toBe('answers.home')
  })
})

describe('a limit', () => {
  test.each<[string, 'words' | 'characters', number]>([
    ['one, two — three!', 'words', 3],
    ['don’t stop', 'words', 2],
    ['你好，世界', 'words', 2],
    ['', 'words', 0],
    ['naïve', 'characters', 5],
    ['nai\u0308ve', 'characters', 5],
    ['👩‍👩‍👧‍👦', 'characters', 1],
    ['𠮷野家', 'characters', 3],
  ])('%s has so many %s: %i', (text, unit, count) => {
    expect(countText(text, unit)).toBe(count)
  })

  test('is kept by what is as long as it, and broken by one more', () => {
    const question = aQuestion({ key: 'why', kind: 'prose', limit: 3, limitUnit: 'words' })
    expect(messages(question, 'one two three')).toEqual([])
    expect(messages(question, 'one two three four')).toEqual(['At most 3 words; these are 4'])
  })
})

describe('required', () => {
  const required = (requiredFrom: Date | null, frozenFrom: Date | null = null) =>
    aQuestion({ key: 'diet', isRequired: true, requiredFrom, frozenFrom })

  test.each<[string, Question, boolean]>([
    ['at once', required(null), true],
    ['from a millisecond later on', required(at('2027-03-28T22:00:00.001Z')), false],
    ['from this very moment on', required(now), true],
    ['since long', required(at('2020-01-01')), true],
    ['but frozen from this very moment on', required(null, now), false],
    ['and frozen a millisecond later', required(null, at('2027-03-28T22:00:00.001Z')), true],
    ['with a date, though not required', { ...required(at('2020-01-01')), isRequired: false }, false],
  ])('%s', (_, question, isRequired) => {
    expect(isRequiredAt(question, now)).toBe(isRequired)
    expect(messages(question, '')).toHaveLength(isRequired ? 1 : 0)
    if (isRequired) expect(messages(question, 'none')).toEqual([])
  })

  test.each(['', [], ['']])('nothing is nothing in every form: %o', (nothing) => {
    expect(messages(aQuestion({ key: 'why', kind: 'choices', options, isRequired: true }), nothing)).toHaveLength(1)
  })
})

describe('frozen', () => {
  const question = aQuestion({ key: 'shirt', frozenFrom: now })
  const earlier = { shirt: 'M' }

  test.each<[string, string, Date, Partial<AnswerFacts>, number]>([
    ['a millisecond before it may change', 'L', at('2027-03-28T21:59:59.999Z'), { earlier }, 0],
    ['in its moment it may not', 'L', now, { earlier }, 1],
    ['nor may it be taken out', '', now, { earlier }, 1],
    ['nor put in', 'L', now, {}, 1],
    ['the same again is no change', 'M', now, { earlier }, 0],
    ['the committee may', 'L', now, { earlier, mayThaw: true }, 0],
  ])('%s', (_, answer, when, more, problems) => {
    expect(messages(question, answer, more, when)).toHaveLength(problems)
  })

  test('a draft keeps what was saved before, and nothing where nothing was', () => {
    expect(withFrozen([question], { shirt: 'L', other: 'x' }, earlier, now)).toEqual({ shirt: 'M', other: 'x' })
    expect(withFrozen([question], { shirt: 'L' }, {}, now)).toEqual({})
  })
})

describe('conditions', () => {
  const first = aQuestion({ key: 'first', kind: 'choice', options })
  const second = aQuestion({ key: 'second', conditions: [{ on: 'first', is: ['yes', 'maybe'] }] })
  const third = aQuestion({ key: 'third', isRequired: true, conditions: [{ on: 'second', is: [] }] })
  const form = [first, second, third]
  const asked = (questions: Question[], answers: Answers, more: Partial<FormFacts> = {}) =>
    questionsFor(questions, 'proposal', answers, { ...facts, ...more }).map(({ key }) => key)

  test.each<[Answers, string[]]>([
    [{}, ['first']],
    [{ first: 'no' }, ['first']],
    [{ first: 'yes' }, ['first', 'second']],
    [{ first: 'maybe', second: 'x' }, ['first', 'second', 'third']],
    // What hangs on a question that is not asked is not asked, whatever was typed before.
    [{ first: 'no', second: 'x' }, ['first']],
  ])('%o asks %o', (answers, keys) => {
    expect(asked(form, answers)).toEqual(keys)
  })

  test('all of them must hold, and one of several choices is enough', () => {
    const several = aQuestion({ key: 'several', kind: 'choices', options })
    const both = aQuestion({
      key: 'both',
      conditions: [
        { on: 'several', is: ['yes'] },
        { on: 'format', is: ['workshop'] },
      ],
    })
    expect(asked([several, both], { several: ['no', 'yes'] }, { format: 'workshop' })).toEqual(['several', 'both'])
    expect(asked([several, both], { several: ['no', 'yes'] })).toEqual(['several'])
    expect(asked([several, both], { several: ['no'] }, { format: 'workshop' })).toEqual(['several'])
  })

  test('a question of another call, or about somebody else, is not asked', () => {
    expect(asked([aQuestion({ key: 'a', call: 'posters' }), aQuestion({ key: 'b', about: 'speaker' })], {})).toEqual([])
    expect(asked([aQuestion({ key: 'a', call: 'posters' })], {}, { call: 'posters' })).toEqual(['a'])
  })

  test('what is not asked is not checked, and not read', () => {
    expect(checkAnswers(form, { first: 'no', second: 'x' }, answerFacts, now)).toEqual([])
    expect(checkAnswers(form, { first: 'yes', second: 'x' }, answerFacts, now)).toHaveLength(1)
    expect(answersFor(form, 'proposal', { first: 'no', second: 'x' }, facts, 'chairs')).toHaveLength(1)
  })

  test.each<[string, Question[], string | undefined]>([
    ['as they should be', form, undefined],
    ['on facts', [aQuestion({ key: 'a', conditions: [{ on: 'track', is: ['x'] }] })], undefined],
    ['on nothing', [aQuestion({ key: 'a', conditions: [{ on: 'gone', is: [] }] })], 'unknown'],
    ['on a question about somebody else', [{ ...first, about: 'speaker' }, second], 'unknown'],
    ['on what only another call asks', [{ ...first, call: 'posters' }, second], 'another-call'],
    [
      'on a value that cannot be',
      [first, { ...second, conditions: [{ on: 'first', is: ['never'] }] }],
      'no-such-value',
    ],
    ['on itself', [aQuestion({ key: 'a', conditions: [{ on: 'a', is: [] }] })], 'circle'],
    ['in a circle of three', [{ ...first, conditions: [{ on: 'third', is: [] }] }, second, third], 'circle'],
    ['on what only chairs read', [{ ...first, audience: 'chairs' }, second], 'tells'],
    [
      'of the chairs on what all read',
      [
        { ...first, audience: 'public' },
        { ...second, audience: 'chairs' },
      ],
      undefined,
    ],
  ])('%s', (_, questions, reason) => {
    expect(conditionProblems(questions)[0]?.reason).toBe(reason)
  })
})

describe('who reads', () => {
  const form = (['public', 'reviewers', 'chairs'] as const).map((audience) => aQuestion({ key: audience, audience }))
  const answers = { public: 'a', reviewers: 'b', chairs: 'c' }

  test.each([
    ['public', ['public']],
    ['reviewers', ['public', 'reviewers']],
    ['chairs', ['public', 'reviewers', 'chairs']],
  ] as const)('%s: %o', (reader, keys) => {
    expect(answersFor(form, 'proposal', answers, facts, reader).map(({ key }) => key)).toEqual(keys)
  })

  test('reads the words that were chosen from', () => {
    const choice = aQuestion({ key: 'a', kind: 'choices', options })
    expect(answersFor([choice], 'proposal', { a: ['yes', 'no'] }, facts, 'reviewers')[0]?.values).toEqual(['YES', 'NO'])
  })
})
