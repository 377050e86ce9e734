import { z } from 'zod'
import { PREFIXES } from '@/features/calls/rules/form'
import type { Answers } from '@/features/calls/schema/question'
import { readAnswers, TypedAnswers } from '@/features/calls/schema/typed'
import type { FieldError } from '@/features/proposals/schema'
import { plainText } from '@/lib/text'

const remark = z
  .string()
  .transform(plainText)
  .pipe(z.string().trim().max(10_000, 'Keep it under 10,000 characters'))
  .default('')

/** What a reviewer says of a proposal; each score under the slug of its criterion. */
export const ReviewInput = z.object({
  scores: z.record(z.string().max(80), z.number().int()).default({}),
  forCommittee: remark,
  forSpeaker: remark,
  /** To the questions for reviewers, by key. */
  answers: TypedAnswers.default({}),
  abstain: z.boolean().default(false),
  /** Handed in; otherwise kept as a draft that counts nowhere. */
  submit: z.boolean().default(false),
})
export type ReviewInput = z.infer<typeof ReviewInput>

export const PEERS = ['never', 'own', 'always', 'after'] as const

/** A round of reviewing with its rules; no id before its event has one. */
export interface RoundFacts {
  id: string | null
  name: string
  opensAt: Date | null
  closesAt: Date | null
  /** Reviewers read no names of speakers. */
  isBlind: boolean
  /** When they read the reviews of others. */
  peers: (typeof PEERS)[number]
  /** They read each other's names. */
  namesReviewers: boolean
  hasComments: boolean
  mayAbstain: boolean
  version: number
}

export interface CriterionFacts {
  id: string
  /** Null: in every round. */
  roundId: string | null
  slug: string
  name: string
  help: string
  min: number
  max: number
  weight: number
  position: number
  version: number
}

/** A review as it is kept and read. */
export interface ReviewText {
  scores: Record<string, number>
  forCommittee: string
  forSpeaker: string
  answers: Answers
  abstain: boolean
}

/** What the form wrote: `score-SLUG`, the two remarks, and which button was pressed. */
export function readReviewForm(form: FormData) {
  const word = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const scores = [...form.keys()]
    .filter((name) => name.startsWith('score-') && word(name) !== '')
    .map((name) => [name.slice('score-'.length), Number(word(name))] as const)
  return {
    version: Number(word('version')) || 0,
    intent: word('intent'),
    content: {
      scores: Object.fromEntries(scores),
      forCommittee: word('forCommittee'),
      forSpeaker: word('forSpeaker'),
      answers: readAnswers(form, PREFIXES.reviewer),
      abstain: word('abstain') === 'on',
      submit: word('intent') !== 'draft',
    },
  }
}

/** What the review form shows: the values that were given, and what is to be said about them. */
export interface ReviewFormState {
  content: ReviewText
  version: number
  errors: FieldError[]
  problem: string | null
  isSaved: boolean
  /** What was saved elsewhere meanwhile. */
  current: (ReviewText & { version: number }) | null
}

/** The form before anything has been sent: empty, or with the review that there is. */
export function reviewFormOf(review: (ReviewText & { version: number }) | null): ReviewFormState {
  const { scores = {}, forCommittee = '', forSpeaker = '', answers = {}, abstain = false, version = 0 } = review ?? {}
  const content = { scores, forCommittee, forSpeaker, answers, abstain }
  return { content, version, errors: [], problem: null, isSaved: false, current: null }
}
