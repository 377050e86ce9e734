import { expect, test } from 'vitest'
import type { Kind } from '../schema/kinds'
import { lineOf } from '../schema/problems'
import { compile } from './compile'

const HEAD = `---
title: A title
summary: A summary.
date: 2018-07-31
authors: []
category: technical
tags: []
projects: []
organizations: []
events: []
people: []
---
`
/** The line on which a text below HEAD begins. */
const FIRST = 13

async function read(
  text: string,
  { kind = 'article', name = 'some', locale = 'en' }: { kind?: Kind; name?: string; locale?: string } = {},
) {
  const outcome = await compile({ file: 'content/blog/some.mdx', kind, name, locale, text, hash: '' }, 'public')
  return 'compiled' in outcome ? outcome.compiled : { problems: outcome.problems.map(lineOf) }
}

async function problemsIn(text: string, options: Parameters<typeof read>[1] = {}): Promise<string[]> {
  const outcome = await read(text, options)
  return 'problems' in outcome ? outcome.problems.map((line) => line.replace('content/blog/some.mdx:', '')) : []
}

async function treeOf(body: string) {
  const outcome = await read(HEAD + body)
  if ('problems' in outcome) throw new Error(outcome.problems.join('\n'))
  return outcome
}

test.each([
  ["import fs from 'node:fs'", '1:1 is an import or export, which is not allowed'],
  ['export const x = 1', '1:1 is an import or export, which is not allowed'],
  ['{process.env.SECRET}', '1:1 is an expression, which is not allowed: put braces into code'],
  ['one {1 + 1} two', '1:5 is an expression, which is not allowed: put braces into code'],
  ['a {', '1:4 can’t be read: Unexpected end of file in expression, expected a corresponding closing brace for `{`'],
  ['<div>\n\ntext\n\n</div>', '1:1 is HTML (<div>), which is not allowed: use Markdown'],
  ['a <b>c</b>', '1:3 is HTML (<b>), which is not allowed: use Markdown'],
  ['<script>alert(1)</script>', '1:1 is HTML (<script>), which is not allowed: use Markdown'],
  ['<>\n\ntext\n\n</>', '1:1 is a fragment, which is not allowed'],
  [
    '<Video/>',
    '1:1 <Video> is not a component; there are Project, Person, MaturityBadge, Figure, Callout, Quote, Question, KeyFigures, CallForProposals',
  ],
  ['Use <Project/> now', '1:5 <Project> needs slug="…"'],
  ['Use <Project slug={x}/> now', '1:14 <Project> slug must be text in double quotes'],
  ['Use <Project slug/> now', '1:14 <Project> slug must be text in double quotes'],
  ['Use <Project {...x}/> now', '1:14 <Project> takes no properties in braces'],
  ['Use <Project slug="Not A Slug"/> now', '1:5 <Project> slug must be a slug'],
  ['Use <Project slug="a" slug="b"/> now', '1:23 <Project> has slug twice'],
  ['Use <Project slug="a" onclick="x"/> now', '1:5 <Project> has no property onclick'],
  ['Use <Project slug="a">b</Project> now', '1:5 <Project> holds nothing: close it with />'],
  ['<MaturityBadge project="a" at="2018-02-30"/>', '1:1 <MaturityBadge> at must be a date, YYYY-MM-DD'],
  ['<Callout kind="loud">\nx\n</Callout>', '1:1 <Callout> kind must be note, tip or caution'],
  [
    'a <Callout kind="note">x</Callout>',
    '1:3 <Callout> must stand on a line of its own, and what it holds on lines of its own too',
  ],
  ['<KeyFigures/>', '1:1 <KeyFigures> needs figures in the front matter'],
  ['<Figure id="stars">many</Figure>', '1:1 <Figure> names “stars”, which is no figure of this file'],
  [
    '[x](javascript:alert(1))',
    '1:1 leads to “javascript:alert(1)”: use https://, mailto: or a path from the root, such as /blog',
  ],
  ['[x](other)', '1:1 leads to “other”: use https://, mailto: or a path from the root, such as /blog'],
  ['[x](#nowhere)', '1:1 “#nowhere” is no heading of this file'],
  ['![](/brand/logo.svg)', '1:1 is an image without words for those who don’t see it: ![words](…)'],
  ['![A mark](https://example.org/x.png)', '1:1 shows “https://example.org/x.png”, which is no picture below public/'],
  ['![A mark](/../package.json)', '1:1 shows “/../package.json”, which is no picture below public/'],
  ['text ![A mark](/brand/logo.svg)', '1:6 is an image within a line: give it a paragraph of its own'],
  ['# Title', '1:1 must be a heading of level 2, 3 or 4: ##, ### or ####'],
  ['##', '1:1 is a heading without words'],
  ['```\nx\n```', '1:1 is code without a language; there are bash, yaml, go, json, typescript, diff, text, terminal'],
  ['```cobol\nx\n```', '1:1 is code in “cobol”; there are bash, yaml, go, json, typescript, diff, text, terminal'],
])('%j is refused with its place', async (body, problem) => {
  const [line = 0, ...rest] = problem.split(/(?<=^\d+)/)
  expect(await problemsIn(HEAD + body)).toEqual([`${Number(line) + FIRST - 1}${rest.join('')}`])
})

