import { beforeEach, expect, test } from 'vitest'
import { lineOf } from '@/features/content/schema/problems'
import { db } from '@/lib/db'
import { contentFolder } from '../content-folder'

const { sync, write: writeText } = contentFolder()
beforeEach(() => write('pages/fine.mdx', 'Fine.'))

function write(file: string, body: string, head = 'title: A title\nsummary: A summary.') {
  writeText(file, `---\n${head}\n---\n${body}\n`)
}

const state = () => db.document.findMany({ orderBy: { file: 'asc' } })
const translation = 'title: T\nsummary: S.\nslug: twice\ntranslationOf:'

/** What stands on the fifth line of content/pages/broken.mdx, and what is said of it. */
const bodies: [string, string, string][] = [
  ['an unknown component', '<Chart/>', '5:1 <Chart> is not a component'],
  ['an unknown property', 'Use <Project slug="helm" size="2"/>.', '5:5 <Project> has no property size'],
  ['an import', "import fs from 'node:fs'", '5:1 is an import or export'],
  ['an export', 'export const one = 1', '5:1 is an import or export'],
  ['an expression', 'One and {1 + 1}.', '5:9 is an expression'],
  ['an expression as a property', 'A <Project slug={one}/>.', '5:12 <Project> slug must be text'],
  ['raw HTML', 'A <b>word</b>.', '5:3 is HTML (<b>)'],
  ['a script', '<script>alert(1)</script>', '5:1 is HTML (<script>)'],
  ['an event handler', 'A <Person slug="ada" onclick="alert(1)"/>.', '5:3 <Person> has no property onclick'],
  ['an address that would run', '[so](javascript:alert(1))', '5:1 leads to “javascript:alert(1)”'],
  ['a link to a page that is not there', 'See [it](/blog/none).', '5:5 leads to /blog/none, which does not exist'],
  ['a picture that is not there', '![A mark](/images/none.webp)', '5:1 shows “/images/none.webp”'],
  ['a <Picture> that is not there', '<Picture src="/none.webp" alt="A"/>', '5:1 <Picture> shows “/none.webp”'],
  ['a text that ends in the middle', 'And {', '5:6 can’t be read'],
]

test.each(bodies)('%s is named with file, line and column, and nothing is written', async (_, body, problem) => {
  await sync()
  const before = await state()
  write('pages/fine.mdx', 'Fine, edited.')
  write('pages/new.mdx', 'New.')
  write('pages/broken.mdx', body)
  const { problems } = await sync()
  expect(problems.map(lineOf)).toEqual([expect.stringContaining(`content/pages/broken.mdx:${problem}`)])
  expect(await state()).toEqual(before)
})

test.each([
  ['YAML that is none', 'title: [A\nsummary: B.', '3:1 is not YAML'],
  ['a field that is missing', 'title: A', '2:1 summary is missing'],
  ['a field that there is not', 'title: A\nsummary: B.\nlayout: wide', '4:1 layout is not a field here'],
  ['a value of another kind', 'title: 3\nsummary: B.', '2:1 title must be text'],
])('front matter with %s is named with its place, and nothing is written', async (_, head, problem) => {
  await sync()
  const before = await state()
  write('pages/fine.mdx', 'Fine, edited.')
  write('pages/broken.mdx', 'Words.', head)
  const { problems } = await sync()
  expect(problems.map(lineOf)).toEqual([expect.stringContaining(`content/pages/broken.mdx:${problem}`)])
  expect(await state()).toEqual(before)
})

test('a slug that another file has is named where it is given, and nothing is written', async () => {
  write('pages/other.mdx', 'Other.')
  write('pages/fine.zh.mdx', 'Gut.', `${translation} fine`)
  await sync()
  const before = await state()
  write('pages/other.zh.mdx', 'Anders.', `${translation} other`)
  expect((await sync()).problems.map(lineOf)).toEqual([
    'content/pages/other.zh.mdx:4:1 has the slug twice, as content/pages/fine.zh.mdx has',
  ])
  expect(await state()).toEqual(before)
})

test('everything that is wrong anywhere is said in one run', async () => {
  for (const [at, [, body]] of bodies.entries()) write(`pages/broken-${at}.mdx`, body)
  const { problems } = await sync()
  expect(new Set(problems.map(({ file }) => file)).size).toBe(bodies.length)
  expect(await state()).toEqual([])
})
