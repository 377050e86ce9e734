import { beforeEach, expect, test } from 'vitest'
import { syncContent } from '@/features/content/import/sync'
import { refreshIndex } from '@/features/search/commands/refresh'
import { db } from '@/lib/db'
import { aPerson } from '../factories'

beforeEach(async () => {
  await syncContent()
  await refreshIndex()
})

const found = async (source: string, key: string) => {
  await refreshIndex()
  return db.$queryRaw<{ words: string }[]>`
    select called as words from search.entry
    where source = ${source} and source_key = ${key} limit 1`
}

test('another spelling of a project is found once it is known', async () => {
  const { id: projectId } = await db.project.findUniqueOrThrow({ where: { slug: 'kubernetes' } })
  await db.projectAlias.create({ data: { key: 'kubething', spelling: 'KubeThing', projectId, origin: 'people' } })
  expect((await found('project', 'kubernetes'))[0]?.words).toContain('kubething')
})

test('who maintains a project is found, and no longer when that ends', async () => {
  const person = await aPerson({ name: 'Maintaining Person' })
  const { id: projectId } = await db.project.findUniqueOrThrow({ where: { slug: 'helm' } })
  expect(await found('person', person.slug)).toEqual([])
  await db.projectMaintainer.create({ data: { projectId, personId: person.id } })
  expect(await found('person', person.slug)).toHaveLength(1)
  await db.projectMaintainer.deleteMany({ where: { personId: person.id } })
  expect(await found('person', person.slug)).toEqual([])
})
