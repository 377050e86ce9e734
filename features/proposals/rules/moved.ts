import { questionsFor } from '@/features/calls/rules/conditions'
import { type CallTerms, takesFormat, takesTrack } from '@/features/calls/rules/windows'
import type { Answers, FormFacts, Question } from '@/features/calls/schema/question'
import type { ProposalDraft } from '../schema'

interface Target extends Pick<CallTerms, 'formats'> {
  kind: string
  tracks: string[]
  languages: string[]
}

/** What a draft has that another call does not take: by the name of a field, or of a question with its answer. */
export type Left =
  | { what: 'format' | 'track' | 'language'; value: string }
  | { what: 'answer'; about: 'proposal' | 'speaker'; question: Question; values: string[] }

/**
 * A draft as another call of its event takes it, and what is left behind. Answers to what both ask stay; those to what
 * only the old one asks stay with the draft too, where nobody reads them, until it is saved anew: no word is deleted.
 */
export function movedTo(
  draft: ProposalDraft,
  aboutMe: Answers,
  { from, to, questions }: { from: string; to: Target; questions: Question[] },
): { draft: ProposalDraft; left: Left[] } {
  const format = takesFormat(to, draft.format) ? draft.format : null
  const track = takesTrack(to, draft.track) ? draft.track : null
  const isSpoken = to.languages.length === 0 || to.languages.includes(draft.language)
  const language = isSpoken ? draft.language : (to.languages[0] ?? draft.language)
  const moved = { ...draft, format, track, language }
  const lost = (['format', 'track', 'language'] as const).flatMap((what): Left[] => {
    const value = draft[what]
    return value !== null && value !== moved[what] ? [{ what, value }] : []
  })
  const before = { ...factsOf(draft), call: from }
  const after = { ...factsOf(moved), call: to.kind }
  const unasked = (about: 'proposal' | 'speaker', answers: Answers) => {
    const there = new Set(questionsFor(questions, about, answers, after).map(({ key }) => key))
    return questionsFor(questions, about, answers, before).flatMap((question): Left[] => {
      const values = [answers[question.key] ?? []].flat().filter(Boolean)
      return values.length > 0 && !there.has(question.key) ? [{ what: 'answer', about, question, values }] : []
    })
  }
  return { draft: moved, left: [...lost, ...unasked('proposal', draft.answers), ...unasked('speaker', aboutMe)] }
}

const factsOf = ({ format, track, level, language }: ProposalDraft): Omit<FormFacts, 'call'> => ({
  format,
  track,
  level,
  language,
})
