import { expect, test } from 'vitest'
import { enter } from '@/features/access/queries'
import type { Actor, Person } from '@/features/access/schema'
import { moveSlot, placeSlot, removeSlot } from '@/features/schedule/commands/draft'
import { releaseSchedule } from '@/features/schedule/commands/release'
import { putDraft } from '@/features/schedule/commands/replace-draft'
import { getDraft } from '@/features/schedule/queries/draft'
import { getReleasedSchedule, listReleases } from '@/features/schedule/queries/released'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal } from '../factories'

type Call = Awaited<ReturnType<typeof anOpenCall>>

const NOW = new Date('2027-08-01T12:00:00Z')
const at = (time: string, room = 'hall') => ({ room, start: `2027-10-17T${time}`, minutes: 30 })

/** An event with two rooms and somebody who chairs it. */
async function aProgramme() {
  const call = await anOpenCall()
  const { event } = call
  await db.event.update({
    where: { id: event.id },
    data: {
      startsOn: new Date('2027-10-17'),
      endsOn: new Date('2027-10-17'),
      rooms: { create: { slug: 'loft', name: 'Loft', position: 1 } },
    },
  })
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const entry = await enter({ verb: 'update', resource: 'schedule', inEvent: true }, chair, event.slug)
  if (!entry.ok || !entry.event) throw new Error('The chair was not let in')
  return { call, chair, event: entry.event }
}

/** A talk whose speaker has confirmed, or has not answered yet. */
async function aTalk(call: Call, says: { title?: string; speaker?: Person; isConfirmed?: boolean } = {}) {
  const { isConfirmed = true, ...facts } = says
  const { proposal, speaker } = await aProposal({ call, ...facts })
  const told = { decision: 'accepted', decidedAt: NOW, announced: 'accepted', announcedAt: NOW } as const
  const answered = isConfirmed ? ({ answer: 'confirmed', answeredAt: NOW } as const) : {}
  await db.proposal.update({ where: { id: proposal.id }, data: { ...told, ...answered } })
  return { code: proposal.code, speaker, id: proposal.id }
}

test('of chairs who place in the same room at once one wins and the others are told', async () => {
  const { call, chair, event } = await aProgramme()
  const talks = await Promise.all([1, 2, 3, 4].map(() => aTalk(call)))
  const outcomes = await Promise.all(
    talks.map(({ code }) => placeSlot(chair, event, { thing: { code }, place: at('10:00'), version: 1 })),
  )
  const words = outcomes.map((outcome) => (outcome.ok ? 'placed' : outcome.reason)).sort()
  expect(words).toEqual(['overtaken', 'overtaken', 'overtaken', 'placed'])
  expect(await db.slot.count()).toBe(1)
  expect(await db.auditEntry.count({ where: { resource: 'schedule', verb: 'place' } })).toBe(1)
})

test('a placement that cannot be says why and what stands in the way, and leaves nothing behind', async () => {
  const { call, chair, event } = await aProgramme()
  const talk = await aTalk(call, { title: 'The first' })
  const same = await aTalk(call, { speaker: talk.speaker })
  const other = await aTalk(call)
  const place = (thing: { code: string } | { title: string }, spot: ReturnType<typeof at>) =>
    placeSlot(chair, event, { thing, place: spot, version: 2 })
  await placeSlot(chair, event, { thing: { code: talk.code }, place: at('10:00'), version: 1 })

  expect(await place({ code: other.code }, at('10:29'))).toMatchObject({
    reason: 'room-taken',
    conflict: { rival: { title: 'The first' } },
  })
  expect(await place({ code: same.code }, at('10:10', 'loft'))).toMatchObject({
    reason: 'speaker-busy',
    conflict: { rival: { title: 'The first' } },
  })
  expect(await place({ title: 'Lunch' }, at('10:10', 'cellar'))).toMatchObject({ reason: 'unknown-room' })
  expect(await place({ code: 'ZZZZZZ' }, at('12:00'))).toMatchObject({ reason: 'unknown-session' })
  const night = { room: 'hall', start: '2027-03-28T02:30', minutes: 30 }
  expect(await place({ title: 'Night' }, night)).toMatchObject({ reason: 'no-such-time' })
  expect(await db.slot.count()).toBe(1)
  expect(await place({ code: other.code }, at('10:30'))).toMatchObject({ ok: true, version: 3 })
})

