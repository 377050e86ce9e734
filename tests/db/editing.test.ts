import { addDays } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import { HEAD } from '@/features/content/import/testing'
import { TREE_VERSION } from '@/features/content/schema/tree'
import { createPreviewLink, revokePreviewLink } from '@/features/editing/commands/links'
import { listDatedTexts } from '@/features/editing/queries/calendar'
import { getLinkedText, listPreviewLinks } from '@/features/editing/queries/preview'
import { getDeskText } from '@/features/editing/queries/text'
import { getDesk, listSyncProblems } from '@/features/editing/queries/texts'
import { publishPost } from '@/features/posts/commands/publish'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { contentFolder } from '../content-folder'
import { aPerson } from '../factories'
import { anApprovedPost, aSubmittedPost, aText } from '../posts'
import { statementCounter } from '../statements'

const statements = statementCounter()

const now = () => new Date()
const all = { page: 1 }
const FILE = `${HEAD}
Words.
`

const folder = contentFolder()
beforeEach(() => folder.write('blog/first.mdx', FILE))

let count = 0
/** An article of the index by somebody, out since yesterday. */
async function aDocument(facts: Partial<Prisma.DocumentUncheckedCreateInput> = {}) {
  const { id: personId, slug: author, name } = await aPerson()
  const slug = `text-${++count}`
  const head = { authors: [{ slug: author, name }], people: [], projects: [], category: 'technical', tags: [] }
  return db.document.create({
    data: {
      ...{
        kind: 'article',
        locale: 'en',
        slug,
        groupSlug: slug,
        file: `generated/${slug}`,
        sourceHash: '',
        minutes: 1,
      },
      ...{
        title: aText.title,
        summary: aText.summary,
        treeVersion: TREE_VERSION,
        tree: [],
        contents: [],
        plainText: '',
      },
      frontMatter: { title: aText.title, summary: aText.summary, date: '2020-01-01', ...head },
      sortDate: addDays(now(), -1),
      visibleFrom: addDays(now(), -1),
      authors: { create: { personId, position: 0 } },
      ...facts,
    },
  })
}

test('what a refused sync has found is on the desk, and gone after one that went through', async () => {
  expect((await folder.sync()).problems).toEqual([])
  const before = await db.document.count()
  folder.write('blog/broken.mdx', '---\ntitle: X\n---\n\n<script>x</script>\n')
  await folder.sync()
  expect(await db.document.count()).toBe(before)
  const problems = await listSyncProblems()
  expect(problems.map(({ file }) => file)).toContain('content/blog/broken.mdx')
  expect(problems.every(({ line, column }) => line > 0 && column > 0)).toBe(true)
  folder.remove('blog/broken.mdx')
  await folder.sync()
  expect(await listSyncProblems()).toEqual([])
})

test('a file of content/ cannot take the slug of a guest’s post: both are named', async () => {
  const { editor, id, slug } = await anApprovedPost()
  await publishPost(editor, id, null, now())
  folder.write(`blog/${slug}.mdx`, FILE)
  const { problems } = await folder.sync()
  expect(problems.map(({ message }) => message)).toContain(`has the slug ${slug}, as guest/${id} has`)
})

test('a sync leaves guests’ posts alone', async () => {
  const { editor, id } = await anApprovedPost()
  await publishPost(editor, id, null, now())
  expect((await folder.sync()).problems).toEqual([])
  await folder.sync()
  expect(await db.document.count({ where: { file: `guest/${id}` } })).toBe(1)
})

