import { expect, test } from 'vitest'
import { listAmbassadors } from '@/features/ambassadors/queries'
import { filterAmbassadors, NO_FILTER } from '@/features/ambassadors/rules/directory'
import { saveProfile } from '@/features/people/commands/profile'
import { getAuthor, getPerson, listPublicPeople } from '@/features/people/queries'
import { getPersonForStaff } from '@/features/people/queries/staff'
import { EMPTY } from '@/features/people/rules'
import { type Audiences, FIELDS } from '@/features/people/schema/fields'
import { getReleasedSchedule } from '@/features/schedule/queries/released'
import { db } from '@/lib/db'
import { call } from '@/tests/api'
import { anEvent, aPerson } from '@/tests/factories'
import { aReleasedSchedule, aScheduledSpeaker } from '@/tests/scheduled'

/** Words that no public answer may hold, one in each field that takes words. */
const secret = (field: string) => `secret${field.toLowerCase()}`
const values = {
  ...EMPTY,
  affiliation: secret('affiliation'),
  bio: secret('bio'),
  pronouns: secret('pronouns'),
  country: 'FJ',
  city: secret('city'),
  languages: ['mt'],
  expertise: [secret('expertise')],
  projects: ['secretproject'],
  availableToSpeak: true,
  website: 'https://secretwebsite.example.org/',
  github: 'secretgithub',
  linkedin: 'secretlinkedin',
  mastodon: 'secret@secretmastodon.example',
  bluesky: 'secretbluesky.example',
  twitter: 'secrettwitter',
  youtube: '@secretyoutube',
}
const LEAK = /secret(?!project")|"FJ"|"mt"|Fiji|availableToSpeak":true/

/** Somebody with every public role, who shows nothing to all. */
async function aSecretive(audience: 'all' | 'staff' | 'nobody') {
  const person = await aPerson({ name: 'Seen' })
  await db.project.create({ data: { slug: 'secretproject', name: 'secretproject', tagline: '' } })
  const audiences = Object.fromEntries(FIELDS.map((field) => [field, audience])) as Audiences
  const outcome = await saveProfile(person, { name: 'Seen', values, audiences, version: 1 })
  expect(outcome).toMatchObject({ ok: true })
  await db.ambassadorTerm.create({
    data: { personId: person.id, startsOn: new Date('2026-01-01'), endsOn: new Date('2099-01-01') },
  })
  const event = await anEvent({ slug: 'meshcon-2027' })
  // Released while everything was still public.
  const schedule = aReleasedSchedule()
  const speaker = {
    ...aScheduledSpeaker(1),
    personId: person.id,
    slug: person.slug,
    name: 'Seen',
    bio: values.bio,
    affiliation: values.affiliation,
  }
  for (const slot of schedule.slots) if (slot.session.code) slot.session.speakers = [speaker]
  await db.release.create({
    data: { eventId: event.id, number: 1, name: '1', schedule: JSON.parse(JSON.stringify(schedule)) },
  })
  return person
}

async function everythingPublic(slug: string): Promise<Record<string, unknown>> {
  return {
    'their page': await getPerson(slug, 'en'),
    'their Chinese page': await getPerson(slug, 'zh'),
    'their author page': await getAuthor(slug),
    people: await listPublicPeople({ limit: 50 }),
    directory: await listAmbassadors(),
    programme: await getReleasedSchedule('meshcon-2027'),
    'GET /people': (await call('GET /people')).body,
    'GET /ambassadors': (await call('GET /ambassadors?when=all')).body,
  }
}

test.each(['staff', 'nobody'] as const)('what is for %s stands in no public answer', async (audience) => {
  const { slug } = await aSecretive(audience)
  const answers = await everythingPublic(slug)
  expect(JSON.stringify(answers.directory)).toContain('Seen')
  expect(JSON.stringify(answers.programme)).toContain('Seen')
  for (const [name, answer] of Object.entries(answers)) expect(JSON.stringify(answer) ?? '', name).not.toMatch(LEAK)
})

test('nor is anybody found by it, in a search or a facet', async () => {
  await aSecretive('staff')
  const people = await listAmbassadors()
  for (const change of [{ q: 'secretbio' }, { q: 'fiji' }, { country: 'FJ' }, { language: 'mt' }, { available: true }])
    expect(filterAmbassadors(people, { ...NO_FILTER, ...change })).toEqual([])
})

test('the same words do stand there when they are for all, so that this test can see', async () => {
  const { slug } = await aSecretive('all')
  const { 'their author page': _, ...answers } = await everythingPublic(slug)
  for (const [name, answer] of Object.entries(answers)) expect(JSON.stringify(answer), name).toMatch(LEAK)
})

test('staff see what is for them, and not what is for nobody', async () => {
  const { slug } = await aSecretive('staff')
  expect(JSON.stringify(await getPersonForStaff(slug))).toMatch(/secretbio/)
})

test('staff see nothing of what is for nobody', async () => {
  const { slug } = await aSecretive('nobody')
  expect(JSON.stringify((await getPersonForStaff(slug))?.values)).not.toMatch(LEAK)
})
