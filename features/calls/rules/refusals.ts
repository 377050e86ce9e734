import type { ConditionProblem } from './conditions'

/** What a chair reads where a question was not saved, moved or taken away. */
export const QUESTION_REFUSALS = {
  overtaken: 'Somebody changed the form in the meantime: look at it as it is now, then do it again.',
  'not-found': 'There is no such question any more.',
  'no-such-call': 'The event has no such call any more.',
  'too-many': 'A form has at most 100 questions.',
  answered: 'There are answers already: a question that was answered is not taken away, nor made another kind.',
  'others-hang-on-it': 'Another question is asked because of this one: change its condition first.',
  'no-source': 'Choose an event to copy from.',
} as const

/** The same of a call. */
export const CALL_REFUSALS = {
  overtaken: 'Somebody changed this call in the meantime: look at it as it is now, then do it again.',
  'not-found': 'There is no such call any more.',
  'kind-taken': 'The event has a call of this kind already.',
  'no-such-format': 'The event has no such format any more.',
  'no-such-track': 'The event has no such track any more.',
  'no-such-language': 'The event does not have this language.',
  'has-proposals': 'There are proposals in this call: it is not taken away. Close it instead.',
  'has-questions': 'There are questions that only this call asks: take them away first.',
} as const

export function conditionSentence({ reason }: ConditionProblem, label: string): string {
  const sentences = {
    unknown: `“${label}” is not among the questions about the same`,
    'another-call': `“${label}” is asked in another call alone`,
    'no-such-value': `“${label}” cannot have this answer`,
    circle: `This leads in a circle: “${label}” hangs on this question`,
    tells: `“${label}” is for fewer readers: that this question was asked would tell them the answer`,
  }
  return sentences[reason]
}

export const refusalWords = (words: Record<string, string>, reason: string | undefined): string | null =>
  Object.entries(words).find(([known]) => known === reason)?.[1] ?? null
