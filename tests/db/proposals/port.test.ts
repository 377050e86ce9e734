import { expect, test } from 'vitest'
import { importPretalx } from '@/features/proposals/import/pretalx'
import { importSessionize } from '@/features/proposals/import/sessionize'
import { getProposal } from '@/features/proposals/queries/committee-one'
import { stateFor } from '@/features/proposals/rules'
import { db } from '@/lib/db'
import { anEvent, aPerson } from '../../factories'
import { aFolder, exported, fixture } from '../../port'
import { entered } from '../../proposals'

const now = { isDryRun: false }

async function statesOf(event: { id: string }) {
  const rows = await db.proposal.findMany({ where: { eventId: event.id }, include: { moves: true } })
  return Object.fromEntries(
    rows.map((row) => [
      row.title,
      [stateFor(row, 'committee'), ...row.moves.sort((a, b) => Number(a.id - b.id)).map(({ move }) => move)].join(' '),
    ]),
  )
}

test('Sessionize’s “All data” becomes proposals with their choices, answers, speakers and a log; and the second time nothing', async () => {
  const event = await anEvent()
  const options = { ...now, event: event.slug }
  const report = await importSessionize([fixture('sessionize-all.json')], options)
  expect(report.ok).toBe(true)
  expect(report.notes).toEqual([
    'sessionize-all.json: sessions[1] (701002), language: “Klingonese” is no language known; the event’s own is taken',
    'sessionize-all.json: speakers[0] (0b7a6c1e-1111-4a6e-9d52-5e3a5b1c0001), links: the link “https://instagram.com/ottergrove” (Instagram) is dropped',
  ])
  expect(await statesOf(event)).toEqual({
    'What a thousand pages taught us': 'confirmed submit decide announce confirm',
    '=SUM(of all) fears: spreadsheets in production': 'rejected submit decide',
    可观测性的代价: 'submitted submit',
  })
  const first = await db.proposal.findFirstOrThrow({
    where: { eventId: event.id, title: { startsWith: 'What a thousand' } },
    include: {
      format: true,
      track: true,
      level: true,
      speakers: { include: { person: true }, orderBy: { position: 'asc' } },
    },
  })
  expect([first.format?.minutes, first.track?.name, first.level?.name, first.language]).toEqual([
    45,
    'Operations & people',
    'Intermediate',
    'en',
  ])
  expect(first.answers).toEqual({
    'have-you-given-this-talk-before': 'Yes, at a meetup',
    'i-will-be-there-in-person': 'yes',
    'good-for': ['operators', 'developers-all-kinds'],
  })
  const [wilhelmina, ming] = first.speakers
  expect(wilhelmina?.person).toMatchObject({ name: 'Wilhelmina Ottergrove', email: null, bio: 'Keeps clusters calm.' })
  expect(wilhelmina?.answers).toEqual({ 't-shirt': 'm-fitted', 'nights-at-the-hotel': 'Two nights' })
  expect(wilhelmina?.person.links).toEqual({ twitter: 'ottergrove', website: 'https://ottergrove.example.net/' })
  const namesakes = await db.person.findMany({ where: { name: 'Ming Quellberg' } })
  expect(namesakes.map(({ id }) => id)).toContain(ming?.person.id)
  expect(namesakes).toHaveLength(2)
  expect(await db.outboxMessage.count({ where: { eventId: event.id } })).toBe(0)

  const again = await importSessionize([fixture('sessionize-all.json')], options)
  expect([again.ok, again.changes, again.summary]).toEqual([
    true,
    [],
    expect.stringContaining('0 new, 0 changed, 3 unchanged, 0 moved'),
  ])
})

test('the flattened table has addresses: whoever is known by theirs is found, and keeps their own profile', async () => {
  const event = await anEvent()
  const known = await aPerson({ name: 'W. Ottergrove' })
  const email = 'wilhelmina@fernholt.example.net'
  await db.person.update({ where: { id: known.id }, data: { email, bio: 'My own words.' } })
  const report = await importSessionize([fixture('sessionize-flattened.csv')], { ...now, event: event.slug })
  expect([report.ok, report.notes]).toEqual([true, []])
  expect(await statesOf(event)).toEqual({
    'What a thousand pages taught us': 'accepted submit decide announce',
    '=SUM(of all) fears': 'submitted submit',
  })
  const proposal = await db.proposal.findFirstOrThrow({
    where: { eventId: event.id, title: { startsWith: 'What' } },
    include: { speakers: { orderBy: { position: 'asc' }, include: { person: true } } },
  })
  expect(proposal.submittedAt?.toISOString()).toBe('2027-03-02T21:14:00.000Z')
  expect(proposal.answers).toEqual({
    'have-you-given-this-talk-before': 'Yes, "once"',
    'notes-for-the-organisers': 'Prefer mornings',
  })
  expect(proposal.speakers.map(({ person }) => person.name)).toEqual(['W. Ottergrove', 'Ming Quellberg'])
  expect(proposal.speakers[0]?.person.bio).toBe('My own words.')
  expect(proposal.speakers[0]?.answers).toEqual({ 'nights-at-the-hotel': 'Two' })
  const snapshot = await db.speakerSnapshot.findFirstOrThrow({ where: { eventId: event.id, personId: known.id } })
  expect(snapshot.profile).toMatchObject({ bio: 'Keeps clusters calm.', affiliation: 'Staff engineer' })
})

