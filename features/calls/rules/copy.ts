import { FACT_NAMES, type Question } from '../schema/question'
import { conditionProblems } from './conditions'

/** What of the event that copies may be named in conditions: the slugs of each fact. */
export type KnownFacts = Record<(typeof FACT_NAMES)[number], string[]>

/**
 * The questions of an earlier event as this one can ask them, without those whose key it has. Dates move with the
 * events' first days, or go where one of these is unknown; what names a call, a format or a question that is not here
 * is left out, and a condition with nothing left too.
 */
export function copiedQuestions(
  from: Question[],
  here: Question[],
  { known, shiftDays }: { known: KnownFacts; shiftDays: number | null },
): Question[] {
  const has = new Set(here.map(({ key }) => key))
  const news = from.filter(({ key, call }) => !has.has(key) && (call === null || known.call.includes(call)))
  const shifted = (moment: Date | null) =>
    moment && shiftDays !== null ? new Date(moment.getTime() + shiftDays * 86_400_000) : null
  const copies = news.map((question) => ({
    ...question,
    requiredFrom: shifted(question.requiredFrom),
    frozenFrom: shifted(question.frozenFrom),
    conditions: question.conditions.flatMap(({ on, is }) => {
      const values = isFact(on) ? is.filter((value) => known[on].includes(value)) : is
      return is.length > 0 && values.length === 0 ? [] : [{ on, is: values }]
    }),
  }))
  return withoutProblems(here, copies)
}

/** A condition that does not fit here goes, the question stays. */
function withoutProblems(here: Question[], copies: Question[]): Question[] {
  const problems = conditionProblems([...here, ...copies])
  const bad = copies.filter(({ key }) => problems.some((problem) => problem.key === key))
  if (bad.length === 0) return copies
  const mended = copies.map((question) => {
    const own = problems.filter(({ key }) => key === question.key).map(({ on }) => on)
    return { ...question, conditions: question.conditions.filter(({ on }) => !own.includes(on)) }
  })
  return withoutProblems(here, mended)
}

const isFact = (on: string): on is keyof KnownFacts => FACT_NAMES.some((name) => name === on)
