import type { Answers, Condition, FormFacts, Question } from '../schema/question'
import { readAnswers } from '../schema/typed'

/** What the names of fields begin with, by whom the question is about. */
export const PREFIXES = { proposal: 'answer-', speaker: 'about-', reviewer: 'answer-' } as const

/** What a file is posted under, beside the answer, which is the id of the one that is there. */
export const FILE_PREFIX = 'file-'

/** The answers and facts that a form says at the moment. */
export function readForm(
  form: FormData,
  about: Question['about'],
  call: string | null,
): { answers: Answers; facts: FormFacts } {
  const fact = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value ? value : null
  }
  const facts = { call, format: fact('format'), track: fact('track'), level: fact('level'), language: fact('language') }
  return { answers: readAnswers(form, PREFIXES[about]), facts }
}

/** What values are called, by what they are values of. */
export type Names = Partial<Record<string, { value: string; label: string }[]>>

const FACT_WORDS: Record<string, string> = {
  call: 'the call',
  format: 'the format',
  track: 'the track',
  level: 'the level',
  language: 'the language',
}

/** A condition as people read it: `the format is Workshop or Tutorial`. */
export function conditionWords({ on, is }: Condition, questions: Question[], names: Names = {}): string {
  const question = questions.find(({ key }) => key === on)
  const subject = FACT_WORDS[on] ?? `“${question?.label ?? on}”`
  if (is.length === 0) return `${subject} has an answer`
  const options = names[on] ?? question?.options ?? []
  const labels = is.map((value) => options.find((option) => option.value === value)?.label ?? value)
  if (question?.kind === 'consent') return `${subject} is ticked`
  return `${subject} is ${labels.join(' or ')}`
}

/** The ids of the files that answers name. */
export function fileIdsIn(questions: Question[], given: { text: { answers: Answers }; aboutMe: Answers }): string[] {
  return questions
    .filter(({ kind }) => kind === 'file')
    .flatMap(({ key, about }) => (about === 'speaker' ? given.aboutMe : given.text.answers)[key] ?? [])
    .filter(Boolean)
}
