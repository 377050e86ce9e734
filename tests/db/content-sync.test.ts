import { expect, test } from 'vitest'
import { lineOf } from '@/features/content/schema/problems'
import { ProjectDetails, type ProjectSource } from '@/features/projects/schema'
import { db } from '@/lib/db'
import { articleHead, projectHead, threeTexts } from '../content-folder'

const folder = threeTexts()

async function synced() {
  const { files, added, changed, removed, unchanged, problems } = await folder.sync()
  expect(problems.map(lineOf)).toEqual([])
  return { files, added, changed, removed, unchanged }
}

/** The tags of every purge since the last look. */
async function purged(): Promise<string[]> {
  const rows = await db.purgeLog.findMany()
  await db.purgeLog.deleteMany()
  return [...new Set(rows.flatMap(({ tags }) => tags))].sort()
}

test('a first sync indexes every text and joins what it names', async () => {
  expect(await synced()).toEqual({ files: 3, added: 3, changed: 0, removed: 0, unchanged: 0 })
  const first = await db.document.findFirstOrThrow({
    where: { slug: 'first' },
    include: {
      authors: { include: { person: true } },
      projects: { include: { project: true } },
      organizations: { include: { organization: true } },
      events: true,
    },
  })
  expect(first).toMatchObject({ kind: 'article', locale: 'en', plainText: 'About Helm.', minutes: 1, tags: ['one'] })
  expect(first.authors).toMatchObject([{ affiliation: 'acme', person: { slug: 'ada', affiliation: 'Acme' } }])
  expect(first.projects).toMatchObject([{ project: { slug: 'helm', name: 'Helm' } }])
  expect(first.organizations).toMatchObject([{ organization: { slug: 'acme' } }])
  expect(first.events).toMatchObject([{ eventSlug: 'somewhere-2018' }])
  expect(
    await db.project.findFirstOrThrow({ include: { sponsors: { include: { person: true } }, origin: true } }),
  ).toMatchObject({
    origin: { slug: 'acme' },
    sponsors: [{ person: { slug: 'bob' } }],
  })
})

test('a second sync finds nothing to do and writes nothing', async () => {
  await synced()
  await purged()
  const before = await db.document.findMany({ orderBy: { file: 'asc' } })
  expect(await synced()).toEqual({ files: 3, added: 0, changed: 0, removed: 0, unchanged: 3 })
  expect(await db.document.findMany({ orderBy: { file: 'asc' } })).toEqual(before)
  expect(await purged()).toEqual([])
})

test('one edit compiles one file, keeps its identity and purges what shows it', async () => {
  folder.write('blog/second.mdx', articleHead('Second'))
  await synced()
  await purged()
  const before = await db.document.findMany()
  folder.write('blog/first.mdx', articleHead('First, edited', { people: [['ada', 'Ada Lovelace']] }))
  expect(await synced()).toEqual({ files: 4, added: 0, changed: 1, removed: 0, unchanged: 3 })
  const after = await db.document.findMany()
  const touched = after.filter(
    ({ syncedAt, id }) => before.find((row) => row.id === id)?.syncedAt.getTime() !== syncedAt.getTime(),
  )
  expect(touched.map(({ title }) => title)).toEqual(['First, edited'])
  expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
  expect(await purged()).toEqual([
    'article-lines',
    'article:first',
    'articles',
    'event:somewhere-2018',
    'organization:acme',
    'person:ada',
    'project:helm',
  ])
})

test('a person belongs where the newest text that is out says, whichever was written last', async () => {
  folder.write('organizations/umbrella.mdx', 'name: Umbrella\nsummary: Makes others.')
  const at = (day: string, employer: string, more = '') =>
    articleHead('Text', { people: [['ada', 'Ada Lovelace']] })
      .replace('2018-07-31', day)
      .replace('affiliation: acme', `affiliation: ${employer}`) + more
  const employer = async () => (await db.person.findUniqueOrThrow({ where: { slug: 'ada' } })).affiliation
  folder.write('blog/newer.mdx', at('2019-01-01', 'umbrella'))
  await synced()
  expect(await employer()).toBe('Umbrella')
  folder.write('blog/first.mdx', at('2018-07-31', 'acme', '\nseriesName: Edited'))
  await synced()
  expect(await employer()).toBe('Umbrella')
  folder.write('blog/newest.mdx', at('2020-01-01', 'acme', '\ndraft: true'))
  await synced()
  expect(await employer()).toBe('Umbrella')
  folder.write('blog/newest.mdx', at('2020-01-01', 'acme'))
  await synced()
  expect(await employer()).toBe('Acme')
})

