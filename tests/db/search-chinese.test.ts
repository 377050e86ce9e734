import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { expect, test } from 'vitest'
import { CHINESE_TEXTS } from '@/prisma/seed/chinese'
import { answer, aText, found, markedIn } from '../searchable'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const wordsIn = (text: string) =>
  [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike && /^\p{Script=Han}{2,}$/u.test(segment) ? [segment] : [],
  )

/** Titles of everything Chinese that comes with the project, and some that are hard to cut. */
const TITLES = [
  '云原生计算基金会宣布 Harbor 毕业',
  '从2018年到今天：容器镜像仓库的演进',
  '可观测性、服务网格与“无服务器”',
  '京东如何在双十一运行一万个节点',
  ...CHINESE_TEXTS.map(({ title }) => title),
  ...readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.zh.mdx'))
    .flatMap((file) => /^(?:title|name): (.+)$/m.exec(readFileSync(path.join('content', file), 'utf8'))?.[1] ?? []),
]

test('every word of two characters or more in a Chinese title finds its article', async () => {
  expect(TITLES.length).toBeGreaterThan(8)
  for (const [at, title] of TITLES.entries()) await aText({ slug: `zh-${at}`, title, locale: 'zh' })
  for (const [at, title] of TITLES.entries())
    for (const word of wordsIn(title))
      expect([word, await found(word, { locale: 'zh' })]).toEqual([word, expect.arrayContaining([`/blog/zh-${at}`])])
})

test.each(['t', 'tw', 'hk'] as const)(
  'who writes traditional characters (%s) finds simplified titles, and the other way round',
  async (to) => {
    const traditional = Converter({ from: 'cn', to })
    for (const [at, title] of TITLES.entries()) {
      await aText({ slug: `simple-${at}`, title, locale: 'zh' })
      await aText({ slug: `full-${at}`, title: traditional(title), locale: 'zh' })
    }
    for (const [at, title] of TITLES.entries())
      for (const word of wordsIn(title)) {
        const both = expect.arrayContaining([`/blog/simple-${at}`, `/blog/full-${at}`])
        expect([word, await found(word, { locale: 'zh' })]).toEqual([word, both])
        expect([word, await found(traditional(word), { locale: 'zh' })]).toEqual([word, both])
      }
    const [hit] = (await answer('镜像仓库', { locale: 'zh', take: 1 }))?.hits ?? []
    expect(markedIn(hit?.title ?? [])[0]).toMatch(/^(镜像仓库|鏡像倉庫)$/)
  },
)

test('any part of two characters or more of a title or text finds it, and its first letters before it is typed', async () => {
  const texts = CHINESE_TEXTS.map(({ title, abstract }) => ({ title, text: abstract }))
  for (const [at, facts] of texts.entries()) await aText({ ...facts, slug: `zh-${at}`, locale: 'zh' })
  const runs = texts.flatMap(({ title, text }, at) =>
    (`${title} ${text}`.match(/\p{Script=Han}{2,}/gu) ?? []).map((run) => ({ at, run })),
  )
  const part = fc
    .constantFrom(...runs)
    .chain(({ at, run }) =>
      fc
        .tuple(fc.nat(run.length - 2), fc.integer({ min: 2, max: 8 }))
        .map(([from, length]) => ({ at, part: run.slice(from, from + length) })),
    )
  await fc.assert(
    fc.asyncProperty(part, async ({ at, part }) => {
      expect(await found(part, { locale: 'zh' })).toContain(`/blog/zh-${at}`)
    }),
    { numRuns: 120 },
  )
})

test('Chinese and English words are found together, full width or not, one character too', async () => {
  await aText({ slug: 'mixed', title: 'Ｋubernetes集群升级：每周三', locale: 'zh' })
  await aText({ slug: 'other', title: '服务网格', locale: 'zh', text: '级' })
  for (const text of ['kubernetes 集群', '集群kuber', '升级 集群', '升', '周三'])
    expect([text, await found(text)]).toEqual([text, ['/blog/mixed']])
  expect((await found('级')).sort()).toEqual(['/blog/mixed', '/blog/other'])
  const [hit] = (await answer('集群升级'))?.hits ?? []
  expect(markedIn(hit?.title ?? [])).toEqual(['集群升级'])
})

test('a whole question finds what has some of its words', async () => {
  await aText({ slug: 'mesh', title: '服务网格入门', locale: 'zh' })
  expect(await found('什么是服务网格呢')).toEqual(['/blog/mesh'])
})

test('two characters that only meet at the edge of two words rank below the word', async () => {
  await aText({ slug: 'edge', title: '发展中国家', locale: 'zh' })
  await aText({ slug: 'word', title: '我们在中国的用户大会与其他许多活动', locale: 'zh' })
  expect(await found('中国')).toEqual(['/blog/word', '/blog/edge'])
})
