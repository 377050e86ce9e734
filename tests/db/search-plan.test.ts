import { beforeEach, expect, test } from 'vitest'
import { findHits, hitsSql, PLANNING } from '@/features/search/queries/hits'
import { neighboursSql } from '@/features/search/queries/lexemes'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'

/** Five thousand entries of which each word is in a hundred, and one word in all. */
beforeEach(async () => {
  await db.$executeRaw`
    insert into search.entry (source, source_key, kind, locale, path, title, summary, called, projects, tags, visible_from,
      head, words, body)
    select 'document', n::text, 'article', 'en', '/blog/' || n, 'Title', '', '|title|', '{}', '{}', 'epoch',
      to_tsvector('simple', 'word' || n % 50), to_tsvector('simple', 'common word' || n % 50 || ' deep' || n), repeat('text ', 200)
    from generate_series(1, 5000) as n`
  await db.$executeRaw`insert into search.word select md5(n::text) from generate_series(1, 5000) as n`
  await db.$executeRaw`analyze search.entry, search.word`
})

const wanted = (all: string, inHeads = false) => ({
  match: { all, any: all, inHeads },
  ...{ name: 'x', filters: {}, locale: 'en', now: new Date(), skip: 0, take: 10 },
})

async function planOf(sql: Prisma.Sql): Promise<string> {
  const [, rows] = await db.$transaction([
    db.$executeRaw(PLANNING),
    db.$queryRaw<Record<string, string>[]>(Prisma.sql`explain (costs off) ${sql}`),
  ])
  return rows.map((row) => Object.values(row)[0]).join('\n')
}

test.each([
  ["'deep7'", false, 'entry_words_idx'],
  ["'word7' & 'deep7':*", false, 'entry_words_idx'],
  ["'common'", false, 'entry_words_idx'],
  ["'wo':*", true, 'entry_head_idx'],
])('%s is looked up, never read out of every text', async (all, inHeads, index) => {
  const plan = await planOf(hitsSql(wanted(all, inHeads)))
  expect(plan).toContain(`Bitmap Index Scan on ${index}`)
  expect(plan).not.toMatch(/Seq Scan on entry/)
})

test('the neighbours of a misspelt word are looked up by their trigrams', async () => {
  const plan = await planOf(neighboursSql(['c4ca4238a0b923820dcc509a6f75849b', 'kubernets']))
  expect(plan).toContain('word_trigrams_idx')
  expect(plan).not.toMatch(/Seq Scan on word/)
})

test('all that match are counted, and the pages of the best do not overlap', async () => {
  const pages = await Promise.all([0, 1, 2].map((page) => findHits({ ...wanted("'common'"), skip: page * 10 })))
  expect(pages.map(({ total }) => total)).toEqual([5000, 5000, 5000])
  expect(new Set(pages.flatMap(({ rows }) => rows.map(({ path }) => path))).size).toBe(30)
})
