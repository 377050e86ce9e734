import fc from 'fast-check'
import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { scriptJson } from '@/components/json-ld'
import { TextTree } from '@/features/content/components/tree'
import { getArticle } from '@/features/content/queries/articles'
import { isSafeAddress } from '@/features/content/rules'
import { publishPost } from '@/features/posts/commands/publish'
import { answerQuote } from '@/features/posts/commands/quotes'
import { approvePost } from '@/features/posts/commands/review'
import { submitPost } from '@/features/posts/commands/write'
import { type PostText, PostText as Schema } from '@/features/posts/schema'
import { aDrawing } from '@/tests/drawings'
import { aPost, settled, tokenFor } from '../posts'

const EVIL = 'alert(1)'
const hostile = fc.constantFrom(
  `<script>${EVIL}</script>`,
  `<img src="x" onerror="${EVIL}" />`,
  `<a href="javascript:${EVIL}">here</a>`,
  `[here](javascript:${EVIL})`,
  `[here](&#106;avascript:${EVIL})`,
  `[here](data:text/html;base64,PHNjcmlwdD4=)`,
  `![there](https://evil.example/x.png)`,
  `import x from 'y'`,
  `export const x = ${EVIL}`,
  `{${EVIL}}`,
  `<Callout kind="note" onclick="${EVIL}">\nx\n</Callout>`,
  `<Callout kind={${EVIL}}>\nx\n</Callout>`,
  `<Callout {...props} kind="note">\nx\n</Callout>`,
  `<Callout kind="note" title="</p><script>${EVIL}</script>">\nx\n</Callout>`,
  `<Quote name="<script>${EVIL}</script>">\nI say <b>this</b>.\n</Quote>`,
  `<!-- ${EVIL} -->`,
  `---\ntitle: another\n---`,
)
/** What only looks like it, and may be published: the test is nothing without texts that get through. */
const harmless = fc.constantFrom(
  `<Quote name="&lt;img src=x onerror=${EVIL}&gt;">\n\`<script>${EVIL}</script>\`\n</Quote>`,
  `\`<script>${EVIL}</script>\``,
  '```bash\n</code></pre><script>alert(1)</script>\n```',
  `&lt;script&gt;${EVIL}&lt;/script&gt;`,
  'Words that do no harm.',
  'More of them, with **weight**.',
)
const piece = fc.oneof({ weight: 1, arbitrary: hostile }, { weight: 3, arbitrary: harmless })
const line = fc.oneof(
  fc.constantFrom(`</title><script>${EVIL}</script>`, `"><img src=x onerror=${EVIL}>`, '---', `"\n---\nscript: x`),
  fc.string({ minLength: 1, maxLength: 60 }),
)

function elementsOf(node: Html.Node): Html.Element[] {
  const own = 'tagName' in node ? [node] : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own
}

/** What a guest may do, all the way: handed in, approved, its quotes approved, published. Null where it is refused. */
async function publish(content: PostText): Promise<string | null> {
  const { id, editor, guest } = await aPost()
  const sent = await submitPost(guest, id, { content, version: 1, emails: {} }, new Date())
  if (!sent.ok) return null
  const input = await settled(id)
  const approved = await approvePost(editor, id, input, sent.version, new Date())
  if (!approved.ok) return null
  for (const email of Object.values(input.emails)) await answerQuote(await tokenFor(email), 'approved', '', new Date())
  const outcome = await publishPost(editor, id, null, new Date())
  return outcome.ok ? input.slug : null
}

test('nothing that a guest writes runs in a reader’s browser, whatever way it went', async () => {
  let published = 0
  await fc.assert(
    fc.asyncProperty(line, line, fc.array(piece, { minLength: 1, maxLength: 3 }), async (title, summary, pieces) => {
      const content = Schema.parse({ title, summary, text: pieces.join('\n\n') })
      const slug = await publish(content)
      if (!slug) return
      published++
      const article = await getArticle('en', slug)
      if (!article) throw new Error('It was published, and is not there.')
      const drawing = aDrawing()
      const html = renderToStaticMarkup(
        createElement('article', {}, [
          createElement('h1', { key: 1 }, article.title),
          createElement('p', { key: 2 }, article.summary),
          createElement(TextTree, { key: 3, tree: article.tree, drawing }),
        ]),
      )
      for (const { tagName, attrs } of elementsOf(parse(html))) {
        expect(['script', 'iframe', 'object', 'embed', 'style', 'form', 'base', 'meta', 'b']).not.toContain(tagName)
        for (const { name, value } of attrs) {
          expect(name).not.toMatch(/^on/i)
          if (['href', 'src'].includes(name)) expect(isSafeAddress(value), value).toBe(true)
        }
      }
      expect(scriptJson({ headline: article.title, description: article.summary })).not.toMatch(/<\/?script/i)
    }),
    { numRuns: 60 },
  )
  expect(published).toBeGreaterThan(5)
}, 60_000)