test('what was declined, withdrawn, cancelled or not accepted cannot be placed', async () => {
  const { call, chair, event } = await aProgramme()
  const talk = await aTalk(call)
  const submitted = await aProposal({ call })
  const outs = [{ answer: 'declined' }, { withdrawnAt: NOW }, { cancelledAt: NOW }, { decision: 'waitlisted' }] as const
  for (const out of outs) {
    const before = { answer: 'confirmed', withdrawnAt: null, cancelledAt: null, decision: 'accepted' } as const
    await db.proposal.update({ where: { id: talk.id }, data: { ...before, ...out } })
    const outcome = await placeSlot(chair, event, { thing: { code: talk.code }, place: at('10:00'), version: 1 })
    expect(outcome).toMatchObject({ reason: 'unknown-session' })
  }
  const outcome = await placeSlot(chair, event, {
    thing: { code: submitted.proposal.code },
    place: at('10:00'),
    version: 1,
  })
  expect(outcome).toMatchObject({ reason: 'unknown-session' })
})

test('times are those of the event’s own wall, through the end of summer time', async () => {
  const { chair, event } = await aProgramme()
  const place = { room: 'hall', start: '2027-10-31T02:30', minutes: 30 }
  await placeSlot(chair, event, { thing: { title: 'Night shift' }, place, version: 1 })
  expect((await db.slot.findFirstOrThrow()).startsAt).toEqual(new Date('2027-10-31T00:30:00Z'))
})

test('a slot moves within its event alone, and is not moved over what changed meanwhile', async () => {
  const [mine, foreign] = [await aProgramme(), await aProgramme()]
  const placed = await placeSlot(mine.chair, mine.event, { thing: { title: 'Lunch' }, place: at('12:00'), version: 1 })
  const slotId = placed.ok ? placed.slotId : ''
  const moved = await moveSlot(foreign.chair, foreign.event, { slotId, place: at('13:00'), version: 1 })
  expect(moved).toMatchObject({ reason: 'unknown-slot' })
  expect(await removeSlot(foreign.chair, foreign.event, { slotId, version: 1 })).toMatchObject({
    reason: 'unknown-slot',
  })
  expect(await moveSlot(mine.chair, mine.event, { slotId, place: at('13:00'), version: 1 })).toMatchObject({
    reason: 'overtaken',
  })
  expect(await moveSlot(mine.chair, mine.event, { slotId, place: at('12:15'), version: 2 })).toMatchObject({
    version: 3,
  })
  expect((await db.slot.findFirstOrThrow()).startsAt).toEqual(new Date('2027-10-17T10:15:00Z'))
})

test('two slots swap in one draft and keep their numbers', async () => {
  const { call, chair, event } = await aProgramme()
  const [one, two] = [await aTalk(call), await aTalk(call)]
  await placeSlot(chair, event, { thing: { code: one.code }, place: at('10:00'), version: 1 })
  await placeSlot(chair, event, { thing: { code: two.code }, place: at('10:30'), version: 2 })
  const before = await db.slot.findMany({ orderBy: { number: 'asc' } })
  const rooms = [{ slug: 'hall', name: 'Main hall', capacity: 500 }]
  const placements = before.map(({ id }, index) => ({
    id,
    code: index === 0 ? one.code : two.code,
    room: 'hall',
    start: index === 0 ? '2027-10-17T10:30:00+02:00' : '2027-10-17T10:00:00+02:00',
    minutes: 30,
  }))
  expect(await putDraft(chair, event, { rooms, placements }, 3)).toEqual({ ok: true, version: 4 })
  const after = await db.slot.findMany({ orderBy: { number: 'asc' } })
  expect(after.map(({ number }) => number)).toEqual(before.map(({ number }) => number))
  expect(after.map(({ startsAt }) => startsAt)).toEqual(before.map(({ startsAt }) => startsAt).reverse())
  expect((await db.room.findMany({ where: { eventId: event.id } })).map(({ name }) => name)).toEqual(['Main hall'])
})

