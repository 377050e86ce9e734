import { expect, test } from 'vitest'
import type { Block } from '@/features/content/schema/tree'
import { quotesIn } from './quotes'

const names = { project: (slug: string) => slug, person: () => 'Ada Lima', level: () => '' }
const says = (...of: string[]): Block[] => of.map((text) => ({ is: 'paragraph', of: [text] }))
const quote = (name: string, of: Block[]): Block => ({ is: 'quotation', by: { name }, of })
const read = (tree: Block[]) => quotesIn(tree, names).map(({ name, words }) => [name, words])

test('a quote stands with the paragraphs around it', () => {
  const [found] = quotesIn([...says('Before.'), quote('Bo', says('Words.')), ...says('After.')], names)
  expect(found).toMatchObject({ name: 'Bo', words: 'Words.', before: 'Before.', after: 'After.' })
})

test.each<[string, Block]>([
  ['a callout', { is: 'callout', kind: 'note', of: [quote('Bo', says('Words.'))] }],
  ['a list', { is: 'list', start: null, items: [{ done: null, of: [quote('Bo', says('Words.'))] }] }],
  ['a tab', { is: 'tabs', level: 3, tabs: [{ id: 'a', label: 'A', of: [quote('Bo', says('Words.'))] }] }],
])('a quote within %s is found', (_, block) => {
  expect(read([block])).toEqual([['Bo', 'Words.']])
})

test('words within the words of another are a quote of their own', () => {
  expect(read([quote('Bo', [quote('Cy', says('Inner.'))])]).map(([name]) => name)).toEqual(['Bo', 'Cy'])
})

test('the answer of an interview is what its speaker has said', () => {
  expect(read([{ is: 'answer', by: { person: 'ada-lima' }, of: says('Yes.') }])).toEqual([['Ada Lima', 'Yes.']])
})

test('the same words of the same person are asked about once; of two people, twice', () => {
  const words = says('Words.')
  expect(read([quote('Bo', words), quote('Bo', words), quote('Cy', words)])).toHaveLength(2)
})

test('spaces do not make another quote, and one letter does', () => {
  const of = (text: string) => quotesIn([quote('Bo', says(text))], names)[0]?.fingerprint
  expect(of('Two  words')).toBe(of('Two words'))
  expect(of('Two words')).not.toBe(of('Two word'))
})
