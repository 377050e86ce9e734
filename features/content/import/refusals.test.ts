import { expect, test } from 'vitest'
import { FIRST, HEAD, problemsIn } from './testing'

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
    '<Chart/>',
    '1:1 <Chart> is not a component; there are Project, Person, MaturityBadge, Figure, Callout, Tabs, Tab, Quote, Question, Answer, Picture, Video, KeyFigures, CallForProposals, Schedule',
  ],
  ['Use <Project/> now', '1:5 <Project> needs slug="…"'],
  ['Use <Project slug={x}/> now', '1:14 <Project> slug must be text in double quotes'],
  ['Use <Project slug/> now', '1:14 <Project> slug must be text in double quotes'],
  ['Use <Project {...x}/> now', '1:14 <Project> takes no properties in braces'],
  ['Use <Project slug="Not A Slug"/> now', '1:5 <Project> slug must be a slug'],
  ['Use <Project slug="a" slug="b"/> now', '1:23 <Project> has slug twice'],
  ['Use <Project slug="a" onclick="x"/> now', '1:5 <Project> has no property onclick'],
  ['Use <Project slug="a">b</Project> now', '1:5 <Project> holds nothing: close it with />'],
  [
    '<MaturityBadge project="a" at="2018-02-30"/>',
    '1:1 <MaturityBadge> at must be a day or a month, YYYY-MM-DD or YYYY-MM',
  ],
  [
    '<MaturityBadge project="a" at="2018-13"/>',
    '1:1 <MaturityBadge> at must be a day or a month, YYYY-MM-DD or YYYY-MM',
  ],
  [
    'It was <MaturityBadge at="2018-08"/>.',
    '1:8 <MaturityBadge> needs project="…": the text is not about one project alone',
  ],
  ['<Tabs>\n<Tab label="One">\nx\n</Tab>\n</Tabs>', '1:1 <Tabs> needs two of them or more'],
  ['<Tabs>\nwords\n</Tabs>', '2:1 <Tabs> holds nothing but <Tab label="…">, each on a line of its own'],
  ['<Tab label="One">\nx\n</Tab>', '1:1 <Tab> must stand directly in <Tabs>'],
  ['<Tabs>\n<Tab>\nx\n</Tab>\n<Tab label="b">\nx\n</Tab>\n</Tabs>', '2:1 <Tab> needs label="…"'],
  ['<Quote>\nx\n</Quote>', '1:1 <Quote> needs either person="…", the slug of somebody with a page here, or name="…"'],
  [
    '<Quote person="a" name="A">\nx\n</Quote>',
    '1:1 <Quote> needs either person="…", the slug of somebody with a page here, or name="…"',
  ],
  ['<Answer name="A"/>', '1:1 <Answer> holds nothing'],
  ['<Picture src="/brand/logo.svg"/>', '1:1 <Picture> needs alt="…"'],
  ['<Picture src="/brand/logo.svg" alt=" "/>', '1:1 <Picture> alt must not be empty'],
  ['<Picture src="/none.webp" alt="A"/>', '1:1 <Picture> shows “/none.webp”, which is no picture below public/'],
  [
    '<Picture src="javascript:alert(1)" alt="A"/>',
    '1:1 <Picture> src must be a path below public/, such as /images/x.webp',
  ],
  ['<Video title="A"/>', '1:1 <Video> needs either src="…" or youtube="…"'],
  ['<Video title="A" src="/none.mp4"/>', '1:1 <Video> plays “/none.mp4”, which is no file below public/'],
  ['<Video title="A" src="/brand/logo.svg"/>', '1:1 <Video> src must be a film below public/, .mp4 or .webm'],
  ['<Video title="A" youtube="a/../../../x"/>', '1:1 <Video> youtube must be the id of a film, eleven characters'],
  ['<Schedule event="a" day="x"/>', '1:1 <Schedule> has no property day'],
  ['```yaml title=x\na: 1\n```', '1:1 has “title=x” after its language: write title="…", each once'],
  ['```yaml name="x"\na: 1\n```', '1:1 code in yaml has no property name'],
  ['```yaml lines="2"\na: 1\n```', '1:1 marks lines 2 of 1'],
  ['```yaml lines="a"\na: 1\n```', '1:1 lines must be numbers of lines, such as 2,4-6'],
  ['```diagram\na -> b\n```', '1:1 code in diagram needs alt="…"'],
  ['```diagram alt="A"\na -> b\nwhat is this\n```', '3:1 is neither “name: Label” nor “one -> other: label”'],
  ['```diagram alt="A"\n# nothing\n```', '2:1 is a diagram without anything in it'],
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
  [
    '```\nx\n```',
    '1:1 is code without a language; there are bash, yaml, go, json, typescript, diff, text, terminal, diagram',
  ],
  [
    '```cobol\nx\n```',
    '1:1 is code in “cobol”; there are bash, yaml, go, json, typescript, diff, text, terminal, diagram',
  ],
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
