import { z } from 'zod'

/** Why a place is to be looked at twice. */
export const FLAGS = {
  'few-reviews': 'few reviews',
  'split-committee': 'split committee',
  'strict-reviewer': 'hangs on a strict reviewer',
  'lenient-reviewer': 'hangs on a lenient reviewer',
} as const
const FLAG_NAMES = ['few-reviews', 'split-committee', 'strict-reviewer', 'lenient-reviewer'] as const
export const Flag = z.enum(FLAG_NAMES)
export type Flag = z.infer<typeof Flag>

const Score = z.object({
  code: z.string(),
  raw: z.number(),
  calibrated: z.number(),
  low: z.number(),
  high: z.number(),
  reviews: z.number(),
  spread: z.number().nullable(),
  flags: z.array(Flag),
})
/** What an event's reviews say once their reviewers' severity is taken out; scores from 1 to 5. */
export const StoredCalibration = z.object({
  mean: z.number(),
  sdQuality: z.number(),
  sdBias: z.number(),
  sdNoise: z.number(),
  proposals: z.array(Score),
  reviewers: z.array(
    z.object({ id: z.string(), bias: z.number(), low: z.number(), high: z.number(), reviews: z.number() }),
  ),
  /** Every score that a reviewer gave, to two places. */
  given: z.array(z.number()),
})
export type StoredCalibration = z.infer<typeof StoredCalibration>

/** What one reviewer gave one proposal: the weighted mean of the scores, from 1 to 5. */
export interface Opinion {
  code: string
  reviewerId: string
  score: number
}
export const Opinions = z.array(z.tuple([z.string(), z.string(), z.number()]))

/** Scores, and when they were worked out. */
export type Calibration = StoredCalibration & { madeAt: Date }
