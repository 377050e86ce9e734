import { beforeEach, expect, test } from 'vitest'
import { stampTranslation } from '@/features/content/import/stamp'
import { FIELDS } from '@/features/content/import/testing'
import { getSideBySide, getTranslationState, listOutdatedTranslations } from '@/features/content/queries/translations'
import type { HeadField } from '@/features/content/rules/translated-head'
import { lineOf } from '@/features/content/schema/problems'
import { collect } from '@/lib/front/tags'
import { contentFolder } from '../content-folder'

const ENGLISH = ['One[^1].', '## Two', 'Three.', '- four\n- five', 'Six.', '[^1]: A note.']
const CHINESE = ['一[^1]。', '## 二', '三。', '- 四\n- 五', '六。', '[^1]: 注。']

const folder = contentFolder()
beforeEach(() => {
  write('some.mdx', FIELDS, ENGLISH)
  write('some.zh.mdx', `${FIELDS}\nslug: mou\ntranslationOf: some`, CHINESE)
})

function write(name: string, head: string, blocks: string[]) {
  folder.write(`blog/${name}`, `---\n${head}\n---\n\n${blocks.join('\n\n')}\n`)
}

async function sync(): Promise<string[]> {
  return (await folder.sync()).problems.map(lineOf)
}

async function stamp(only: (number | HeadField)[] = []) {
  const outcome = await stampTranslation('content/blog/some.zh.mdx', only, folder.folders)
  if (!outcome.ok) throw new Error(outcome.lines.join('\n') || outcome.reason)
  folder.write('blog/some.zh.mdx', outcome.text)
  return outcome
}

const states = async () => (await getTranslationState('article', 'zh', 'some'))?.pairs?.map(({ state }) => state)

test('a stamped translation is up to date, and stamping it again changes nothing', async () => {
  await stamp()
  const once = folder.read('blog/some.zh.mdx')
  expect(once).toContain('一[^1]。')
  await stamp()
  expect(folder.read('blog/some.zh.mdx')).toBe(once)
  expect(await sync()).toEqual([])
  expect(await states()).toEqual(['same', 'same', 'same', 'same', 'same', 'same'])
  expect(await listOutdatedTranslations()).toEqual([])
  expect(await getTranslationState('article', 'en', 'some')).toBeNull()
})

test('what changes in the source is flagged at its paragraph, and in the editors’ list', async () => {
  await stamp()
  const [one = '', two = '', , , six = ''] = ENGLISH
  write('some.mdx', FIELDS, [one, two, 'Three, but otherwise.', six, 'Seven.', '[^1]: A note.'])
  expect(await sync()).toEqual([])
  expect(await getTranslationState('article', 'zh', 'some')).toEqual({
    pairs: [
      { state: 'same', source: 0, target: 0 },
      { state: 'same', source: 1, target: 1 },
      { state: 'changed', source: 2, target: 2 },
      { state: 'gone', source: null, target: 3 },
      { state: 'same', source: 3, target: 4 },
      { state: 'new', source: 4, target: null },
      { state: 'same', source: 5, target: 5 },
    ],
    fields: [],
  })
  expect(await listOutdatedTranslations()).toEqual([
    {
      file: 'content/blog/some.zh.mdx',
      kind: 'article',
      locale: 'zh',
      title: 'A title',
      path: '/zh/blog/mou/side-by-side',
      changed: 1,
      gone: 1,
      untranslated: 1,
      fields: [],
      unstamped: false,
    },
  ])
})

test('spaces at the ends of lines and a changed day flag nothing; a changed footnote does', async () => {
  await stamp()
  write(
    'some.mdx',
    FIELDS.replace('2018-07-31', '2018-08-01'),
    ENGLISH.map((block) => `${block}  `),
  )
  expect(await sync()).toEqual([])
  expect(await listOutdatedTranslations()).toEqual([])
  write('some.mdx', FIELDS, [...ENGLISH.slice(0, -1), '[^1]: Another note.'])
  expect(await sync()).toEqual([])
  expect((await states())?.at(-1)).toBe('changed')
})

