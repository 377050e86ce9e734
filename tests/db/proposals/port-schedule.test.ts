import { expect, test } from 'vitest'
import { importPretalx } from '@/features/proposals/import/pretalx'
import { importScheduleXml } from '@/features/proposals/import/schedule-xml'
import { scheduleXml } from '@/features/schedule/formats/schedule-xml'
import { db } from '@/lib/db'
import { aReleasedSchedule, aReleasedSlot, aScheduledSession } from '@/tests/scheduled'
import { anEvent } from '../../factories'
import { aFolder, fixture } from '../../port'

const now = { isDryRun: false }
const event = (id: number, inner: string, more = '') =>
  `<event id="${id}" guid="00000000-0000-4000-8000-00000000000${id}"${more}>${inner}</event>`
const TALK = `<title>One &amp; two</title><type>Talk</type><abstract>About</abstract><language>de</language>
  <date>2027-10-17T11:00:00+02:00</date><duration>00:45</duration>
  <persons><person id="1" guid="p-1">Ilse Brakenridge</person><person id="2">Ming Quellberg</person></persons>`
const wrapped = (events: string) =>
  `<?xml version="1.0"?><schedule><version>1</version><day index="1" date="2027-10-17"><room name="Hall">${events}</room><room name="Empty"/></day><day index="2"/></schedule>`
const slotsOf = (id: string) =>
  db.slot.findMany({ where: { eventId: id }, orderBy: { startsAt: 'asc' }, include: { proposal: true, room: true } })

test('sessions become confirmed proposals with slots; a talk given twice is one, a break has a title alone', async () => {
  const into = await anEvent()
  const again = TALK.replace('T11:00', 'T15:00')
  const lunch = '<title>Lunch</title><date>2027-10-17T12:00:00+02:00</date><duration>01:00</duration>'
  const file = aFolder({ 's.xml': wrapped(event(1, TALK) + event(2, lunch) + event(3, again)) })
  const report = await importScheduleXml([file], { ...now, event: into.slug })
  expect([report.ok, report.notes]).toEqual([true, []])
  const slots = await slotsOf(into.id)
  expect(slots.map(({ proposal, title, room, minutes }) => [proposal?.title ?? title, room.name, minutes])).toEqual([
    ['One & two', 'Hall', 45],
    ['Lunch', 'Hall', 60],
    ['One & two', 'Hall', 45],
  ])
  expect(slots[0]?.proposalId).toBe(slots[2]?.proposalId)
  expect(slots[0]?.proposal).toMatchObject({ language: 'de', answer: 'confirmed' })
  expect((await importScheduleXml([file], { ...now, event: into.slug })).changes).toEqual([])
})

test('our own schedule.xml comes in whole', async () => {
  const into = await anEvent()
  const slots = [
    aReleasedSlot(1, { session: aScheduledSession({ title: 'Präzise & <klar>' }) }),
    aReleasedSlot(2, { startsAt: '2027-10-17T12:00:00Z' }),
  ]
  const file = aFolder({ 's.xml': scheduleXml(aReleasedSchedule({ slots })) })
  const report = await importScheduleXml([file], { ...now, event: into.slug })
  expect([report.ok, report.notes]).toEqual([true, []])
  expect((await slotsOf(into.id)).map(({ proposal }) => proposal?.title)).toContain('Präzise & <klar>')
})

test('a session that came from pretalx before only gets its time', async () => {
  const into = await anEvent()
  await importPretalx([fixture('pretalx')], { ...now, event: into.slug })
  const before = await db.proposal.count({ where: { eventId: into.id } })
  const file = aFolder({ 's.xml': wrapped(event(1, TALK, ' code="KGTXQM"')) })
  const report = await importScheduleXml([file], { ...now, event: into.slug })
  expect(report.changes.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['+ slot'])
  expect(await db.proposal.count({ where: { eventId: into.id } })).toBe(before)
  expect((await slotsOf(into.id))[0]?.proposal?.title).toBe('Small clusters, long nights')
})

test.each([
  ['<schedule><day>', 's.xml:1: not XML'],
  ['<programme/>', 's.xml: schedule: this is no schedule'],
  [
    wrapped(event(1, TALK.replace('2027-10-17', '2027-02-30'))),
    's.xml: event 1, date: “2027-02-30T11:00:00+02:00” is a date that does not exist',
  ],
  [wrapped(event(1, TALK.replace('00:45', 'long'))), 's.xml: event 1, duration: “long” is no length'],
  ['{}', 's.xml: this is neither XML nor a schedule.json'],
])('%s is refused with its place', async (content, said) => {
  const into = await anEvent()
  const report = await importScheduleXml([aFolder({ 's.xml': content })], { ...now, event: into.slug })
  expect(report.ok).toBe(false)
  expect(report.notes.join('\n')).toContain(said)
  expect(await db.slot.count({ where: { eventId: into.id } })).toBe(0)
})
