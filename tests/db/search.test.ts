import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rebuildIndex } from '@/features/search/commands/refresh'
import { isIndexBehind } from '@/features/search/queries/stale'
import { db } from '@/lib/db'
import { aPerson } from '../factories'
import { answer, aProject, aText, found, markedIn } from '../searchable'

const anyText = fc.array(fc.nat(0x10ffff), { maxLength: 30 }).map((points) => String.fromCodePoint(...points))

test('a word finds what has it in another form, with accents or without', async () => {
  await aText({ slug: 'running', title: 'Running databases', text: 'We migrated façades and Zürich.' })
  for (const text of ['runs database', 'DATABASES', 'migrating', 'facade', 'zurich', 'Zürich', 'façade '])
    expect([text, await found(text)]).toEqual([text, ['/blog/running']])
  expect(await found('running cats')).toEqual(['/blog/running'])
  expect((await answer('running cats'))?.how).toBe('some')
})

test('a title comes before a mention, and the project itself before all that speak of it', async () => {
  await aText({ slug: 'mention', title: 'Harvest', text: 'Helm, Helm and Helm again, for the charts of Helm.' })
  await aText({ slug: 'title', title: 'What Helm is for', text: 'Charts.' })
  await aProject('Helm', 'helm', 'Packages')
  await aProject('Helmsman', 'helmsman', 'Something else')
  expect(await found('helm')).toEqual(['/projects/helm', '/blog/title', '/projects/helmsman', '/blog/mention'])
  expect((await found('HELM'))[0]).toBe('/projects/helm')
})

test('a name is found however it is cut: OpenTelemetry, open telemetry, open-tele', async () => {
  await aProject('OpenTelemetry', 'opentelemetry')
  for (const text of ['OpenTelemetry', 'open telemetry', 'opentelemetry', 'Open-Tele', 'opente', 'te'])
    expect([text, await found(text)]).toEqual([text, ['/projects/opentelemetry']])
})

test('the last word may be a beginning, and only the last', async () => {
  await aText({ slug: 'graduation', title: 'Prometheus has its graduation' })
  for (const typed of ['pr', 'prom', 'prometheus gradu', 'graduati'])
    expect([typed, await found(typed)]).toEqual([typed, ['/blog/graduation']])
  expect((await answer('prom graduation '))?.how).not.toBe('all')
})

test('a slip of the keyboard is mended, and the answer says so', async () => {
  await aText({ slug: 'prometheus', title: 'Prometheus for everybody' })
  for (const typed of ['promethues', 'prometeus', 'prometheuss for', 'promehteus everybdoy']) {
    const said = await answer(typed)
    expect([typed, said?.how, said?.hits.map(({ path }) => path)]).toEqual([typed, 'corrected', ['/blog/prometheus']])
    expect(said?.suggestion).toContain('prometheus')
  }
  expect((await answer('kxqzvw'))?.total).toBe(0)
})

test('a question of words that say nothing finds the titles that have them', async () => {
  await aText({ slug: 'who', title: 'Who are we' })
  await aText({ slug: 'other', title: 'Other', text: 'who are we' })
  expect(await found('who are')).toEqual(['/blog/who'])
  expect((await answer('the who '))?.how).toBe('some')
})

test('each facet counts what there is of its values under the other filters', async () => {
  const helm = await aProject('Helm')
  await aText({ title: 'Charts one', tags: ['charts'], projectId: helm.id })
  await aText({ title: 'Charts two', tags: ['charts', 'new'], publishedOn: new Date('2019-02-01') })
  await aText({ title: 'Charts three', locale: 'zh', kind: 'case_study' })
  const counts = async (filters = {}) => {
    const said = await answer('charts', { filters })
    const of = (values: { value: string; count: number }[] = []) =>
      values.map(({ value, count }) => `${value} ${count}`).join(', ')
    const { kind, language, project, year, tag } = said?.facets ?? {}
    return [said?.total, of(kind), of(language), of(project), of(year), of(tag)]
  }
  expect(await counts()).toEqual([
    3,
    'article 2, case-study 1',
    'en 2, zh 1',
    'helm 1',
    '2018 2, 2019 1',
    'charts 2, new 1',
  ])
  expect(await counts({ kind: 'article', year: '2018' })).toEqual([
    1,
    'article 1, case-study 1',
    'en 1',
    'helm 1',
    '2018 1, 2019 1',
    'charts 1',
  ])
  expect(await counts({ project: 'nothing' })).toEqual([0, '', '', 'helm 1', '', ''])
  expect((await answer('charts'))?.facets.project).toEqual([{ value: 'helm', label: 'Helm', count: 1 }])
})

test('what was found is marked in title and extract, and nothing in them is markup', async () => {
  const text = `${'Some words before it. '.repeat(30)}Here <b>migrated</b> databases & more.${' And after.'.repeat(30)}`
  await aText({ title: 'Migrating <script>', text })
  const hit = (await answer('migrate databases'))?.hits[0]
  expect(markedIn(hit?.title ?? [])).toEqual(['Migrating'])
  expect(markedIn(hit?.extract ?? [])).toEqual(['migrated', 'databases'])
  expect(hit?.extract.map((piece) => piece.text).join('')).toMatch(/^… .*<b>migrated<\/b> databases & more.* …$/)
})

test('the reader’s own language comes first', async () => {
  await aText({ slug: 'english', title: 'Harbor' })
  await aText({ slug: 'chinese', title: 'Harbor', locale: 'zh' })
  expect(await found('harbor', { locale: 'en' })).toEqual(['/blog/english', '/blog/chinese'])
  expect(await found('harbor', { locale: 'zh' })).toEqual(['/blog/chinese', '/blog/english'])
})

test('no question breaks it, whatever is typed', async () => {
  await aText({ title: 'Kubernetes', text: '集群' })
  const awkward = [
    `'; drop table search.entry; --`,
    `a' | !b & (c <-> d:*) \\ : * %`,
    'nul\u0000byte',
    '\ud800 half \udc00',
    '👩‍💻🔥',
    'עברית العربية',
    '...!!!???',
    ' ',
    '',
    'kubernetes '.repeat(1_000),
    '集'.repeat(10_000),
    'x'.repeat(10_000),
  ]
  for (const text of awkward) await expect(answer(text)).resolves.toBeDefined()
  expect(await answer('...!!!???')).toBeNull()
  expect(await found(`kubernetes' \u0000`)).toHaveLength(1)
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      await answer(text)
    }),
    { numRuns: 150 },
  )
  expect(await db.document.count()).toBe(1)
})

test('an index of another format is made again, once', async () => {
  await aText({ title: 'Kubernetes' })
  expect(await rebuildIndex()).toBe(1)
  expect(await rebuildIndex()).toBe(0)
  await db.setting.update({ where: { key: 'search.format' }, data: { value: 0 } })
  await aPerson()
  expect(await rebuildIndex()).toBe(2)
  expect(await isIndexBehind()).toBe(false)
  expect(await found('kubernetes')).toHaveLength(1)
})
