import { addMinutes } from 'date-fns'
import { expect, test } from 'vitest'
import { enter } from '@/features/access/queries'
import { saveProfile } from '@/features/people/commands'
import { placeSlot } from '@/features/schedule/commands/draft'
import { releaseSchedule } from '@/features/schedule/commands/release'
import { findAnswer } from '@/features/search/queries/answer'
import { db } from '@/lib/db'
import { anEvent, anOpenCall, aPerson, aProposal } from '../factories'
import { aProject, aText, found } from '../searchable'

const NOW = new Date()

test('an article that is edited, renamed or removed is found by what it says now', async () => {
  const { id } = await aText({ slug: 'first', title: 'Aardvarks', text: 'Burrows.' })
  expect(await found('aardvark')).toEqual(['/blog/first'])
  await db.document.update({ where: { id }, data: { title: 'Badgers', plainText: 'Setts.' } })
  expect(await found('aardvark')).toEqual([])
  expect(await found('burrow')).toEqual([])
  expect(await found('badger setts')).toEqual(['/blog/first'])
  await db.document.update({ where: { id }, data: { slug: 'second' } })
  expect(await found('badger')).toEqual(['/blog/second'])
  await db.document.delete({ where: { id } })
  expect(await found('badger')).toEqual([])
})

test('a project follows its name, its tagline, its prose and its end', async () => {
  const { id } = await aProject('Vitrine', 'vitrine', 'Shows glass')
  await aText({ kind: 'project', slug: 'vitrine', title: 'Vitrine', text: 'Etched panes.' })
  expect(await found('glass')).toEqual(['/projects/vitrine'])
  expect(await found('etched')).toEqual(['/projects/vitrine'])
  await db.project.update({ where: { id }, data: { slug: 'window', name: 'Window', tagline: 'Shows sky' } })
  expect(await found('vitrine')).toEqual([])
  expect(await found('glass')).toEqual([])
  expect(await found('sky')).toEqual(['/projects/window'])
  await db.project.delete({ where: { id } })
  expect(await found('window')).toEqual([])
})

test('a person is found from their first public role to their last, under the name that they have', async () => {
  const ada = await aPerson({ name: 'Ada Quillon' })
  expect(await found('quillon')).toEqual([])
  const text = await aText({ slug: 'by-ada', title: 'Engines', authorId: ada.id })
  expect((await found('quillon')).sort()).toEqual(['/blog/by-ada', `/people/${ada.slug}`])
  const profile = { name: 'Ada Tressel', affiliation: 'Looms', bio: 'Weaves numbers.', version: 1 }
  expect(await saveProfile(ada, profile)).toMatchObject({ ok: true })
  expect(await found('quillon')).toEqual([])
  expect(await found('weaves')).toEqual([`/people/${ada.slug}`])
  expect((await found('tressel')).sort()).toEqual(['/blog/by-ada', `/people/${ada.slug}`])
  await db.document.delete({ where: { id: text.id } })
  expect(await found('tressel')).toEqual([])
})

test('who is named only in a draft, an unlisted text or one to come is not found', async () => {
  const soon = addMinutes(NOW, 10)
  for (const facts of [{ visibleFrom: null }, { unlisted: true }, { visibleFrom: soon }]) {
    const { id } = await aPerson({ name: 'Wilhelmina Doe' })
    await aText({ title: 'Wilhelmina’s text', authorId: id, ...facts })
  }
  expect(await found('wilhelmina')).toEqual([])
  expect(await found('wilhelmina', { now: addMinutes(soon, -1) })).toEqual([])
  expect(await found('wilhelmina', { now: soon })).toHaveLength(2)
})

test('an event and an organisation follow their rows', async () => {
  const event = await anEvent({ slug: 'summit', name: 'Marmot Summit' })
  await db.organization.create({ data: { slug: 'marmots', name: 'Marmots United' } })
  expect((await found('marmot')).sort()).toEqual(['/events/summit', '/organizations/marmots'])
  await db.event.update({ where: { id: event.id }, data: { name: 'Otter Summit' } })
  await db.organization.update({ where: { slug: 'marmots' }, data: { name: 'Otters United' } })
  expect(await found('marmot')).toEqual([])
  await db.event.delete({ where: { id: event.id } })
  await db.organization.delete({ where: { slug: 'marmots' } })
  expect(await found('otter')).toEqual([])
})

