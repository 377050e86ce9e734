import { expect, test } from 'vitest'
import { sessionizeEvent } from '@/features/proposals/formats/sessionize-event'
import { importPretalx } from '@/features/proposals/import/pretalx'
import { importScheduleXml } from '@/features/proposals/import/schedule-xml'
import { importSessionize } from '@/features/proposals/import/sessionize'
import { scheduleJson } from '@/features/schedule/formats/schedule-json'
import { db } from '@/lib/db'
import { aReleasedSchedule, aReleasedSlot, aScheduledSession } from '@/tests/scheduled'
import { anEvent, aPerson } from '../../factories'
import { aFolder, exported, fixture } from '../../port'

const slotsOf = async ({ id }: { id: string }) => {
  const where = { eventId: id }
  const select = { proposal: true, room: true, title: true, startsAt: true, minutes: true, id: true }
  const slots = await db.slot.findMany({ where, orderBy: { startsAt: 'asc' }, select })
  return slots.map(({ proposal, room, title, startsAt, minutes }) => [
    proposal?.title ?? title,
    room.name,
    startsAt.toISOString().slice(0, 16),
    minutes,
  ])
}
const session = (facts: object) => ({
  ...{ id: '1', title: 'One', speakers: ['s'], startsAt: '2027-10-17T11:00:00', endsAt: '2027-10-17T11:45:00' },
  ...{ roomId: 7, status: 'Accepted', isInformed: true, isConfirmed: true, ...facts },
})
const lunch = session({
  id: '2',
  title: 'Lunch',
  speakers: [],
  isServiceSession: true,
  startsAt: '2027-10-17T12:00:00',
  endsAt: '2027-10-17T13:00:00',
})
const all = (...sessions: object[]) =>
  JSON.stringify({
    sessions,
    speakers: [{ id: 's', fullName: 'Ilse Brakenridge' }],
    rooms: [
      { id: 7, name: 'Hall' },
      { id: 8, name: 'Cellar' },
    ],
  })
const put = (event: { slug: string }, files: Record<string, string>, isDryRun = false) =>
  importSessionize([aFolder(files)], { isDryRun, event: event.slug })

test('sessions of Sessionize get their times and rooms by the event’s own clock; a break has its title', async () => {
  const event = await anEvent()
  expect((await put(event, { 'all.json': all(session({}), lunch) }, true)).changes).toContain(
    '+ slot 2027-10-17T10:00 Hall: Lunch',
  )
  expect(await slotsOf(event)).toEqual([])
  const report = await put(event, { 'all.json': all(session({}), lunch) })
  expect([report.ok, report.notes]).toEqual([true, []])
  expect(await slotsOf(event)).toEqual([
    ['One', 'Hall', '2027-10-17T09:00', 45],
    ['Lunch', 'Hall', '2027-10-17T10:00', 60],
  ])
  expect((await put(event, { 'all.json': all(session({}), lunch) })).changes).toEqual([])
})

test('a later file moves a slot, and not one that was moved here meanwhile', async () => {
  const event = await anEvent()
  await put(event, { 'all.json': all(session({}), lunch) })
  const moved = all(session({ roomId: 8 }), lunch)
  expect((await put(event, { 'all.json': moved })).changes).toEqual([
    '+ room Cellar',
    '~ slot 2027-10-17T09:00 Cellar: 1',
  ])
  await db.slot.updateMany({ where: { eventId: event.id, title: 'Lunch' }, data: { minutes: 90 } })
  const { startsAt: _, ...late } = { ...lunch, endsAt: '2027-10-17T13:15:00' }
  const report = await put(event, { 'all.json': all(session({ roomId: 8 }), { ...late, startsAt: lunch.startsAt }) })
  expect([report.changes, report.notes.join()]).toEqual([[], expect.stringContaining('was moved on the draft here')])
  expect((await slotsOf(event)).at(-1)?.at(-1)).toBe(90)
})

test('the GridSmart view brings times to sessions that are here, and says which are not', async () => {
  const event = await anEvent()
  await put(event, { 'all.json': all(session({ startsAt: null, endsAt: null, roomId: null })) })
  const grid = (...sessions: object[]) =>
    JSON.stringify([{ date: '2027-10-17T00:00:00', rooms: [{ id: 7, name: 'Hall', sessions }], timeSlots: [] }])
  const report = await put(event, {
    'grid.json': grid(session({}), session({ id: '9', startsAt: '2027-10-17T15:00', endsAt: '2027-10-17T16:00' })),
  })
  expect(report.changes).toEqual(['+ slot 2027-10-17T09:00 Hall: 1'])
  expect(report.notes.join()).toContain('its session is neither in these files nor here')
  expect(await slotsOf(event)).toEqual([['One', 'Hall', '2027-10-17T09:00', 45]])
})

test.each([
  [{ endsAt: '2027-10-17T10:00:00' }, 'sessions[0] (1), endsAt: this is not after its beginning'],
  [{ endsAt: null }, 'sessions[0] (1): has a beginning or an end, and not both'],
  [{ startsAt: '2027-03-28T02:30:00' }, '“2027-03-28T02:30:00” does not exist in Europe/Berlin'],
])('a session with %j is refused with its place, and nothing is written', async (facts, said) => {
  const event = await anEvent()
  const report = await put(event, { 'all.json': all(session(facts)) })
  expect([report.ok, report.notes.join()]).toEqual([false, expect.stringContaining(said)])
  expect(await db.proposal.count({ where: { eventId: event.id } })).toBe(0)
})

