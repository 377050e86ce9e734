import fc from 'fast-check'
import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { highlight } from '../formats/highlight'
import { compile } from '../import/compile'
import { COMPONENTS } from '../import/components'
import { isSafeAddress } from '../rules'
import type { Tree } from '../schema/tree'
import type { Drawing } from './drawing'
import { TextTree } from './tree'

const HEAD = '---\ntitle: A title\nsummary: A summary.\n---\n\n'
const drawing: Drawing = {
  locale: 'en',
  live: {
    projects: new Map(),
    people: new Map(),
    calls: new Map(),
    schedules: new Map(),
    today: '2027-01-01',
    hidden: new Set<string>(),
    localPath: () => null,
  },
  figures: [],
  words: (key) => key,
  parts: (key) => key,
  levels: (key) => key,
  calls: (key) => key,
  highlight,
}

async function compiled(body: string): Promise<Tree | null> {
  const source = { file: 'x', kind: 'page', name: 'x', locale: 'en', text: HEAD + body, hash: '' } as const
  const outcome = await compile(source, 'public')
  return 'compiled' in outcome ? outcome.compiled.tree : null
}

function elementsOf(node: Html.Node): Html.Element[] {
  const own = 'tagName' in node ? [node] : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own
}

const draw = (tree: Tree) => elementsOf(parse(renderToStaticMarkup(<TextTree tree={tree} drawing={drawing} />)))

/** Pieces that have got past sanitisers elsewhere, mixed with ordinary Markdown. */
const piece = fc.constantFrom(
  '[a](javascript:alert(1))',
  '[a](JAVASCRIPT&colon;alert(1))',
  '[a](&#106;avascript:alert(1))',
  '[a](<java\tscript:alert(1)>)',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](//evil.example)',
  '[a](/\\\\evil.example)',
  '[a]: javascript:alert(1)\n\n[a]',
  '![a](javascript:alert(1))',
  '![a](/x.png "\\" onerror=alert(1)")',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)/>',
  '<Callout kind="note" title="</p><script>alert(1)</script>">\nx\n</Callout>',
  '<Project slug="a" onclick="alert(1)"/>',
  '`<script>alert(1)</script>`',
  '```bash\n</code><script>alert(1)</script>\n```',
  '```terminal\n$ </pre><img src=x onerror=alert(1)>\n```',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '## </h2><svg onload=alert(1)>',
  '| a |\n| - |\n| [b](vbscript:x) |',
  'javascript:alert(1)',
  'https://example.org/"onmouseover="alert(1)',
  '[fine](https://example.org)',
  '**fine** *words*',
)

/** What goes into properties: text that ends them early, starts others, or is an address that runs. */
const value = fc.oneof(
  fc.constantFrom(
    'javascript:alert(1)',
    'x" onclick="alert(1)',
    "x' onload='alert(1)",
    '</svg><script>alert(1)</script>',
    '&quot; onfocus=&quot;alert(1)',
    '/brand/logo.svg',
    '/brand/logo.svg?x=javascript:',
    '//evil.example/x.png',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'BE77h7dmoQU',
    '"><iframe src=javascript:alert(1)>',
    'plain words',
    'helm',
    'note',
  ),
  fc.string({ unit: 'grapheme' }),
)
const property = fc
  .tuple(
    fc.constantFrom(
      ...Object.values(COMPONENTS).flatMap(({ props }) => Object.keys(props.shape)),
      ...['onclick', 'style', 'href', 'dangerouslySetInnerHTML', 'ref', 'key', 'children', 'is'],
    ),
    value,
  )
  .map(([name, text]) => `${name}="${text}"`)
const element = fc
  .tuple(
    fc.constantFrom(...Object.keys(COMPONENTS), 'script', 'iframe', 'svg', 'Script', 'constructor', '__proto__'),
    fc.array(property, { maxLength: 4 }),
    fc.oneof(piece, fc.constant('words')),
    fc.boolean(),
  )
  .map(([name, properties, inside, isEmpty]) =>
    isEmpty ? `<${name} ${properties.join(' ')}/>` : `<${name} ${properties.join(' ')}>\n\n${inside}\n\n</${name}>`,
  )
const fence = fc
  .tuple(
    fc.constantFrom('yaml', 'diff', 'terminal', 'diagram', 'bash'),
    fc.array(property, { maxLength: 2 }),
    value,
    value,
  )
  .map(
    ([language, properties, one, other]) =>
      `\`\`\`${language} alt="a" ${properties.join(' ')}\na: ${one}\na -> b: ${other}\n\`\`\``,
  )
