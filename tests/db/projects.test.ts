import { expect, test } from 'vitest'
import { syncContent } from '@/features/content/import/sync'
import { getProject, listActivity, listProjects } from '@/features/projects/queries'
import { listEventsNamedWith, listTalksOnProject } from '@/features/projects/queries/talks'
import { talkNames } from '@/features/projects/rules/alias'
import { db } from '@/lib/db'
import { collect } from '@/lib/front/tags'
import { anEvent } from '../factories'
import { statementCounter } from '../statements'

const sync = () => syncContent({ content: 'content', pictures: 'public' })

const statements = statementCounter()

async function aProject(slug: string, entered = '2020-01-01') {
  const moves = { create: [{ level: 'sandbox' as const, effectiveOn: new Date(entered) }] }
  const aliases = { create: [{ key: slug, spelling: slug, origin: 'content' as const }] }
  return db.project.create({ data: { slug, name: slug, tagline: '', moves, aliases } })
}

async function aRelease(sessions: { code: string; title: string; abstract?: string; status?: string }[]) {
  const event = await anEvent()
  const slots = sessions.map(({ status = 'confirmed', ...session }) => ({
    status,
    session: { ...session, speakers: [] },
  }))
  await db.release.create({ data: { eventId: event.id, number: 1, name: '1', schedule: { slots } } })
}

test('the list of projects asks the database as often for fifty as for one', async () => {
  await aProject('first')
  const page = () => Promise.all([listProjects(), listActivity()])
  const before = await statements(page)
  for (let n = 0; n < 49; n++) await aProject(`project-${n}`)
  expect(await statements(page)).toBe(before)
})

test('levels and ages are old when the next day begins', async () => {
  await collect(async (reading) => {
    await listProjects()
    const midnight = new Date()
    midnight.setUTCHours(24, 0, 0, 0)
    expect(reading.freshUntil).toBeLessThanOrEqual(midnight.getTime())
  })
})

test('activity counts what is on record of a year, and no text that is not out', async () => {
  await sync()
  const harbor = (await listActivity()).get('harbor')
  // The two moves and the two articles of 2018, the audit of 2019, the move of 2020.
  expect([harbor?.get(2018), harbor?.get(2019), harbor?.get(2020)]).toEqual([4, 1, 1])
  await db.document.updateMany({ where: { slug: 'harbor-enters-the-sandbox' }, data: { visibleFrom: null } })
  expect((await listActivity()).get('harbor')?.get(2018)).toBe(3)
})

test('a talk is on a project where its title or abstract has the name as a word of its own', async () => {
  await aRelease([
    { code: 'AAAAAA', title: 'Charts with Helm' },
    { code: 'BBBBBB', title: 'Helmets on', abstract: 'Who is at the helm?' },
    { code: 'CCCCCC', title: 'Packages', abstract: 'We use Helm, and why.' },
    { code: 'DDDDDD', title: 'Helm, cancelled', status: 'cancelled' },
    { code: 'EEEEEE', title: 'Policy with OPA' },
  ])
  const codes = async (names: string[]) => (await listTalksOnProject(names)).map(({ code }) => code)
  expect(await codes(['Helm'])).toEqual(['AAAAAA', 'CCCCCC'])
  expect(await codes(talkNames({ name: 'Open Policy Agent (OPA)', aliases: ['opa'] }))).toEqual(['EEEEEE'])
  expect(await codes(['C++ (x|y)'])).toEqual([])
})

test('a project knows the events that its texts name, its log with sponsors, and its audits', async () => {
  await anEvent({ slug: 'kubecon-china-2018' })
  await sync()
  const project = await getProject('harbor')
  if (!project) throw new Error('There is no project.')
  const [entry, ...later] = project.moves
  expect(entry).toMatchObject({
    ...{ level: 'sandbox', on: '2018-07-31', origin: 'content', article: { slug: 'harbor-enters-the-sandbox' } },
    sponsors: [{ slug: 'ken-owens' }, { slug: 'quinton-hoole' }],
  })
  expect(later.flatMap(({ sponsors }) => sponsors)).toEqual([])
  expect(project.details.audits).toMatchObject([{ date: '2019-10-01', vendor: 'Cure53' }])
  const events = await listEventsNamedWith(project.id, new Date())
  expect(events.map(({ slug }) => slug)).toEqual(['kubecon-china-2018'])
})
