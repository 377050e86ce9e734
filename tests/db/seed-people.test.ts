import sharp from 'sharp'
import { expect, test } from 'vitest'
import { PHOTO_SIZES, photoFile } from '@/features/people/schema/photo'
import { refreshPosts } from '@/features/posts/commands/refresh'
import { getPost, getQuoteToAnswer, listPosts } from '@/features/posts/queries/posts'
import { db } from '@/lib/db'
import { storage } from '@/lib/storage'
import { loadDemo as load, NOW } from '../demo'

test('the demo has a guest’s text in draft, one that waits for one of two quoted, and one that readers have', async () => {
  await load('small')
  await refreshPosts()
  const posts = await listPosts(NOW)
  expect(posts.map(({ state, quotes }) => [state, ...quotes])).toEqual([
    ['waiting', 'approved', null],
    ['draft'],
    ['published'],
  ])
  const waiting = await getPost(posts[0]?.id ?? '', NOW)
  expect([waiting?.tree?.length, waiting?.problems]).toEqual([expect.any(Number), []])
  const article = await db.document.findFirstOrThrow({ where: { file: { startsWith: 'guest/' } } })
  expect(article.plainText).toContain('twenty-two chairs')
})

test('the link in the demo’s mailbox leads to the quote that is open', async () => {
  await load('small')
  const letters = await db.outboxMessage.findMany({ where: { kind: 'quote-approval' }, orderBy: { dedupeKey: 'asc' } })
  const tokens = letters.map(({ text }) => /\/quotes\/([\w-]{43})/.exec(text)?.[1] ?? '')
  const quotes = await Promise.all(tokens.map((token) => getQuoteToAnswer(token, NOW)))
  expect(quotes.map((quote) => [quote?.name, quote?.refusal])).toEqual([
    ['Renske Oudewater', 'answered'],
    ['Ikaika Mahoe', null],
  ])
})

test('two in three ambassadors of the demo have a drawn picture, each its own, in every size', async () => {
  await load('small')
  const rows = await db.person.findMany({ where: { terms: { some: {} } }, select: { photo: true } })
  const photos = rows.flatMap(({ photo }) => photo ?? [])
  expect([rows.length, photos.length, new Set(photos).size]).toEqual([24, 16, 16])
  for (const photo of photos)
    for (const size of PHOTO_SIZES) {
      const file = await storage().get(photoFile(photo, size))
      expect((await sharp(file ?? Buffer.alloc(0)).metadata()).width).toBe(size)
    }
})
