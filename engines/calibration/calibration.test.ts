import { describe, expect, test } from 'vitest'
import { PENICILLIN } from '@/tests/engines/penicillin'
import { seeded } from '@/tests/engines/seeded'
import { simulateReviews } from '@/tests/engines/simulated-reviews'
import { type CalibratedProposal, type Calibration, calibrate, type Rating } from '.'

const plates = PENICILLIN.flatMap((row, proposal) => row.map((score, reviewer) => ({ proposal, reviewer, score })))

test('the variances, the likelihood and the mean are those that lme4 publishes for its Penicillin data', () => {
  const { sdQuality, sdBias, sdNoise, minus2Reml, mean } = calibrate({ ratings: plates })
  for (const [seen, published] of [
    [sdQuality, 0.8467],
    [sdBias, 1.9316],
    [sdNoise, 0.5499],
    [minus2Reml, 330.8606],
    [mean, 22.9722],
  ] as const)
    expect(Math.abs(seen - published)).toBeLessThan(1e-4)
})

function expectMostLikely(ratings: Rating[], around: number[]): void {
  const best = calibrate({ ratings })
  const at = [best.sdQuality, best.sdBias, best.sdNoise].map((sd) => sd ** 2)
  expect(denseMinus2Reml(ratings, at)).toBeCloseTo(best.minus2Reml, 6)
  for (const i of [0, 1, 2])
    for (const times of around) {
      const beside = at.map((variance, j) => (i === j ? variance * times : variance))
      expect(denseMinus2Reml(ratings, beside)).toBeGreaterThan(best.minus2Reml)
    }
}

test('no other variances make the scores more likely', () => {
  expectMostLikely(plates, [0.98, 1.02])
})

test('where some review little, twice or not at all, the likelihood is that of its definition, and nothing beside is more likely', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const { ratings } = simulateReviews(
      seed,
      { proposals: 14, reviewers: 6, each: 3 },
      { quality: 0.8, bias: 0.6, noise: 0.5 },
    )
    const uneven = [
      ...ratings.filter((_, at) => at % 5 !== seed % 5),
      ...ratings.slice(0, 2).map((one) => ({ ...one, score: one.score + 0.3 })),
    ]
    expectMostLikely(uneven, [0.97, 1.03])
  }
})

describe('simulated reviews', () => {
  const size = { proposals: 600, reviewers: 60, each: 5 }
  const seeds = [1, 2, 3, 4, 5, 6]

  test('intervals hold the truth 93 to 97 times in 100', () => {
    const parts = seeds.map((seed) => {
      const { ratings, quality } = simulateReviews(seed, size, { quality: 0.7, bias: 0.5, noise: 0.8 })
      const { proposals } = calibrate({ ratings })
      return part(proposals, ({ id, low, high }) => low <= truth(quality, id) && truth(quality, id) <= high)
    })
    expect(mean(parts)).toBeGreaterThan(0.93)
    expect(mean(parts)).toBeLessThan(0.97)
  })

  test('where reviewers are biased, the best are found 4 points oftener than by the mean', () => {
    expect(mean(seeds.map((seed) => advantage(seed, 0.7)))).toBeGreaterThan(0.04)
  })

  test('where they are not, the mean is hardly better', () => {
    expect(mean(seeds.map((seed) => advantage(seed, 0)))).toBeGreaterThan(-0.005)
  })

  function advantage(seed: number, bias: number): number {
    const { ratings, quality } = simulateReviews(seed, size, { quality: 0.7, bias, noise: 0.8 })
    const { proposals } = calibrate({ ratings })
    const best = top(proposals, ({ id }) => truth(quality, id))
    const found = (by: (proposal: CalibratedProposal) => number) => part(top(proposals, by), (p) => best.includes(p))
    return found(({ calibrated }) => calibrated) - found(({ raw }) => raw)
  }
})

test('reviewers without any bias make no trouble at the boundary', () => {
  const { ratings } = simulateReviews(
    9,
    { proposals: 200, reviewers: 20, each: 4 },
    { quality: 1, bias: 0, noise: 0.5 },
  )
  const { sdBias, sdQuality, sdNoise } = calibrate({ ratings })
  expect(sdBias).toBeLessThan(0.1)
  expect(sdQuality).toBeGreaterThan(0.8)
  expect(sdNoise).toBeCloseTo(0.5, 1)
})

