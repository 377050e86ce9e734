import type { Answers, FieldError } from '@/features/calls/schema/question'

/** What the form of later answers shows: the values that were typed, and what is to be said about them. */
export interface LaterState {
  answers: Answers
  aboutMe: Answers
  /** Of the proposal, as it was in sight. */
  version: number
  errors: FieldError[]
  problem: string | null
  /** What somebody else has answered in the meantime. */
  current: { label: string; answer: string }[]
}
