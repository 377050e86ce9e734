export const QUESTION_KINDS = [
  'text',
  'prose',
  'number',
  'choice',
  'choices',
  'date',
  'url',
  'file',
  'consent',
] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** Whom a question is about, which is who answers it: the proposal (its speakers), each speaker, each reviewer. */
export const QUESTION_ABOUTS = ['proposal', 'speaker', 'reviewer'] as const
export type QuestionAbout = (typeof QUESTION_ABOUTS)[number]

/** Who reads the answers, from all to few; who reads less is in who reads more. */
export const QUESTION_AUDIENCES = ['public', 'reviewers', 'chairs'] as const
export type QuestionAudience = (typeof QUESTION_AUDIENCES)[number]

export const LIMIT_UNITS = ['words', 'characters'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

/** A type, not an interface, so that it may stand in a column of JSON. */
export type Option = { value: string; label: string }

/** Holds where `on` has one of these values, or any value at all where none is named. */
export type Condition = {
  /** `call`, `format`, `track`, `level`, `language`, or the key of a question about the same. */
  on: string
  is: string[]
}

/** What of a proposal a condition may look at, beside answers. Slugs; a language as BCP 47. */
export interface FormFacts {
  call: string | null
  format: string | null
  track: string | null
  level: string | null
  language: string | null
  /** Its speakers were told so; also where the answers that there are are read. */
  isAccepted?: boolean
}
export const FACT_NAMES = ['call', 'format', 'track', 'level', 'language'] as const satisfies (keyof FormFacts)[]

export interface Question {
  key: string
  /** The kind of the one call that asks it; null: all of them. */
  call: string | null
  about: QuestionAbout
  kind: QuestionKind
  label: string
  help: string
  audience: QuestionAudience
  isRequired: boolean
  /** Asked only of who speaks in it once they were told that it is accepted. */
  isForAccepted: boolean
  requiredFrom: Date | null
  frozenFrom: Date | null
  limit: number | null
  limitUnit: LimitUnit
  min: number | null
  max: number | null
  options: Option[]
  conditions: Condition[]
}

/** A text, the value of an option, a number, a day, an address, the id of a file, `yes`; several for `choices`. */
export type AnswerValue = string | string[]
/** By the key of the question. Nothing typed: absent, empty, or an empty list. */
export type Answers = Record<string, AnswerValue>

export const YES = 'yes'

/** A field that is not as it must be: `answers.KEY`, dots between. */
export interface FieldError {
  path: string
  message: string
}
