import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { getLive } from '@/features/content/queries/live'
import type { Tree } from '@/features/content/schema/tree'
import { db } from '@/lib/db'
import { collect } from '@/lib/front/tags'
import { anEvent } from '@/tests/factories'
import { aReleasedSchedule, aScheduledEvent } from '@/tests/scheduled'

async function aRelease(event: { id: string; slug: string }, number: number, name: string) {
  const schedule = aReleasedSchedule({
    event: aScheduledEvent({ slug: event.slug }),
    release: { number, name, releasedAt: '2027-09-01T10:00:00.000Z' },
  })
  await db.release.create({ data: { eventId: event.id, number, name, schedule } })
}

test('a text shows the latest release of a programme, and none before the first', async () => {
  const [out, waiting] = [await anEvent({ slug: 'out' }), await anEvent({ slug: 'waiting' })]
  await aRelease(out, 1, 'First')
  await aRelease(out, 2, 'Second')
  const tree: Tree = [
    { is: 'schedule', event: 'out' },
    { is: 'tabs', level: 2, tabs: [{ id: 't', label: 'T', of: [{ is: 'schedule', event: 'waiting' }] }] },
  ]
  const { live, tags } = await collect(async ({ tags }) => ({ live: await getLive(tree, 'en', new Date()), tags }))
  expect(live.schedules.get('out')?.release.name).toBe('Second')
  expect(live.schedules.has('waiting')).toBe(false)
  expect(live.calls.get('waiting')?.slug).toBe(waiting.slug)
  expect([...tags]).toEqual(expect.arrayContaining(['schedule:out', 'schedule:waiting', 'event:out']))
})

test('however much a text points at, it asks the database as often', async () => {
  const texts = (count: number): Tree => {
    const names = Array.from({ length: count }, (_, at) => `thing-${at}`)
    return names.flatMap(
      (slug): Tree => [
        {
          is: 'paragraph',
          of: [
            { is: 'project', slug },
            { is: 'person', slug },
            { is: 'link', href: `/${slug}`, of: [] },
          ],
        },
        { is: 'quotation', by: { person: `${slug}-too` }, of: [] },
        { is: 'call', event: slug },
        { is: 'schedule', event: slug },
      ],
    )
  }
  for (const slug of ['thing-0', 'thing-1', 'thing-2']) {
    await aRelease(await anEvent({ slug }), 1, 'First')
    await db.person.create({ data: { slug, name: slug } })
    await db.project.create({ data: { slug, name: slug, tagline: slug } })
  }
  const asked = async (tree: Tree) => {
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    await getLive(tree, 'zh', new Date())
    const { length } = spy.mock.calls
    spy.mockRestore()
    return length
  }
  const one = await asked(texts(1))
  expect(one).toBeGreaterThan(0)
  expect(await asked(texts(40))).toBe(one)
})
