import fc from 'fast-check'
import { expect, test } from 'vitest'
import { greatestTotal } from '@/tests/engines/assignment-oracle'
import { HARD } from '@/tests/engines/hard-assignments'
import { assign } from '.'

const CASES = Object.entries(HARD)

/** More reviewers than a proposal begins with, so that what was pruned matters. */
const sizes = fc.record({
  proposals: fc.integer({ min: 5, max: 24 }),
  reviewers: fc.integer({ min: 38, max: 56 }),
  each: fc.integer({ min: 1, max: 4 }),
})

test.each(CASES)('%s: the total is what a linear solver finds, proved over all pairs', async (_, make) => {
  const solver = await greatestTotal()
  fc.assert(
    fc.property(sizes, fc.nat(1_000), (size, seed) => {
      const problem = make(size, seed)
      const affinity = Array.from({ length: size.proposals }, (_, p) =>
        Array.from(problem.table.subarray(p * size.reviewers, (p + 1) * size.reviewers)),
      )
      const plan = assign(problem)
      const missing = plan.unmet.reduce((sum, { missing }) => sum + missing, 0)
      expect(plan.optimal).toBe(true)
      expect({ missing, total: plan.total }).toEqual(solver({ ...problem, affinity }))
    }),
    { numRuns: 12 },
  )
})

test.each(CASES)('%s: thousands are certified after a few rounds, no load broken', (_, make) => {
  const problem = make({ proposals: 1_500, reviewers: 110, each: 5 }, 7)
  let rounds = 0
  const plan = assign(problem, (round) => {
    rounds = round
  })
  const loads = new Int32Array(problem.reviewers)
  for (const [, r] of plan.pairs) loads[r] = (loads[r] ?? 0) + 1
  expect(plan.optimal).toBe(true)
  expect(plan.pairs.length).toBe(
    Math.min(
      7_500,
      problem.maxLoad.reduce((sum, n) => sum + n, 0),
    ),
  )
  expect([...loads].filter((load, r) => load > (problem.maxLoad[r] ?? 0))).toEqual([])
  expect(rounds).toBeLessThanOrEqual(2)
})

test.each(CASES)('%s: fairness leaves nobody worse off than the worst was, within its price', (_, make) => {
  const problem = make({ proposals: 400, reviewers: 40, each: 3 }, 3)
  const [plain, fair] = [assign(problem), assign({ ...problem, fairness: 1 })]
  expect(fair.worst?.total ?? 0).toBeGreaterThanOrEqual(plain.worst?.total ?? 0)
  expect(fair.total).toBeGreaterThanOrEqual(plain.total * 0.995)
  expect(fair.pairs.length).toBe(plain.pairs.length)
  expect(fair.bound).toBe(plain.bound)
})

test('pairs that were pruned come back where prices ask for them', () => {
  const gaps: number[] = []
  const plan = assign(HARD['every load exactly full']({ proposals: 600, reviewers: 300, each: 4 }, 1), (_, gap) =>
    gaps.push(gap),
  )
  expect(gaps[0]).toBeGreaterThanOrEqual(1)
  expect(gaps.at(-1)).toBe(0)
  expect(plan.optimal).toBe(true)
})
