import fc from 'fast-check'
import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { compile } from '../import/compile'
import { isSafeAddress } from '../rules'
import type { Tree } from '../schema/tree'
import type { Drawing } from './drawing'
import { TextTree } from './tree'

const HEAD = '---\ntitle: A title\nsummary: A summary.\n---\n\n'
const drawing: Drawing = {
  locale: 'en',
  live: { projects: new Map(), people: new Map(), calls: new Map(), today: '2027-01-01', localPath: () => null },
  figures: [],
  words: (key) => key,
  levels: (key) => key,
  calls: (key) => key,
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

test('whatever a text holds, nothing that is drawn from it can run', async () => {
  let drawn = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(piece, fc.string()), { maxLength: 5 }), async (pieces) => {
      const tree = await compiled(pieces.join('\n\n'))
      if (!tree) return
      drawn++
      for (const { tagName, attrs } of draw(tree)) {
        expect(['script', 'iframe', 'object', 'embed', 'style', 'form', 'base', 'meta']).not.toContain(tagName)
        for (const { name, value } of attrs) {
          expect(name).not.toMatch(/^on/i)
          if (['href', 'src'].includes(name)) expect(isSafeAddress(value), value).toBe(true)
        }
      }
    }),
    { numRuns: 400 },
  )
  expect(drawn).toBeGreaterThan(50)
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