const heads: [string, string, string][] = [
  ['no front matter', 'Just text.', '1:1 must begin with front matter between two lines of ---'],
  [
    'YAML that is none',
    HEAD.replace('tags: []', 'tags: [a'),
    '8:1 is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  ['a missing field', HEAD.replace('summary: A summary.\n', ''), '2:1 summary is missing'],
  ['a field of no kind', HEAD.replace('tags: []', 'tags: []\nlayout: wide'), '8:1 layout is not a field here'],
  [
    'a category that is none',
    HEAD.replace('technical', 'news'),
    '6:1 category must be one of announcement, technical, interview, call, case-study',
  ],
  ['a day that is none', HEAD.replace('2018-07-31', '2018-02-30'), '4:1 date must be a date, YYYY-MM-DD'],
  [
    'no day and no order',
    HEAD.replace('date: 2018-07-31\n', ''),
    '2:1 date is missing; where the day is not known, sortAs orders the lists',
  ],
  ['a list that is none', HEAD.replace('tags: []', 'tags: one'), '7:1 tags must be a list'],
  [
    'a tag that is no slug',
    HEAD.replace('tags: []', 'tags: [fine, Not Fine]'),
    '7:14 tags.1 must be a slug: a–z, 0–9 and single hyphens',
  ],
  ['a tag twice', HEAD.replace('tags: []', 'tags: [a, a]'), '7:1 tags must not name the same thing twice'],
  [
    'a person without a name',
    HEAD.replace('people: []', 'people:\n  - { slug: a, role: quoted }'),
    '12:5 people.0.name is missing',
  ],
  [
    'a slug in an original',
    HEAD.replace('tags: []', 'tags: []\nslug: other'),
    '8:1 slug is for translations; the file’s name is the slug',
  ],
  [
    'a figure without its place',
    HEAD.replace('people: []', 'people: []\nfigures:\n  - { value: 1, unit: x, label: y, anchor: stars }'),
    '13:36 figure “stars” has no <Figure id="stars"> in the text',
  ],
]
test.each(heads)('%s is refused with its place', async (_, text, problem) => {
  expect((await problemsIn(text)).slice(0, 1)).toEqual([problem])
})

test('everything that is wrong with a file is said at once', async () => {
  expect(await problemsIn(`${HEAD}# One\n\n{two}\n\n<Three/>\n`)).toHaveLength(3)
})

test('a translation names what it translates', async () => {
  const zh = { locale: 'zh', name: 'some' }
  expect(await problemsIn(HEAD, zh)).toEqual(['2:1 translationOf must be some, as the file’s name says'])
  expect(await problemsIn(HEAD.replace('tags: []', 'tags: []\ntranslationOf: some'), zh)).toEqual([])
})

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

test('code is coloured by classes, and a session at a prompt knows its commands', async () => {
  const { tree } = await treeOf('```yaml\nkind: Role # one\n```\n\n```terminal\n$ ls \\\n  -l\ntotal 0\n```')
  expect(tree[0]).toMatchObject({ is: 'listing', language: 'yaml' })
  expect(JSON.stringify(tree[0])).toMatch(/\["comment","# one"\]/)
  expect(tree[1]).toEqual({
    is: 'terminal',
    lines: [
      { command: true, text: 'ls \\' },
      { command: true, text: '  -l' },
      { command: false, text: 'total 0' },
    ],
  })
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
