import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { generateArticles } from '@/prisma/seed/article-files'
import { compile, compileQuickly } from './compile'
import { readSources, type Source } from './files'
import { findFastParser } from './parsers'

const fast = await findFastParser()
const content = mkdtempSync(path.join(tmpdir(), 'lectern-parsers-'))
afterAll(() => rmSync(content, { recursive: true, force: true }))

/** What the two parsers make of a text, where the fast one finds nothing wrong; it decides nothing else. */
async function bothWays(source: Source) {
  const quick = fast && (await compile(source, 'public', fast))
  return quick && 'compiled' in quick ? { quick, careful: await compile(source, 'public') } : null
}

test.skipIf(!fast)(
  'both parsers make the same of every text that there is, places included',
  async () => {
    generateArticles({ folder: path.join(content, 'blog'), count: 150 })
    const sources = ['content', content].flatMap((folder) => readSources(folder).sources)
    let quick = 0
    expect(sources.length).toBeGreaterThan(200)
    for (const source of sources) {
      const ways = await bothWays(source)
      expect(ways?.quick, source.file).toEqual(ways?.careful)
      if (ways) quick++
    }
    expect(quick).toBeGreaterThan(sources.length * 0.95)
  },
  60_000,
)

/** What parsers of Markdown are known to read in two ways. */
const PIECES = [
  'a ¦ 中文 ¦ 😀 ¦ * ¦ ** ¦ _ ¦ __ ¦ ~~ ¦ ` ¦ `` ¦ \\ ¦ [ ¦ ] ¦ (/blog) ¦ ]( ¦ ![ ¦ ! ¦ < ¦ > ¦ & ¦ # ¦ " ¦ \' ¦ “ ¦ : ¦ ( ¦ ) ¦ 0 ¦ %20',
  '&amp; ¦ &copy; ¦ &#x41; ¦ [^1] ¦ \n[^1]: note\n ¦ \n     ¦ \n\t ¦ \n ¦ \n\n ¦   \n ¦ \r\n ¦ -  ¦ 1.  ¦ >  ¦ #  ¦ ##  ¦ | ¦ + ¦ *  ¦ - [ ]  ¦ - [x] ',
  '\n| a | b |\n| - | :-: |\n| c | d |\n ¦ --- ¦ *** ¦ === ¦ ``` ¦ ~~~ ¦ ```yaml\n ¦ \n```\n ¦ \u00a0 ¦ \u200b ¦ import x ¦ export ¦  ',
  'https://example.org/a_b ¦ www.example.org ¦ a@example.org ¦ <https://example.org> ¦ [x](/blog "t") ¦ [x]: /blog ¦ [x][y] ¦ \n[y]: /blog\n',
  '<Project slug="helm"/> ¦ <Person slug="ada"/> ¦ \n<Callout kind="tip">\n ¦ \n</Callout>\n ¦ { ¦ } ¦ {1} ¦ <!-- c --> ¦ <br/> ¦ <KeyFigures/>',
  '\n<Tabs>\n<Tab label="a">\n ¦ \n</Tab>\n ¦ \n<Tab label="b">\n ¦ \n</Tabs>\n ¦ \n<Quote name="A">\n ¦ \n</Quote>\n',
].flatMap((line) => line.split(' ¦ '))
const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 }))

/** All but places: an address that was found in running text has none in the careful parser. */
function wordsOf(outcome: Awaited<ReturnType<typeof compile>>) {
  if (!('compiled' in outcome)) return outcome
  const { tree, contents, references } = outcome.compiled
  return { tree, contents, links: references.map(({ path }) => path) }
}

test.skipIf(!fast)(
  'what the fast parser lets pass, the careful one reads alike',
  async () => {
    let passed = 0
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        const text = `---\ntitle: A title\nsummary: A summary.\n---\n\n${pieces.join('')}\n`
        const source = { file: 'x', kind: 'page', name: 'x', locale: 'en', text, hash: '' } as const
        const ways = await bothWays(source)
        if (!ways) return
        passed++
        expect(wordsOf(ways.quick)).toEqual(wordsOf(ways.careful))
      }),
      { numRuns: Number(process.env.LECTERN_RUNS ?? 600) },
    )
    expect(passed).toBeGreaterThan(60)
  },
  600_000,
)

test('where there is no fast parser, or it finds something wrong, the careful one has the word', async () => {
  const source = (body: string) => {
    const text = `---\ntitle: A title\nsummary: A summary.\n---\n\n${body}\n`
    return { file: 'x', kind: 'page', name: 'x', locale: 'en', text, hash: '' } as const
  }
  const alone = await compileQuickly(source('*Fine*.'), 'public', null)
  expect(alone).toEqual(await compile(source('*Fine*.'), 'public'))
  for (const body of ['export', '<Project slug={x}/>', 'a {', '<Project slug="a" slug="b"/>', 'a\0b'])
    expect(await compileQuickly(source(body), 'public', fast)).toEqual(await compile(source(body), 'public'))
})
