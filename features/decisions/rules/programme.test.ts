import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Candidate, Room } from '../schema'
import { bestProgramme } from './programme'

const candidate = fc.record({
  value: fc.integer({ min: 100, max: 500 }).map((points) => points / 100),
  format: fc.constantFrom('talk', 'lightning', null),
  track: fc.constantFrom('a', 'b', 'c', null),
  speakers: fc.uniqueArray(fc.constantFrom('ann', 'bob', 'cho', 'dan'), { minLength: 1, maxLength: 2 }),
})
const slots = fc.integer({ min: 0, max: 4 })
const event = fc.record({
  candidates: fc
    .array(candidate, { maxLength: 10 })
    .map((list) => list.map((one, at): Candidate => ({ ...one, code: `C${at}` }))),
  formats: fc.record({ talk: slots, lightning: slots }, { requiredKeys: [] }),
  tracks: fc.record({ a: slots, b: slots, c: slots }, { requiredKeys: [] }),
  usual: fc.constantFrom(null, 1, 2),
  ann: fc.constantFrom(0, 1),
})
type Facts = typeof event extends fc.Arbitrary<infer T> ? T : never
const roomOf = ({ formats, tracks, usual, ann }: Facts): Room => ({
  formats: new Map(Object.entries(formats)),
  tracks: new Map(Object.entries(tracks)),
  speakers: new Map([['ann', ann]]),
  usual,
})

const one = (at: number, value: number, format: string, track: string, ...speakers: string[]): Candidate => ({
  ...{ code: `C${at}`, value, format, track, speakers },
})
/** Where leaving one out lets two of one speaker in. */
const ONE_SPEAKER_TOO_OFTEN: Facts = {
  candidates: [
    one(0, 1.01, 'talk', 'c', 'bob'),
    one(1, 1.01, 'talk', 'c', 'ann'),
    one(2, 1.01, 'talk', 'a', 'bob', 'ann'),
    one(3, 1, 'talk', 'c', 'cho'),
    one(4, 1.01, 'lightning', 'c', 'ann'),
    one(5, 1, 'lightning', 'a', 'cho', 'ann'),
    one(6, 1, 'talk', 'a', 'cho', 'bob'),
  ],
  ...{ formats: { lightning: 1 }, tracks: { a: 2, c: 3 }, usual: 2, ann: 1 },
}

test('the programme is the best there is, keeps every limit, and says truly what would flip it', () => {
  fc.assert(
    fc.property(event, (facts) => {
      const room = roomOf(facts)
      const made = bestProgramme(facts.candidates, room)
      const byCode = new Map(facts.candidates.map((one) => [one.code, one]))
      const chosen = made.chosen.flatMap((code) => byCode.get(code) ?? [])
      expect(isWithin(chosen, room)).toBe(true)
      expect(made.isProved).toBe(true)
      expect(made.total).toBeCloseTo(bruteForce(facts.candidates, room), 9)
      for (const { by } of [...made.leaving, ...made.entering]) expect(by).toBeGreaterThanOrEqual(-1e-9)
    }),
    { numRuns: 300, examples: [[ONE_SPEAKER_TOO_OFTEN]] },
  )
})

test('what would flip it is named, with how far', () => {
  const talk = (code: string, value: number): Candidate => ({
    code,
    value,
    format: 'talk',
    track: null,
    speakers: [code],
  })
  const room: Room = { formats: new Map([['talk', 2]]), tracks: new Map(), speakers: new Map(), usual: 1 }
  const made = bestProgramme([talk('A', 4.5), talk('B', 4), talk('C', 3.75), talk('D', 2)], room)
  expect(made).toMatchObject({ chosen: ['A', 'B'], isProved: true })
  expect(made.leaving[0]).toEqual({ code: 'B', by: 0.25, instead: 'C' })
  expect(made.entering[0]).toEqual({ code: 'C', by: 0.25, instead: 'B' })
})

test('without a word about slots there is no programme', () => {
  const one: Candidate = { code: 'A', value: 5, format: 'talk', track: 'a', speakers: [] }
  const room: Room = { formats: new Map(), tracks: new Map(), speakers: new Map(), usual: null }
  expect(bestProgramme([one], room).chosen).toEqual([])
})

function isWithin(chosen: Candidate[], { formats, tracks, speakers, usual }: Room): boolean {
  const count = (has: (one: Candidate) => boolean) => chosen.filter(has).length
  const people = new Set(chosen.flatMap((one) => one.speakers))
  return (
    chosen.every(({ format, track }) => formats.has(format ?? '') || tracks.has(track ?? '')) &&
    [...formats].every(([id, most]) => count(({ format }) => format === id) <= most) &&
    [...tracks].every(([id, most]) => count(({ track }) => track === id) <= most) &&
    [...people].every((id) => count((one) => one.speakers.includes(id)) <= (speakers.get(id) ?? usual ?? 99))
  )
}

function bruteForce(candidates: Candidate[], room: Room): number {
  let best = 0
  for (let mask = 0; mask < 1 << candidates.length; mask++) {
    const chosen = candidates.filter((_, at) => (mask >> at) & 1)
    const total = chosen.reduce((sum, { value }) => sum + value, 0)
    if (total > best && isWithin(chosen, room)) best = total
  }
  return best
}