test('one broken file, and the index stays as it was', async () => {
  await synced()
  await purged()
  folder.write('blog/first.mdx', articleHead('First, edited'))
  folder.write('blog/broken.mdx', articleHead('Broken'), 'import x from "y"')
  const { problems } = await folder.sync()
  expect(problems.map(lineOf)).toEqual(['content/blog/broken.mdx:14:1 is an import or export, which is not allowed'])
  expect((await db.document.findFirstOrThrow({ where: { slug: 'first' } })).title).toBe('First')
  expect(await db.document.count()).toBe(3)
  expect(await purged()).toEqual([])
})

test('what is taken away goes, with what joined it and the project that it was', async () => {
  await synced()
  await purged()
  folder.remove('blog/first.mdx')
  expect(await synced()).toMatchObject({ removed: 1, unchanged: 2 })
  expect(await db.documentProject.count()).toBe(1)
  expect(await purged()).toEqual(expect.arrayContaining(['article:first', 'articles', 'person:ada', 'project:helm']))
  folder.remove('projects/helm.mdx')
  folder.remove('organizations/acme.mdx')
  await synced()
  expect([await db.project.count(), await db.organization.count(), await db.document.count()]).toEqual([0, 0, 0])
  expect(await db.person.count()).toBe(2)
})

test('whoever has an account keeps the name and affiliation that they gave themselves', async () => {
  const own = { slug: 'ada', name: 'Ada, Countess', email: 'ada@example.org', affiliation: 'Engines Ltd' }
  await db.person.create({ data: own })
  await synced()
  expect(await db.person.findUniqueOrThrow({ where: { slug: 'ada' } })).toMatchObject(own)
  expect(await db.documentAuthor.count()).toBe(1)
})

const moves = async () =>
  (await db.projectMove.findMany({ orderBy: { effectiveOn: 'asc' } })).map(
    ({ level, effectiveOn }) => `${level} ${effectiveOn.toISOString().slice(0, 10)}`,
  )

async function landscapeSays(moves: ProjectSource['moves']) {
  const { id: projectId } = await db.project.findFirstOrThrow()
  const nothing = { tagline: null, homepage: null, repository: null, category: null, subcategory: null, aliases: [] }
  const facts = { name: 'Helm', ...nothing, details: ProjectDetails.parse({}), moves }
  await db.landscapeEntry.create({ data: { projectId, key: 'helm', facts } })
}

test('the maturity log follows its file, and what contradicts it is reported', async () => {
  await synced()
  const incubating = { level: 'incubating', on: '2019-05-05', announcement: null } as const
  await landscapeSays([incubating, { level: 'archived', on: '2026-01-01', announcement: null }])
  folder.write(
    'projects/helm.mdx',
    projectHead([
      ['sandbox', '2018-02-02'],
      ['incubating', '2019-06-06'],
    ]),
  )
  const { notes } = await folder.sync()
  expect(notes.filter((note) => note.includes('landscape'))).toEqual([
    'content/projects/helm.mdx: the landscape has incubating on 2019-05-05; the file says 2019-06-06, and its date was taken.',
    'content/projects/helm.mdx: the landscape has archived on 2026-01-01, of which the file says nothing; it was kept.',
  ])
  expect(await moves()).toEqual(['sandbox 2018-02-02', 'incubating 2019-06-06', 'archived 2026-01-01'])
})

test('a changed site.yaml purges everything', async () => {
  await synced()
  await purged()
  folder.append('site.yaml', '# A comment\n')
  await synced()
  expect(await purged()).toEqual(['*'])
})

test('two syncs at once end as one', async () => {
  const outcomes = await Promise.all([folder.sync(), folder.sync(), folder.sync()])
  expect(outcomes.flatMap(({ problems }) => problems)).toEqual([])
  expect(await db.document.count()).toBe(3)
  expect(await db.person.count()).toBe(2)
  expect(await moves()).toEqual(['sandbox 2018-01-01'])
})
