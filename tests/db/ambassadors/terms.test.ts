import pg from 'pg'
import { expect, test } from 'vitest'
import { remindEnding, renewTerm } from '@/features/ambassadors/commands/terms'
import { listAmbassadors } from '@/features/ambassadors/queries'
import { db } from '@/lib/db'
import { collect } from '@/lib/front/tags'
import { aPerson } from '../../factories'

const at = (day: string) => new Date(`${day}T09:00:00Z`)

async function anAmbassador(endsOn = '2027-01-20', startsOn = '2025-01-21') {
  const person = await aPerson()
  await db.ambassadorTerm.create({
    data: { personId: person.id, startsOn: new Date(startsOn), endsOn: new Date(endsOn) },
  })
  return person
}

test('letters go out sixty and thirty days before the end, each once, however often the job runs', async () => {
  await anAmbassador()
  const letters = async (day: string) => {
    await Promise.all([remindEnding(at(day)), remindEnding(at(day))])
    return db.outboxMessage.count({ where: { kind: 'ambassador-renewal' } })
  }
  const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-12-20', '2026-12-21', '2027-01-20', '2027-01-21']
  const counts: number[] = []
  for (const day of days) counts.push(await letters(day))
  expect(counts).toEqual([0, 1, 1, 1, 2, 2, 2])
})

test('a job that was down for weeks sends the letter that is due now, not both', async () => {
  await anAmbassador()
  await remindEnding(at('2027-01-02'))
  expect(await db.outboxMessage.count()).toBe(1)
})

test('whoever has renewed, or has no address, gets no letter', async () => {
  const [renewed, silent] = [await anAmbassador(), await anAmbassador()]
  await renewTerm(renewed, at('2026-12-01'))
  await db.person.update({ where: { id: silent.id }, data: { email: null } })
  await remindEnding(at('2026-12-22'))
  expect(await db.outboxMessage.count()).toBe(0)
})

test('renewed by a double click it is one more term, which follows without a gap', async () => {
  const person = await anAmbassador()
  const outcomes = await Promise.all([1, 2, 3].map(() => renewTerm(person, at('2026-12-01'))))
  expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, endsOn: '2029-01-20' }])
  expect(await db.ambassadorTerm.count()).toBe(2)
})

test('not renewed, an ambassador is emeritus on the day after, and pages know until when they are fresh', async () => {
  await anAmbassador()
  const standing = async (day: string) => (await listAmbassadors(at(day)))[0]?.ambassador
  expect([await standing('2027-01-20'), await standing('2027-01-21')]).toEqual(['current', 'emeritus'])
  const until = await collect(async (reading) => {
    await listAmbassadors(at('2026-12-01'))
    return new Date(reading.freshUntil).toISOString()
  })
  expect(until).toBe('2027-01-21T00:00:00.000Z')
})

test('two terms of one person never overlap', async () => {
  const person = await anAmbassador()
  const overlap = { personId: person.id, startsOn: new Date('2027-01-20'), endsOn: new Date('2028-01-01') }
  await expect(db.ambassadorTerm.create({ data: overlap })).rejects.toThrow()
})

test('the directory asks the same number of questions for one ambassador as for five hundred', async () => {
  await anAmbassador()
  const one = await statements(() => listAmbassadors(at('2026-12-01')))
  const people = Array.from({ length: 500 }, (_, n) => ({ slug: `many-${n}`, name: `Many ${n}` }))
  const rows = await db.person.createManyAndReturn({ data: people, select: { id: true } })
  const term = { startsOn: new Date('2026-01-01'), endsOn: new Date('2027-12-31') }
  await db.ambassadorTerm.createMany({ data: rows.map(({ id }) => ({ personId: id, ...term })) })
  const many = await statements(async () => expect(await listAmbassadors(at('2026-12-01'))).toHaveLength(501))
  expect(many).toBe(one)
})

/** How many statements the work sends, counted where they leave the process. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const send = pg.Client.prototype.query
  let count = 0
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    count++
    return Reflect.apply(send, this, args)
  } as typeof send
  await work().finally(() => {
    pg.Client.prototype.query = send
  })
  return count
}
