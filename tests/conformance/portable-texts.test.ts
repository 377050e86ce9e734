import { toString as textOf } from 'mdast-util-to-string'
import { type DefaultTreeAdapterTypes as Html, parseFragment } from 'parse5'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { portable } from '@/features/content/formats/portable'
import { textHtml } from '@/features/content/formats/text-html'
import { textMarkdown } from '@/features/content/formats/text-markdown'
import { compile } from '@/features/content/import/compile'
import type { Tree } from '@/features/content/schema/tree'
import { aDrawing } from '@/tests/drawings'

const HEAD = '---\ntitle: A title\nsummary: A summary.\n---\n\n'
const helm = { slug: 'helm', name: 'Helm', moves: [{ level: 'sandbox' as const, on: '2018-01-01' }] }
const drawing = aDrawing({
  live: { projects: new Map([['helm', helm]]), people: new Map([['ada', 'Ada <Lovelace>']]) },
  figures: [{ value: 1200, unit: 'clusters', label: 'in production', anchor: 'clusters' }],
})
const journey = { drawing, origin: 'https://site.example', url: 'https://site.example/blog/it' }

async function treeOf(body: string): Promise<Tree> {
  const source = { file: 'x', kind: 'page', name: 'x', locale: 'en', text: HEAD + body, hash: '' } as const
  const outcome = await compile(source, 'public')
  if (!('compiled' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.compiled.tree
}

const htmlOf = async (body: string) => textHtml(await treeOf(body), journey)

const HARD = `## What 云原生 means: a *b* \\_c\\_

Text with \`code | pipe\`, **云原生**计算, _emphasis_, ~~gone~~, 1\\. not a list, # not a heading, \\<b> and &amp;lt;.

- one
- [x] done

  more of it

3. three

> quoted
> twice

| a | b \\| c |
| :- | -: |
| **x** | <Project slug="helm"/> |

\`\`\`bash
echo "\`\`\`" && cat <<E
\`\`\`

Level <MaturityBadge project="helm" at="2018-08-01"/>, by <Person slug="ada"/>.[^1] See [us](/about#top "Title").

***

[^1]: A note with [a link](https://example.org/?a=1&b=2).
`

test('what stands in a file of Markdown reads the same to another program', async () => {
  const tree = await treeOf(HARD)
  const head = {
    title: 'A *title* #',
    summary: 's',
    date: null,
    authors: ['Ada: L'],
    tags: [],
    language: 'en',
    canonical: journey.url,
  }
  const written = textMarkdown(head, tree, journey)
  const read = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(written)
  const [front, title, ...rest] = read.children
  expect(front).toMatchObject({ type: 'yaml', value: expect.stringContaining('title: "A *title* #"') })
  expect(title && textOf(title)).toBe('A *title* #')
  const own = portable(tree, { ...journey, notes: 'footnotes' })
  expect(rest.map(({ type }) => type)).toEqual(own.children.map(({ type }) => type))
  expect(rest.map((node) => textOf(node))).toEqual(own.children.map((node) => textOf(node)))
})

test('every address that leaves the site is absolute', async () => {
  const html = await htmlOf(`${HARD}\n\n## Part\n\n[here](#part) [mail](mailto:a@example.org)`)
  const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)
  expect(addresses).toContain('https://site.example/about#top')
  expect(addresses).toContain('https://site.example/blog/it#part')
  expect(addresses).toContain('https://site.example/blog/it#note-1')
  expect(addresses.filter((address) => !/^(https:\/\/|mailto:)/.test(address ?? ''))).toEqual([])
})

test('what is live on the page is said in words', async () => {
  expect(textHtml([{ is: 'key-figures' }], journey)).toContain('<strong>1,200 clusters</strong>')
  expect(await htmlOf('<Project slug="helm"/> was <MaturityBadge project="helm" at="2018-02-02"/>.')).toBe(
    '<p><a href="https://site.example/projects/helm">Helm</a> was sandbox.</p>',
  )
})

test('what moves or is drawn on the page is a link, words and a picture elsewhere', () => {
  const by = { person: 'ada', affiliation: 'Acme' }
  const of: Tree = [{ is: 'paragraph', of: ['Yes.'] }]
  const html = textHtml(
    [
      { is: 'video', title: 'A talk', from: { youtube: 'abc' }, poster: { src: '/still.png', width: 16, height: 9 } },
      { is: 'tabs', level: 3, tabs: [{ id: 't', label: 'Go', of }] },
      { is: 'answer', by, of },
      { is: 'quotation', by: { name: 'Bob' }, of },
      { is: 'image', src: '/a.png', alt: 'A', title: 'What it is', credit: 'By her', width: 1, height: 1 },
      { is: 'schedule', event: 'some-2027' },
    ],
    journey,
  )
  expect(html.split('\n')).toEqual([
    '<p><a href="https://www.youtube.com/watch?v=abc"><img src="https://site.example/still.png" alt="A talk" width="16" height="9"></a></p>',
    '<p>▶ <a href="https://www.youtube.com/watch?v=abc">A talk</a></p>',
    '<p><strong>Go</strong></p>',
    '<p>Yes.</p>',
    '<p><a href="https://site.example/people/ada">Ada &#x3C;Lovelace></a>, Acme:</p>',
    '<p>Yes.</p>',
    '<blockquote>',
    '<p>Yes.</p>',
    '<p>— Bob</p>',
    '</blockquote>',
    '<p><img src="https://site.example/a.png" alt="A" width="1" height="1"></p>',
    '<p><em>What it is · By her</em></p>',
    '<p><a href="https://site.example/events/some-2027/schedule">programme</a></p>',
  ])
})

const ALLOWED =
  'a blockquote br code del em h2 h3 h4 hr img input li ol p pre strong table tbody td th thead tr ul'.split(' ')

function elementsOf(node: Html.Node): Html.Element[] {
  const own = 'tagName' in node ? [node] : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own
}

test('nothing that a reader’s program would run comes out of a text', async () => {
  const nasty =
    '`<script>alert(1)</script>` &lt;img src=x onerror=alert(1)&gt; <Person slug="ada"/>\n\n```bash\n</code><script>\n```'
  const elements = elementsOf(parseFragment((await htmlOf(nasty)) + (await htmlOf(HARD))))
  expect(elements.map(({ tagName }) => tagName).filter((name) => !ALLOWED.includes(name))).toEqual([])
  const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name))
  const known = [
    'class',
    'href',
    'src',
    'alt',
    'title',
    'width',
    'height',
    'align',
    'start',
    'type',
    'checked',
    'disabled',
  ]
  expect(attributes.filter((name) => !known.includes(name))).toEqual([])
})
