import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { figuresCsv } from '@/features/content/formats/figures-csv'
import { syncContent } from '@/features/content/import/sync'
import { getCaseStudy, listCaseStudies } from '@/features/content/queries/case-studies'
import { type FigureOrder, listFigureCells, listFigures } from '@/features/content/queries/figures'
import { type FigureFilter, figureFacets, studyFacets } from '@/features/content/rules/case-studies'
import { type Chosen, countFacets, fitting } from '@/features/content/rules/facets'
import { lineOf } from '@/features/content/schema/problems'

let root = ''
beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'lectern-figures-'))
  cpSync('content/site.yaml', path.join(root, 'content/site.yaml'))
  write('organizations/acme.mdx', 'name: Acme\nsummary: Makes things.')
  write(
    'projects/helm.mdx',
    'name: Helm\ntagline: Packages\nsummary: Packs.\nhomepage: https://example.org\nrepository: https://example.org/code\nsponsors: []\nmoves: [{ level: sandbox, on: 2018-01-01 }]',
  )
  study('rails', {
    head: 'industry: Public transport\ncountry: CH\nchallenges: [scale]',
    figures: [
      'value: 40, unit: "%", label: Less to pay, direction: down, project: helm, source: "https://example.org/report"',
      'value: 900, unit: trains, label: On the move',
      'value: 12, unit: trains, label: To the north',
    ],
    body: 'Trains run at night. <Project slug="helm"/> brought it down by <Figure id="f0">40 per cent</Figure>, they say. It holds.\n\n> - At noon <Figure id="f1">*900* trains</Figure> run.\n\n| Line | Trains |\n| - | - |\n| North | <Figure id="f2">12</Figure> |',
  })
  study('bank', {
    head: 'industry: Banking\nchallenges: [cost]\nimpact: Nothing that was counted.',
    figures: [],
    body: 'No number.',
  })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(file: string, head: string, body = 'Text.') {
  const whole = path.join(root, 'content', file)
  mkdirSync(path.dirname(whole), { recursive: true })
  writeFileSync(whole, `---\n${head}\n---\n\n${body}\n`)
}

function study(name: string, { head, figures, body }: { head: string; figures: string[]; body: string }) {
  const list = figures.map((figure, at) => `  - { ${figure}, anchor: f${at} }`).join('\n')
  write(
    `case-studies/${name}.mdx`,
    `title: ${name}\nsummary: About ${name}.\ndate: 2020-01-01\norganization: acme\nchallenge: Too much.\nprojects: [helm]\n${head}\nfigures:${list ? `\n${list}` : ' []'}`,
    body,
  )
}

async function sync() {
  const { problems } = await syncContent({ content: path.join(root, 'content'), pictures: 'public' })
  expect(problems.map(lineOf)).toEqual([])
}

async function figures(chosen: Chosen<FigureFilter> = {}, locale = 'en', order: FigureOrder = 'newest') {
  const cells = await listFigureCells(locale)
  const lines = await listFigures({ locale, chosen, order }, cells, { skip: 0, take: 100 })
  expect(lines).toHaveLength(fitting(cells, figureFacets, chosen).reduce((sum, { count }) => sum + count, 0))
  return lines
}

test('a figure is found across texts with the sentence that states it, wherever in the text that stands', async () => {
  await sync()
  expect(await figures()).toMatchObject([
    {
      value: 40,
      sentence: 'Helm brought it down by 40 per cent, they say.',
      path: '/case-studies/rails#f0',
      project: 'helm',
      source: 'https://example.org/report',
      organizationName: 'Acme',
      country: 'CH',
    },
    { value: 900, unit: 'trains', sentence: 'At noon 900 trains run.', project: null },
    { value: 12, sentence: 'North · 12' },
  ])
})

test('each filter narrows the figures and says beforehand to how many', async () => {
  await sync()
  const counts = countFacets(await listFigureCells('en'), figureFacets, {}, ({ count }) => count)
  expect(counts.industry).toEqual(new Map([['public-transport', 3]]))
  expect(counts.direction).toEqual(new Map([['down', 1]]))
  expect(await figures({ direction: 'down' })).toHaveLength(1)
  expect(await figures({ unit: 'trains', industry: 'public-transport' })).toHaveLength(2)
  expect(await figures({ project: 'helm', unit: 'trains' })).toHaveLength(0)
  expect((await figures({}, 'en', 'value')).map(({ value }) => value)).toEqual([40, 900, 12])
})

