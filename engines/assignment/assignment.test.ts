import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { greatestTotal } from '@/tests/engines/assignment-oracle'
import { seeded } from '@/tests/engines/seeded'
import { assign, type Pair, type Plan, type Problem } from '.'

const problems = fc
  .record({ proposals: fc.integer({ min: 1, max: 9 }), reviewers: fc.integer({ min: 2, max: 7 }) })
  .chain(({ proposals, reviewers }) => {
    const pair = fc.tuple(fc.nat(proposals - 1), fc.nat(reviewers - 1))
    const distinct = fc.uniqueArray(pair, { selector: ([p, r]) => p * reviewers + r, maxLength: 12 })
    return fc.record({
      proposals: fc.constant(proposals),
      reviewers: fc.constant(reviewers),
      reviewsPerProposal: fc.integer({ min: 1, max: 3 }),
      maxLoad: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: reviewers, maxLength: reviewers }),
      minLoad: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: reviewers, maxLength: reviewers }),
      affinity: fc.array(fc.array(fc.integer({ min: -5, max: 20 }), { minLength: reviewers, maxLength: reviewers }), {
        minLength: proposals,
        maxLength: proposals,
      }),
      forbidden: distinct,
    })
  })

describe('on small problems of every kind', () => {
  test('no conflict and no load is ever broken, and no pair is given twice', () => {
    fc.assert(
      fc.property(problems, fc.double({ min: 0, max: 1, noNaN: true }), (problem, fairness) => {
        expectSound({ ...problem, fairness }, assign({ ...problem, fairness }))
      }),
      { numRuns: 200 },
    )
  })

  test('the total is the greatest that a linear solver finds, and the certificate says so', async () => {
    const solver = await greatestTotal()
    fc.assert(
      fc.property(problems, (problem) => {
        const plan = assign({ ...problem, minLoad: problem.minLoad.map(() => 0) })
        const missing = plan.unmet.reduce((sum, { missing }) => sum + missing, 0)
        expect(plan.optimal).toBe(true)
        expect({ missing, total: plan.total }).toEqual(solver(problem))
      }),
      { numRuns: 100 },
    )
  })

  test('the same pairs as triples give the same total as the table', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const sparse = problem.affinity.flatMap((row, p) => row.map((a, r) => [p, r, a] as const))
        expect(assign({ ...problem, affinity: { sparse } }).total).toBe(assign(problem).total)
      }),
    )
  })

  test('a locked pair stays, and the rest is as good as it can be around it', () => {
    fc.assert(
      fc.property(problems, fc.nat(), (problem, seed) => {
        const lock: Pair = [seed % problem.proposals, seed % problem.reviewers]
        const maxLoad = problem.maxLoad.map((n) => n + 1)
        const forbidden = problem.forbidden.filter(([p, r]) => p !== lock[0] || r !== lock[1])
        const plan = assign({ ...problem, maxLoad, forbidden, locked: [lock] })
        expect(plan.pairs).toContainEqual([...lock])
        expect(plan.optimal).toBe(true)
        expectSound({ ...problem, maxLoad, forbidden }, plan)
      }),
    )
  })
})

test('two thousand proposals are certified over all pairs though only the best of each were tried', () => {
  const random = seeded(7)
  const [proposals, reviewers] = [2000, 120]
  // Reviewers of one taste: everybody wants the same few, so that what was pruned matters.
  const fame = Array.from({ length: reviewers }, () => Math.floor(random() ** 3 * 900))
  const dense = Int32Array.from({ length: proposals * reviewers }, (_, i) =>
    Math.floor((fame[i % reviewers] ?? 0) + random() * 100),
  )
  const plan = assign({
    ...{ proposals, reviewers, reviewsPerProposal: 5 },
    ...{ maxLoad: Array(reviewers).fill(84), affinity: { dense } },
  })
  expect(plan.optimal).toBe(true)
  expect(plan.bound - plan.total).toBeLessThan(1)
})

test('the worst-off proposal is lifted, at no more than half a percent of the whole', () => {
  const random = seeded(3)
  const [proposals, reviewers] = [300, 40]
  // Proposals differ in how much anybody likes them, so that the plan of greatest sum neglects some.
  const taste = Array.from({ length: proposals }, () => random())
  const affinity = taste.map((liked) =>
    Array.from({ length: reviewers }, () => Math.floor(random() ** 2 * liked * 1000)),
  )
  const problem = { proposals, reviewers, reviewsPerProposal: 3, maxLoad: Array(reviewers).fill(23), affinity }
  const [plain, fair] = [assign(problem), assign({ ...problem, fairness: 1 })]
  expect(fair.worst?.total ?? 0).toBeGreaterThan(plain.worst?.total ?? 0)
  expect(fair.total).toBeGreaterThanOrEqual(plain.total * 0.995)
  expect(fair.bound).toBe(plain.bound)
  expectSound(problem, fair)
})

test.each<[string, Partial<Problem>, string]>([
  ['a reviewer who is not there', { forbidden: [[0, 9]] }, 'forbidden[0] is [0, 9], which names nobody'],
  ['half an affinity', { affinity: [[1.5, 2]] }, 'must be whole numbers, not 1.5'],
  ['too few loads', { maxLoad: [1] }, 'maxLoad has 1 numbers for 2 reviewers'],
  ['a pair locked twice', { locked: [[0, 1], [0, 1]] }, 'locked has [0, 1] twice'], // biome-ignore format: one line each
])('%s is refused by name', (_, wrong, message) => {
  const right = { proposals: 1, reviewers: 2, reviewsPerProposal: 1, maxLoad: [1, 1], affinity: [[1, 2]] }
  expect(() => assign({ ...right, ...wrong })).toThrow(message)
})

test('what cannot be met is said, with its reason', () => {
  const problem = { proposals: 2, reviewers: 2, reviewsPerProposal: 2, affinity: [[1, 1], [1, 1]] } // biome-ignore format: a table
  expect(assign({ ...problem, maxLoad: [2, 2], forbidden: [[0, 1]] }).unmet).toEqual([
    { proposal: 0, missing: 1, why: 'too-few-reviewers' },
  ])
  expect(assign({ ...problem, maxLoad: [2, 1] }).unmet).toMatchObject([{ missing: 1, why: 'loads-are-full' }])
})

function expectSound({ proposals, reviewers, maxLoad, forbidden = [], reviewsPerProposal }: Problem, plan: Plan): void {
  const keys = new Set(plan.pairs.map(([p, r]) => p * reviewers + r))
  const [given, loads] = [new Int32Array(proposals), new Int32Array(reviewers)]
  for (const [p, r] of plan.pairs) {
    given[p] = (given[p] ?? 0) + 1
    loads[r] = (loads[r] ?? 0) + 1
  }
  for (const { proposal, missing } of plan.unmet) given[proposal] = (given[proposal] ?? 0) + missing
  expect(keys.size).toBe(plan.pairs.length)
  expect(forbidden.filter(([p, r]) => keys.has(p * reviewers + r))).toEqual([])
  expect([...loads].filter((load, r) => load > (maxLoad[r] ?? 0))).toEqual([])
  expect([...given]).toEqual(Array(proposals).fill(reviewsPerProposal))
}
