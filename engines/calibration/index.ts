import { type Table, tableOf } from './ratings'
import { fit } from './reml'
import type { Calibration, Problem } from './types'

export type { CalibratedProposal, CalibratedReviewer, Calibration, Problem, Rating } from './types'

/** Half the width of a 95 % interval, in standard deviations of a normal. */
const Z = 1.959963984540054

/**
 * What each proposal would have got of the average reviewer: score = mean + quality + bias of the reviewer + noise, all
 * normal, variances by restricted maximum likelihood, predictions by Henderson's equations (Henderson 1975; the same
 * as the calibration by a Gaussian process of Ge, Welling and Ghahramani for NeurIPS 2014). Scores that are all alike
 * calibrate to themselves. Throws a RangeError for no ratings, or a score that is no number.
 */
export function calibrate({ ratings }: Problem): Calibration {
  if (ratings.length === 0) throw new RangeError('there are no ratings')
  const table = tableOf(ratings)
  if (table.score.every((score) => score === table.score[0])) return unanimous(table)
  const equations = fit(table)
  const { quality, bias, noise } = equations.variances
  const effects = equations.solve(table.score)
  const errors = equations.errors()
  const width = (variance: number | undefined) => Z * Math.sqrt((variance ?? 0) * noise)
  return {
    mean: effects.mean,
    sdQuality: Math.sqrt(quality),
    sdBias: Math.sqrt(bias),
    sdNoise: Math.sqrt(noise),
    minus2Reml: equations.minus2Reml(),
    proposals: table.proposals.map((id, p) => {
      const calibrated = effects.mean + (effects.quality[p] ?? 0)
      const half = width(errors.level[p])
      return { id, ...rawOf(table, p), calibrated, low: calibrated - half, high: calibrated + half }
    }),
    reviewers: table.reviewers.map((id, r) => {
      const own = effects.bias[r] ?? 0
      const half = width(errors.bias[r])
      return { id, bias: own, low: own - half, high: own + half }
    }),
  }
}

function rawOf({ from, score }: Table, p: number): { raw: number; reviews: number } {
  const own = score.subarray(from[p] ?? 0, from[p + 1] ?? 0)
  return { raw: own.reduce((sum, value) => sum + value, 0) / own.length, reviews: own.length }
}

function unanimous(table: Table): Calibration {
  const mean = table.score[0] ?? 0
  const none = { low: mean, high: mean, calibrated: mean }
  return {
    mean,
    sdQuality: 0,
    sdBias: 0,
    sdNoise: 0,
    minus2Reml: Number.NEGATIVE_INFINITY,
    proposals: table.proposals.map((id, p) => ({ id, ...rawOf(table, p), ...none })),
    reviewers: table.reviewers.map((id) => ({ id, bias: 0, low: 0, high: 0 })),
  }
}