test('figures of a draft, of the unlisted and of what is yet to come are nowhere', async () => {
  study('rails', {
    head: 'industry: X\ndraft: true',
    figures: ['value: 1, unit: x, label: y'],
    body: '<Figure id="f0">1</Figure> x',
  })
  study('bank', {
    head: 'industry: X\nunlisted: true',
    figures: ['value: 1, unit: x, label: y'],
    body: '<Figure id="f0">1</Figure> x',
  })
  await sync()
  expect(await figures()).toEqual([])
  expect(await listCaseStudies(['en'])).toEqual([])
  expect(await getCaseStudy('en', 'rails')).toBeNull()
  expect(await getCaseStudy('en', 'bank')).not.toBeNull()
})

test('a Chinese reader gets a text’s own figures where it is translated, under the same industry', async () => {
  write(
    'case-studies/rails.zh.mdx',
    'title: 铁路\nsummary: 关于铁路。\ntranslationOf: rails\nslug: tielu\ndate: 2020-01-01\norganization: acme\nindustry: 公共交通\nchallenge: 太多。\nprojects: [helm]\nfigures: [{ value: 900, unit: 列火车, label: 在运行, anchor: f0 }]',
    '夜里也有车。中午有<Figure id="f0">900 列火车</Figure>在运行。完。',
  )
  await sync()
  expect(await figures({}, 'zh')).toMatchObject([
    { unit: '列火车', sentence: '中午有900 列火车在运行。', path: '/zh/case-studies/tielu#f0' },
  ])
  expect(await figures({ industry: 'public-transport' }, 'zh')).toHaveLength(1)
  expect(await figures()).toHaveLength(3)
  expect(await getCaseStudy('zh', 'tielu')).toMatchObject({ industry: '公共交通', industryKey: 'public-transport' })
})

test('case studies are filtered by what they have, those without figures among them', async () => {
  await sync()
  const all = await listCaseStudies(['en'])
  const slugs = (chosen: Parameters<typeof fitting<(typeof all)[number], keyof typeof studyFacets>>[2]) =>
    fitting(all, studyFacets, chosen).map(({ slug }) => slug)
  expect(slugs({})).toEqual(['bank', 'rails'])
  expect(slugs({ challenge: 'scale' })).toEqual(['rails'])
  expect(slugs({ industry: 'banking', project: 'helm' })).toEqual(['bank'])
  expect(slugs({ country: 'ch' })).toEqual(['rails'])
  expect(slugs({ country: 'ch', challenge: 'cost' })).toEqual([])
})

test('the file of all figures has a line for each, with the address of its sentence', async () => {
  await sync()
  const [head, first] = figuresCsv(await figures({ direction: 'down' }), 'https://lectern.example').split('\r\n')
  expect(head).toBe(
    'value,unit,label,direction,baseline,period,project,source,sentence,organization,industry,country,title,language,url',
  )
  expect(first).toBe(
    '40,%,Less to pay,down,,,helm,https://example.org/report,"Helm brought it down by 40 per cent, they say.",Acme,Public transport,CH,rails,en,https://lectern.example/case-studies/rails#f0',
  )
})

test('a part whose heading is not there, and a study in the place of the page of figures, are refused', async () => {
  study('figures', { head: 'industry: X\nsections: { impact: gone }', figures: [], body: '## Impact\n\nText.' })
  const { problems } = await syncContent({ content: path.join(root, 'content'), pictures: 'public' })
  expect(problems.map(({ message }) => message)).toEqual(['sections.impact: “gone” is no heading of this file'])
  study('figures', { head: 'industry: X', figures: [], body: '## Impact\n\nText.' })
  const again = await syncContent({ content: path.join(root, 'content'), pictures: 'public' })
  expect(again.problems.map(({ message }) => message)).toEqual(['can’t be at /case-studies/figures: something else is'])
})
