import {
  type Answers,
  type AnswerValue,
  FACT_NAMES,
  type FormFacts,
  QUESTION_AUDIENCES,
  type Question,
  type QuestionAbout,
} from '../schema/question'

/**
 * The questions that are asked, in the order of the form: those about this, of this call, for where it stands, whose
 * conditions hold. A
 * question that is not asked has no value, whatever was typed into it, so what hangs on it is not asked either.
 */
export function questionsFor(questions: Question[], about: QuestionAbout, answers: Answers, facts: FormFacts) {
  const relevant = questions.filter(
    (question) =>
      question.about === about &&
      (question.call === null || question.call === facts.call) &&
      (!question.isForAccepted || facts.isAccepted === true),
  )
  const byKey = new Map(relevant.map((question) => [question.key, question]))
  const known = new Map<string, boolean>()

  function isAsked({ key, conditions }: Question): boolean {
    const before = known.get(key)
    if (before !== undefined) return before
    // Until it is known: a circle, which no form that was saved has, asks nothing.
    known.set(key, false)
    const isAsked = conditions.every(({ on, is }) => holds(given(on), is))
    known.set(key, isAsked)
    return isAsked
  }

  function given(on: string): AnswerValue {
    if (isFact(on)) return facts[on] ?? ''
    const question = byKey.get(on)
    return question && isAsked(question) ? (answers[on] ?? '') : ''
  }

  return relevant.filter(isAsked)
}

const holds = (value: AnswerValue, is: string[]) => {
  const values = [value].flat().filter(Boolean)
  return is.length === 0 ? values.length > 0 : values.some((each) => is.includes(each))
}

const isFact = (on: string): on is (typeof FACT_NAMES)[number] => FACT_NAMES.some((name) => name === on)

/** What is wrong with the conditions of a form: the word, and the question that has them. */
export interface ConditionProblem {
  key: string
  reason: 'unknown' | 'another-call' | 'no-such-value' | 'circle' | 'tells'
  on: string
}

/**
 * What keeps a form from being saved: a condition on nothing, on what another call asks, on a value that cannot be
 * chosen, in a circle; or on an answer that fewer people may read, because whether a question was asked would tell it.
 */
export function conditionProblems(questions: Question[]): ConditionProblem[] {
  const byKey = new Map(questions.map((question) => [question.key, question]))
  return questions.flatMap((question) =>
    question.conditions.flatMap(({ on, is }): ConditionProblem[] => {
      const problem = (reason: ConditionProblem['reason']) => [{ key: question.key, reason, on }]
      if (isFact(on)) return []
      const other = byKey.get(on)
      if (!other || other.about !== question.about) return problem('unknown')
      if (other.call !== null && other.call !== question.call) return problem('another-call')
      if (is.some((value) => !canBe(other, value))) return problem('no-such-value')
      if (hangsOn(byKey, other, question.key)) return problem('circle')
      if (width(question) < width(other)) return problem('tells')
      return []
    }),
  )
}

/** How few read it. */
const width = ({ audience }: Question) => QUESTION_AUDIENCES.indexOf(audience)

function canBe({ kind, options }: Question, value: string): boolean {
  if (kind === 'choice' || kind === 'choices') return options.some((option) => option.value === value)
  return kind === 'consent' ? value === 'yes' : true
}

/** Whether a question's conditions lead to that key, over as many others as there are. */
function hangsOn(byKey: Map<string, Question>, from: Question, key: string, seen = new Set<string>()): boolean {
  if (from.key === key) return true
  if (seen.has(from.key)) return false
  seen.add(from.key)
  return from.conditions.some(({ on }) => {
    const next = byKey.get(on)
    return next !== undefined && hangsOn(byKey, next, key, seen)
  })
}
