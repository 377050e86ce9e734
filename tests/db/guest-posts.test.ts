import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { publishPost } from '@/features/posts/commands/publish'
import { refreshPosts } from '@/features/posts/commands/refresh'
import { approvePost, reopenPost, unpublishPost } from '@/features/posts/commands/review'
import { savePost, submitPost, takeBackPost } from '@/features/posts/commands/write'
import { db } from '@/lib/db'
import { aPerson } from '../factories'
import { anApprovedPost, aPost, aSubmittedPost, aText, rewrite, settled, withQuotes } from '../posts'

const now = () => new Date()
const fileOf = (id: string) => `guest/${id}`
const isInIndex = async (id: string) => (await db.document.count({ where: { file: fileOf(id) } })) === 1

test('an invited guest has an empty post and a mail that leads to it', async () => {
  const { id, guest } = await aPost()
  const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'post-invited' } })
  expect(mail.to).toContain(guest.email)
  expect(mail.text).toContain(`/me/posts/${id}`)
})

test('two editors who approve at once approve once, and everybody is asked once', async () => {
  const { id, editor, version } = await aSubmittedPost(withQuotes('We waited.'))
  const other = await aPerson({ roles: ['editor'] })
  const input = await settled(id)
  const outcomes = await Promise.all([editor, other, editor].map((by) => approvePost(by, id, input, version, now())))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.outboxMessage.count({ where: { kind: 'quote-approval' } })).toBe(1)
})

test('a double click publishes once', async () => {
  const { id, editor } = await anApprovedPost()
  const outcomes = await Promise.all([1, 2, 3].map(() => publishPost(editor, id, null, now())))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.guestPostMove.count({ where: { postId: id, move: 'publish' } })).toBe(1)
  expect(await db.outboxMessage.count({ where: { kind: 'post-published' } })).toBe(1)
})

test('an editor approves what they have read, not what was handed in since', async () => {
  const { id, editor, guest, version } = await aSubmittedPost()
  await takeBackPost(guest, id, now())
  const changed = { ...aText, title: 'Another title' }
  await submitPost(guest, id, { content: changed, version, emails: {} }, now())
  const outcome = await approvePost(editor, id, await settled(id), version, now())
  expect(outcome).toEqual({ ok: false, reason: 'overtaken' })
})

test('a slug that is taken is refused by the name of what has it', async () => {
  const first = await anApprovedPost()
  await publishPost(first.editor, first.id, null, now())
  const { id, editor, version } = await aSubmittedPost({ ...aText, title: 'The second' })
  const outcome = await approvePost(editor, id, await settled(id, { slug: first.slug }), version, now())
  expect(outcome).toMatchObject({ reason: 'incomplete', errors: { slug: `“${aText.title}” has this slug` } })
  await db.document.update({ where: { file: fileOf(first.id) }, data: { file: 'content/blog/old.mdx' } })
  const again = await approvePost(editor, id, await settled(id, { slug: first.slug }), version, now())
  expect(again).toMatchObject({ errors: { slug: 'content/blog/old.mdx has this slug' } })
})

test('of two windows the second sees the text of the first, and nothing is overwritten', async () => {
  const { id, guest } = await aPost()
  const save = (title: string) => savePost(guest, id, { content: { ...aText, title }, version: 1, emails: {} }, now())
  const outcomes = await Promise.all([save('One'), save('Two')])
  const [refused] = outcomes.filter(({ ok }) => !ok)
  const { title } = await db.guestPost.findUniqueOrThrow({ where: { id } })
  expect(refused).toMatchObject({ reason: 'overtaken', current: { title, version: 2 } })
})

test('what was saved while typing is one version; what was saved by a button stays', async () => {
  const { id, guest } = await aPost()
  const save = (title: string, version: number, isAuto: boolean) =>
    savePost(guest, id, { content: { ...aText, title }, version, emails: {}, isAuto }, now())
  await save('W', 1, true)
  await save('Wo', 2, true)
  await save('Words', 3, false)
  await save('Words and', 4, true)
  const kept = await db.guestPostVersion.findMany({ where: { postId: id }, orderBy: { version: 'asc' } })
  expect(kept.map(({ version }) => version)).toEqual([3, 4, 5])
})