test('a title or summary that changes is flagged there, beside its original, and in the editors’ list', async () => {
  await stamp()
  const head = FIELDS.replace('A title', 'Another').replace('A summary', 'More')
  write('some.mdx', head, ENGLISH)
  expect(await sync()).toEqual([])
  expect(await getTranslationState('article', 'zh', 'some')).toMatchObject({ fields: ['title', 'summary'] })
  expect(await getSideBySide('article', 'zh', 'mou')).toMatchObject({ fields: ['title', 'summary'] })
  expect(await listOutdatedTranslations()).toMatchObject([{ changed: 0, fields: ['title', 'summary'] }])

  expect(await stamp(['title'])).toMatchObject({ fields: ['title', 'summary'] })
  expect(await sync()).toEqual([])
  expect(await listOutdatedTranslations()).toMatchObject([{ changed: 0, fields: ['summary'] }])
  expect(await stamp()).toMatchObject({ fields: ['summary'] })
  expect(await sync()).toEqual([])
  expect(await listOutdatedTranslations()).toEqual([])
})

test('a translation stamped before front matter was counts as up to date until it is stamped again', async () => {
  await stamp()
  const old = folder.read('blog/some.zh.mdx').replace(/^translatedHeadFrom:\n(?: .*\n)+/m, '')
  folder.write('blog/some.zh.mdx', old)
  write('some.mdx', FIELDS.replace('A title', 'Another'), ENGLISH)
  expect(await sync()).toEqual([])
  expect(await listOutdatedTranslations()).toEqual([])
})

test('blocks brought up to date one by one leave the others flagged', async () => {
  await stamp()
  write(
    'some.mdx',
    FIELDS,
    ENGLISH.map((block) => block.replace('Three', '3').replace('Six', '6')),
  )
  const { before } = await stamp([3])
  expect(before?.filter(({ state }) => state === 'changed')).toHaveLength(2)
  expect(await sync()).toEqual([])
  expect(await states()).toEqual(['same', 'same', 'same', 'same', 'changed', 'same'])
})

test('an unstamped translation is listed as such, and stands beside its source by kind of block', async () => {
  write('some.zh.mdx', `${FIELDS}\nslug: mou\ntranslationOf: some`, ['译者的话。', ...CHINESE])
  expect(await sync()).toEqual([])
  expect(await getTranslationState('article', 'zh', 'some')).toEqual({ pairs: null, fields: [] })
  expect(await listOutdatedTranslations()).toMatchObject([{ unstamped: true, changed: 0 }])
  const texts = await getSideBySide('article', 'zh', 'mou')
  expect(texts).toMatchObject({ isStamped: false, original: { slug: 'some' }, translation: { slug: 'mou' } })
  expect(texts?.pairs.filter(({ source }) => source !== null)).toHaveLength(6)
})

test('a stamp that does not fit its text is refused with the way out', async () => {
  await stamp()
  const text = folder.read('blog/some.zh.mdx')
  folder.write('blog/some.zh.mdx', `${text}\n七。\n`)
  expect(await sync()).toEqual([
    expect.stringMatching(
      /^content\/blog\/some\.zh\.mdx:\d+:1 translatedFrom speaks of 6 blocks, and there are 7: run npm run content:translated -- content\/blog\/some\.zh\.mdx$/,
    ),
  ])
  await stamp()
  expect(await sync()).toEqual([])
  expect(await stampTranslation('content/blog/some.mdx', [], folder.folders)).toMatchObject({
    reason: 'not-a-translation',
  })
  expect(await stampTranslation('content/blog/none.zh.mdx', [], folder.folders)).toMatchObject({ reason: 'unknown' })
})

test('a text stands beside its translation only where both are there, and the page hears of either', async () => {
  await stamp()
  await sync()
  const tags = await collect(async (reading) => {
    expect(await getSideBySide('article', 'en', 'some')).not.toBeNull()
    return [...reading.tags]
  })
  expect(tags).toEqual(expect.arrayContaining(['article:some', 'article:mou']))
  write('some.zh.mdx', `${FIELDS}\nslug: mou\ntranslationOf: some\ndraft: true`, CHINESE)
  await sync()
  expect(await getSideBySide('article', 'en', 'some')).toBeNull()
  expect(await getTranslationState('article', 'zh', 'some')).toBeNull()
})
