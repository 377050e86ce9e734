import { type Answers, type AnswerValue, type FieldError, type FormFacts, type Question, YES } from '../schema/question'
import { questionsFor } from './conditions'
import { countText } from './count'

export interface AnswerFacts extends FormFacts {
  about: Question['about']
  /** What was saved before: a frozen answer stays so. */
  earlier: Answers
  /** The files that may be named, by the key of the question that they were uploaded for. */
  files: Record<string, string[]>
  /** Chairs correct what is frozen. */
  mayThaw?: boolean
}

/** Whether an answer is asked for at that moment: the moment itself already. */
export function isRequiredAt({ isRequired, requiredFrom, ...question }: Question, now: Date): boolean {
  return isRequired && !isFrozenAt(question, now) && (requiredFrom === null || now >= requiredFrom)
}

/** Whether its answer stays as it is: from the moment itself on. */
export function isFrozenAt({ frozenFrom }: Pick<Question, 'frozenFrom'>, now: Date): boolean {
  return frozenFrom !== null && now >= frozenFrom
}

/** Everything that keeps these answers from being handed in, in the order of the form; only what is asked is checked. */
export function checkAnswers(questions: Question[], answers: Answers, facts: AnswerFacts, now: Date): FieldError[] {
  return questionsFor(questions, facts.about, answers, facts).flatMap((question) => {
    const message = problemOf(question, answers[question.key] ?? '', facts, now)
    return message ? [{ path: `answers.${question.key}`, message }] : []
  })
}

/** The answers with those that are frozen as they were saved: what a draft keeps. */
export function withFrozen(questions: Question[], answers: Answers, earlier: Answers, now: Date): Answers {
  const kept = { ...answers }
  for (const question of questions.filter((question) => isFrozenAt(question, now))) {
    const before = earlier[question.key]
    if (before === undefined) delete kept[question.key]
    else kept[question.key] = before
  }
  return kept
}

function problemOf(question: Question, answer: AnswerValue, facts: AnswerFacts, now: Date): string | null {
  const values = [answer].flat().filter(Boolean)
  if (isFrozenAt(question, now) && !facts.mayThaw)
    return isSame(answer, facts.earlier[question.key] ?? '') ? null : 'This answer can no longer be changed'
  if (values.length === 0) return isRequiredAt(question, now) ? WANTED[question.kind] : null
  if (values.length > 1 && question.kind !== 'choices') return 'Give one answer'
  return values.map((value) => KINDS[question.kind](value, question, facts)).find((word) => word !== null) ?? null
}

export function isSame(one: AnswerValue, other: AnswerValue): boolean {
  const plain = (value: AnswerValue) => JSON.stringify([value].flat().filter(Boolean).sort())
  return plain(one) === plain(other)
}

const WANTED: Record<Question['kind'], string> = {
  text: 'Answer this question',
  prose: 'Answer this question',
  number: 'Give a number',
  choice: 'Choose one',
  choices: 'Choose at least one',
  date: 'Give a day',
  url: 'Give an address',
  file: 'Choose a file',
  consent: 'Without this we cannot take your proposal',
}

type Check = (value: string, question: Question, facts: AnswerFacts) => string | null

const withinLimit: Check = (value, { limit, limitUnit }) => {
  if (limit === null) return null
  const count = countText(value, limitUnit)
  const say = (number: number) => number.toLocaleString('en')
  return count > limit ? `At most ${say(limit)} ${limitUnit}; these are ${say(count)}` : null
}

const among: Check = (value, { options }) =>
  options.some((option) => option.value === value) ? null : 'Choose from the list'

const KINDS: Record<Question['kind'], Check> = {
  text: (value, question, facts) =>
    value.includes('\n') ? 'Keep it on one line' : withinLimit(value, question, facts),
  prose: withinLimit,
  number: (value, { min, max }) => {
    if (!/^[-+−]?\d{1,15}([.]\d{1,10})?$/.test(value)) return 'Give a number, such as 12 or 1.5'
    const number = Number(value.replace('−', '-'))
    if (min !== null && number < min) return `Give a number of at least ${min}`
    return max !== null && number > max ? `Give a number of at most ${max}` : null
  },
  choice: among,
  choices: among,
  date: (value) => (isDay(value) ? null : 'Give a day that there is, such as 2027-03-28'),
  url: (value) => (isWebAddress(value) ? null : 'Give an address that begins with https://'),
  file: (value, { key }, { files }) => (files[key]?.includes(value) ? null : 'Choose the file again'),
  consent: (value) => (value === YES ? null : 'Tick it, or leave it'),
}

/** JavaScript reads 30 February as 2 March. */
function isDay(value: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : null
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

/** Whether a link may lead there. */
export function isWebAddress(value: string): boolean {
  return value.length <= 2_000 && /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(value) && URL.canParse(value)
}
