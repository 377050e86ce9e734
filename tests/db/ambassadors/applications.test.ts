import { expect, test } from 'vitest'
import type { Person } from '@/features/access/schema'
import { saveApplication, withdrawApplication } from '@/features/ambassadors/commands/apply'
import { confirmReference } from '@/features/ambassadors/commands/references'
import { castVote, decideApplication, declareConflict } from '@/features/ambassadors/commands/review'
import { listAmbassadors } from '@/features/ambassadors/queries'
import {
  countWaiting,
  getApplication,
  getReference,
  listApplications,
} from '@/features/ambassadors/queries/applications'
import { db } from '@/lib/db'
import { aPerson } from '../../factories'

const draft = {
  statement: 'x'.repeat(120),
  activities: 'A meetup, each month.',
  references: [{ name: 'Bea', email: 'Bea@example.org' }],
  version: 0,
}
const submit = (person: Person, facts = draft) => saveApplication(person, facts, { submit: true })
const aManager = () => aPerson({ roles: ['ambassador-manager'] })
const yes = { vote: 'yes', reason: 'Known for years.' } as const
const accept = { decision: 'accepted', letter: 'Welcome.' } as const

async function anApplication() {
  const applicant = await aPerson()
  const outcome = await submit(applicant)
  if (!outcome.ok) throw new Error(outcome.reason)
  return { applicant, number: outcome.number }
}

async function tokenTo(address: string): Promise<string> {
  const mail = await db.outboxMessage.findFirstOrThrow({ where: { to: { contains: address } } })
  return /token=([\w-]+)/.exec(mail.text)?.[1] ?? ''
}

