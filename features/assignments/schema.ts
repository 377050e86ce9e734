import { z } from 'zod'

/** Why somebody is a good reader of a proposal, or not. */
export const REASONS = {
  track: 'knows the track',
  tags: 'knows the tags',
  'wants-track': 'asked for the track',
  'wants-tags': 'asked for the tags',
  'avoids-track': 'would rather not read the track',
  'avoids-tags': 'would rather not read the tags',
  language: 'does not read the language',
  assigned: 'has it already',
  locked: 'locked by a chair',
  reviewed: 'has begun the review',
} as const
export type Reason = keyof typeof REASONS

export interface ProposalFacts {
  id: string
  code: string
  trackId: string | null
  track: string | null
  tags: { id: string; name: string }[]
  language: string
}
export interface ReviewerFacts {
  id: string
  expertise: string[]
  /** BCP 47; empty: nobody has said. */
  languages: string[]
  /** Ids of tracks and tags. */
  more: string[]
  less: string[]
  statedLoad: number | null
  chairLoad: number | null
  /** Reviews in this event; who does not only keeps what is locked. */
  isReviewer: boolean
}
export interface StandingPair {
  proposalId: string
  reviewerId: string
  isLocked: boolean
  isReviewed: boolean
}

/** All that a plan is made from. */
export interface AssignmentFacts {
  proposals: ProposalFacts[]
  reviewers: ReviewerFacts[]
  /** Proposal and reviewer that must never meet. */
  conflicts: { proposalId: string; reviewerId: string }[]
  standing: StandingPair[]
}

export const PlanSettings = z.object({
  reviewsPerProposal: z.coerce
    .number('Give a number')
    .int('Give a whole number')
    .min(1, 'At least one')
    .max(20, 'At most 20'),
  /** The most that one reviewer gets; null: as even as conflicts allow. */
  reviewerLoad: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.coerce.number('Give a number').int('Give a whole number').min(0, 'Not below 0').max(10_000).nullable(),
  ),
  /** 0 to 1. */
  fairness: z.coerce.number('Give a number from 0 to 1').min(0, 'Not below 0').max(1, 'At most 1').default(0.5),
})
export type PlanSettings = z.infer<typeof PlanSettings>

export const UNMET = {
  'too-few-reviewers': 'fewer people than reviews may see it',
  'loads-are-full': 'those who may see it have all they take',
} as const
export type Unmet = keyof typeof UNMET
const WHY = ['too-few-reviewers', 'loads-are-full'] as const satisfies Unmet[]

const Pair = z.tuple([z.string(), z.string()])
/** Ids of a proposal and of a reviewer. */
export type PlanPair = z.infer<typeof Pair>

/** What came out, in ids; kept with the plan. `before` and `after`: pairs. */
export const PlanResult = z.object({
  add: z.array(Pair),
  remove: z.array(Pair),
  before: z.number(),
  after: z.number(),
  total: z.number(),
  bound: z.number(),
  optimal: z.boolean(),
  worst: z.object({ proposalId: z.string(), total: z.number(), bound: z.number() }).nullable(),
  unmet: z.array(z.object({ proposalId: z.string(), missing: z.number(), why: z.enum(WHY) })),
})
export type PlanResult = z.infer<typeof PlanResult>

export const PLAN_REFUSALS = {
  'not-found': 'There is no such plan.',
  'nothing-to-assign': 'There is nothing to give out: no open proposal, or nobody who reviews.',
  'not-done': 'This plan is not worked out, or has been applied.',
  overtaken: 'Proposals, reviewers, conflicts or assignments have changed since this plan was made. Make a new one.',
} as const
export type PlanRefusal = keyof typeof PLAN_REFUSALS

export const PAIR_REFUSALS = {
  'not-found': 'There is no such proposal, or it is not open for review.',
  'not-a-reviewer': 'This person does not review here.',
  conflict: 'This person has a conflict of interest with the proposal.',
  reviewed: 'The review has been begun: the pair stays.',
} as const
export type PairRefusal = keyof typeof PAIR_REFUSALS

const load = PlanSettings.shape.reviewerLoad

/** What a reviewer states: how they like each track and tag, by its id. */
export const WishInput = z.object({
  liking: z.record(z.uuid(), z.enum(['more', 'less', ''])).default({}),
  languages: z.array(z.string().max(20)).max(20).default([]),
  statedLoad: load,
  version: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
})
export type WishInput = z.infer<typeof WishInput>

export const LoadInput = z.record(z.uuid(), load)