test('a draft with one bad placement changes nothing, and says which', async () => {
  const { chair, event } = await aProgramme()
  const rooms = [{ slug: 'new-hall', name: 'New hall', capacity: null }]
  const lunch = { title: 'Lunch', room: 'new-hall', start: '2027-10-17T10:00:00Z', minutes: 60 }
  const placements = [lunch, { ...lunch, title: 'Tea', start: '2027-10-17T12:00:00Z' }, { ...lunch, title: 'Cake' }]
  const outcome = await putDraft(chair, event, { rooms, placements }, 1)
  expect(outcome).toEqual({
    ok: false,
    reason: 'room-taken',
    problems: [
      { index: 0, reason: 'room-taken' },
      { index: 2, reason: 'room-taken' },
    ],
  })
  expect(await db.slot.count()).toBe(0)
  expect(await db.room.count({ where: { slug: 'new-hall' } })).toBe(0)
  expect(await putDraft(chair, event, { rooms, placements: [] }, 7)).toEqual({
    ok: false,
    reason: 'overtaken',
    version: 1,
  })
})

test('two releases at once get the numbers 1 and 2', async () => {
  const { chair, event } = await aProgramme()
  await placeSlot(chair, event, { thing: { title: 'Lunch' }, place: at('12:00'), version: 1 })
  const outcomes = await Promise.all(['A', 'B'].map((name) => releaseSchedule(chair, event, { name }, NOW)))
  expect(outcomes.map((outcome) => outcome.ok && outcome.number).sort()).toEqual([1, 2])
  expect((await listReleases(event.slug))?.map(({ number }) => number)).toEqual([2, 1])
})

test('a release is frozen: what is edited after it shows with the next, with a higher sequence', async () => {
  const { call, chair, event } = await aProgramme()
  const [stays, moves] = [await aTalk(call, { title: 'Stays' }), await aTalk(call, { title: 'Moves' })]
  await placeSlot(chair, event, { thing: { code: stays.code }, place: at('10:00'), version: 1 })
  const placed = await placeSlot(chair, event, { thing: { code: moves.code }, place: at('11:00'), version: 2 })
  expect(await getReleasedSchedule(event.slug)).toBeNull()
  await releaseSchedule(chair, event, { name: 'First' }, NOW)
  const first = await getReleasedSchedule(event.slug)

  const slotId = placed.ok ? placed.slotId : ''
  await moveSlot(chair, event, { slotId, place: at('11:30'), version: 3 })
  await db.proposal.update({ where: { id: moves.id }, data: { title: 'Retitled' } })
  expect(await getReleasedSchedule(event.slug)).toEqual(first)

  const draft = await getDraft(event, chair, NOW)
  expect(draft.pending.moved.map(({ to }) => to.session.title)).toEqual(['Retitled'])
  await releaseSchedule(chair, event, { name: 'Second' }, NOW)
  const second = await getReleasedSchedule(event.slug)
  expect(second?.slots.map(({ session, sequence }) => [session.title, sequence])).toEqual([
    ['Stays', 0],
    ['Retitled', 1],
  ])
  expect(second?.slots.map(({ number }) => number)).toEqual(first?.slots.map(({ number }) => number))
})

