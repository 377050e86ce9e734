import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { syncContent } from '@/features/content/import/sync'
import { lineOf } from '@/features/content/schema/problems'
import { ProjectDetails, type ProjectSource } from '@/features/projects/schema'
import { db } from '@/lib/db'

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lectern-content-'))
  cpSync('content/site.yaml', path.join(root, 'content/site.yaml'))
  write('organizations/acme.mdx', 'name: Acme\nsummary: Makes things.')
  write('projects/helm.mdx', project([['sandbox', '2018-01-01']]))
  write('blog/first.mdx', article('First', { people: [['ada', 'Ada Lovelace']] }), 'About <Project slug="helm"/>.')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(file: string, head: string, body = 'Text.') {
  const whole = path.join(root, 'content', file)
  mkdirSync(path.dirname(whole), { recursive: true })
  writeFileSync(whole, `---\n${head}\n---\n\n${body}\n`)
}

function remove(file: string) {
  rmSync(path.join(root, 'content', file))
}

function article(title: string, { people = [], tags = 'one' }: { people?: [string, string][]; tags?: string } = {}) {
  const authors = people.map(([slug, name]) => `{ slug: ${slug}, name: ${name}, affiliation: acme }`)
  return [
    `title: ${title}`,
    `summary: About ${title}.`,
    'date: 2018-07-31',
    `authors: [${authors.join(', ')}]`,
    'category: technical',
    `tags: [${tags}]`,
    'projects: [helm]',
    'organizations: [acme]',
    'events: [somewhere-2018]',
    'people: []',
  ].join('\n')
}

function project(moves: [string, string][], name = 'Helm') {
  const log = moves.map(([level, on]) => `  - { level: ${level}, on: ${on} }`).join('\n')
  const homepage = 'homepage: https://example.org\nrepository: https://example.org/code'
  return `name: ${name}\ntagline: Packages\nsummary: Packs.\n${homepage}\nstartedAt: acme\nsponsors: [{ slug: bob, name: Bob }]\nmoves:\n${log}`
}

const folders = () => ({ content: path.join(root, 'content'), pictures: 'public' })
const sync = () => syncContent(folders())

async function synced() {
  const { files, added, changed, removed, unchanged, problems } = await sync()
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
  write('blog/second.mdx', article('Second'))
  await synced()
  await purged()
  const before = await db.document.findMany()
  write('blog/first.mdx', article('First, edited', { people: [['ada', 'Ada Lovelace']] }))
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
  write('organizations/umbrella.mdx', 'name: Umbrella\nsummary: Makes others.')
  const at = (day: string, employer: string, more = '') =>
    article('Text', { people: [['ada', 'Ada Lovelace']] })
      .replace('2018-07-31', day)
      .replace('affiliation: acme', `affiliation: ${employer}`) + more
  const employer = async () => (await db.person.findUniqueOrThrow({ where: { slug: 'ada' } })).affiliation
  write('blog/newer.mdx', at('2019-01-01', 'umbrella'))
  await synced()
  expect(await employer()).toBe('Umbrella')
  write('blog/first.mdx', at('2018-07-31', 'acme', '\nseriesName: Edited'))
  await synced()
  expect(await employer()).toBe('Umbrella')
  write('blog/newest.mdx', at('2020-01-01', 'acme', '\ndraft: true'))
  await synced()
  expect(await employer()).toBe('Umbrella')
  write('blog/newest.mdx', at('2020-01-01', 'acme'))
  await synced()
  expect(await employer()).toBe('Acme')
})

test('one broken file, and the index stays as it was', async () => {
  await synced()
  await purged()
  write('blog/first.mdx', article('First, edited'))
  write('blog/broken.mdx', article('Broken'), 'import x from "y"')
  const { problems } = await sync()
  expect(problems.map(lineOf)).toEqual(['content/blog/broken.mdx:14:1 is an import or export, which is not allowed'])
  expect((await db.document.findFirstOrThrow({ where: { slug: 'first' } })).title).toBe('First')
  expect(await db.document.count()).toBe(3)
  expect(await purged()).toEqual([])
})

test('what is taken away goes, with what joined it and the project that it was', async () => {
  await synced()
  await purged()
  remove('blog/first.mdx')
  expect(await synced()).toMatchObject({ removed: 1, unchanged: 2 })
  expect(await db.documentProject.count()).toBe(1)
  expect(await purged()).toEqual(expect.arrayContaining(['article:first', 'articles', 'person:ada', 'project:helm']))
  remove('projects/helm.mdx')
  remove('organizations/acme.mdx')
  await synced()
  expect([await db.project.count(), await db.organization.count(), await db.document.count()]).toEqual([0, 0, 0])
  expect(await db.person.count()).toBe(2)
})

