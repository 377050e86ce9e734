import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { saveProfile } from '@/features/people/commands/profile'
import { importPeopleFile } from '@/features/people/import/people'
import { getPerson } from '@/features/people/queries'
import { getProfile } from '@/features/people/queries/profile'
import { audiencesOf } from '@/features/people/rules'
import { db } from '@/lib/db'
import { aPerson } from '../../factories'
import { statementCounter } from '../../statements'

const statements = statementCounter()

const FILE = 'tests/fixtures/people.json'
const run = (facts: { isDryRun?: boolean; same?: string[]; alias?: string[] } = {}) =>
  importPeopleFile(FILE, { isDryRun: false, event: null, ...facts })

beforeEach(async () => {
  const names = { argo: 'Argo', 'open-policy-agent': 'Open Policy Agent', 'notary-project': 'Notary Project' }
  const plain = ['kubernetes', 'prometheus', 'envoy', 'helm', 'linkerd', 'harbor', 'vitess', 'openmetrics']
  const all = [...Object.entries(names), ...plain.map((slug) => [slug, slug] as const)]
  await db.project.createMany({ data: all.map(([slug, name]) => ({ slug, name, tagline: '' })) })
})

test('a file of forty records: who is new is made, ambassadors have a term that ends, and nothing is done twice', async () => {
  const first = await run()
  expect(first.summary).toMatch(/^39 records: 36 new, 0 changed, 0 unchanged, 1 doubtful/)
  expect(await db.person.count()).toBe(36)
  expect(await db.ambassadorTerm.count()).toBe(27)
  const second = await run()
  expect(second.changes).toEqual([])
  expect(second.summary).toMatch(/0 new, 0 changed, 35 unchanged/)
  expect([await db.person.count(), await db.ambassadorTerm.count()]).toEqual([36, 27])
})

test('a dry run says the same and writes nothing', async () => {
  const dry = await run({ isDryRun: true })
  expect([await db.person.count(), await db.auditEntry.count(), await db.purgeLog.count()]).toEqual([0, 0, 0])
  const wet = await run()
  expect(wet).toEqual(dry)
})

test('the report names record, line and reason of all that was dropped', async () => {
  const { notes } = await run()
  const said = (part: RegExp) =>
    expect(
      notes.filter((note) => part.test(note)),
      String(part),
    ).not.toEqual([])
  said(/people\.json:\d+ record 7, langauges: .*“languages”/)
  said(/record 9, location: no country in “Atlantis”/)
  said(/record 11, languages: “Klingonese”/)
  said(/record 6, projects: “Kuberntes” names no project/)
  said(/record 21, company: is there twice/)
  said(/record 33: has no name/)
  said(/record 37 is no object/)
  said(/record 36 is record 1 again \(linkedin aminaokwuosa\); joined/)
  said(/image of 32 records is not taken/)
  expect(JSON.stringify(await db.person.findMany())).not.toMatch(/alert|javascript|<p/)
})

test('spellings that nobody’s name has still find their project', async () => {
  await run()
  const rows = await db.personProject.findMany({ select: { project: { select: { slug: true } } } })
  const slugs = new Set(rows.map(({ project }) => project.slug))
  for (const slug of ['argo', 'open-policy-agent', 'notary-project']) expect(slugs).toContain(slug)
})

test('a spelling is kept from the file or from the command line on, once', async () => {
  await run({ isDryRun: true, alias: ['Kuberntes=kubernetes'] })
  expect(await db.projectAlias.count()).toBe(0)
  const { changes, notes } = await run({ alias: ['Kuberntes=kubernetes'] })
  expect(changes).toContain('+ “Kuberntes” is kubernetes')
  expect(notes.filter((note) => note.includes('Kuberntes'))).toEqual([])
  const keys = (await db.projectAlias.findMany()).map(({ key }) => key)
  expect(keys).toEqual(expect.arrayContaining(['argocd', 'opa', 'notary', 'kuberntes']))
  const again = await run()
  expect(again.changes).toEqual([])
  expect(again.notes.filter((note) => note.includes('Kuberntes'))).toEqual([])
})

