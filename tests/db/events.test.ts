import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { getEvent, listEvents, listOpenCalls } from '@/features/events/queries'
import { db } from '@/lib/db'
import { anEvent, anOpenCall } from '../factories'

const NOW = new Date()

test('a part without a registration of its own goes through its parent', async () => {
  const [parent, part] = [await anEvent({ name: 'The whole' }), await anEvent()]
  await db.event.update({ where: { id: parent.id }, data: { registrationUrl: 'https://example.org/register' } })
  await db.event.update({ where: { id: part.id }, data: { parentId: parent.id } })
  const found = await getEvent(part.slug, NOW)
  expect(found).toMatchObject({
    parent: { name: 'The whole' },
    registrationUrl: 'https://example.org/register',
    registersWith: { slug: parent.slug },
  })
  expect((await getEvent(parent.slug, NOW))?.parts.map(({ slug }) => slug)).toEqual([part.slug])
})

test('what nobody stated is null, and an event without days is over with its parts or with its parent', async () => {
  const [parent, part, last] = [await anEvent(), await anEvent(), await anEvent()]
  const unstated = { startsOn: null, endsOn: null }
  const over = { startsOn: new Date('2018-12-10'), endsOn: new Date('2018-12-10') }
  await db.event.update({ where: { id: parent.id }, data: unstated })
  await db.event.update({ where: { id: part.id }, data: { ...over, parentId: parent.id } })
  expect(await getEvent(parent.slug, NOW)).toMatchObject({ startsOn: null, phase: 'over', call: null })
  await db.event.update({ where: { id: parent.id }, data: over })
  await db.event.update({ where: { id: last.id }, data: { ...unstated, parentId: parent.id } })
  expect(await getEvent(last.slug, NOW)).toMatchObject({ startsOn: null, endsOn: null, phase: 'over' })
})

test('events to come stand from the nearest on, past ones from the latest on, undated ones last', async () => {
  const names = ['In May', 'In March', 'Undated', 'Long ago', 'Last year']
  const days = [addDays(NOW, 60), addDays(NOW, 30), null, new Date('2018-12-10'), addDays(NOW, -300)]
  for (const [index, name] of names.entries()) {
    const { id } = await anEvent({ name })
    const day = days[index] ?? null
    await db.event.update({ where: { id }, data: { startsOn: day, endsOn: day } })
  }
  const { coming, past } = await listEvents(NOW)
  expect(coming.map(({ name }) => name)).toEqual(['In March', 'In May', 'Undated'])
  expect(past.map(({ name }) => name)).toEqual(['Last year', 'Long ago'])
})

test('open calls stand from the nearest deadline on, those without an end last, closed ones nowhere', async () => {
  const late = await anOpenCall({ closesAt: addDays(NOW, 20) })
  const soon = await anOpenCall({ closesAt: addDays(NOW, 2) })
  const endless = await anOpenCall()
  await db.call.update({ where: { id: endless.id }, data: { closesAt: null } })
  const closed = await anOpenCall({ opensAt: addDays(NOW, -9), closesAt: addDays(NOW, -1), graceMinutes: 10_000 })
  const slugs = (await listOpenCalls(NOW)).map(({ slug }) => slug)
  expect(slugs).toEqual([soon.event.slug, late.event.slug, endless.event.slug])
  expect((await getEvent(closed.event.slug, NOW))?.call?.state).toBe('closed')
})

test('an event that does not exist is nothing', async () => {
  expect(await getEvent('nowhere', NOW)).toBeNull()
})
