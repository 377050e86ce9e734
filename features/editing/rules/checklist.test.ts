import { expect, test } from 'vitest'
import type { TextFacts, World } from '../schema'
import { checklist, externalProblem, widthOf } from './checklist'

const text: TextFacts = {
  kind: 'article',
  locale: 'en',
  slug: 'a-text',
  groupSlug: 'a-text',
  title: 'A title of a bearable length',
  summary: 'A summary that says in a sentence or two what there is to read.',
  date: '2020-03-01',
  links: [],
  people: [],
  projects: [],
  moves: [],
  translations: ['zh'],
  outdated: 0,
  outdatedFields: [],
  parts: { images: [], badges: [], words: '' },
}
const HARBOR = {
  name: 'Harbor',
  moves: [
    { level: 'sandbox' as const, on: '2018-07-31' },
    { level: 'incubating' as const, on: '2018-11-13', announcement: 'a-text' },
  ],
}
const world: World = {
  outside: new Map([
    ['https://example.org/dead', { status: 404, problem: null, checkedAt: new Date('2026-11-02T10:00:00Z') }],
  ]),
  judge: (path) =>
    path.includes('gone')
      ? 'missing'
      : path.includes('draft')
        ? 'hidden'
        : path.includes('kubecon')
          ? 'no-such-event'
          : 'fine',
  people: new Map([['ada-lima', 'Ada Lima']]),
  projects: new Map([['harbor', HARBOR]]),
  languages: ['en', 'zh'],
}
const parts = (facts: Partial<NonNullable<TextFacts['parts']>>) => ({ images: [], badges: [], words: '', ...facts })

test('a text in order has nothing to look at', () => {
  expect(checklist(text, world)).toEqual([])
})

test.each<[string, Partial<TextFacts>, string, string | RegExp]>([
  ['a page that is gone', { links: ['/blog/gone'] }, 'link broken', '/blog/gone'],
  ['a text that is not out', { links: ['/blog/draft'] }, 'link broken', 'do not see yet'],
  ['an event that is not here', { links: ['/events/kubecon'] }, 'link check', 'not here yet'],
  ['a page elsewhere that is gone', { links: ['https://example.org/dead#part'] }, 'link broken', '404 on 2026-11-02'],
  ['an address without encryption', { links: ['http://example.org/a'] }, 'link check', 'not encrypted'],
  [
    'a picture called by its file',
    { parts: parts({ images: [{ src: '/a/b.png', alt: 'b.png' }] }) },
    'alt check',
    'file’s name',
  ],
  [
    'a picture that is a picture',
    { parts: parts({ images: [{ src: '/a/b.png', alt: 'Screenshot' }] }) },
    'alt check',
    'what is seen',
  ],
  ['a picture without words', { parts: parts({ images: [{ src: '/a/b.png', alt: ' ' }] }) }, 'alt check', 'no words'],
  ['a person by another name', { people: [{ slug: 'ada-lima', name: 'A. Lima' }] }, 'name check', '“Ada Lima”'],
  ['a person who is not here', { people: [{ slug: 'nobody', name: 'No Body' }] }, 'name broken', 'nobody'],
  ['a project that is not listed', { parts: parts({ words: 'We run Harbor.' }) }, 'name note', 'harbor'],
  [
    'a badge before the project’s time',
    { parts: parts({ badges: [{ project: 'harbor', at: '2018-01-01' }] }) },
    'date broken',
    '2018-01-01',
  ],
  ['an announcement before its move', { date: '2018-10-01' }, 'date check', '2018-11-13'],
  ['a title that feeds cut', { title: 'T'.repeat(111) }, 'title check', '111'],
  ['a title that cards cut', { title: 'T'.repeat(81) }, 'title note', '81'],
  ['a Chinese title that cards cut', { title: '字'.repeat(41) }, 'title note', '82'],
  ['a summary of three words', { summary: 'About some things.' }, 'summary note', 'hardly'],
  ['a summary without end', { summary: 's'.repeat(321) }, 'summary note', '321'],
  ['a text in one language', { translations: [] }, 'translation note', 'Chinese'],
  [
    'a translation whose title is behind',
    { locale: 'zh', translations: ['en'], outdatedFields: ['title'] },
    'translation check',
    'title of the original changed',
  ],
  [
    'a translation that is behind',
    { locale: 'zh', translations: ['en'], outdated: 2 },
    'translation check',
    '2 paragraphs',
  ],
])('%s is found', (_, facts, found, reason) => {
  const findings = checklist({ ...text, ...facts }, world)
  expect(findings.map(({ rule, weight }) => `${rule} ${weight}`)).toEqual([found])
  expect(findings[0]?.reason).toMatch(reason)
})

test.each<[string, Partial<TextFacts>]>([
  ['a listed project', { projects: ['harbor'], parts: parts({ words: 'We run Harbor.' }) }],
  ['a word that holds a project’s name', { parts: parts({ words: 'The Harbormaster came.' }) }],
  ['a badge on the day of the first move', { parts: parts({ badges: [{ project: 'harbor', at: '2018-07-31' }] }) }],
  ['an announcement on the very day', { date: '2018-11-13' }],
  ['a text that was not read', { parts: null }],
])('%s is left alone', (_, facts) => {
  expect(checklist({ ...text, ...facts }, world)).toEqual([])
})

test('a project’s file and the log are held against each other, both ways', () => {
  const moves = [
    { level: 'sandbox' as const, on: '2018-07-31' },
    { level: 'graduated' as const, on: '2020-06-15' },
  ]
  const found = checklist({ ...text, kind: 'project', slug: 'harbor', groupSlug: 'harbor', moves }, world)
  expect(found.map(({ reason }) => reason)).toEqual([
    'The log has incubating on 2018-11-13; the file does not.',
    'The file has graduated on 2020-06-15; the log does not.',
  ])
})

test('what is broken stands first', () => {
  const found = checklist({ ...text, translations: [], links: ['http://example.org', '/blog/gone'] }, world)
  expect(found.map(({ weight }) => weight)).toEqual(['broken', 'check', 'note'])
})

test.each([
  ['https://example.org/a?b=c#d', null],
  ['mailto:a@example.org', null],
  ['#part', null],
  ['https://localhost:3000/', 'open web'],
  ['https://user@example.org/', 'name before'],
  ['https://', 'no address'],
])('%s: %s', (address, problem) => {
  if (problem === null) expect(externalProblem(address)).toBeNull()
  else expect(externalProblem(address)).toContain(problem)
})

test('a Han sign takes two places', () => {
  expect(widthOf('a字b')).toBe(4)
})