test('two people of one name are two people; a name that is known makes a record doubtful, and is never enough', async () => {
  await db.person.create({ data: { slug: 'greta-brandt', name: 'Greta Brandt' } })
  const { notes } = await run()
  expect(await db.person.findMany({ where: { name: 'Chiara Lindahl' } })).toHaveLength(2)
  expect(await db.person.count({ where: { name: 'Greta Brandt' } })).toBe(1)
  expect(notes.filter((note) => note.includes('Greta Brandt: doubtful'))[0]).toContain(
    '--same 7=greta-brandt or --same 7=new',
  )
  const { changes } = await run({ same: ['7=greta-brandt'] })
  expect(changes).toHaveLength(1)
  expect(await getPerson('greta-brandt', 'en')).toMatchObject({ country: 'DE', ambassador: 'current' })
  expect((await run()).changes).toEqual([])
})

test('whoever speaks for themselves keeps what they say, and what they keep back stays back', async () => {
  const amina = await aPerson({ name: 'Amina Okwuosa' })
  await db.person.update({ where: { id: amina.id }, data: { emailVerified: new Date() } })
  const { values } = await getProfile(amina.id)
  const audiences = { ...audiencesOf([]), city: 'nobody' } as const
  const own = { ...values, linkedin: 'aminaokwuosa', bio: 'My own words.' }
  await saveProfile(amina, { name: 'Amina', values: own, audiences, version: 1 })
  await run()
  const after = await getProfile(amina.id)
  expect(after.values).toMatchObject({ bio: 'My own words.', city: '', country: 'NG', affiliation: 'Okwuosa Works' })
  expect(audiencesOf(after.withheld).city).toBe('nobody')
})

test('handles of several people make a record doubtful', async () => {
  const [one, two] = [await aPerson(), await aPerson()]
  await db.personHandle.create({ data: { kind: 'linkedin', handle: 'brunotavares', personId: one.id } })
  await db.personHandle.create({ data: { kind: 'github', handle: 'brunotavares', personId: two.id } })
  const { notes } = await run()
  expect(notes.filter((note) => /record 2, .*its handles are those of several people/.test(note))).toHaveLength(1)
})

test('five hundred people take as many statements as five, to come, to change and to stay', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-people-'))
  const write = (name: string, count: number, bio: string) => {
    const people = Array.from({ length: count }, (_, n) => ({
      ...{ name: n % 10 === 0 ? 'Same Name' : `Person ${n}`, company: `Works ${n % 40}`, bio: `${bio} ${n}.` },
      ...{ location: 'Berlin, Germany', languages: ['German', 'English'], projects: ['Envoy', 'Helm'] },
      ...{ github: `https://github.com/imported-${n}`, email: `imported-${n}@example.org`, category: ['Ambassadors'] },
    }))
    const file = path.join(folder, name)
    writeFileSync(file, JSON.stringify(people))
    return file
  }
  const counted = async (file: string) => {
    let summary = ''
    const count = await statements(async () => {
      ;({ summary } = await importPeopleFile(file, { isDryRun: false, event: null }))
    })
    return { count, summary }
  }
  const counts = async (people: number) => {
    const runs = [
      await counted(write('first.json', people, 'Writes')),
      await counted(write('second.json', people, 'Wrote')),
      await counted(write('second.json', people, 'Wrote')),
    ]
    return { statements: runs.map(({ count }) => count), summaries: runs.map(({ summary }) => summary) }
  }
  const few = await counts(5)
  await db.person.deleteMany()
  await db.projectAlias.deleteMany()
  const many = await counts(500)
  expect(many.summaries).toEqual([
    expect.stringMatching(/^500 records: 500 new, 0 changed/),
    expect.stringMatching(/^500 records: 0 new, 500 changed/),
    expect.stringMatching(/^500 records: 0 new, 0 changed, 500 unchanged/),
  ])
  expect(many.statements).toEqual(few.statements)
  const written = [await db.personHandle.count(), await db.personProject.count(), await db.ambassadorTerm.count()]
  expect(written).toEqual([500, 1_000, 500])
  expect(await db.person.count({ where: { slug: { startsWith: 'same-name' } } })).toBe(50)
  rmSync(folder, { recursive: true })
})
