import type { Prisma } from '@/generated/prisma/client'
import { newCode } from '@/lib/tokens'
import { uuidOf } from '@/lib/uuid'
import { type Random, randomOf } from './random'

/** The rows of each table, in the order in which foreign keys allow them to be written. Rows of a table have the same keys. */
export interface Rows {
  person: Prisma.PersonCreateManyInput[]
  ambassadorTerm: Prisma.AmbassadorTermCreateManyInput[]
  ambassadorApplication: Prisma.AmbassadorApplicationCreateManyInput[]
  ambassadorReference: Prisma.AmbassadorReferenceCreateManyInput[]
  event: Prisma.EventCreateManyInput[]
  roleBinding: Prisma.RoleBindingCreateManyInput[]
  call: Prisma.CallCreateManyInput[]
  format: Prisma.FormatCreateManyInput[]
  track: Prisma.TrackCreateManyInput[]
  audienceLevel: Prisma.AudienceLevelCreateManyInput[]
  reviewRound: Prisma.ReviewRoundCreateManyInput[]
  criterion: Prisma.CriterionCreateManyInput[]
  room: Prisma.RoomCreateManyInput[]
  tag: Prisma.TagCreateManyInput[]
  callFormat: Prisma.CallFormatCreateManyInput[]
  accessCode: Prisma.AccessCodeCreateManyInput[]
  question: Prisma.QuestionCreateManyInput[]
  proposal: Prisma.ProposalCreateManyInput[]
  proposalSpeaker: Prisma.ProposalSpeakerCreateManyInput[]
  speakerInvitation: Prisma.SpeakerInvitationCreateManyInput[]
  speakerSnapshot: Prisma.SpeakerSnapshotCreateManyInput[]
  speakerTime: Prisma.SpeakerTimeCreateManyInput[]
  speakerNeeds: Prisma.SpeakerNeedsCreateManyInput[]
  proposalVersion: Prisma.ProposalVersionCreateManyInput[]
  proposalMove: Prisma.ProposalMoveCreateManyInput[]
  assignment: Prisma.AssignmentCreateManyInput[]
  conflict: Prisma.ConflictCreateManyInput[]
  review: Prisma.ReviewCreateManyInput[]
  reviewScore: Prisma.ReviewScoreCreateManyInput[]
  reviewComment: Prisma.ReviewCommentCreateManyInput[]
  slot: Prisma.SlotCreateManyInput[]
  release: Prisma.ReleaseCreateManyInput[]
  outboxMessage: Prisma.OutboxMessageCreateManyInput[]
  project: Prisma.ProjectCreateManyInput[]
  projectMove: Prisma.ProjectMoveCreateManyInput[]
  projectAlias: Prisma.ProjectAliasCreateManyInput[]
  landscapeEntry: Prisma.LandscapeEntryCreateManyInput[]
  document: Prisma.DocumentCreateManyInput[]
  documentAuthor: Prisma.DocumentAuthorCreateManyInput[]
  documentProject: Prisma.DocumentProjectCreateManyInput[]
  guestPost: Prisma.GuestPostCreateManyInput[]
  guestPostVersion: Prisma.GuestPostVersionCreateManyInput[]
  guestPostMove: Prisma.GuestPostMoveCreateManyInput[]
  guestQuote: Prisma.GuestQuoteCreateManyInput[]
}

export const SIZES = ['small', 'kubecon', 'stress'] as const
export type Size = (typeof SIZES)[number]

/** What the generators share: where rows go, where chance and identities come from. */
export interface Context {
  rows: Rows
  random: Random
  /** Midnight (UTC) of the day on which this is loaded: nothing that has happened is later. */
  today: Date
  /** The site's own address. */
  url: string
  takenSlugs: Set<string>
  /** The same for the same words, whatever else was generated before. */
  id(...words: (string | number)[]): string
  code(): string
  nextNumber: { person(): number; slot(): number }
}

interface Facts {
  size: Size
  seed: number
  today: Date
  url: string
  takenSlugs: Set<string>
  /** The highest numbers given so far. */
  numbers: { person: number; slot: number }
}

export function contextOf({ size, seed, today, url, takenSlugs, numbers }: Facts): Context {
  const namespace = uuidOf(`lectern/seed/${seed}/${size}`)
  let codes = SIZES.indexOf(size) * 100_000
  let { person, slot } = numbers
  return {
    rows: emptyRows(),
    random: randomOf(`${seed}/${size}`),
    today,
    url,
    takenSlugs,
    id: (...words) => uuidOf(words.join('/'), namespace),
    code: () => codeOf(codes++, seed),
    nextNumber: { person: () => ++person, slot: () => ++slot },
  }
}

/** Each step permutes 30 bits (an odd factor, a folding shift): no two indexes share a code, and neighbours differ. */
function codeOf(index: number, seed: number): string {
  const mixed = Math.imul(index + 1, 0x2c1b3c6d) & 0x3fffffff
  const stirred = Math.imul(mixed ^ (mixed >>> 15), 0x297a2d39) & 0x3fffffff
  const value = (stirred ^ Math.imul(seed, 0x9e3779b1)) & 0x3fffffff
  return newCode(Uint8Array.from({ length: 6 }, (_, place) => value >>> (place * 5)))
}

function emptyRows(): Rows {
  return {
    person: [],
    ambassadorTerm: [],
    ambassadorApplication: [],
    ambassadorReference: [],
    event: [],
    roleBinding: [],
    call: [],
    format: [],
    track: [],
    audienceLevel: [],
    reviewRound: [],
    criterion: [],
    room: [],
    tag: [],
    callFormat: [],
    accessCode: [],
    question: [],
    proposal: [],
    proposalSpeaker: [],
    speakerInvitation: [],
    speakerSnapshot: [],
    speakerTime: [],
    speakerNeeds: [],
    proposalVersion: [],
    proposalMove: [],
    assignment: [],
    conflict: [],
    review: [],
    reviewScore: [],
    reviewComment: [],
    slot: [],
    release: [],
    outboxMessage: [],
    project: [],
    projectMove: [],
    projectAlias: [],
    landscapeEntry: [],
    document: [],
    documentAuthor: [],
    documentProject: [],
    guestPost: [],
    guestPostVersion: [],
    guestPostMove: [],
    guestQuote: [],
  }
}