test('pages of pretalx’s API are read together, each id found in any of them', async () => {
  const event = await anEvent()
  const report = await importPretalx([fixture('pretalx')], { ...now, event: event.slug })
  expect([report.ok, report.notes]).toEqual([true, []])
  expect(await statesOf(event)).toEqual({
    'Small clusters, long nights': 'confirmed submit decide announce confirm',
    'A workshop of one’s own': 'accepted submit decide',
    'Taken back': 'withdrawn submit withdraw',
  })
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const { proposals, speakers, questions, tracks } = await exported(event, chair, 'pretalx')
  expect(proposals.find(({ id }) => id === 'KGTXQM')).toMatchObject({
    abstract: 'In short.\n\nAt length:\n\n- one\n- two',
    format: 'Talk',
    track: 'Kernel',
    level: 'Expert',
    tags: ['ebpf'],
    language: 'de',
    speakers: ['QWERTZ', 'ASDFGH'],
    answers: { '8002': ['Operators', 'Developers'] },
  })
  expect(speakers.map(({ id, picture }) => [id, picture])).toEqual([
    ['ASDFGH', null],
    ['QWERTZ', 'https://talks.example.net/media/ilse.webp'],
  ])
  expect(questions.map(({ id, audience }) => [id, audience])).toContainEqual(['8002', 'reviewers'])
  expect(tracks).toEqual([{ name: 'Kernel', color: '#3366aa' }])
  const workshop = await db.format.findFirst({ where: { eventId: event.id, name: 'Workshop' } })
  expect(workshop?.minutes).toBe(90)
})

test('tables of pretalx say the same as its API', async () => {
  const event = await anEvent()
  const files = [fixture('pretalx-sessions.csv'), fixture('pretalx-speakers.csv')]
  const report = await importPretalx(files, { ...now, event: event.slug })
  expect([report.ok, report.notes]).toEqual([true, []])
  expect(await statesOf(event)).toEqual({
    'Small clusters, long nights': 'confirmed submit decide announce confirm',
    '-1 and other offsets': 'rejected submit decide',
  })
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const { proposals } = await exported(event, chair, 'pretalx')
  expect(proposals[0]).toMatchObject({ tags: ['ebpf', 'kernel'], speakers: ['QWERTZ', 'ASDFGH'], language: 'de' })
})

test('a dry run prints what would be and writes nothing', async () => {
  const event = await anEvent()
  const count = () =>
    Promise.all([db.proposal.count(), db.person.count(), db.question.count(), db.foreignRecord.count()])
  const before = await count()
  const report = await importSessionize([fixture('sessionize-all.json')], { isDryRun: true, event: event.slug })
  expect(report.changes).toContain(
    '+ proposal 701001 “What a thousand pages taught us” by Wilhelmina Ottergrove, Ming Quellberg',
  )
  expect(await count()).toEqual(before)
})

test('a later file brings text and state on; what was edited or decided here stays, and is said', async () => {
  const event = await anEvent()
  const session = (id: string, more: object) => ({
    id,
    title: `Talk ${id}`,
    speakers: ['s'],
    status: 'Nominated',
    ...more,
  })
  const files = (sessions: object[]) => [
    aFolder({ 'all.json': JSON.stringify({ sessions, speakers: [{ id: 's', fullName: 'Sole Speaker' }] }) }),
  ]
  const options = { ...now, event: event.slug }
  await importSessionize(files([session('1', {}), session('2', {}), session('3', {})]), options)
  const edited = await db.proposal.findFirstOrThrow({ where: { eventId: event.id, title: 'Talk 2' } })
  await db.proposal.update({ where: { id: edited.id }, data: { version: 2, title: 'Ours' } })
  await db.proposalVersion.create({
    data: {
      proposalId: edited.id,
      version: 2,
      content: { title: 'Ours', abstract: '', format: null, track: null, level: null, language: 'en', speakers: [] },
    },
  })
  const decided = await db.proposal.findFirstOrThrow({ where: { eventId: event.id, title: 'Talk 3' } })
  await db.proposal.update({ where: { id: decided.id }, data: { decision: 'rejected', decidedAt: new Date() } })
  const accepted = { status: 'Accepted', isInformed: true }
  const report = await importSessionize(
    files([
      session('1', { title: 'Talk one', ...accepted }),
      session('2', { title: 'Theirs' }),
      session('3', accepted),
    ]),
    options,
  )
  expect(report.changes).toEqual(['~ proposal 1 “Talk one”: its text', '~ proposal 1: submitted → accepted'])
  expect(report.notes).toEqual([
    `all.json: sessions[1] (2): ${edited.code} was edited here since; its text stays`,
    `all.json: sessions[2] (3): ${decided.code} is rejected here and went another way in the file; it stays`,
  ])
  expect(await statesOf(event)).toMatchObject({
    'Talk one': 'accepted submit edit decide announce',
    Ours: 'submitted submit',
  })
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  expect((await getProposal(await entered(event), chair, edited.code))?.title).toBe('Ours')
})