test('a talk that nobody has confirmed is left out and named', async () => {
  const { call, chair, event } = await aProgramme()
  const waiting = await aTalk(call, { isConfirmed: false, title: 'Perhaps' })
  await placeSlot(chair, event, { thing: { code: waiting.code }, place: at('10:00'), version: 1 })
  expect(await releaseSchedule(chair, event, { name: 'Empty' }, NOW)).toEqual({
    ok: false,
    reason: 'nothing-to-release',
  })
  await placeSlot(chair, event, { thing: { title: 'Lunch' }, place: at('12:00'), version: 2 })
  const outcome = await releaseSchedule(chair, event, { name: 'First', version: 3 }, NOW)
  expect(outcome).toMatchObject({ number: 1, leftOut: [{ code: waiting.code, title: 'Perhaps' }] })
  expect((await getReleasedSchedule(event.slug))?.slots.map(({ session }) => session.title)).toEqual(['Lunch'])
})

test('a draft that its releaser has not seen is not released', async () => {
  const { chair, event } = await aProgramme()
  await placeSlot(chair, event, { thing: { title: 'Lunch' }, place: at('12:00'), version: 1 })
  const outcome = await releaseSchedule(chair, event, { name: 'Stale', version: 1 }, NOW)
  expect(outcome).toEqual({ ok: false, reason: 'overtaken' })
  expect(await db.release.count()).toBe(0)
})

test('a release purges the programme, the event and everybody who speaks in it', async () => {
  const { call, chair, event } = await aProgramme()
  const talk = await aTalk(call)
  await placeSlot(chair, event, { thing: { code: talk.code }, place: at('10:00'), version: 1 })
  await releaseSchedule(chair, event, { name: 'First' }, NOW)
  const [entry] = await db.purgeLog.findMany()
  expect(entry?.tags.sort()).toEqual(
    [`event:${event.slug}`, 'events', `person:${talk.speaker.slug}`, `schedule:${event.slug}`].sort(),
  )
})

test('an editor finds nothing of an own talk, or of a colleague’s, that the speakers have not been told of', async () => {
  const { call, chair, event } = await aProgramme()
  const other = await aPerson({ roles: ['chair'], eventId: event.id })
  const { id } = await aTalk(call, { title: 'The chair’s own', speaker: chair })
  await db.proposal.update({
    where: { id },
    data: { announced: null, announcedAt: null, answer: null, answeredAt: null },
  })
  const unplaced = async (editor: Person) => (await getDraft(event, editor, NOW)).unplaced.map(({ title }) => title)
  expect(await unplaced(other)).toEqual(['The chair’s own'])
  expect(await unplaced(chair)).toEqual([])
  await db.proposal.update({ where: { id }, data: { announced: 'accepted', announcedAt: NOW } })
  expect(await unplaced(chair)).toEqual(['The chair’s own'])
})

test('a session placed where its speaker cannot, or outside the event, is placed and says so', async () => {
  const { call, chair, event } = await aProgramme()
  const talk = await aTalk(call)
  const away = { startsAt: new Date('2027-10-17T08:00:00Z'), endsAt: new Date('2027-10-17T09:00:00Z') }
  await db.speakerTime.create({ data: { personId: talk.speaker.id, eventId: event.id, ...away } })
  const warned = { reason: 'speaker-away', person: talk.speaker.id, away }
  const placed = await placeSlot(chair, event, { thing: { code: talk.code }, place: at('10:30'), version: 1 })
  expect(placed).toMatchObject({ ok: true, warnings: [warned] })
  const [slot] = (await getDraft(event, chair, NOW)).slots
  expect(slot?.warnings).toEqual([warned])
  const slotId = placed.ok ? placed.slotId : ''
  expect(await moveSlot(chair, event, { slotId, place: at('11:00'), version: 2 })).toMatchObject({ warnings: [] })
  const late = { room: 'hall', start: '2027-11-17T11:00', minutes: 30 }
  expect(await moveSlot(chair, event, { slotId, place: late, version: 3 })).toMatchObject({
    ok: true,
    warnings: [{ reason: 'outside-event' }],
  })
  const service: Actor = { kind: 'service', id: chair.id, name: 'screens', bindings: [] }
  expect((await getDraft(event, service, NOW)).unavailable.size).toBe(0)
})
