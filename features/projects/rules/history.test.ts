import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelOn } from '../rules'
import { daysBetween, levelsOverTime, monthsBetween, quantile, staysOf, timeInLevels } from './history'

const day = fc.integer({ min: 0, max: 1_500 }).map((n) => new Date(Date.UTC(2016, 1, 1 + n)).toISOString().slice(0, 10))
const levels = fc.constantFrom('sandbox' as const, 'incubating', 'graduated', 'archived')
const projects = fc.array(
  fc.record({
    moves: fc.uniqueArray(fc.record({ level: levels, on: day }), { selector: ({ on }) => on, maxLength: 4 }),
  }),
  { maxLength: 12 },
)
const today = '2019-06-15'

/** The level of every project on every day, one by one. */
function walk(all: { moves: { level: 'sandbox' | 'incubating' | 'graduated' | 'archived'; on: string }[] }[]) {
  const days = Array.from({ length: daysBetween('2016-01-01', today) }, (_, n) =>
    new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10),
  )
  return all.map(({ moves }) => days.map((on) => [on, levelOn(moves, on)] as const))
}

test('counts and stays say what going through every day says', () => {
  fc.assert(
    fc.property(projects, (all) => {
      const walked = walk(all)
      for (const { day: on, ...counts } of levelsOverTime(all, today).filter((count) => count.day < today))
        for (const [level, count] of Object.entries(counts))
          expect(walked.filter((days) => days.some((one) => one[0] === on && one[1] === level))).toHaveLength(count)
      for (const { level, ...time } of timeInLevels(all, today)) {
        const days = walked.map((of) => of.filter((one) => one[1] === level).length)
        const stays = all.flatMap((project) => staysOf(project, today)).filter((stay) => stay.level === level)
        expect(stays.reduce((sum, stay) => sum + stay.days, 0)).toBe(days.reduce((sum, count) => sum + count, 0))
        expect(time.came).toBe(stays.length)
        expect(time.there).toBe(all.filter(({ moves }) => levelOn(moves, today) === level).length)
      }
    }),
    { numRuns: 40 },
  )
})

test('months are the first days after the start, up to the end', () => {
  expect(monthsBetween('2018-11-14', '2019-02-01')).toEqual(['2018-12-01', '2019-01-01', '2019-02-01'])
  expect(monthsBetween('2018-11-14', '2018-11-30')).toEqual([])
})

test('quartiles lie between two numbers in proportion', () => {
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile([10, 20, 40, 80], share))).toEqual([10, 18, 30, 50, 80])
  expect(quantile([7], 0.25)).toBe(7)
})
