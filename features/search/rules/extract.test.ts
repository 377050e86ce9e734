import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractOf, marked } from './extract'

const show = (pieces: { text: string; mark: boolean }[] | null) =>
  pieces?.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('')

const anyText = fc.array(fc.nat(0x10ffff), { maxLength: 30 }).map((points) => String.fromCodePoint(...points))

test('words are marked where they begin alike, accents and capitals aside; Chinese where it stands', () => {
  expect(show(marked('Graduated in Zürich, graduating', { beginnings: ['graduat', 'zurich'], runs: [] }))).toBe(
    '[Graduated] in [Zürich], [graduating]',
  )
  expect(show(marked('容器镜像仓库', { beginnings: [], runs: ['镜像'] }))).toBe('容器[镜像]仓库')
})

test('an extract begins where most of what was asked for stands together, and at whole words', () => {
  const text = `alpha ${'filler '.repeat(60)}here alpha meets beta and more ${'filler '.repeat(60)}`
  const shown = show(extractOf(text, { beginnings: ['alpha', 'beta'], runs: [] })) ?? ''
  expect(shown).toMatch(/^… (filler )+here \[alpha\] meets \[beta\] and more (filler )+…$/)
  expect(shown.length).toBeLessThan(260)
  expect(extractOf(text, { beginnings: ['gamma'], runs: [] })).toBeNull()
})

test('marking loses and adds nothing', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.string({ minLength: 1 })), (text, words) => {
      const pieces = marked(text, { beginnings: words, runs: words })
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    }),
  )
})
