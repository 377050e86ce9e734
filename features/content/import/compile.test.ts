import { expect, test } from 'vitest'
import { FIRST, HEAD, read, treeOf } from './testing'

test('components become nodes with their checked properties, and what they point at a reference', async () => {
  const { tree, references } = await treeOf(
    'By <Person slug="ada"/>.\n\n<Callout kind="tip" title="So">\nUse <Project slug="helm"/>.\n</Callout>\n\n<CallForProposals event="envoycon-2018"/>',
  )
  expect(tree).toEqual([
    { is: 'paragraph', of: ['By ', { is: 'person', slug: 'ada' }, '.'] },
    {
      is: 'callout',
      kind: 'tip',
      title: 'So',
      of: [{ is: 'paragraph', of: ['Use ', { is: 'project', slug: 'helm' }, '.'] }],
    },
    { is: 'call', event: 'envoycon-2018' },
  ])
  expect(references).toEqual([
    { path: '/people/ada', place: { line: FIRST, column: 4 } },
    { path: '/projects/helm', place: { line: FIRST + 3, column: 5 } },
    { path: '/events/envoycon-2018', place: { line: FIRST + 6, column: 1 } },
  ])
})

test('headings make the contents; twins get numbers, and Chinese ones keep their characters', async () => {
  const { contents } = await treeOf('## Why\n\n### Why\n\n## 为什么\n\n#### Too deep for the contents\n\n## Contents')
  expect(contents).toEqual([
    { level: 2, id: 'why', text: 'Why' },
    { level: 3, id: 'why-2', text: 'Why' },
    { level: 2, id: '为什么', text: '为什么' },
    { level: 2, id: 'contents-2', text: 'Contents' },
  ])
})

test('code stays as it was written, and a session at a prompt knows its commands', async () => {
  const { tree } = await treeOf(
    '```yaml title="role.yaml" lines="1,3-4"\nkind: Role # one\na: 1\nb: 2\nc: 3\n```\n\n```terminal\n$ ls \\\n  -l\ntotal 0\n```',
  )
  const code = 'kind: Role # one\na: 1\nb: 2\nc: 3'
  expect(tree[0]).toEqual({ is: 'listing', language: 'yaml', code, title: 'role.yaml', marked: [1, 3, 4] })
  expect(tree[1]).toEqual({
    is: 'terminal',
    lines: [
      { command: true, text: 'ls \\' },
      { command: true, text: '  -l' },
      { command: false, text: 'total 0' },
    ],
  })
})

test('a level is of a day, or of the last of a month; of the one project that the text is about', async () => {
  const outcome = await read(
    `${HEAD.replace('projects: []', 'projects: [helm]')}Was <MaturityBadge at="2018-02"/>, <MaturityBadge project="envoy" at="2018-08-01"/>.`,
  )
  expect(outcome).toMatchObject({
    tree: [
      {
        of: [
          'Was ',
          { is: 'maturity', project: 'helm', at: '2018-02-28' },
          ', ',
          { is: 'maturity', project: 'envoy', at: '2018-08-01' },
          '.',
        ],
      },
    ],
  })
})

test('what somebody said knows who said it, and their page is a reference', async () => {
  const { tree, references } = await treeOf(
    '<Quote person="ada" affiliation="Engines Ltd">\nYes.\n</Quote>\n\n<Question>\nWhy?\n</Question>\n\n<Answer name="Bob">\nSo.\n</Answer>',
  )
  const said = (text: string) => [{ is: 'paragraph', of: [text] }]
  expect(tree).toEqual([
    { is: 'quotation', by: { person: 'ada', affiliation: 'Engines Ltd' }, of: said('Yes.') },
    { is: 'question', of: said('Why?') },
    { is: 'answer', by: { name: 'Bob' }, of: said('So.') },
  ])
  expect(references.map(({ path }) => path)).toEqual(['/people/ada'])
})

test('tabs are named by headings one level below the one they stand under', async () => {
  const { tree, contents } = await treeOf(
    '## Install\n\n<Tabs>\n<Tab label="Linux">\nOne.\n</Tab>\n<Tab label="macOS">\nTwo.\n</Tab>\n</Tabs>',
  )
  expect(tree[1]).toMatchObject({
    is: 'tabs',
    level: 3,
    tabs: [
      { id: 'tab-linux', label: 'Linux' },
      { id: 'tab-macos', label: 'macOS' },
    ],
  })
  expect(contents).toHaveLength(1)
})

test('a diagram is laid out in the order of its arrows, with room for its words', async () => {
  const { tree } = await treeOf(
    '```diagram alt="From draft to programme" caption="The walk"\ndraft: (A draft)\nkept: [The store]\ndraft -> kept: saved\nkept --> constructor\n```',
  )
  const [diagram] = tree
  if (diagram?.is !== 'diagram') throw new Error('It is no diagram.')
  expect(diagram).toMatchObject({ alt: 'From draft to programme', title: 'The walk' })
  expect(diagram.nodes.map(({ shape, lines }) => [shape, ...lines])).toEqual([
    ['round', 'A draft'],
    ['store', 'The store'],
    ['box', 'constructor'],
  ])
  const [draft, kept, last] = diagram.nodes.map(({ x, width }) => [x - width / 2, x + width / 2])
  expect(draft?.[1]).toBeLessThan(kept?.[0] ?? 0)
  expect(kept?.[1]).toBeLessThan(last?.[0] ?? 0)
  expect(last?.[1]).toBeLessThan(diagram.width)
  expect(diagram.edges).toMatchObject([{ label: { text: 'saved' } }, { dashed: true }])
})

test('notes are numbered as the text comes to them and stand at its end', async () => {
  const { tree } = await treeOf('One[^b] and two[^a] and one[^b].\n\n[^a]: A.\n[^b]: B.')
  expect(tree).toEqual([
    {
      is: 'paragraph',
      of: [
        'One',
        { is: 'note', id: 'note-1', number: 1 },
        ' and two',
        { is: 'note', id: 'note-2', number: 2 },
        ' and one',
        { is: 'note', id: 'note-1', number: 1 },
        '.',
      ],
    },
    {
      is: 'notes',
      items: [
        { id: 'note-1', of: [{ is: 'paragraph', of: ['B.'] }] },
        { id: 'note-2', of: [{ is: 'paragraph', of: ['A.'] }] },
      ],
    },
  ])
})

test('a picture brings its size, so that nothing jumps', async () => {
  const { tree } = await treeOf('![The mark](/brand/logo.svg)')
  expect(tree).toEqual([{ is: 'image', src: '/brand/logo.svg', alt: 'The mark', width: 32, height: 32 }])
})
