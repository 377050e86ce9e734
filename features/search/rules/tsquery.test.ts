import { expect, test } from 'vitest'
import { matchOf } from './tsquery'
import { askedOf } from './words'

const lexemes = [
  { word: 'the', stems: [], plain: ['the'] },
  { word: 'runs', stems: ['run'], plain: ['runs'] },
  { word: 'clusters', stems: ['cluster'], plain: ['clusters'] },
  { word: 'cl', stems: ['cl'], plain: ['cl'] },
]
const match = (text: string) => {
  const asked = askedOf(text)
  return asked && matchOf(asked, lexemes)
}

test('every word is wanted in any of its forms, the last one as a beginning', () => {
  expect(match('runs clusters')?.all).toBe("('run' | 'runs') & ('cluster' | 'clusters':*)")
  expect(match('runs clusters ')?.all).toBe("('run' | 'runs') & ('cluster' | 'clusters')")
})

test('a word that says nothing is wanted only where there is no other', () => {
  expect(match('the runs ')?.all).toBe("('run' | 'runs')")
  expect(match('the ')).toMatchObject({ all: "'the'", inHeads: true })
})

test('two letters are looked for in titles alone', () => {
  expect(match('cl')).toMatchObject({ all: "('cl' | 'cl':*)", inHeads: true })
  expect(match('runs cl')?.inHeads).toBe(false)
})

test('Chinese is wanted by all its pairs and ranked by its words', () => {
  expect(match('中国用户')).toEqual({ all: "'中国' & '国用' & '用户'", any: "('·中国' | '·用户')", inHeads: false })
  expect(match('云')?.all).toBe("'云':*")
})
