import { expect, test } from 'vitest'
import { changeSlug } from '@/features/people/commands/slug'
import { getAuthor, getPerson } from '@/features/people/queries'
import { getSlugNow, listFormerSlugs } from '@/features/people/queries/slugs'
import { db, transaction } from '@/lib/db'
import { findOrCreatePerson } from '@/lib/session/people'
import { aPerson } from '../../factories'

test('a former slug leads to its person, through as many changes as there were', async () => {
  const ada = await aPerson()
  for (const slug of ['ada', 'ada-lovelace', 'countess'])
    expect(await changeSlug(ada, ada.id, slug)).toMatchObject({ ok: true })
  for (const slug of [ada.slug, 'ada', 'ada-lovelace']) expect(await getSlugNow(slug)).toBe('countess')
  expect([await getSlugNow('countess'), await getSlugNow('nobody')]).toEqual([null, null])
  expect(await listFormerSlugs(ada.id)).toEqual(['ada', 'ada-lovelace', ada.slug].sort())
})

test('a former slug is never given to somebody else: by choice, by name, or behind the code', async () => {
  const [ada, bob] = [await aPerson(), await aPerson()]
  await changeSlug(ada, ada.id, 'ada-lovelace')
  await changeSlug(ada, ada.id, 'countess')
  expect(await changeSlug(bob, bob.id, 'ada-lovelace')).toEqual({ ok: false, reason: 'taken' })
  const { person } = await transaction((tx) =>
    findOrCreatePerson(tx, { email: 'other@example.org', name: 'Ada Lovelace' }),
  )
  expect(person.slug).toBe('ada-lovelace-2')
  await expect(db.person.create({ data: { slug: 'ada-lovelace', name: 'Another' } })).rejects.toThrow()
})

test('one’s own former slug can be taken back', async () => {
  const ada = await aPerson()
  await changeSlug(ada, ada.id, 'countess')
  expect(await changeSlug(ada, ada.id, ada.slug)).toEqual({ ok: true, slug: ada.slug })
  expect(await getSlugNow('countess')).toBe(ada.slug)
})

test('two who want one slug in the same moment: one gets it', async () => {
  const people = [await aPerson(), await aPerson(), await aPerson()]
  const outcomes = await Promise.all(people.map((person) => changeSlug(person, person.id, 'the-one')))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'taken')).toHaveLength(2)
})

test('two people may share a name: the second gets a number, and each page is its own', async () => {
  const make = (email: string) => transaction((tx) => findOrCreatePerson(tx, { email, name: 'Ana Paz' }))
  const [first, second] = [await make('a@example.org'), await make('b@example.org')]
  expect([first.person.slug, second.person.slug]).toEqual(['ana-paz', 'ana-paz-2'])
})

test('whoever has no public role has no page, and neither has their former slug', async () => {
  const ada = await aPerson()
  await changeSlug(ada, ada.id, 'countess')
  expect([await getPerson('countess', 'en'), await getAuthor('countess')]).toEqual([null, null])
})
