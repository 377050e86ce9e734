export interface Problem {
  ratings: readonly Rating[]
}
/** One reviewer's score of one proposal; both are named as the caller likes. */
export interface Rating {
  proposal: string | number
  reviewer: string | number
  score: number
}

export interface Calibration {
  /** What an average proposal gets of an average reviewer. */
  mean: number
  /** Standard deviations in units of the score: between proposals, between reviewers, and what is left. */
  sdQuality: number
  sdBias: number
  sdNoise: number
  /** −2 log of the restricted likelihood at these. */
  minus2Reml: number
  proposals: CalibratedProposal[]
  reviewers: CalibratedReviewer[]
}
export interface CalibratedProposal {
  id: string | number
  /** The mean of its scores. */
  raw: number
  /** What the average reviewer would give it, with the ends of its 95 % interval. */
  calibrated: number
  low: number
  high: number
  reviews: number
}
export interface CalibratedReviewer {
  id: string | number
  /** How far above (or, negative, below) others this reviewer scores the same proposals, with its 95 % interval. */
  bias: number
  low: number
  high: number
}