test('pressed three times at once, the form hands in one application, with one letter to each', async () => {
  const applicant = await aPerson()
  const outcomes = await Promise.all([submit(applicant), submit(applicant), submit(applicant)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter((each) => !each.ok && each.reason === 'already-submitted')).toHaveLength(2)
  expect(await db.ambassadorApplication.count()).toBe(1)
  expect((await db.outboxMessage.findMany()).map(({ kind }) => kind).sort()).toEqual([
    'ambassador-receipt',
    'ambassador-reference',
  ])
})

test('the database holds one open application per person, and any number of closed ones', async () => {
  const { applicant } = await anApplication()
  const second = { personId: applicant.id, statement: '', activities: '' }
  await expect(db.ambassadorApplication.create({ data: second })).rejects.toThrow()
  await withdrawApplication(applicant)
  expect(await submit(applicant)).toMatchObject({ ok: true })
  expect(await db.ambassadorApplication.count()).toBe(2)
})

test('a draft is kept without letters, and of two tabs the second is told', async () => {
  const applicant = await aPerson()
  const first = await saveApplication(applicant, { ...draft, statement: 'Half' }, { submit: false })
  expect(first).toMatchObject({ ok: true, version: 1 })
  const change = { ...draft, version: 1 }
  expect(await saveApplication(applicant, change, { submit: false })).toMatchObject({ ok: true, version: 2 })
  expect(await saveApplication(applicant, change, { submit: false })).toMatchObject({
    ok: false,
    reason: 'overtaken',
    version: 2,
  })
  expect([await db.outboxMessage.count(), await db.ambassadorReference.count()]).toEqual([0, 1])
})

test('a reference confirms by its link, twice is once, and never after the end', async () => {
  const { applicant, number } = await anApplication()
  const token = await tokenTo('bea@example.org')
  expect(await getReference(token)).toMatchObject({ name: 'Bea', confirmedAt: null })
  expect(await confirmReference(token, 'She does it all.')).toEqual({ ok: true })
  expect(await confirmReference(token, 'She does it all, and well.')).toEqual({ ok: true })
  const seen = await getApplication(await aManager(), number)
  expect(seen?.references).toMatchObject([{ words: 'She does it all, and well.' }])
  expect(await confirmReference('guessed', '')).toMatchObject({ ok: false })
  await withdrawApplication(applicant)
  expect([await getReference(token), await confirmReference(token, '')]).toEqual([
    null,
    { ok: false, reason: 'not-found' },
  ])
  expect(JSON.stringify(await db.ambassadorReference.findMany())).not.toContain(token)
})

test('one manager has one vote, which may change until the decision', async () => {
  const { number } = await anApplication()
  const [manager, other] = [await aManager(), await aManager()]
  await Promise.all([castVote(manager, number, yes), castVote(manager, number, yes)])
  await castVote(manager, number, { vote: 'no', reason: 'On second thoughts.' })
  expect(await db.ambassadorVote.findMany()).toMatchObject([{ vote: 'no' }])
  expect(await decideApplication(other, number, { decision: 'declined', letter: 'Not yet.' })).toEqual({ ok: true })
  expect(await castVote(manager, number, yes)).toEqual({ ok: false, reason: 'decided' })
})

test('of two managers who decide in the same moment one decides, and one letter is sent', async () => {
  const { applicant, number } = await anApplication()
  const managers = [await aManager(), await aManager(), await aManager()]
  for (const manager of managers) await castVote(manager, number, yes)
  const outcomes = await Promise.all(
    managers.map((manager, index) =>
      decideApplication(manager, number, index === 0 ? { decision: 'declined', letter: 'No.' } : accept),
    ),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter((each) => !each.ok && each.reason === 'decided')).toHaveLength(2)
  const { decision } = await db.ambassadorApplication.findUniqueOrThrow({ where: { number } })
  expect(await db.ambassadorTerm.count({ where: { personId: applicant.id } })).toBe(decision === 'accepted' ? 1 : 0)
  expect(await db.outboxMessage.count({ where: { kind: 'ambassador-decision' } })).toBe(1)
})

test('nobody votes or decides on their own application, nor after declaring a conflict', async () => {
  const applicant = await aManager()
  const outcome = await submit(applicant)
  const number = outcome.ok ? outcome.number : 0
  const [partner, manager] = [await aManager(), await aManager()]
  expect(await castVote(applicant, number, yes)).toEqual({ ok: false, reason: 'own' })
  await castVote(partner, number, yes)
  expect(await declareConflict(partner, number, 'We are married.')).toEqual({ ok: true })
  expect(await db.ambassadorVote.count()).toBe(0)
  expect(await castVote(partner, number, yes)).toEqual({ ok: false, reason: 'conflict' })
  await castVote(manager, number, { vote: 'no', reason: 'Too early.' })
  for (const insider of [applicant, partner]) {
    expect(await decideApplication(insider, number, accept)).toMatchObject({ ok: false })
    expect(await getApplication(insider, number)).toMatchObject({ votes: [], references: [] })
    expect((await listApplications(insider))[0]?.votes).toBeNull()
  }
})

test('an acceptance makes an ambassador from that day on, whom the directory lists; a refusal does not', async () => {
  const { applicant, number } = await anApplication()
  const manager = await aManager()
  expect(await decideApplication(manager, number, accept)).toEqual({ ok: false, reason: 'no-votes' })
  await castVote(manager, number, yes)
  expect(await decideApplication(manager, number, accept, new Date('2026-11-22T23:59:00Z'))).toEqual({ ok: true })
  const ambassadors = await listAmbassadors(new Date('2026-11-23T00:00:00Z'))
  expect(ambassadors).toMatchObject([
    { slug: applicant.slug, ambassador: 'current', terms: [{ startsOn: '2026-11-22', endsOn: '2028-11-21' }] },
  ])
  expect(await submit(applicant)).toEqual({ ok: false, reason: 'ambassador' })
})

test('what waits for a manager is what they may vote on and have not', async () => {
  const [manager, other] = [await aManager(), await aManager()]
  const waiting = async (who: Person) => countWaiting(await listApplications(who))
  expect(await waiting(manager)).toBe(0)
  const [first, second, third] = [await anApplication(), await anApplication(), await anApplication()]
  expect([await waiting(manager), await waiting(other)]).toEqual([3, 3])

  await castVote(manager, first.number, yes)
  expect([await waiting(manager), await waiting(other)]).toEqual([2, 3])
  await declareConflict(manager, second.number, 'A colleague.')
  expect([await waiting(manager), await waiting(other)]).toEqual([1, 3])
  await withdrawApplication(third.applicant)
  expect([await waiting(manager), await waiting(other)]).toEqual([0, 2])
})

test('a decided application, a draft and one’s own wait for nobody', async () => {
  const manager = await aManager()
  const { number } = await anApplication()
  await castVote(manager, number, yes)
  const other = await aManager()
  await castVote(other, number, yes)
  await decideApplication(other, number, accept)
  await saveApplication(await aPerson(), draft, { submit: false })
  await submit(manager)
  const third = await aManager()
  expect(countWaiting(await listApplications(manager))).toBe(0)
  expect(countWaiting(await listApplications(third))).toBe(1)
})