test('a talk is found from its release on, with its speaker, and no more once it is withdrawn or left out', async () => {
  const call = await anOpenCall()
  const speaker = await aPerson({ name: 'Ignatius Talker' })
  const talks = [
    await aProposal({ call, speaker, title: 'Porcupines in production' }),
    await aProposal({ call, title: 'Porcupines at rest' }),
  ]
  const told = { decision: 'accepted', decidedAt: NOW, announced: 'accepted', announcedAt: NOW } as const
  await db.proposal.updateMany({ data: { ...told, answer: 'confirmed', answeredAt: NOW } })
  const chair = await aPerson({ roles: ['chair'], eventId: call.event.id })
  const entry = await enter({ verb: 'update', resource: 'schedule', inEvent: true }, chair, call.event.slug)
  if (!entry.ok || !entry.event) throw new Error('The chair was not let in')
  for (const [at, { proposal }] of talks.entries()) {
    const place = { room: 'hall', start: `2027-10-17T1${at}:00`, minutes: 30 }
    const placed = await placeSlot(chair, entry.event, { thing: { code: proposal.code }, place, version: at + 1 })
    expect(placed).toMatchObject({ ok: true })
  }
  expect(await found('porcupines')).toEqual([])
  expect(await found('ignatius')).toEqual([])

  expect(await releaseSchedule(chair, entry.event, { name: 'First' }, NOW)).toMatchObject({ ok: true })
  const paths = talks.map(({ proposal }) => `/events/${call.event.slug}/sessions/${proposal.code}`)
  expect((await found('porcupines')).sort()).toEqual([...paths].sort())
  expect((await found('ignatius')).sort()).toEqual([paths[0], `/people/${speaker.slug}`].sort())

  await db.proposal.update({ where: { code: talks[1]?.proposal.code ?? '' }, data: { withdrawnAt: NOW } })
  expect(await found('porcupines')).toEqual([paths[0]])

  await db.slot.deleteMany({ where: { proposalId: talks[0]?.proposal.id ?? '' } })
  expect(await releaseSchedule(chair, entry.event, { name: 'Second' }, NOW)).toMatchObject({ ok: true })
  expect(await found('porcupines')).toEqual([])
  expect(await found('ignatius')).toEqual([])
})

test('a draft, an unlisted text and one to come are not found, and a scheduled one is from its moment on', async () => {
  const moment = addMinutes(NOW, 30)
  const later = await aText({ slug: 'later', title: 'Capybaras', visibleFrom: moment })
  await aText({ title: 'Capybaras unlisted', unlisted: true })
  const draft = await aText({ slug: 'draft', title: 'Capybaras in draft', visibleFrom: null })
  expect(await found('capybara')).toEqual([])
  expect(await found('capybara', { now: moment })).toEqual(['/blog/later'])
  await db.document.update({ where: { id: draft.id }, data: { visibleFrom: new Date(0) } })
  await db.document.update({ where: { id: later.id }, data: { visibleFrom: null } })
  expect(await found('capybara', { now: moment })).toEqual(['/blog/draft'])
})

test('what was written by a process that died before indexing is never shown as it was', async () => {
  const { id } = await aText({ slug: 'ibex', title: 'Ibexes' })
  expect(await found('ibex')).toEqual(['/blog/ibex'])
  await db.document.update({ where: { id }, data: { title: 'Chamois' } })
  const unrefreshed = await findAnswer({ text: 'ibex', filters: {}, locale: 'en' }, { skip: 0, take: 10 }, new Date())
  expect(unrefreshed?.total).toBe(0)
  expect(await found('chamois')).toEqual(['/blog/ibex'])
})

test('what is rolled back leaves no mark', async () => {
  await aText({ slug: 'lynx', title: 'Lynxes' })
  expect(await found('lynx')).toEqual(['/blog/lynx'])
  const undone = db.$transaction(async (tx) => {
    await tx.document.updateMany({ data: { title: 'Wolves' } })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await found('lynx')).toEqual(['/blog/lynx'])
})

test('searches that begin at once after an edit all see it', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, at) => aText({ title: `Gecko number ${at}` })))
  const all = await Promise.all(Array.from({ length: 6 }, () => found('gecko')))
  expect(all.map((paths) => paths.length)).toEqual([30, 30, 30, 30, 30, 30])
})
