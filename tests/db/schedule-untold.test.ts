import { beforeEach, expect, test } from 'vitest'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { moveSlot, placeSlot, removeSlot } from '@/features/schedule/commands/draft'
import { releaseSchedule } from '@/features/schedule/commands/release'
import { putDraft } from '@/features/schedule/commands/replace-draft'
import { getDraft } from '@/features/schedule/queries/draft'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { entered } from '../proposals'

const NOW = new Date('2027-08-01T12:00:00Z')
const at = (time: string, room = 'hall') => ({ room, start: `2027-10-17T${time}`, minutes: 30 })

let call: Awaited<ReturnType<typeof anOpenCall>>
let event: AuthorizedEvent
/** Both make the schedule; the one speaks in what the other has accepted and placed, and nobody has told them. */
let speaking: Person
let other: Person
let code: string
let slotId: string

beforeEach(async () => {
  call = await anOpenCall()
  event = await entered(call.event)
  const room = { eventId: event.id, slug: 'loft', name: 'Loft', position: 1 }
  await db.room.create({ data: room })
  speaking = await aPerson({ roles: ['chair'], eventId: event.id })
  other = await aPerson({ roles: ['chair'], eventId: event.id })
  const { proposal } = await aProposal({ call, speaker: speaking, title: 'Untold' })
  code = proposal.code
  await db.proposal.update({ where: { code }, data: { decision: 'accepted', decidedAt: NOW } })
  const placed = await placeSlot(other, event, { thing: { code }, place: at('10:00'), version: 1 })
  if (!placed.ok) throw new Error(placed.reason)
  slotId = placed.slotId
})

const isPlaced = async () => (await db.slot.count({ where: { proposal: { code } } })) > 0
const titles = async (editor: Person) => (await getDraft(event, editor, NOW)).slots.map(({ title }) => title)

test('what is accepted and placed is on the draft of others, and nowhere on that of the chair who speaks in it', async () => {
  expect(await titles(other)).toEqual(['Untold'])
  const draft = await getDraft(event, speaking, NOW)
  expect([draft.slots, draft.unplaced, draft.leftOut]).toEqual([[], [], []])
  expect(JSON.stringify(draft)).not.toMatch(new RegExp(`Untold|${code}`))
  await db.proposal.update({ where: { code }, data: { announced: 'accepted', announcedAt: NOW } })
  expect(await titles(speaking)).toEqual(['Untold'])
})

test('it cannot be placed, moved or removed by them, in the words for what is not there', async () => {
  const place = { place: at('14:00'), version: 2 }
  expect(await placeSlot(speaking, event, { thing: { code }, ...place })).toMatchObject({ reason: 'unknown-session' })
  expect(await moveSlot(speaking, event, { slotId, ...place })).toMatchObject({ reason: 'unknown-slot' })
  expect(await removeSlot(speaking, event, { slotId, version: 2 })).toMatchObject({ reason: 'unknown-slot' })
  expect(await isPlaced()).toBe(true)
})

test('it stands in nobody’s way: what they place there takes its place, and for the others it waits again', async () => {
  const lunch = { thing: { title: 'Lunch' }, place: at('10:15'), version: 2 }
  expect(await placeSlot(speaking, event, lunch)).toMatchObject({ ok: true })
  expect(await isPlaced()).toBe(false)
  expect((await getDraft(event, other, NOW)).unplaced.map(({ title }) => title)).toEqual(['Untold'])
  expect((await getDraft(event, speaking, NOW)).unplaced).toEqual([])
})

test('another of their own sessions at its time is refused for nobody’s sake', async () => {
  const told = await aProposal({ call, speaker: speaking, title: 'Told' })
  const facts = { decision: 'accepted', announced: 'accepted', decidedAt: NOW, announcedAt: NOW } as const
  await db.proposal.update({ where: { id: told.proposal.id }, data: facts })
  const wanted = { thing: { code: told.proposal.code }, place: at('10:00', 'loft'), version: 2 }
  expect(await placeSlot(other, event, wanted)).toMatchObject({ reason: 'speaker-busy' })
  expect(await placeSlot(speaking, event, wanted)).toMatchObject({ ok: true })
  expect(await titles(speaking)).toEqual(['Told'])
})

test('what they place elsewhere leaves it where it is', async () => {
  const lunch = { thing: { title: 'Lunch' }, place: at('10:30'), version: 2 }
  expect(await placeSlot(speaking, event, lunch)).toMatchObject({ ok: true })
  expect(await titles(other)).toEqual(['Untold', 'Lunch'])
})

test('a whole draft that they put keeps it, unless its place or its room is gone', async () => {
  const rooms = [
    { slug: 'hall', name: 'Hall', capacity: 500 },
    { slug: 'loft', name: 'Loft', capacity: null },
  ]
  const lunch = { title: 'Lunch', room: 'loft', start: '2027-10-17T10:00:00+02:00', minutes: 30 }
  expect(await putDraft(speaking, event, { rooms, placements: [lunch] }, 2)).toMatchObject({ ok: true })
  expect(await isPlaced()).toBe(true)
  const named = { code, room: 'hall', start: '2027-10-17T12:00:00+02:00', minutes: 30 }
  expect(await putDraft(speaking, event, { rooms, placements: [named] }, 3)).toMatchObject({
    reason: 'unknown-session',
  })
  const there = { ...lunch, room: 'hall' }
  expect(await putDraft(speaking, event, { rooms, placements: [there] }, 3)).toMatchObject({ ok: true })
  expect(await isPlaced()).toBe(false)
})

test('a room in which it alone stands can be taken off the draft', async () => {
  const rooms = [{ slug: 'loft', name: 'Loft', capacity: null }]
  expect(await putDraft(speaking, event, { rooms, placements: [] }, 2)).toMatchObject({ ok: true })
  expect(await isPlaced()).toBe(false)
})

test('a release says to them that nothing was left out', async () => {
  await placeSlot(other, event, { thing: { title: 'Lunch' }, place: at('12:00'), version: 2 })
  const release = (chair: Person, name: string) => releaseSchedule(chair, event, { name }, NOW)
  expect(await release(speaking, 'First')).toMatchObject({ leftOut: [] })
  expect(await release(other, 'Second')).toMatchObject({ leftOut: [{ code }] })
})

test('a decision that was corrected and not told yet changes nothing in their draft', async () => {
  await db.proposal.update({ where: { code }, data: { announced: 'accepted', announcedAt: NOW, decision: 'rejected' } })
  const [seen] = (await getDraft(event, speaking, NOW)).slots
  const [known] = (await getDraft(event, other, NOW)).slots
  expect([seen?.session?.standing, known?.session?.standing]).toEqual(['expected', 'out'])
  await db.slot.deleteMany()
  expect((await getDraft(event, speaking, NOW)).unplaced).toHaveLength(1)
  expect((await getDraft(event, other, NOW)).unplaced).toHaveLength(0)
})
