import { expect, test } from 'vitest'
import { plainBio } from './bio'
import { leftFields, readPerson } from './fields'
import { readRecords } from './records'

function read(text: string) {
  const notes: string[] = []
  const result = readRecords(text)
  if (!result.ok) throw new Error(result.notes[0]?.text)
  const people = result.records.map((record) => readPerson(record, (line, note) => notes.push(`${line} ${note}`)))
  return { people, notes: [...result.notes.map(({ line, text }) => `${line} ${text}`), ...notes] }
}
const one = (fields: object) => read(JSON.stringify([{ name: 'Ada', ...fields }]))

test('each record and each field has its line, whatever stands in the texts between', () => {
  const text =
    '[\n  {"name": "A {[\\"",\n   "bio": "x\\n: [",\n   "langauges": ["en"]},\n  7,\n  {\n  "name": "",\n  "tags": {"name": "no"}}\n]'
  expect(read(text).notes).toEqual([
    '5 record 2 is no object; left out',
    '4 record 1, langauges: is no field of the format; is it “languages”?; dropped',
    '8 record 3, tags: is no field of the format; dropped',
    '6 record 3: has no name; left out',
  ])
})

test('a field that is there twice is said, and the last counts', () => {
  const { people, notes } = read('[{"name": "A", "company": "One",\n "company": "Two"}]')
  expect([people[0]?.affiliation, notes]).toEqual(['Two', ['2 record 1, company: is there twice; the last counts']])
})

test('what is no JSON, or no list, is said with its line', () => {
  expect(readRecords('[\n{"name": }]')).toMatchObject({ ok: false, notes: [{ line: 2 }] })
  expect(readRecords('{"name": "A"}')).toMatchObject({ ok: false, notes: [{ line: 1, text: 'not a list of people' }] })
  expect(readRecords('\uFEFF[]')).toMatchObject({ ok: true, records: [] })
})

test.each([
  ['Berlin, Germany', 'DE', 'Berlin'],
  ['San Francisco, California, United States', 'US', 'San Francisco'],
  ['Manchester, England', 'GB', 'Manchester'],
  ['Singapore', 'SG', ''],
  ['Singapore, Singapore', 'SG', ''],
  ['杭州, 中国', 'CN', '杭州'],
  ['São Paulo, Brasil', 'BR', 'São Paulo'],
  ['Portland, OR', '', 'Portland'],
  ['', '', ''],
])('“%s” is in %s', (location, country, city) => {
  expect(one({ location }).people[0]).toMatchObject({ country, city })
})

test('a bio in HTML becomes its words: no script, handler, link or entity is left', () => {
  expect(plainBio('<p>One &amp; two<br>three</p><script>alert(1)</script><ul><li>a</li><li>b</li></ul>')).toBe(
    'One & two\nthree\n\n– a\n– b',
  )
  expect(plainBio('<p onclick="x()">Hi <a href="javascript:x">you</a><style>p{}</style></p>')).toBe('Hi you')
  expect(plainBio('5 < 6 &lt;script&gt;')).toBe('5 < 6 <script>')
})

test('empty, missing and misshapen fields are survived, and said where something is lost', () => {
  const { people, notes } = one({
    bio: null,
    company: {},
    languages: 'English; Klingonese',
    expertise: ['x', 7, ''],
    github: 'https://example.org/ada',
    email: 'nobody',
    category: 'ambassadors',
  })
  expect(people[0]).toMatchObject({
    bio: '',
    affiliation: '',
    languages: ['en'],
    expertise: ['x'],
    links: {},
    email: null,
    isAmbassador: true,
  })
  expect(notes).toHaveLength(5)
})

test('fields that nobody needs are counted', () => {
  const result = readRecords('[{"name": "A", "image": "a.jpg"}, {"name": "B", "image": ""}]')
  expect(result.ok && leftFields(result.records)).toEqual([{ field: 'image', count: 1 }])
})
