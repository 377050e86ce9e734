import { expect, test } from 'vitest'
import { decideApplication } from '@/features/ambassadors/commands/review'
import { appoint, correctTerm, endTerm, restoreTerm, takeTermBack } from '@/features/ambassadors/commands/staff-terms'
import { remindEnding, renewTerm } from '@/features/ambassadors/commands/terms'
import { listAmbassadors } from '@/features/ambassadors/queries'
import { termsOf } from '@/features/ambassadors/queries/terms'
import { listChangesBetween } from '@/features/changes/queries/list'
import { findPeople } from '@/features/people/queries/staff'
import { db } from '@/lib/db'
import { aPerson } from '../../factories'

const at = (day: string) => new Date(`${day}T09:00:00Z`)
const NOW = at('2026-12-01')
const days = { startsOn: '2026-12-01', endsOn: '2028-11-30' }

async function anAppointed(facts: { startsOn?: string; endsOn?: string; letter?: string } = {}) {
  const [staff, person] = [await aPerson(), await aPerson()]
  const outcome = await appoint(staff, person.id, { ...days, letter: '', ...facts }, NOW)
  if (!outcome.ok) throw new Error(outcome.reason)
  return { staff, person, termId: outcome.termId }
}
const daysOf = async (personId: string) =>
  (await termsOf(personId)).map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)
const namesAt = async (day: string) =>
  (await listAmbassadors(at(day))).filter(({ ambassador }) => ambassador === 'current').map(({ slug }) => slug)

test('appointed by hand somebody is in the directory, told by letter, audited, and pages about them are old', async () => {
  const { staff, person, termId } = await anAppointed({ letter: 'We are glad.' })
  expect(await namesAt('2026-12-01')).toEqual([person.slug])
  const letters = await db.outboxMessage.findMany()
  expect(letters).toMatchObject([{ kind: 'ambassador-term', subject: expect.stringMatching(/^You are an ambassador/) }])
  expect(letters[0]?.text).toContain('We are glad.')
  expect(letters[0]?.text).toContain('Thursday, 30 November 2028')
  const entries = await db.auditEntry.findMany()
  expect(entries).toMatchObject([
    { actorId: staff.id, verb: 'create', resource: 'ambassador-term', resourceId: termId, detail: days },
  ])
  const purged = (await db.purgeLog.findMany()).flatMap(({ tags }) => tags)
  expect(purged).toEqual([`person:${person.slug}`, 'people', 'ambassadors'])
})

test('the change log names who is appointed, follows a corrected day, and forgets what is taken back', async () => {
  const { staff, person, termId } = await anAppointed({ startsOn: '2026-11-02', endsOn: '2028-11-01' })
  const moments = async () =>
    (await listChangesBetween('en', at('2026-01-01'), at('2027-01-01'))).map((change) => change.at.slice(0, 10))
  expect(await moments()).toEqual(['2026-11-02'])
  await correctTerm(staff, termId, { startsOn: '2026-10-05', endsOn: '2028-10-04' }, NOW)
  expect(await moments()).toEqual(['2026-10-05'])
  expect(await takeTermBack(staff, termId, NOW)).toEqual({ ok: false, reason: 'begun' })
  await correctTerm(staff, termId, days, NOW)
  expect(await takeTermBack(staff, termId, NOW)).toMatchObject({ ok: true, slug: person.slug })
  expect(await moments()).toEqual([])
})

test('no letter is written where none was, for a term that is over, or to whoever has no address', async () => {
  await anAppointed()
  await anAppointed({ startsOn: '2017-01-01', endsOn: '2018-12-31', letter: 'Late thanks.' })
  const silent = await aPerson()
  await db.person.update({ where: { id: silent.id }, data: { email: null } })
  await appoint(await aPerson(), silent.id, { ...days, letter: 'Welcome.' }, NOW)
  expect(await db.outboxMessage.count()).toBe(0)
})

test('of eight managers who appoint somebody in the same moment one does, and seven are refused', async () => {
  const [person, ...managers] = await Promise.all(Array.from({ length: 9 }, () => aPerson()))
  if (!person) throw new Error('Nobody.')
  const outcomes = await Promise.all(managers.map((staff) => appoint(staff, person.id, { ...days, letter: '' }, NOW)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'overlap')).toHaveLength(7)
  expect(await daysOf(person.id)).toEqual(['2026-12-01 2028-11-30'])
})