test.each<[string, Rating[], (result: Calibration) => void]>([
  [
    'one rating',
    [{ proposal: 'a', reviewer: 'x', score: 4 }],
    ({ proposals }) => expect(proposals[0]?.calibrated).toBe(4),
  ],
  [
    'all alike',
    ratingsOf([
      [3, 3],
      [3, 3],
    ]),
    ({ mean }) => expect(mean).toBe(3),
  ],
  [
    'one reviewer for all',
    ratingsOf([[1], [3], [5]]),
    ({ proposals }) => expect(ordered(proposals)).toEqual([0, 1, 2]),
  ],
  [
    'a reviewer for each',
    [0, 1, 2].map((n) => ({ proposal: n, reviewer: n, score: n })),
    ({ mean }) => expect(mean).toBeCloseTo(1, 6),
  ],
])('%s has an answer without a number that is none', (_, ratings, holds) => {
  // biome-ignore format: one case a line
  const result = calibrate({ ratings })
  const numbers = result.proposals.flatMap(({ raw, calibrated, low, high }) => [raw, calibrated, low, high])
  expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([])
  holds(result)
})

test('the order and the names of ratings do not matter', () => {
  const { ratings } = simulateReviews(
    4,
    { proposals: 40, reviewers: 8, each: 3 },
    { quality: 1, bias: 0.5, noise: 0.5 },
  )
  const random = seeded(1)
  const shuffled = ratings
    .map((rating) => ({ ...rating, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ proposal, reviewer, score }) => ({ proposal: `p${proposal}`, reviewer: `r${reviewer}`, score }))
  const of = (result: Calibration) =>
    new Map(result.proposals.map(({ id, calibrated }) => [String(id).replace('p', ''), calibrated]))
  const [one, other] = [of(calibrate({ ratings })), of(calibrate({ ratings: shuffled }))]
  for (const [id, value] of one) expect(other.get(id)).toBeCloseTo(value, 5)
})

test('a score that is no number, and no ratings, are refused', () => {
  expect(() => calibrate({ ratings: [{ proposal: 'a', reviewer: 'x', score: Number.NaN }] })).toThrow('the score of a')
  expect(() => calibrate({ ratings: [] })).toThrow('no ratings')
})

function ratingsOf(rows: number[][]): Rating[] {
  return rows.flatMap((row, proposal) => row.map((score, reviewer) => ({ proposal, reviewer, score })))
}
const truth = (quality: number[], id: string | number) => quality[Number(id)] ?? Number.NaN
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const part = <T>(all: T[], holds: (one: T) => boolean) => all.filter(holds).length / all.length
const top = <T>(all: T[], by: (one: T) => number) =>
  [...all].sort((a, b) => by(b) - by(a)).slice(0, Math.round(all.length * 0.15))
const ordered = (all: CalibratedProposal[]) => [...all].sort((a, b) => a.calibrated - b.calibrated).map(({ id }) => id)

/** The same from the definition: log|V| + log|1ᵀV⁻¹1| + rᵀV⁻¹r, by Gaussian elimination of the whole matrix. */
function denseMinus2Reml(ratings: Rating[], [quality = 0, bias = 0, noise = 0]: number[]): number {
  const n = ratings.length
  const rows = ratings.map((a) => [
    ...ratings.map(
      (b) => (a.proposal === b.proposal ? quality : 0) + (a.reviewer === b.reviewer ? bias : 0) + (a === b ? noise : 0),
    ),
    1,
    a.score,
  ])
  let logs = 0
  for (let i = 0; i < n; i++) {
    const pivot = rows[i]?.[i] ?? 0
    logs += Math.log(pivot)
    for (let j = i + 1; j < n; j++) {
      const times = (rows[j]?.[i] ?? 0) / pivot
      if (times !== 0)
        rows[j] = (rows[j] ?? []).map((value, k) => (k < i ? value : value - times * (rows[i]?.[k] ?? 0)))
    }
  }
  const product = (a: number, b: number) =>
    rows.reduce((sum, row, i) => sum + ((row[a] ?? 0) * (row[b] ?? 0)) / (row[i] ?? 1), 0)
  const [ones, cross, squares] = [product(n, n), product(n, n + 1), product(n + 1, n + 1)]
  return (n - 1) * Math.log(2 * Math.PI) + logs + Math.log(ones) + squares - cross ** 2 / ones
}
