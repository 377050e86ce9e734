import type { Answers, FormFacts, Question } from '../schema/question'
import { isFrozenAt, isRequiredAt } from './answers'
import { questionsFor } from './conditions'

const isGiven = (answers: Answers, { key }: Question) => [answers[key] ?? []].flat().filter(Boolean).length > 0

/**
 * Whether a question is still answered once the text of a proposal stands: what accepted speakers alone are asked, what
 * is frozen on a day of its own that has not come, and what is required and was never answered, so that nobody is asked
 * in vain.
 */
function isOpenLater(question: Question, earlier: Answers, now: Date): boolean {
  if (isFrozenAt(question, now)) return false
  const isOpen = question.isForAccepted || question.frozenFrom !== null
  return isOpen || (isRequiredAt(question, now) && !isGiven(earlier, question))
}

/** The questions that are asked and still open; `earlier` is what was saved, `answers` what holds with what is typed. */
export function laterQuestions(
  questions: Question[],
  about: Question['about'],
  { answers, earlier = answers }: { answers: Answers; earlier?: Answers },
  facts: FormFacts,
  now: Date,
): Question[] {
  return questionsFor(questions, about, answers, facts).filter((question) => isOpenLater(question, earlier, now))
}

/**
 * The same for a form of these alone, so that what is typed into one can bring up another: a condition on what is no
 * longer in the form is decided already, and left out.
 */
export function laterForm(
  questions: Question[],
  about: Question['about'],
  answers: Answers,
  facts: FormFacts,
  now: Date,
): Question[] {
  const open = questions.filter((question) => question.about === about && isOpenLater(question, answers, now))
  const keys = new Set(open.map(({ key }) => key))
  return open.flatMap((question) => {
    const decided = { ...question, key: PROBE, conditions: question.conditions.filter(({ on }) => !keys.has(on)) }
    const isAsked = questionsFor([...questions, decided], about, answers, facts).includes(decided)
    return isAsked ? [{ ...question, conditions: question.conditions.filter(({ on }) => keys.has(on)) }] : []
  })
}

/** No question has this key. */
const PROBE = ''

/** Of these, what must be answered and is not. */
export function unansweredOf(questions: Question[], answers: Answers, now: Date): Question[] {
  return questions.filter((question) => isRequiredAt(question, now) && !isGiven(answers, question))
}