test('a reference that loses its end is refused where it stands, though its own file has not changed', async () => {
  await synced()
  remove('organizations/acme.mdx')
  const { problems } = await sync()
  expect(problems.map(lineOf)).toEqual([
    'content/blog/first.mdx:9:17 leads to /organizations/acme, which does not exist',
    'content/blog/first.mdx:5:44 leads to /organizations/acme, which does not exist',
    'content/projects/helm.mdx:7:1 leads to /organizations/acme, which does not exist',
  ])
  expect(await db.organization.count()).toBe(1)
})

test.each([
  ['an unknown project', '<Project slug="none"/> is it.', '14:1 leads to /projects/none, which does not exist'],
  ['an unknown person', 'By <Person slug="nobody"/>.', '14:4 leads to /people/nobody, which does not exist'],
  ['a page that is not there', 'See [this](/blog/none).', '14:5 leads to /blog/none, which does not exist'],
  [
    'a Chinese page that is not there',
    'See [this](/zh/blog/first).',
    '14:5 leads to /zh/blog/first, which does not exist',
  ],
])('%s is refused', async (_, body, problem) => {
  write('blog/second.mdx', article('Second'), body)
  expect((await sync()).problems.map(lineOf)).toEqual([`content/blog/second.mdx:${problem}`])
})

test('pages of data, lists and files may be linked to; an event that is not there yet is only noted', async () => {
  const links = [
    '/',
    '/blog',
    '/zh/projects/helm',
    '/people/ada',
    '/feed.xml',
    '/brand/logo.svg',
    '/blog/tags/one',
    '/events/x',
  ]
  write('blog/second.mdx', article('Second'), links.map((link) => `[a](${link})`).join(' '))
  const { problems, notes } = await sync()
  expect(problems).toEqual([])
  expect(notes.map((note) => note.replace(/^\S+ /, ''))).toEqual([
    'names /events/somewhere-2018, which is not there yet',
    'names /events/x, which is not there yet',
  ])
})

test('two translations cannot have one address, nor a page one that is taken', async () => {
  const translation = (of: string) => `${article(of)}\nslug: same\ntranslationOf: ${of}`
  write('blog/second.mdx', article('Second'))
  write('blog/first.zh.mdx', translation('first'))
  write('blog/second.zh.mdx', translation('second'))
  write('pages/admin.mdx', 'title: A\nsummary: B.')
  write('blog/third.zh.mdx', translation('third'))
  expect((await sync()).problems.map(lineOf).sort()).toEqual([
    'content/blog/second.zh.mdx:12:1 has the slug same, as content/blog/first.zh.mdx has',
    'content/blog/third.zh.mdx:12:1 has the slug same, as content/blog/second.zh.mdx has',
    'content/blog/third.zh.mdx:13:1 translates third.mdx, which does not exist',
    'content/pages/admin.mdx:1:1 can’t be at /admin: something else is',
  ])
})

test('one slug goes with one name, in files that changed and in files that did not', async () => {
  await synced()
  write('blog/second.mdx', article('Second', { people: [['ada', 'Ada King']] }))
  expect((await sync()).problems.map(lineOf)).toEqual([
    'content/blog/second.mdx:5:24 calls ada “Ada King”; elsewhere it is “Ada Lovelace”',
  ])
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
  write(
    'projects/helm.mdx',
    project([
      ['sandbox', '2018-02-02'],
      ['incubating', '2019-06-06'],
    ]),
  )
  const { notes } = await sync()
  expect(notes.filter((note) => note.includes('landscape'))).toEqual([
    'content/projects/helm.mdx: the landscape has incubating on 2019-05-05; the file says 2019-06-06, and its date was taken.',
    'content/projects/helm.mdx: the landscape has archived on 2026-01-01, of which the file says nothing; it was kept.',
  ])
  expect(await moves()).toEqual(['sandbox 2018-02-02', 'incubating 2019-06-06', 'archived 2026-01-01'])
})

test('a changed site.yaml purges everything', async () => {
  await synced()
  await purged()
  const file = path.join(root, 'content/site.yaml')
  writeFileSync(file, `# A comment\n`, { flag: 'a' })
  await synced()
  expect(await purged()).toEqual(['*'])
})

test('two syncs at once end as one', async () => {
  const outcomes = await Promise.all([sync(), sync(), sync()])
  expect(outcomes.flatMap(({ problems }) => problems)).toEqual([])
  expect(await db.document.count()).toBe(3)
  expect(await db.person.count()).toBe(2)
  expect(await moves()).toEqual(['sandbox 2018-01-01'])
})
