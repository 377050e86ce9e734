import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { getArticle } from '@/features/content/queries/articles'
import { publishPost } from '@/features/posts/commands/publish'
import { answerQuote } from '@/features/posts/commands/quotes'
import { approvePost, askAgain, requestChanges } from '@/features/posts/commands/review'
import { submitPost } from '@/features/posts/commands/write'
import { db } from '@/lib/db'
import { anApprovedPost, aPost, aSubmittedPost, aText, rewrite, settled, tokenFor, withQuotes } from '../posts'

const now = () => new Date()
const fileOf = (id: string) => `guest/${id}`
const isInIndex = async (id: string) => (await db.document.count({ where: { file: fileOf(id) } })) === 1

test('a text with two quotes goes to publication, and not before both are approved', async () => {
  const { id, editor, slug } = await anApprovedPost(withQuotes('We waited.', 'We stopped waiting.'))
  expect(await publishPost(editor, id, null, now())).toEqual({ ok: false, reason: 'is-waiting' })
  expect(await answerQuote(await tokenFor('speaker-1@example.org'), 'approved', '', now())).toMatchObject({ ok: true })
  expect(await publishPost(editor, id, null, now())).toEqual({ ok: false, reason: 'is-waiting' })
  expect(await isInIndex(id)).toBe(false)
  expect(await answerQuote(await tokenFor('speaker-2@example.org'), 'approved', '', now())).toMatchObject({ ok: true })
  expect(await publishPost(editor, id, null, now())).toEqual({ ok: true, slug })
  const article = await getArticle('en', slug)
  expect(article).toMatchObject({ title: aText.title, guest: true })
  expect(JSON.stringify(article?.tree)).toContain('We stopped waiting.')
})

test('a refused quote holds the text back, and both sides are told', async () => {
  const { id, editor, guest } = await anApprovedPost(withQuotes('We waited.'))
  await answerQuote(await tokenFor('speaker-1@example.org'), 'refused', 'I never said so.', now())
  expect(await publishPost(editor, id, null, now())).toEqual({ ok: false, reason: 'is-held' })
  expect(await isInIndex(id)).toBe(false)
  const mails = await db.outboxMessage.findMany({ where: { kind: 'quote-answer' } })
  expect(mails.map(({ to }) => to).toSorted()).toEqual(
    [guest, editor].map(({ name, email }) => `${name} <${email}>`).toSorted(),
  )
  expect(mails[0]?.text).toContain('I never said so.')
  expect(mails[0]?.text).toContain('held back')
})

test('other words are another quote: its approval is void, and that of the words that stayed is not', async () => {
  const { id, editor, guest } = await anApprovedPost(withQuotes('We waited.', 'We stopped.'))
  for (const n of [1, 2]) await answerQuote(await tokenFor(`speaker-${n}@example.org`), 'approved', '', now())
  await requestChanges(editor, id, 'Shorter, please', now())
  await rewrite(guest, id, withQuotes('We waited for ever.', 'We stopped.'))
  const { version } = await db.guestPost.findUniqueOrThrow({ where: { id } })
  await submitPost(guest, id, { content: withQuotes('We waited for ever.', 'We stopped.'), version, emails: {} }, now())
  const approved = await approvePost(editor, id, await settled(id), version, now())
  expect(approved).toEqual({ ok: true, asked: 1 })
  expect(await publishPost(editor, id, null, now())).toEqual({ ok: false, reason: 'is-waiting' })
})

test('another name under the same words is another quote', async () => {
  const { id, guest } = await aPost()
  await rewrite(guest, id, withQuotes('We waited.'))
  const renamed = { ...withQuotes('We waited.') }
  renamed.text = renamed.text.replace('Speaker 1', 'Somebody else')
  await rewrite(guest, id, renamed)
  const quotes = await db.guestQuote.findMany({ where: { postId: id }, orderBy: { name: 'asc' } })
  expect(quotes.map(({ name, position }) => [name, position])).toEqual([
    ['Somebody else', 0],
    ['Speaker 1', null],
  ])
})

test('a quote is answered once: the second answer changes nothing', async () => {
  const { id } = await anApprovedPost(withQuotes('We waited.'))
  const token = await tokenFor('speaker-1@example.org')
  const answers = await Promise.all([
    answerQuote(token, 'approved', '', now()),
    answerQuote(token, 'refused', '', now()),
    answerQuote(token, 'approved', '', now()),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'answered')).toHaveLength(2)
  const moves = await db.guestPostMove.count({ where: { postId: id, move: { startsWith: 'quote-' } } })
  expect(moves).toBe(1)
})

test('a link to a quote ends, and a new one ends the one before', async () => {
  const { id, editor } = await anApprovedPost(withQuotes('We waited.'))
  const first = await tokenFor('speaker-1@example.org')
  expect(await answerQuote(first, 'approved', '', addDays(now(), 15))).toEqual({ ok: false, reason: 'expired' })
  const [quote] = await db.guestQuote.findMany({ where: { postId: id } })
  const asked = await askAgain(editor, id, quote?.fingerprint ?? '', 'elsewhere@example.org', now())
  expect(asked).toEqual({ ok: true })
  expect(await answerQuote(first, 'approved', '', now())).toEqual({ ok: false, reason: 'not-found' })
  expect(await answerQuote(await tokenFor('elsewhere@example.org'), 'approved', '', now())).toMatchObject({ ok: true })
})

test('only a hash of the link is stored', async () => {
  await anApprovedPost(withQuotes('We waited.'))
  const token = await tokenFor('speaker-1@example.org')
  const { tokenHash } = await db.guestQuote.findFirstOrThrow()
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(tokenHash).toMatch(/^[0-9a-f]{64}$/)
})

test('a quote that is refused in the moment of publishing is not published', async () => {
  for (let round = 0; round < 5; round++) {
    const { id, editor } = await anApprovedPost(withQuotes(`We waited ${round}.`, `We left ${round}.`))
    await answerQuote(await tokenFor('speaker-1@example.org'), 'approved', '', now())
    const token = await tokenFor('speaker-2@example.org')
    const [published] = await Promise.all([
      publishPost(editor, id, null, now()),
      answerQuote(token, 'refused', '', now()),
    ])
    expect(published.ok).toBe(false)
    expect(await isInIndex(id)).toBe(false)
  }
})

test('every quoted person needs an address before a text is approved', async () => {
  const { id, editor, version } = await aSubmittedPost(withQuotes('We waited.'))
  const outcome = await approvePost(editor, id, await settled(id, { emails: {} }), version, now())
  expect(outcome).toMatchObject({ ok: false, reason: 'incomplete' })
  expect(await db.outboxMessage.count({ where: { kind: 'quote-approval' } })).toBe(0)
})