test('somebody else’s post is not there', async () => {
  const { id } = await aPost()
  const other = await aPerson()
  expect(await rewrite(other, id, aText)).toEqual({ ok: false, reason: 'not-found' })
  expect(await takeBackPost(other, id, now())).toEqual({ ok: false, reason: 'not-found' })
})

test('a broken text is saved, not handed in, and its place is named in the guest’s own lines', async () => {
  const { id, guest } = await aPost()
  const content = { ...aText, text: 'Fine.\n\n[here](javascript:alert(1)) and <Nothing />\n\n[there](/blog/nowhere)' }
  const outcome = await submitPost(guest, id, { content, version: 1, emails: {} }, now())
  expect(outcome).toMatchObject({ ok: false, reason: 'broken', version: 2 })
  if (outcome.ok || outcome.reason !== 'broken') throw new Error('It was not refused.')
  expect(outcome.problems.map(({ line, column }) => [line, column])).toEqual([
    [3, 1],
    [3, 33],
  ])
  expect((await db.guestPost.findUniqueOrThrow({ where: { id } })).text).toBe(content.text)
})

test('a link that leads nowhere keeps a text from being handed in', async () => {
  const { id, guest } = await aPost()
  const content = { ...aText, text: 'See\n[there](/blog/nowhere).' }
  const outcome = await submitPost(guest, id, { content, version: 1, emails: {} }, now())
  expect(outcome).toMatchObject({ reason: 'broken', problems: [{ line: 2, column: 1 }] })
})

test('a text is published at its moment, and is in no reader’s sight before', async () => {
  const { id, editor, slug } = await anApprovedPost()
  const moment = addDays(now(), 3)
  await publishPost(editor, id, moment, now())
  const row = await db.document.findUniqueOrThrow({ where: { file: fileOf(id) } })
  expect(row.visibleFrom).toEqual(moment)
  expect(row.slug).toBe(slug)
})

test('a corrected text comes out with its correction, and readers have the old one until then', async () => {
  const { id, editor, guest, slug } = await anApprovedPost()
  await publishPost(editor, id, null, now())
  const first = await db.document.findUniqueOrThrow({ where: { file: fileOf(id) } })
  await reopenPost(editor, id, 'A number is wrong', now())
  const content = { ...aText, text: 'It was a Tuesday.' }
  const { version } = await db.guestPost.findUniqueOrThrow({ where: { id } })
  const saved = await submitPost(guest, id, { content, version, emails: {} }, now())
  expect((await db.document.findUniqueOrThrow({ where: { file: fileOf(id) } })).plainText).toBe(first.plainText)
  const correction = 'The day was wrong.'
  const next = saved.ok ? saved.version : 0
  await approvePost(editor, id, await settled(id, { slug, correction }), next, now())
  await publishPost(editor, id, null, now())
  const second = await db.document.findUniqueOrThrow({ where: { file: fileOf(id) } })
  expect(second).toMatchObject({ id: first.id, plainText: 'It was a Tuesday.', visibleFrom: first.visibleFrom })
  expect(second.corrections).toEqual([{ on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), text: correction }])
})

test('a text that is taken off the site is withdrawn from every copy', async () => {
  const { id, editor, slug } = await anApprovedPost()
  await publishPost(editor, id, null, now())
  expect(await unpublishPost(editor, id, 'By wish of the guest', now())).toEqual({ ok: true })
  expect(await isInIndex(id)).toBe(false)
  const purge = await db.purgeLog.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(purge).toMatchObject({ hard: true })
  expect(purge.tags).toContain(`article:${slug}`)
  expect(await unpublishPost(editor, id, '', now())).toEqual({ ok: false, reason: 'not-out' })
})

test('a published text of an older compiler is compiled again as readers have it, not as its guest has gone on', async () => {
  const { id, editor, guest } = await anApprovedPost()
  await publishPost(editor, id, null, now())
  await reopenPost(editor, id, '', now())
  await rewrite(guest, id, { ...aText, text: 'Something else by now.' })
  const before = await db.document.findUniqueOrThrow({ where: { file: fileOf(id) } })
  await db.document.update({ where: { id: before.id }, data: { treeVersion: 1, tree: [] } })
  expect(await refreshPosts()).toBe(1)
  const after = await db.document.findUniqueOrThrow({ where: { id: before.id } })
  const { syncedAt: _, sourceHash: __, ...same } = before
  expect(after).toMatchObject(same)
  expect(await refreshPosts()).toBe(0)
})