test('the desk shows every text with its state and counts each filter', async () => {
  await aDocument()
  await aDocument({ visibleFrom: null, links: ['/blog/nowhere'] })
  await aDocument({ visibleFrom: addDays(now(), 2) })
  await aDocument({ unlisted: true })
  const desk = await getDesk(all, now())
  expect(desk.counts.state).toEqual({ published: 1, scheduled: 1, draft: 1, unlisted: 1 })
  expect(desk.counts).toMatchObject({
    all: 4,
    kind: { article: 4 },
    locale: { en: 4 },
    problem: { broken: 1, link: 1 },
  })
  expect(desk.items.map(({ state }) => state).slice(0, 2)).toEqual(['draft', 'scheduled'])
  const broken = await getDesk({ ...all, problem: 'broken' }, now())
  expect(broken.items.map(({ state }) => state)).toEqual(['draft'])
  expect((await getDesk({ ...all, state: 'draft', locale: 'zh' }, now())).total).toBe(0)
})

test('the desk asks the database as often for many texts as for one', async () => {
  const ask = () => getDesk(all, now())
  await aDocument({ links: ['/blog/text', '/people/somebody'] })
  const one = await statements(ask)
  for (let n = 0; n < 20; n++) await aDocument({ links: [`/blog/text-${n}`, `/people/person-${n}`] })
  expect(await statements(ask)).toBe(one)
})

test('one text is read whole, and a name that differs is found with the name it should be', async () => {
  const { id, slug } = await aDocument()
  const author = await db.person.findFirstOrThrow({ where: { authored: { some: { document: { slug } } } } })
  await db.person.update({ where: { id: author.id }, data: { name: 'Another Name' } })
  const text = await getDeskText(id, now())
  expect(text?.found.map(({ reason }) => reason)).toContain(
    `Calls ${author.slug} “${author.name}”; they call themselves “Another Name”.`,
  )
  expect(await getDeskText('no-id', now())).toBeNull()
})

test('the calendar puts a text on the day of its moment, in the foundation’s own zone', async () => {
  await aDocument({ visibleFrom: new Date('2027-03-31T23:30:00Z') })
  const days = async (zone: string) =>
    (await listDatedTexts('2027-03-01', '2027-04-30', zone, now())).map(({ day, isComing }) => [day, isComing])
  expect(await days('UTC')).toEqual([['2027-03-31', true]])
  expect(await days('Asia/Shanghai')).toEqual([['2027-04-01', true]])
  expect(await listDatedTexts('2027-03-01', '2027-03-31', 'Asia/Shanghai', now())).toEqual([])
})

test('a preview link shows a draft until it ends or is ended, and only its hash is stored', async () => {
  const editor = await aPerson({ roles: ['editor'] })
  const { id } = await aDocument({ visibleFrom: null })
  const token = (await createPreviewLink(editor, { documentId: id }, 7, now())) ?? ''
  expect(token).toMatch(/^lect_[\w-]{43}$/)
  expect(JSON.stringify(await db.previewLink.findMany())).not.toContain(token.slice(5))
  expect(await getLinkedText(token, now())).toMatchObject({ title: aText.title })
  expect(await getLinkedText(token, addDays(now(), 8))).toBeNull()
  expect(await getLinkedText(`${token}x`, now())).toBeNull()
  const [link] = await listPreviewLinks({ documentId: id }, now())
  expect(await revokePreviewLink(editor, link?.id ?? '', now())).toBe(true)
  expect(await getLinkedText(token, now())).toBeNull()
  expect(await listPreviewLinks({ documentId: id }, now())).toEqual([])
})

test('a link to a guest’s post shows what was handed in, and nothing while it is being written', async () => {
  const { id, editor } = await aSubmittedPost()
  const token = (await createPreviewLink(editor, { postId: id }, 7, now())) ?? ''
  expect(await getLinkedText(token, now())).toMatchObject({ title: aText.title, tree: expect.any(Array) })
  await db.guestPost.update({ where: { id }, data: { submittedAt: null } })
  expect(await getLinkedText(token, now())).toBeNull()
  expect(await createPreviewLink(editor, { postId: id }, 7, now())).toBeNull()
})

test('there is no link to what is not there', async () => {
  const editor = await aPerson({ roles: ['editor'] })
  expect(await createPreviewLink(editor, { documentId: '00000000-0000-7000-8000-000000000000' }, 7, now())).toBeNull()
})
