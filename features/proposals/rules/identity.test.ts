import { expect, test } from 'vitest'
import { type Author, findIdentity } from './identity'

const ada: Author = {
  names: ['Ada Lovelace', 'José Núñez'],
  emails: ['ada@northwind.example'],
  employers: ['Northwind, Inc.', 'Shell'],
  handles: ['ada-l', 'enchantress', 'engine'],
  hosts: ['ada.example', 'northwind.example'],
}
const wang: Author = {
  names: ['王小明', 'Grace Will'],
  emails: [],
  employers: ['北方软件有限公司'],
  handles: [],
  hosts: [],
}

const found = (text: string, author = ada) =>
  findIdentity([{ field: 'abstract', text }], author).map((one) => [one.kind, one.found])

test.each([
  ['her whole name', 'A talk by Ada Lovelace on engines', [['name', 'Ada Lovelace']]],
  ['whatever its case and spaces', 'By ADA\nLOVELACE.', [['name', 'ADA\nLOVELACE']]],
  ['the other way round', 'Lovelace Ada speaks', [['name', 'Lovelace Ada']]],
  ['a part of it', 'What Lovelace wrote', [['name', 'Lovelace']]],
  ['with its genitive', 'Lovelace’s engine', [['name', 'Lovelace']]],
  [
    'accents or not',
    'With Nunez and JOSÉ',
    [
      ['name', 'Nunez'],
      ['name', 'JOSÉ'],
    ],
  ],
  ['composed or not', 'With Nu\u0301n\u0303ez', [['name', 'Nu\u0301n\u0303ez']]],
  ['within Chinese', '由Ada主讲', [['name', 'Ada']]],
  ['not within another word', 'Adage, Canada, Lovelaces', []],
  ['the employer without its form', 'At Northwind we deleted it', [['employer', 'Northwind']]],
  ['the employer with it', 'At NORTHWIND, INC. nobody pages', [['employer', 'NORTHWIND, INC.']]],
  ['an ordinary word only where it is large', 'A shell in a Shell', [['employer', 'Shell']]],
  ['the address', 'Write to ada@northwind.example now', [['mail', 'ada@northwind.example']]],
  ['any address', 'Write to someone@else.example', [['mail', 'someone@else.example']]],
  [
    'a handle',
    'Ask ada-l or @enchantress',
    [
      ['handle', 'ada-l'],
      ['handle', 'enchantress'],
    ],
  ],
  ['a handle that is a word', 'An engine, by @engine', [['handle', 'engine']]],
  ['a link to an own site', 'See https://blog.ada.example/engines.', [['link', 'https://blog.ada.example/engines.']]],
  [
    'a link with a handle',
    'See https://codeberg.example/enchantress/x',
    [['link', 'https://codeberg.example/enchantress/x']],
  ],
  [
    'a link to a profile',
    'See https://www.linkedin.com/in/somebody',
    [['link', 'https://www.linkedin.com/in/somebody']],
  ],
  ['no other link', 'See https://kubernetes.io/docs and https://github.com/cncf/toc', []],
  ['where she works', 'I work at Acme and like it', [['phrase', 'I work at Acme']]],
  ['we at', 'How we at Acme did it', [['phrase', 'we at Acme']]],
  ['what she is', 'I am an engineer at Acme', [['phrase', 'I am an engineer at Acme']]],
  ['what she founded', 'Told as the creator of Thing', [['phrase', 'as the creator of Thing']]],
  ['no work in general', 'We work at scale, and we work for free', []],
  ['nothing', 'How we learnt to stop paging people', []],
  ['nothing in nothing', '', []],
])('%s', (_, text, expected) => {
  expect(found(text)).toEqual(expected)
})

test.each([
  ['a Chinese name', '讲者王小明将介绍', [['name', '王小明']]],
  ['the given name alone', '小明的经验', [['name', '小明']]],
  ['not the surname alone', '王者归来', []],
  ['a Chinese employer without its form', '北方软件的实践', [['employer', '北方软件']]],
  ['where one works', '我在某公司工作', [['phrase', '我在某公司工作']]],
  ['our company', '我们公司用了两年', [['phrase', '我们公司']]],
  ['a name that is a word, small', 'it will show some grace', []],
  ['the same, large', 'Grace shows how', [['name', 'Grace']]],
])('%s', (_, text, expected) => {
  expect(found(text, wang)).toEqual(expected)
})

test('each finding says where: the field, and the words around it', () => {
  const title = 'Engines'
  const text = `${'word '.repeat(20)}and here Ada Lovelace speaks of ${'other '.repeat(20)}`
  const [finding, ...rest] = findIdentity(
    [
      { field: 'title', text: title },
      { field: 'abstract', text },
    ],
    ada,
  )
  expect(rest).toEqual([])
  expect(finding).toMatchObject({ field: 'abstract', kind: 'name', found: 'Ada Lovelace' })
  expect(finding?.before).toMatch(/^… ?word .* and here $/)
  expect(finding?.after).toMatch(/^ speaks of other .*…$/)
  const around = (finding?.before ?? '') + (finding?.after ?? '')
  expect(around.length).toBeLessThan(90)
})

test('a long text is read in one go', () => {
  const text = 'Ada Lovelace wrote it. '.repeat(850)
  expect(found(text)).toHaveLength(850)
})

test('a text of two million letters without a space is looked at once, and a long word hides no address', () => {
  const author = { names: ['Ada Lovelace'], emails: [], employers: [], handles: [], hosts: [] }
  expect(findIdentity([{ field: 'abstract', text: 'x'.repeat(2_000_000) }], author)).toEqual([])
  expect(findIdentity([{ field: 'abstract', text: `${'a.'.repeat(1_000_000)}@` }], author)).toEqual([])
  const [found] = findIdentity([{ field: 'abstract', text: `${'y'.repeat(30_000)} ada@example.org` }], author)
  expect(found).toMatchObject({ kind: 'mail', found: 'ada@example.org' })
})
