import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedOf, bigramsOf, indexed, nameOf, piecesOf, segmentsOf, withPartsOfNames } from './words'

const anyText = fc.array(fc.nat(0x10ffff), { maxLength: 30 }).map((points) => String.fromCodePoint(...points))

test('words are cut at everything that is no letter or figure, runs of Chinese apart', () => {
  expect(piecesOf('CI/CD with node.js, K8s升级 ｖ1.2')).toEqual({
    spaced: ['ci', 'cd', 'with', 'node', 'js', 'k8s', 'v1', '2'],
    runs: ['升级'],
  })
})

test('a text without a run is cut in the same way', () => {
  for (const text of ['CI/CD with node.js, Zürich & İzmir – v1.29', 'Ｆｕｌｌ ｗｉｄｔｈ', 'עברית, العربية'])
    expect(indexed(text, 'D').spaced.trim()).toBe(piecesOf(text).spaced.join(' '))
})

test('a run gives every two neighbours and its words', () => {
  expect(bigramsOf('云原生')).toEqual(['云原', '原生', '生'])
  expect(segmentsOf('中国的用户')).toEqual(['中国', '用户'])
})

test('a name is known by its parts and without what keyboards differ in', () => {
  expect(withPartsOfNames('OpenTelemetry')).toBe('OpenTelemetry Open Telemetry')
  expect(withPartsOfNames('Helm')).toBe('Helm')
  expect(nameOf('  The-Update Framework: TUF ')).toBe('the update framework tuf')
})

test('the last word is a beginning until a space, a stop or Chinese follows it', () => {
  const typing = (text: string) => askedOf(text)?.isTyping
  expect(typing('open tele')).toBe(true)
  expect(typing('Zürich')).toBe(true)
  expect(typing('open tele ')).toBe(false)
  expect(typing('tele.')).toBe(false)
  expect(typing('tele容器')).toBe(false)
  expect(typing('容器tele')).toBe(true)
})

test('nothing is asked by signs alone, and a long question is cut', () => {
  expect(askedOf(' …!?\u0000')).toBeNull()
  const long = askedOf('word '.repeat(9_000))
  expect(long?.words).toHaveLength(12)
  expect(askedOf('x'.repeat(9_000))?.words[0]).toHaveLength(60)
  expect([...(askedOf('集'.repeat(9_000))?.runs[0] ?? '')]).toHaveLength(40)
})

test('a numeral of Chinese is part of its run, a radical is not', () => {
  expect(piecesOf('二〇一八⺀服务').runs).toEqual(['二〇一八', '服务'])
})

test('whatever a text holds, its vector is one that PostgreSQL reads', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(indexed(`${text}服务`, 'D').vector).toMatch(/^('[·\p{L}\p{N}]+':\d{1,5}D ?)+$/u)
      expect(indexed(text, 'A').spaced).toMatch(/^[\p{L}\p{N}\p{M} ]*$/u)
    }),
  )
})
