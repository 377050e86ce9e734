import { expect, test } from 'vitest'
import { lineOf, type Problem } from '@/features/content/schema/problems'
import { withOneSpelling } from './audits'
import { readLandscape } from './items'
import { type Note, readNodes } from './nodes'

function read(text: string) {
  const problems: Problem[] = []
  const note: Note = (place, message) => problems.push({ file: 'l.yml', ...place, message })
  const root = readNodes(text, note)
  const projects = root ? withOneSpelling(readLandscape(root, note).projects, note) : null
  return { projects, notes: problems.map(lineOf) }
}

const landscape = (...items: string[]) =>
  `landscape:\n- category:\n  name: Runtime\n  subcategories:\n  - subcategory:\n    name: Storage\n    items:\n${items.join('\n')}\n`
const helm = (extra: string) => `    - { item: , name: Helm, project: graduated, extra: { ${extra} } }`

test('an item becomes a project with its moves, its category and what else is known', () => {
  const { projects, notes } = read(
    landscape(
      "    - name: Tide (TD)\n      project: incubating\n      repo_url: https://example.org/tide\n      additional_repos:\n      - repo_url: https://example.org/more\n      extra:\n        accepted: '2020-01-01'\n        incubating: '2020-01-01'\n        lfx_slug: Tide\n        audits:\n        - { date: '2021-02-03', type: security, vendor: Some Lab, url: 'https://example.org/audit' }",
    ),
  )
  expect(notes).toEqual([])
  expect(projects).toMatchObject([
    {
      key: 'tide',
      source: {
        ...{ name: 'Tide (TD)', category: 'Runtime', subcategory: 'Storage', tagline: null },
        details: {
          repositories: ['https://example.org/tide', 'https://example.org/more'],
          audits: [{ date: '2021-02-03', type: 'security', vendor: 'Some Lab', url: 'https://example.org/audit' }],
        },
        moves: [{ level: 'incubating', on: '2020-01-01', announcement: null }],
        aliases: ['Tide (TD)', 'Tide', 'TD', 'Tide'],
      },
    },
  ])
})

test.each([
  ['nothing', '', /l\.yml:1:1 has no list of categories/],
  ['a list', '- a\n- b', /l\.yml:1:1 the file: should be a group/],
  ['no YAML', 'landscape: [\n  - {', /l\.yml:\d+:\d+ is not YAML/],
  ['text where a list should be', 'landscape: soon', /l\.yml:1:12 the file: landscape should be a list/],
  ['an item without a name', landscape('    - { item: , project: sandbox }'), /l\.yml:8:7 an item has no name/],
  ['an item that is text', landscape('    - Helm'), /l\.yml:8:7 an item: should be a group/],
  [
    'a day that is none',
    landscape(helm("accepted: '2018-02-30'")),
    /l\.yml:8:68 Helm: accepted “2018-02-30” is no day/,
  ],
  ['a number for a day', landscape(helm('accepted: 2018')), /Helm: accepted “2018” is no day/],
  ['a list for a day', landscape(helm('accepted: [a]')), /Helm: accepted should be text/],
  ['no extra', landscape('    - { name: Helm, project: sandbox }'), /l\.yml:8:7 Helm: is a project without extra/],
  ['a field nobody knows', landscape(helm("accepted: '2018-06-01', mascot: owl")), /Helm: mascot is no field/],
  ['a misspelt field', landscape(helm("acepted: '2018-06-01'")), /Helm: acepted was read as accepted/],
  ['a field twice', landscape(helm("accepted: '2018-06-01', accepted: '2019-06-01'")), /accepted is there twice/],
  [
    'a misspelt level',
    landscape("    - { name: A, project: sandbx, extra: { accepted: '2018-06-01' } }"),
    /sandbox is meant/,
  ],
  [
    'days in the wrong order',
    landscape(helm("accepted: '2020-01-01', graduated: '2019-01-01'")),
    /comes before sandbox/,
  ],
  ['an alias', landscape('    - &a { name: A }', '    - *a'), /l\.yml:9:7 refers to another part of the file/],
])('%s is survived, and said with its line', (_, text, expected) => {
  expect(read(text).notes.join('\n')).toMatch(expected)
})

test('a file that would multiply itself, or lies a hundred thousand groups deep, is survived', () => {
  const bomb = [
    'a: &a [x, x, x, x]',
    ...[...'bcdefgh'].map((at, i) => `${at}: &${at} [${`*${'abcdefg'[i]}, `.repeat(9)}x]`),
  ]
  expect(read(`${bomb.join('\n')}\nlandscape: *h\n`).projects).toEqual([])
  expect(read(`landscape: ${'['.repeat(100_000)}`).projects).toBeNull()
  expect(read(`landscape: ${'['.repeat(60)}${']'.repeat(60)}`).notes.join('\n')).toContain('lies too deep')
})

test('the first of two projects with one name counts', () => {
  const { projects, notes } = read(landscape(helm("accepted: '2018-06-01'"), helm("accepted: '2019-06-01'")))
  expect(projects?.map(({ source }) => source.moves[0]?.on)).toEqual(['2018-06-01'])
  expect(notes.join('\n')).toContain('l.yml:9:7 Helm: was a project in line 8 already')
})

test('one vendor in three spellings becomes one, in the most usual', () => {
  const audited = (name: string, vendor: string) =>
    `    - { name: ${name}, project: sandbox, extra: { accepted: '2020-01-01', audits: [{ date: '2021-01-01', vendor: ${vendor} }] } }`
  const { projects, notes } = read(
    landscape(audited('A', 'Ada Lab'), audited('B', 'Ada Lab'), audited('C', 'ADA Lab'), audited('D', 'AdaLab')),
  )
  expect(projects?.map(({ source }) => source.details.audits[0]?.vendor)).toEqual(Array(4).fill('Ada Lab'))
  expect(notes).toEqual([
    'l.yml:10:7 C: the vendor “ADA Lab” is elsewhere “Ada Lab”, which was taken',
    'l.yml:11:7 D: the vendor “AdaLab” is elsewhere “Ada Lab”, which was taken',
  ])
})
