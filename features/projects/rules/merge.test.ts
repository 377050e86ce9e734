import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProjectDetails, type ProjectSource } from '../schema'
import { conflictsOf, mergeSources } from './merge'
import { isIdle, planProject } from './plan'

const source = (facts: Partial<ProjectSource>): ProjectSource => ({
  ...{ name: 'Tide', tagline: null, homepage: null, repository: null, category: null, subcategory: null },
  ...{ details: ProjectDetails.parse({}), moves: [], aliases: [] },
  ...facts,
})
const move = (level: 'sandbox' | 'incubating' | 'graduated' | 'archived', on: string) => ({
  level,
  on,
  announcement: null,
})

test('content owns its facts and the dates of the levels that it names; the landscape fills the rest', () => {
  const content = source({ name: 'Tide', tagline: 'Ours', moves: [move('incubating', '2020-02-02')] })
  const landscape = source({
    ...{ name: 'TIDE', tagline: 'Theirs', category: 'Runtime' },
    moves: [move('sandbox', '2019-01-01'), move('incubating', '2020-01-01')],
  })
  expect(mergeSources(content, landscape)).toMatchObject({
    ...{ name: 'Tide', tagline: 'Ours', category: 'Runtime' },
    moves: [
      { level: 'sandbox', on: '2019-01-01', origin: 'landscape' },
      { level: 'incubating', on: '2020-02-02', origin: 'content' },
    ],
  })
  expect(conflictsOf(content, landscape)).toEqual([
    { level: 'sandbox', kept: null, found: '2019-01-01' },
    { level: 'incubating', kept: '2020-02-02', found: '2020-01-01' },
  ])
})

test('an audit that both know is one, as content tells it', () => {
  const audit = { date: '2020-01-01', type: 'security', vendor: 'Ada Lab' }
  const content = source({ details: ProjectDetails.parse({ audits: [{ ...audit, url: 'https://example.org/a' }] }) })
  const landscape = source({ details: ProjectDetails.parse({ audits: [{ ...audit, vendor: 'AdaLab' }] }) })
  expect(mergeSources(content, landscape)?.details.audits).toEqual([{ ...audit, url: 'https://example.org/a' }])
})

const day = fc.integer({ min: 0, max: 3_000 }).map((n) => new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10))
const moves = fc.uniqueArray(
  fc.record({
    level: fc.constantFrom('sandbox' as const, 'incubating', 'graduated', 'archived'),
    on: day,
    announcement: fc.constant(null),
  }),
  { selector: ({ level }) => level, maxLength: 4 },
)
const sources = fc.option(fc.record({ moves, tagline: fc.option(fc.string()) }).map(source))

test('what was written once needs nothing more, whatever the sources say', () => {
  fc.assert(
    fc.property(sources, sources, (content, landscape) => {
      const merged = mergeSources(content, landscape)
      if (!merged) return
      const { aliases: _, ...stored } = merged
      expect(isIdle(planProject('tide', stored, { content, landscape }))).toBe(true)
      expect(isIdle(planProject('tide', null, { content, landscape }))).toBe(false)
    }),
  )
})
