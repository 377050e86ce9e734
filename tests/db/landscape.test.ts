import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { syncContent } from '@/features/content/import/sync'
import { importLandscape } from '@/features/projects/import/landscape'
import { listProjects } from '@/features/projects/queries'
import { listAliases } from '@/features/projects/queries/aliases'
import { countByLevel } from '@/features/projects/rules'
import { aliasKey } from '@/features/projects/rules/alias'
import { db } from '@/lib/db'
import { sharedFile } from '../conformance/shared'

const real = sharedFile('data/landscape.yml')
let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lectern-landscape-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const load = (file: string, isDryRun = false) => importLandscape(file, { isDryRun, event: null })
const sync = (content = 'content') => syncContent({ content, pictures: 'public' })

/** Imports items (YAML of one item each) as the projects of one subcategory. */
function loadItems(items: string[], isDryRun = false) {
  const file = path.join(root, 'some.yml')
  const list = items
    .map((item) =>
      item
        .trim()
        .replace(/^/gm, '            ')
        .replace(/^ {12}/, '          - '),
    )
    .join('\n')
  const head =
    'landscape:\n  - category:\n    name: Runtime\n    subcategories:\n      - subcategory:\n        name: Storage\n        items:\n'
  writeFileSync(file, `${head}${list}\n`)
  return load(file, isDryRun)
}

const falco = (extra = "accepted: '2018-10-10'") =>
  `name: Falco\nhomepage_url: https://falco.org\nproject: sandbox\nextra:\n  ${extra}`

async function state() {
  const projects = await db.project.findMany({
    orderBy: { slug: 'asc' },
    select: {
      slug: true,
      name: true,
      tagline: true,
      category: true,
      details: true,
      moves: { orderBy: [{ effectiveOn: 'asc' }, { level: 'asc' }] },
      aliases: { orderBy: { key: 'asc' } },
    },
  })
  return projects.map(({ moves, aliases, ...project }) => ({
    ...project,
    aliases: aliases.map(({ key, origin }) => `${key} ${origin}`),
    moves: moves.map(
      ({ level, effectiveOn, origin }) => `${level} ${effectiveOn.toISOString().slice(0, 10)} ${origin}`,
    ),
  }))
}

test.skipIf(!real)(
  'a real landscape gives all its projects, moves and levels, and a second import changes nothing',
  async () => {
    const first = await load(real ?? '')
    expect(first.summary).toMatch(/^2413 items, 255 projects, 370 dated moves: 255 changes/)
    expect([await db.project.count(), await db.projectMove.count()]).toEqual([255, 370])
    const projects = await listProjects()
    expect(countByLevel(projects, '2026-11-01')).toEqual({ sandbox: 151, incubating: 38, graduated: 38, archived: 28 })
    expect(countByLevel(projects, '2018-08-31')).toEqual({ sandbox: 9, incubating: 15, graduated: 2, archived: 0 })
    const before = await state()
    const entries = await db.auditEntry.count()
    const again = await load(real ?? '')
    expect([again.changes, again.summary.includes('no change')]).toEqual([[], true])
    expect(await state()).toEqual(before)
    expect(await db.auditEntry.count()).toBe(entries)
  },
)

test.skipIf(!real)('what a real landscape spells in its own way is reported with its line', async () => {
  const { notes } = await load(real ?? '', true)
  const lines = readFileSync(real ?? '', 'utf8').split('\n')
  const about = (word: string) => notes.filter((note) => note.includes(word))
  expect(about('documentation_ul').length).toBeGreaterThan(0)
  expect(about('blogs_url')).toHaveLength(1)
  expect(about('“AdaLogics”')).toHaveLength(1)
  expect(about('“ADA Logics”').length).toBeGreaterThan(0)
  for (const note of about('documentation_ul')) {
    const line = Number(/^landscape\.yml:(\d+):/.exec(note)?.[1])
    expect(lines[line - 1]).toContain('documentation_ul')
  }
  expect(await db.project.count()).toBe(0)
})

test.skipIf(!real)(
  'content and landscape end in one state, whichever comes first, and neither undoes the other',
  async () => {
    await sync()
    await load(real ?? '')
    const contentFirst = await state()
    expect((await load(real ?? '')).changes).toEqual([])
    await db.document.deleteMany()
    await db.project.deleteMany()
    await load(real ?? '')
    await sync()
    expect(await state()).toEqual(contentFirst)
    expect((await load(real ?? '')).changes).toEqual([])
    const harbor = contentFirst.find(({ slug }) => slug === 'harbor')
    expect(harbor?.moves).toEqual([
      'sandbox 2018-07-31 content',
      'incubating 2018-11-14 content',
      'graduated 2020-06-15 content',
    ])
    expect(harbor?.tagline).toBe('A registry that knows what it holds')
    expect(harbor?.category).toBe('Provisioning')
  },
)

