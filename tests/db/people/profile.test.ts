import { expect, test } from 'vitest'
import { saveProfile } from '@/features/people/commands/profile'
import { getProfile } from '@/features/people/queries/profile'
import { getPersonForStaff } from '@/features/people/queries/staff'
import { audiencesOf, EMPTY } from '@/features/people/rules'
import { type Audiences, FIELDS } from '@/features/people/schema/fields'
import { db } from '@/lib/db'
import { aPerson } from '../../factories'

const forAll = audiencesOf([])
const ada = { ...EMPTY, bio: 'Writes engines.', city: 'London', country: 'GB', languages: ['en'], github: 'ada' }
const save = (person: Awaited<ReturnType<typeof aPerson>>, values = ada, audiences: Audiences = forAll, version = 1) =>
  saveProfile(person, { name: 'Ada', values, audiences, version })

test('a profile comes back as it was saved, whoever may see it', async () => {
  const person = await aPerson()
  const audiences = { ...forAll, bio: 'staff', city: 'nobody' } as const
  expect(await save(person, ada, audiences)).toEqual({ ok: true, version: 2 })
  const { values, withheld } = await getProfile(person.id)
  expect(values).toEqual(ada)
  expect(audiencesOf(withheld)).toEqual(audiences)
  const row = await db.person.findUniqueOrThrow({ where: { id: person.id } })
  expect([row.bio, row.city, row.country]).toEqual([null, null, 'GB'])
  const staff = await getPersonForStaff(person.slug)
  expect([staff?.values.bio, staff?.values.city]).toEqual(['Writes engines.', ''])
})

test('a project that somebody keeps back is not joined to them; that they maintain it stays', async () => {
  const person = await aPerson()
  const [helm, envoy] = await Promise.all(
    ['helm', 'envoy'].map((slug) => db.project.create({ data: { slug, name: slug, tagline: '' } })),
  )
  await db.personProject.create({
    data: { personId: person.id, projectId: envoy?.id ?? '', isMaintainer: true, isNamed: false },
  })
  const values = { ...ada, projects: ['envoy', 'helm'] }
  await save(person, values)
  expect(await db.personProject.count({ where: { isNamed: true } })).toBe(2)
  await save(person, values, { ...forAll, projects: 'staff' }, 2)
  expect(await db.personProject.findMany()).toMatchObject([
    { projectId: envoy?.id, isMaintainer: true, isNamed: false },
  ])
  expect((await getProfile(person.id)).values.projects).toEqual(['envoy', 'helm'])
  expect(helm).toBeDefined()
})

test('a handle is one person’s: another is refused it, and it is free once it is given up', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  await save(person)
  expect(await save(other)).toEqual({ ok: false, reason: 'handle-taken', taken: ['github'] })
  expect((await getProfile(other.id)).version).toBe(1)
  await save(person, { ...ada, github: '' }, forAll, 2)
  expect(await save(other)).toMatchObject({ ok: true })
})

test('a handle that is kept back still belongs to its person', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  await save(person, ada, { ...forAll, github: 'nobody' })
  expect(await save(other)).toMatchObject({ reason: 'handle-taken' })
})

test('of two tabs with one version the second is told', async () => {
  const person = await aPerson()
  const outcomes = await Promise.all([save(person), save(person)])
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(FIELDS.length).toBe(17)
})
