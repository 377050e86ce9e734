import type { Format } from './conferences'
import type { Person } from './people'
import type { TrackWord } from './topics'

export interface Proposal {
  id: string
  code: string
  title: string
  abstract: string
  language: string
  format: Format
  track: TrackWord
  level: string
  speakers: Person[]
  fate: Fate
  /** What an impartial reader would give it, from 1 to 5: the truth beneath the scores. */
  quality: number
}

/** How far a proposal has come. `to-be-…` is decided and not announced; `told-…` is announced. */
export type Fate =
  | 'draft'
  | 'submitted'
  | 'recommended'
  | 'withdrawn'
  | 'to-be-accepted'
  | 'to-be-waitlisted'
  | 'to-be-rejected'
  | 'told-accepted'
  | 'told-waitlisted'
  | 'told-rejected'
  | 'confirmed'
  | 'declined'
  | 'cancelled'
