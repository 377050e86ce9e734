import type { QuestionAbout, QuestionAudience, QuestionKind } from '@/features/calls/schema/question'
import type { Decision } from '../schema'

export const SOURCES = ['sessionize', 'pretalx', 'schedule-xml', 'reviews'] as const
export type Source = (typeof SOURCES)[number]

/** Where a proposal stands as other systems know it. `decision` counts for the others where it was announced. */
export interface ForeignStanding {
  isDraft: boolean
  isWithdrawn: boolean
  decision: Decision | null
  isAnnounced: boolean
  answer: 'confirmed' | 'declined' | null
  isCancelled: boolean
}

/** By the id of the question; what was chosen by its label. */
export type ForeignAnswers = Record<string, string[]>

export interface PortableQuestion {
  id: string
  about: Exclude<QuestionAbout, 'reviewer'>
  kind: QuestionKind
  label: string
  help: string
  audience: QuestionAudience
  isRequired: boolean
  /** Labels. */
  options: string[]
}

export interface PortableSpeaker {
  id: string
  name: string
  email: string | null
  bio: string
  affiliation: string
  /** By the kinds of a profile; addresses or handles, as they are kept. */
  links: Record<string, string>
  /** An address, of which nothing is fetched. */
  picture: string | null
  answers: ForeignAnswers
}

export interface PortableProposal {
  id: string
  title: string
  abstract: string
  /** Names, not slugs. */
  format: string | null
  track: string | null
  level: string | null
  tags: string[]
  /** BCP 47; null: not stated. */
  language: string | null
  submittedAt: Date | null
  standing: ForeignStanding
  /** Ids, the first speaker first. Null for readers who know no names. */
  speakers: string[] | null
  answers: ForeignAnswers
}

/** A time in a room, of a proposal or with a title of its own. */
export interface PortableSlot {
  id: string
  proposal: string | null
  title: string | null
  room: string
  startsAt: Date
  minutes: number
}

/** What somebody said of a proposal. Scores by the names of the criteria. */
export interface PortableReview {
  id: string
  proposal: string
  reviewer: { id: string; name: string; email: string | null }
  /** The name of the round; null: not stated. */
  round: string | null
  scores: Record<string, number>
  forCommittee: string
  forSpeaker: string
  isAbstained: boolean
  submittedAt: Date | null
  /** What reviewers were asked, by the words of the question. */
  answers: Record<string, string>
}

/**
 * An event's proposals in a shape between systems: what importers read and exporters write. Everything that has an id
 * has the one by which the other system knows it.
 */
export interface PortableEvent {
  timeZone: string
  formats: { name: string; minutes: number | null }[]
  tracks: { name: string; color: string | null }[]
  levels: string[]
  tags: string[]
  questions: PortableQuestion[]
  speakers: PortableSpeaker[]
  proposals: PortableProposal[]
  rooms: string[]
  slots: PortableSlot[]
}

/** What a file says, with where it says it: `sessions.csv:12` or `all.json: sessions[3]`. */
export interface Read<Thing> {
  place: string
  thing: Thing
}

/** An event as it was read from files. */
export interface ForeignEvent extends Omit<PortableEvent, 'speakers' | 'proposals' | 'slots' | 'timeZone'> {
  speakers: Read<PortableSpeaker>[]
  proposals: Read<PortableProposal & { speakers: string[] }>[]
  slots: Read<PortableSlot>[]
  reviews: Read<PortableReview>[]
  /** Of proposals that may be here already, by their ids: a code of ours, or one of pretalx. */
  codes: Record<string, string>
}

/** A question of ours that stands for a field which others have in every form: notes for the organisers. */
export const NOTES_QUESTION: PortableQuestion = {
  id: 'notes',
  about: 'proposal',
  kind: 'prose',
  label: 'Notes for the organisers',
  help: '',
  audience: 'chairs',
  isRequired: false,
  options: [],
}