/** Right in form, hostile in content: these are drawn. */
const drawnElement = fc
  .tuple(
    value.map((text) => text.replace(/["<>{}\n&]/g, '')),
    value.map((text) => text.replaceAll('"', "'")),
  )
  .map(([text, other]) => [
    `<Quote name="${text} x" affiliation="${other} x">\nWords.\n</Quote>`,
    `<Callout kind="tip" title="${other} x">\nWords.\n</Callout>`,
    `<Tabs>\n<Tab label="${other} x">\na\n</Tab>\n<Tab label="b">\nb\n</Tab>\n</Tabs>`,
    `<Picture src="/brand/logo.svg" alt="${other} x" caption="${other} x" credit="${other} x"/>`,
    `<Video youtube="BE77h7dmoQU" title="${other} x" poster="/brand/logo.svg"/>`,
    `\`\`\`diagram alt="${other.replaceAll('`', '')} x"\na: ${other.replace(/[`\s]/g, ' ')} x\na -> b: y\n\`\`\``,
    `\`\`\`diff title="${other.replaceAll('`', '')} x"\n+${other.replaceAll('`', '')}\n\`\`\``,
  ])
  .chain((all) => fc.constantFrom(...all))

const RUNS = [
  'script',
  'iframe',
  'object',
  'embed',
  'style',
  'form',
  'base',
  'meta',
  'link',
  'foreignobject',
  'use',
  'animate',
  'set',
]

function expectNothingRuns(tree: Tree) {
  for (const { tagName, attrs } of draw(tree)) {
    expect(RUNS).not.toContain(tagName.toLowerCase())
    for (const { name, value } of attrs) {
      expect(name).not.toMatch(/^(on|srcdoc|formaction|xlink)/i)
      if (['href', 'src', 'action', 'file'].includes(name)) expect(isSafeAddress(value), value).toBe(true)
    }
  }
}

test.each([
  ['Markdown', fc.oneof(piece, fc.string()), 25],
  ['components of any form', fc.oneof(element, fence, piece), 15],
  ['components that are allowed', drawnElement, 60],
])(
  'whatever a text of %s holds, nothing that is drawn from it can run',
  async (_, part, atLeast) => {
    let drawn = 0
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (parts) => {
        const tree = await compiled(parts.join('\n\n'))
        if (!tree) return
        drawn++
        expectNothingRuns(tree)
      }),
      { numRuns: 200 },
    )
    expect(drawn).toBeGreaterThan(atLeast)
  },
  30_000,
)

test('every component is drawn, and what it says with it', async () => {
  const tree = await compiled(
    [
      '<Tabs>\n<Tab label="Linux">\nOne.\n</Tab>\n<Tab label="macOS">\nTwo.\n</Tab>\n</Tabs>',
      '<Quote name="Ada" affiliation="Engines Ltd">\nIndeed.\n</Quote>',
      '<Question>\nWhy?\n</Question>\n\n<Answer name="Bob">\nSo.\n</Answer>',
      '<Picture src="/brand/logo.svg" alt="A mark" caption="Below" credit="Me"/>',
      '<Video youtube="BE77h7dmoQU" title="A film"/>',
      '```diagram alt="Said in words" caption="Drawn"\na -> b: over\n```',
      '```diff\n-old\n+new\n```',
      '<Schedule event="soon"/>',
    ].join('\n\n'),
  )
  const html = renderToStaticMarkup(<TextTree tree={tree ?? []} drawing={drawing} />)
  for (const words of [
    'Linux</h2>',
    'Two.',
    'Ada, Engines Ltd',
    'Bob',
    'Below',
    'Me</cite>',
    'aria-label="Said in words"',
  ])
    expect(html).toContain(words)
  expect(html).toContain('href="https://www.youtube.com/watch?v=BE77h7dmoQU"')
  expect(html).toMatch(/deleted[^>]*>-old\n.*inserted[^>]*>\+new/s)
  expect(html).not.toMatch(/<img[^>]*youtube|<iframe/)
})

test('a listing keeps every character of its code', async () => {
  const code = 'a: "<b>"\n\n  c: &d [1, 2]'
  const tree = await compiled(`\`\`\`yaml\n${code}\n\`\`\``)
  const html = renderToStaticMarkup(<TextTree tree={tree ?? []} drawing={drawing} />)
  const [pre] = elementsOf(parse(html)).filter(({ tagName }) => tagName === 'code')
  const textOf = (node: Html.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
  expect(pre && textOf(pre)).toBe(code)
})

test('what is not there any more is drawn by its slug, not as nothing', async () => {
  const tree = await compiled('By <Person slug="ada-l"/> of <Project slug="helm"/>.')
  const html = renderToStaticMarkup(<TextTree tree={tree ?? []} drawing={drawing} />)
  expect(html).toContain('ada-l</a>')
  expect(html).toContain('helm</a>')
})
