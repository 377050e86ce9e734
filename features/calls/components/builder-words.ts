import { languageName } from '@/lib/languages'
import { callName } from '../schema/call'
import type { Question, QuestionAbout, QuestionAudience, QuestionKind } from '../schema/question'

const listOf = <Value extends string>(words: Record<Value, string>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }))

export const ABOUT_WORDS: Record<QuestionAbout, string> = {
  proposal: 'Speakers, about the proposal',
  speaker: 'Each speaker, about themselves',
  reviewer: 'Each reviewer, in the review',
}
export const KIND_WORDS: Record<QuestionKind, string> = {
  text: 'A line of text',
  prose: 'A longer text',
  number: 'A number',
  choice: 'One of several choices',
  choices: 'Any of several choices',
  date: 'A day',
  url: 'An address on the web',
  file: 'A file',
  consent: 'A consent to tick',
}
export const AUDIENCE_WORDS: Record<QuestionAudience, string> = {
  public: 'Everybody, with the published session',
  reviewers: 'The committee',
  chairs: 'The chairs alone',
}
export const [ABOUTS, KINDS, AUDIENCES] = [listOf(ABOUT_WORDS), listOf(KIND_WORDS), listOf(AUDIENCE_WORDS)]
export const UNITS = listOf({ words: 'Words', characters: 'Characters' })

/** Empty places after the conditions that there are. */
export const CONDITION_PLACES = ['', '', '']

export interface ConditionGroup {
  label: string
  options: { value: string; label: string }[]
}

interface Subjects {
  calls: { kind: string; name: string }[]
  formats: { slug: string; name: string }[]
  tracks: { slug: string; name: string }[]
  levels: { slug: string; name: string }[]
  languages: string[]
  questions: Question[]
}

/** Everything that a question may hang on, by what it is about: facts of the proposal, and answers to other questions. */
export function conditionGroups(subjects: Subjects, own: string | null): ConditionGroup[] {
  const { calls, formats, tracks, levels, languages, questions } = subjects
  const slugs = (choices: { slug: string; name: string }[]) => choices.map(({ slug, name }) => [slug, name] as const)
  const facts = [
    ['call', 'Call', calls.map((call) => [call.kind, callName(call)] as const)],
    ['format', 'Format', slugs(formats)],
    ['track', 'Track', slugs(tracks)],
    ['level', 'For whom', slugs(levels)],
    ['language', 'Language', languages.map((code) => [code, languageName(code, 'en')] as const)],
  ] as const
  const groups = facts.map(([on, label, values]) => ({
    label,
    options: values.map(([value, words]) => ({ value: `${on}=${value}`, label: `${label}: ${words}` })),
  }))
  const others = questions.filter(({ key }) => key !== own)
  const answers = others.map((question) => ({ label: question.label, options: valuesOf(question) }))
  return [...groups, ...answers].filter(({ options }) => options.length > 0)
}

function valuesOf({ key, kind, label, options }: Question): ConditionGroup['options'] {
  const short = label.length > 60 ? `${label.slice(0, 59)}…` : label
  if (kind === 'consent') return [{ value: `${key}=yes`, label: `${short}: ticked` }]
  return [
    { value: `${key}=`, label: `${short}: has an answer` },
    ...options.map((option) => ({ value: `${key}=${option.value}`, label: `${short}: ${option.label}` })),
  ]
}