test('a dry run shows the difference and writes nothing', async () => {
  const { changes, summary } = await loadItems([falco()], true)
  expect(changes).toEqual(['+ falco: Falco, sandbox on 2018-10-10'])
  expect(summary).toContain('1 projects, 1 dated moves')
  expect([await db.project.count(), await db.auditEntry.count(), await db.purgeLog.count()]).toEqual([0, 0, 0])
})

test('a corrected date replaces the old one, and the audit keeps both', async () => {
  await loadItems([falco()])
  const { changes } = await loadItems([falco("accepted: '2018-10-11'")])
  expect(changes).toEqual(['- falco: sandbox on 2018-10-10', '+ falco: sandbox on 2018-10-11'])
  const entries = await db.auditEntry.findMany({ where: { resource: 'project' }, orderBy: { id: 'asc' } })
  expect(entries.map(({ verb, detail }) => [verb, detail])).toEqual([
    ['record-move', { level: 'sandbox', on: '2018-10-10', origin: 'landscape', by: 'some.yml' }],
    ['create', { by: 'some.yml' }],
    ['withdraw-move', { level: 'sandbox', on: '2018-10-10', origin: 'landscape', by: 'some.yml' }],
    ['record-move', { level: 'sandbox', on: '2018-10-11', origin: 'landscape', by: 'some.yml' }],
  ])
})

test('a move that stays keeps the day on which it was recorded', async () => {
  await loadItems([falco()])
  await db.projectMove.updateMany({ data: { recordedAt: new Date('2019-01-01') } })
  await loadItems([falco("accepted: '2018-10-10'\n  incubating: '2020-01-08'")])
  const moves = await db.projectMove.findMany({ orderBy: { effectiveOn: 'asc' } })
  expect(moves.map(({ recordedAt }) => recordedAt.getFullYear() === 2019)).toEqual([true, false])
})

test('a project that the file no longer names stays, and one that is renamed keeps its address', async () => {
  await loadItems([falco("accepted: '2018-10-10'\n  lfx_slug: falco"), falco().replace('Falco', 'Second')])
  const renamed = falco("accepted: '2018-10-10'\n  lfx_slug: falco").replace('Falco', 'Falco Runtime Security')
  const { notes, changes } = await loadItems([renamed])
  expect(notes).toContain('some.yml: no longer names second; it was kept')
  expect(changes).toEqual(['~ falco: name “Falco” is “Falco Runtime Security”'])
  expect((await db.project.findMany({ orderBy: { slug: 'asc' } })).map(({ slug }) => slug)).toEqual(['falco', 'second'])
})

test('content owns its dates: a conflict is reported from either side, and the landscape’s own moves stay', async () => {
  cpSync('content/site.yaml', path.join(root, 'content/site.yaml'))
  const file = path.join(root, 'content/projects/falco.mdx')
  cpSync('content/projects/harbor.mdx', file)
  const head =
    'name: Falco\ntagline: Watches\nsummary: Watches.\nhomepage: https://falco.org\nrepository: https://example.org/f\nsponsors: []'
  writeFileSync(file, `---\n${head}\nmoves:\n  - { level: sandbox, on: 2018-10-09 }\n---\n\nText.\n`)
  await sync(path.join(root, 'content'))
  const { notes } = await loadItems([falco("accepted: '2018-10-10'\n  incubating: '2020-01-08'")])
  expect(notes).toEqual([
    'some.yml:8:13 falco: sandbox on 2018-10-10; content/projects/falco.mdx says 2018-10-09, and its date was kept',
    'some.yml:8:13 falco: incubating on 2020-01-08, of which content/projects/falco.mdx says nothing; it was taken',
    'some.yml:10:22 Falco: says sandbox, and its dates say incubating; the dates were taken',
  ])
  expect((await state())[0]?.moves).toEqual(['sandbox 2018-10-09 content', 'incubating 2020-01-08 landscape'])
  rmSync(file)
  const gone = await sync(path.join(root, 'content'))
  expect(gone.problems).toEqual([])
  expect((await state())[0]?.moves).toEqual(['sandbox 2018-10-10 landscape', 'incubating 2020-01-08 landscape'])
})

test('a project is found by any way to write its name', async () => {
  const opa = falco("accepted: '2018-03-29'\n  lfx_slug: openpolicyagent\n  clomonitor_name: opa").replace(
    'Falco',
    'Open Policy Agent (OPA)',
  )
  await loadItems([opa])
  const named = new Map((await listAliases()).map(({ key, slug }) => [key, slug]))
  const found = ['opa', 'Open Policy-Agent', 'OpenPolicyAgent', 'nothing'].map((word) => named.get(aliasKey(word)))
  expect(found).toEqual(['open-policy-agent', 'open-policy-agent', 'open-policy-agent', undefined])
})