test('nobody sets their own term, and days that another term has stay its own', async () => {
  const { staff, person, termId } = await anAppointed()
  expect(await appoint(person, person.id, { ...days, letter: '' }, NOW)).toEqual({ ok: false, reason: 'own' })
  for (const outcome of [
    await correctTerm(person, termId, days, NOW),
    await endTerm(person, termId, { lastDay: '2026-12-05', letter: '' }),
    await restoreTerm(person, termId),
    await takeTermBack(person, termId, NOW),
  ])
    expect(outcome).toEqual({ ok: false, reason: 'own' })
  const before = { startsOn: '2024-01-01', endsOn: '2025-12-31', letter: '' }
  const earlier = await appoint(staff, person.id, before, NOW)
  if (!earlier.ok) throw new Error(earlier.reason)
  const wider = { startsOn: '2024-01-01', endsOn: '2026-12-01' }
  expect(await correctTerm(staff, earlier.termId, wider, NOW)).toEqual({ ok: false, reason: 'overlap' })
})

test('a term ended early takes the one that was to follow along; undone, both are back as they were', async () => {
  const { staff, person, termId } = await anAppointed()
  await renewTerm(person, at('2028-11-01'))
  const before = await db.ambassadorTerm.findMany({ orderBy: { startsOn: 'asc' }, omit: { createdAt: true } })
  expect(await endTerm(staff, termId, { lastDay: '2027-03-31', letter: 'Thank you.' })).toMatchObject({ ok: true })
  expect(await daysOf(person.id)).toEqual(['2026-12-01 2027-03-31'])
  expect([await namesAt('2027-03-31'), await namesAt('2027-04-01')]).toEqual([[person.slug], []])
  expect(await endTerm(staff, termId, { lastDay: '2027-01-31', letter: '' })).toMatchObject({ ok: true })
  expect(await restoreTerm(staff, termId)).toMatchObject({ ok: true })
  expect(await db.ambassadorTerm.findMany({ orderBy: { startsOn: 'asc' }, omit: { createdAt: true } })).toEqual(before)
  expect(await restoreTerm(staff, termId)).toEqual({ ok: false, reason: 'not-ended' })
  const subjects = (await db.outboxMessage.findMany({ orderBy: { createdAt: 'asc' } })).map(({ subject }) => subject)
  expect(subjects).toEqual([
    'Your term as an ambassador ends on Wednesday, 31 March 2027',
    'Your term as an ambassador goes on',
  ])
})

test('an early end is not undone over a term that was given since', async () => {
  const { staff, person, termId } = await anAppointed()
  await endTerm(staff, termId, { lastDay: '2027-03-31', letter: '' })
  await appoint(staff, person.id, { startsOn: '2027-06-01', endsOn: '2029-05-31', letter: '' }, NOW)
  expect(await restoreTerm(staff, termId)).toEqual({ ok: false, reason: 'overlap' })
  expect(await daysOf(person.id)).toEqual(['2026-12-01 2027-03-31', '2027-06-01 2029-05-31'])
})

test('an application is not accepted over a term that somebody is appointed to', async () => {
  const { staff, person } = await anAppointed({ startsOn: '2027-06-01', endsOn: '2029-05-31' })
  const application = await db.ambassadorApplication.create({
    data: { personId: person.id, statement: 'Why', activities: 'What', submittedAt: NOW },
  })
  await db.ambassadorVote.create({
    data: { applicationId: application.id, managerId: staff.id, vote: 'yes', reason: 'Known' },
  })
  const decision = { decision: 'accepted', letter: 'Welcome' } as const
  expect(await decideApplication(staff, application.number, decision, NOW)).toEqual({ ok: false, reason: 'overlap' })
})

test('a term whose end was moved is reminded of again', async () => {
  const { staff, termId } = await anAppointed({ startsOn: '2025-01-01', endsOn: '2026-12-31' })
  await remindEnding(at('2026-12-10'))
  await correctTerm(staff, termId, { startsOn: '2025-01-01', endsOn: '2027-06-30' }, NOW)
  await remindEnding(at('2027-06-10'))
  expect(await db.outboxMessage.count({ where: { kind: 'ambassador-renewal' } })).toBe(2)
})

test('staff find somebody by address, by page, by a page of old, and by a name that is theirs alone or not', async () => {
  const [ada, bea] = [await aPerson({ name: 'Ada Lind' }), await aPerson({ name: 'Bea Moor' })]
  const twin = await aPerson({ name: 'ada lind' })
  const old = bea.slug
  await db.person.update({ where: { id: bea.id }, data: { slug: 'bea' } })
  const slugs = async (words: string) => (await findPeople(words)).map(({ slug }) => slug)
  expect(await slugs(` ${ada.email?.toUpperCase()} `)).toEqual([ada.slug])
  expect(await slugs('https://example.org/people/bea')).toEqual(['bea'])
  expect(await slugs(old)).toEqual(['bea'])
  expect(await slugs('Bea Moor')).toEqual(['bea'])
  expect((await slugs('Ada Lind')).sort()).toEqual([ada.slug, twin.slug].sort())
  expect(await slugs('%')).toEqual([])
})
