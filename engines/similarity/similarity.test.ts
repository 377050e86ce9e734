import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandsOf, cosines, estimate, findSimilar, jaccard, sharedPassages, shinglesOf, signatureOf } from '.'

const word = fc.constantFrom(...'the a pager queue node pod trace alert week team six learnt deleted quiet'.split(' '))
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '))

/** Written for the test alone: sets of pairs of words, counted. */
function exact(one: string, other: string): number {
  const pairs = (words: string[]) =>
    new Set(words.length === 1 ? words : words.slice(1).map((next, at) => `${words[at]} ${next}`))
  const [a, b] = [one, other].map((each) => pairs(each.split(' ').filter(Boolean))) as [Set<string>, Set<string>]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return a.size + b.size === 0 ? 0 : shared / (a.size + b.size - shared)
}

test('the similarity is the exact Jaccard index of the pairs of words', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(jaccard(shinglesOf(one), shinglesOf(other))).toBeCloseTo(exact(one, other), 12)
    }),
  )
})

test('signatures estimate it within five standard errors, and equal texts have equal bands', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [a, b] = [shinglesOf(one), shinglesOf(other)]
      if (a.length === 0 || b.length === 0) return
      const s = jaccard(a, b)
      expect(Math.abs(estimate(signatureOf(a), signatureOf(b)) - s)).toBeLessThan(
        5 * Math.sqrt((s * (1 - s) + 0.001) / 126) + 0.01,
      )
      expect(bandsOf(signatureOf(a))).toEqual(bandsOf(signatureOf(shinglesOf(`${one} `))))
    }),
  )
})

test('case, accents, width and stacked marks do not make two texts different', () => {
  const set = shinglesOf('Le café de l’opérateur')
  expect(jaccard(set, shinglesOf('LE CAFE\u0301\u0334\u0338 DE L’OPERATEUR'))).toBe(1)
  expect(jaccard(shinglesOf('如何学会不叫醒人'), shinglesOf('如何学会不叫醒人。'))).toBe(1)
  expect(shinglesOf('').length).toBe(0)
  expect(bandsOf(signatureOf(shinglesOf(' … ')))).toEqual([])
})

/** Texts of their own words, so that no two are alike but those that are made to be. */
function corpus(size: number, length = 120): string[] {
  let state = 7
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0)
  return Array.from({ length: size }, () => Array.from({ length }, () => `w${(next() >>> 8) % 3_000}`).join(' '))
}

test('a planted paraphrase is found among thousands, and honest talks on one topic are not', () => {
  const texts = corpus(3_000)
  const [original = ''] = texts
  const paraphrase = original
    .split(' ')
    .map((each, at) => (at % 9 === 4 ? 'instead' : each))
    .join(' ')
  const honest = [
    'We moved two hundred clusters to a new network plugin without downtime. This talk shows the order in which we did it, what we measured before each step, and the one night on which we had to go back.',
    'Network plugins fail in ways that look like application bugs. I collected thirty incidents from four companies and sorted them by what would have caught them: a probe, a trace, or a reading of the release notes.',
  ]
  const pairs = findSimilar([...texts, paraphrase, ...honest])
  expect(pairs.map(({ one, other }) => [one, other])).toEqual([[0, 3_000]])
  expect(pairs[0]?.similarity).toBeCloseTo(exact(original, paraphrase), 12)
})

test('no near pair of many is missed, by an oracle that compares all', () => {
  const texts = corpus(150, 60).flatMap((each, at) => {
    const words = each.split(' ')
    return [each, words.map((own, place) => (place % (3 + (at % 12)) === 0 ? `x${place}` : own)).join(' ')]
  })
  const expected = texts.flatMap((one, i) =>
    texts.slice(i + 1).flatMap((other, j) => (exact(one, other) >= 0.6 ? [`${i} ${i + 1 + j}`] : [])),
  )
  expect(expected.length).toBeGreaterThan(50)
  const found = new Set(findSimilar(texts, 0.6).map(({ one, other }) => `${one} ${other}`))
  expect(expected.filter((pair) => !found.has(pair))).toEqual([])
})

test('of 20,000 texts only those that meet in a band are compared', () => {
  const texts = corpus(20_000, 40)
  expect(findSimilar([...texts, texts[19_999] ?? '']).map(({ one, other }) => [one, other])).toEqual([[19_999, 20_000]])
}, 60_000)

test('what both say word for word is shown, the longest first', () => {
  const one = 'First we deleted forty services in a week. Then we slept well for the first time.'
  const other = 'In the spring we deleted forty services in a week, and nobody called; we slept well, too.'
  expect(sharedPassages(one, other)).toEqual(['we deleted forty services in a week'])
})

test('titles are near by their rare words', () => {
  const [same = 0, topic = 0, other = 0] = cosines('Quiet pagers at scale', [
    'Quiet pagers, at scale',
    'Pagers at a bank',
    'What is a pod',
  ])
  expect(same).toBeCloseTo(1, 9)
  expect(topic).toBeLessThan(0.6)
  expect(other).toBe(0)
})
