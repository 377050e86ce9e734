import { expect, test } from 'vitest'
import { calibrate } from '@/engines/calibration'
import { seeded } from '@/tests/engines/seeded'
import type { Opinion } from '../schema'
import { flagsOf, isSplit } from './flags'

const random = seeded(7)

/** Sixty proposals whose quality rises; of five reviewers the first is two points stricter, and reads every second one. */
const opinions: Opinion[] = Array.from({ length: 60 }, (_, p) =>
  [0, 1, 2, 3, 4].flatMap((r) => {
    if (r === 0 && p % 2 === 1) return []
    const score = 2.5 + p / 40 + (r === 0 ? -2 : 0) + (random() - 0.5) * 0.4
    return [{ code: `P${p}`, reviewerId: `R${r}`, score }]
  }),
).flat()

function flagsFor(some: Opinion[]) {
  const ratings = some.map(({ code, reviewerId, score }) => ({ proposal: code, reviewer: reviewerId, score }))
  return flagsOf(some, calibrate({ ratings }))
}

test('a place that hangs on a strict reviewer is flagged, and one that does not is not', () => {
  const flags = flagsFor(opinions)
  expect(flags.get('P30')).toEqual(['strict-reviewer'])
  expect(flags.get('P31')).toEqual([])
})

test('few reviews and a split committee are flagged', () => {
  const more = [
    ...opinions,
    { code: 'FEW', reviewerId: 'R1', score: 3 },
    ...[1, 5, 1, 5].map((score, r) => ({ code: 'SPLIT', reviewerId: `R${r + 1}`, score })),
  ]
  const flags = flagsFor(more)
  expect(flags.get('FEW')).toEqual(['few-reviews'])
  expect(flags.get('SPLIT')).toEqual(['split-committee'])
})

test('three reviews are enough', () => {
  const read = (code: string, by: number[]) => by.map((r) => ({ code, reviewerId: `R${r}`, score: 3 }))
  const flags = flagsFor([...opinions, ...read('TWO', [1, 2]), ...read('THREE', [1, 2, 3])])
  expect([flags.get('TWO'), flags.get('THREE')]).toEqual([['few-reviews'], []])
})

test('a point and a half is the least that splits', () => {
  expect([isSplit([2, 3.5], 0.01), isSplit([2, 3.49], 0.01)]).toEqual([true, false])
})

test('a difference that noise explains, or that is small, splits nobody', () => {
  expect(isSplit([2, 4], 1)).toBe(false)
  expect(isSplit([1, 5], 1)).toBe(true)
  expect(isSplit([3, 4], 0.01)).toBe(false)
  expect(isSplit([3], 0.01)).toBe(false)
})