const pretalx = (more: object) => ({
  code: 'ABCDEF',
  title: 'One',
  state: 'confirmed',
  speakers: ['SPEAKR'],
  slots: [],
  ...more,
})
const files = (submission: object, more: object = {}) => ({
  'all.json': JSON.stringify({
    submissions: [submission],
    speakers: [{ code: 'SPEAKR', name: 'Ilse Brakenridge' }],
    rooms: [{ id: 5, name: { en: 'Aula' }, capacity: 90 }],
    ...more,
  }),
})

test('slots and breaks of pretalx’s API become the draft; an unknown room is a problem', async () => {
  const event = await anEvent()
  const slot = { id: 1, room: 5, start: '2027-10-17T11:00:00+02:00', end: '2027-10-17T11:45:00+02:00', duration: 45 }
  const pause = {
    id: 2,
    room: 5,
    start: '2027-10-17T11:45:00+02:00',
    end: '2027-10-17T12:00:00+02:00',
    submission: null,
    description: { en: 'Tea' },
  }
  const folder = aFolder(files(pretalx({ slots: [slot] }), { slots: [pause] }))
  const report = await importPretalx([folder], { isDryRun: false, event: event.slug })
  expect([report.ok, report.notes]).toEqual([true, []])
  expect(await slotsOf(event)).toEqual([
    ['One', 'Aula', '2027-10-17T09:00', 45],
    ['Tea', 'Aula', '2027-10-17T09:45', 15],
  ])
  const lost = aFolder(files(pretalx({ slots: [{ ...slot, room: 6 }] })))
  const refused = await importPretalx([lost], { isDryRun: false, event: event.slug })
  expect(refused.notes.join()).toContain('slots[0], room: there is no room 6 in the files')
})

test('pretalx’s schedule.json gives times to what came from pretalx; alone it makes confirmed sessions', async () => {
  const { schedule } = scheduleJson(
    aReleasedSchedule({ slots: [aReleasedSlot(1, { session: aScheduledSession({ title: 'Präzise' }) })] }),
  )
  const [day] = schedule.conference.days
  const [[room, [given]] = ['', []]] = Object.entries(day?.rooms ?? {})
  const json = JSON.stringify({ schedule })
  const event = await anEvent()
  await importPretalx([aFolder(files(pretalx({ code: given?.code })))], { isDryRun: false, event: event.slug })
  const report = await importPretalx([aFolder({ 's.json': json })], { isDryRun: false, event: event.slug })
  expect(report.notes.filter((note) => !note.includes('are in these files no more'))).toEqual([])
  expect((await slotsOf(event))[0]?.slice(0, 2)).toEqual(['One', room])
  const alone = await anEvent()
  await importScheduleXml([aFolder({ 's.json': json })], { isDryRun: false, event: alone.slug })
  expect((await slotsOf(alone))[0]?.slice(0, 2)).toEqual(['Präzise', room])
  expect(await db.proposal.findFirst({ where: { eventId: alone.id } })).toMatchObject({ answer: 'confirmed' })
})

test('who is on the waiting list is on it again after a way through pretalx, and told only where they were', async () => {
  const event = await anEvent()
  for (const waiting of ['decided', 'announced', null]) {
    const code = `W${waiting ?? 'none'}`.toUpperCase().slice(0, 6)
    const folder = aFolder(files(pretalx({ code, state: 'submitted', waiting_list: waiting })))
    await importPretalx([folder], { isDryRun: false, event: event.slug })
  }
  await importPretalx([aFolder(files(pretalx({ code: 'FORKED', state: 'waitlisted' })))], {
    isDryRun: false,
    event: event.slug,
  })
  const rows = await db.proposal.findMany({
    where: { eventId: event.id },
    include: { foreignRecords: true },
    orderBy: { createdAt: 'asc' },
  })
  expect(rows.map((row) => [row.foreignRecords[0]?.foreignId, row.decision, row.announced])).toEqual([
    ['WDECID', 'waitlisted', null],
    ['WANNOU', 'waitlisted', 'waitlisted'],
    ['WNONE', null, null],
    ['FORKED', 'waitlisted', 'waitlisted'],
  ])
})

test('times go out to who may read the draft, and to nobody else', async () => {
  const event = await anEvent()
  await importSessionize([fixture('sessionize-all.json')], { isDryRun: false, event: event.slug })
  const [chair, reviewer] = [
    await aPerson({ roles: ['chair'], eventId: event.id }),
    await aPerson({ roles: ['reviewer'], eventId: event.id }),
  ]
  const timesFor = async (actor: typeof chair) =>
    sessionizeEvent(await exported(event, actor, 'sessionize')).sessions.flatMap(({ startsAt }) => startsAt ?? [])
  expect(await timesFor(chair)).toContain('2027-10-17T11:00:00')
  expect(await timesFor(reviewer)).toEqual([])
})
