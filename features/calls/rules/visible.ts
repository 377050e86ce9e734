import {
  type Answers,
  type AnswerValue,
  type FormFacts,
  QUESTION_AUDIENCES,
  type Question,
  YES,
} from '../schema/question'
import { questionsFor } from './conditions'

/** Who reads answers. Speakers read their own whatever the audience; a blind reviewer reads none about speakers. */
export type AnswerReader = (typeof QUESTION_AUDIENCES)[number]

export interface AnswerLine {
  key: string
  label: string
  kind: Question['kind']
  audience: Question['audience']
  /** As people read it: labels of what was chosen. Of a file: its id. */
  values: string[]
  /** As it was given, for machines. */
  given: AnswerValue
}

/** Whether this reader may read answers to the question: chairs all, reviewers theirs and the public ones. */
export function mayRead({ audience }: Pick<Question, 'audience'>, reader: AnswerReader): boolean {
  return QUESTION_AUDIENCES.indexOf(audience) <= QUESTION_AUDIENCES.indexOf(reader)
}

/**
 * The answers that this reader may read, in the order of the form; only of questions that were asked, which is known
 * from all of the answers, whoever reads.
 */
export function answersFor(
  questions: Question[],
  about: Question['about'],
  answers: Answers,
  facts: FormFacts,
  reader: AnswerReader,
): AnswerLine[] {
  return questionsFor(questions, about, answers, { ...facts, isAccepted: true }).flatMap((question) => {
    const { key, label, kind, audience } = question
    const given = answers[key] ?? ''
    const values = [given].flat().filter(Boolean)
    if (!mayRead(question, reader) || values.length === 0) return []
    return [{ key, label, kind, audience, values: values.map((value) => inWords(question, value)), given }]
  })
}

function inWords({ kind, options }: Question, value: AnswerValue): string {
  if (kind === 'consent') return value === YES ? 'Yes' : 'No'
  return options.find((option) => option.value === value)?.label ?? String(value)
}
