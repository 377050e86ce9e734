import { expect, test } from 'vitest'
import { changesSince, type Since, type SinceFacts } from './since'

const NOTHING: SinceFacts = {
  day: '2018-08-01',
  today: '2026-11-22',
  announcesCall: false,
  projects: [],
  events: [],
  laterParts: [],
  studies: [],
  authors: [],
}
const link = (slug: string) => ({ slug, locale: 'en', title: slug })
const project = (...moves: ['sandbox' | 'incubating' | 'graduated' | 'archived', string][]) => ({
  slug: 'harbor',
  name: 'Harbor',
  moves: moves.map(([level, on]) => ({ level, on, article: null })),
})
const event = (facts: Partial<SinceFacts['events'][number]>) => ({
  slug: 'con',
  name: 'Con',
  firstDay: '2018-12-10',
  lastDay: '2018-12-11',
  isOver: true,
  callClosedOn: '2018-08-24',
  isReleased: false,
  ...facts,
})
const study = (slug: string, sortDate: string) => ({
  ...link(slug),
  date: sortDate,
  sortDate,
  organization: { slug: 'acme', name: 'Acme' },
})
const author = (before: string | null, now: string | null) => ({ slug: 'ada', name: 'Ada', before, now })

/** What a change says, in one line. */
function say(change: Since): string {
  const words = {
    level: () => (change.kind === 'level' ? `${change.before} → ${change.now}` : ''),
    'call-closed': () => (change.kind === 'call-closed' && change.isReleased ? 'programme' : ''),
    'event-over': () => (change.kind === 'event-over' ? `${change.firstDay} ${change.isReleased}` : ''),
    series: () => (change.kind === 'series' ? `${change.latest.slug} and ${change.more}` : ''),
    'case-study': () => (change.kind === 'case-study' ? change.study.slug : ''),
    affiliation: () => (change.kind === 'affiliation' ? `${change.before} → ${change.now}` : ''),
  }
  return `${change.on} ${change.kind} ${words[change.kind]()}`.trim()
}

test.each<[string, Partial<SinceFacts>, string[]]>([
  ['nothing is known', {}, []],
  ['a project stayed where it was', { projects: [project(['sandbox', '2018-07-01'])] }, []],
  [
    'a project rose in two steps: the last one counts',
    { projects: [project(['sandbox', '2018-07-01'], ['incubating', '2019-01-01'], ['graduated', '2020-06-23'])] },
    ['2020-06-23 level sandbox → graduated'],
  ],
  [
    'a project was archived',
    { projects: [project(['sandbox', '2018-07-01'], ['archived', '2022-01-01'])] },
    ['2022-01-01 level sandbox → archived'],
  ],
  [
    'a project came in only later',
    { projects: [project(['incubating', '2019-01-01'])] },
    ['2019-01-01 level null → incubating'],
  ],
  ['the article told of the move on its day', { projects: [project(['sandbox', '2018-08-01'])] }, []],
  ['a move is still to come', { projects: [project(['sandbox', '2018-07-01'], ['graduated', '2027-01-01'])] }, []],
  [
    'a project went and came back',
    { projects: [project(['sandbox', '2018-07-01'], ['archived', '2020-01-01'], ['sandbox', '2021-01-01'])] },
    [],
  ],
  ['an event is to come', { events: [event({ isOver: false, callClosedOn: null })] }, []],
  ['an event is over', { events: [event({})] }, ['2018-12-11 event-over 2018-12-10 false']],
  ['an event was over before', { events: [event({ firstDay: '2018-05-01', lastDay: '2018-05-02' })] }, []],
  ['an event has no stated days', { events: [event({ firstDay: null, lastDay: null })] }, []],
  [
    'the call that it announced has closed, and the programme is out',
    { announcesCall: true, events: [event({ isOver: false, isReleased: true })] },
    ['2018-08-24 call-closed programme'],
  ],
  ['it only mentions an event with a call', { events: [event({ isOver: false })] }, []],
  [
    'the call has closed and the event is over: the programme is named once',
    { announcesCall: true, events: [event({ isReleased: true })] },
    ['2018-08-24 call-closed', '2018-12-11 event-over 2018-12-10 true'],
  ],
  [
    'the call had closed before',
    { announcesCall: true, events: [event({ isOver: false, callClosedOn: '2018-07-01' })] },
    [],
  ],
  [
    'the series went on',
    {
      laterParts: [
        { ...link('two'), date: '2019-01-01' },
        { ...link('three'), date: null },
      ],
    },
    ['null series three and 1'],
  ],
  ['a case study came before it', { studies: [study('old', '2018-07-01')] }, []],
  [
    'many case studies came after it: the newest three, undated changes last',
    {
      studies: [study('a', '2019-01-01'), study('b', '2020-01-01'), study('c', '2021-01-01'), study('d', '2022-01-01')],
      authors: [author('Acme', 'Umbrella')],
    },
    [
      '2020-01-01 case-study b',
      '2021-01-01 case-study c',
      '2022-01-01 case-study d',
      'null affiliation Acme → Umbrella',
    ],
  ],
  ['an author is where they were', { authors: [author('Acme', 'Acme, Inc.'), author('ACME', 'Acme')] }, []],
  [
    'nobody knows where an author is',
    { authors: [author(null, 'Acme'), author('Acme', null), author('Acme', ' – ')] },
    [],
  ],
])('since then: %s', (_, facts, expected) => {
  expect(changesSince({ ...NOTHING, ...facts }).map(say)).toEqual(expected)
})

test('a move that an article announced leads to it', () => {
  const moves = [{ level: 'graduated' as const, on: '2020-06-23', article: link('harbor-graduates') }]
  const [change] = changesSince({ ...NOTHING, projects: [{ slug: 'harbor', name: 'Harbor', moves }] })
  expect(change).toMatchObject({ kind: 'level', article: { slug: 'harbor-graduates' } })
})
