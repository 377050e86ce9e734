import { addMinutes } from 'date-fns'
import { expect, test } from 'vitest'
import { forgetExpired } from '@/features/access/commands/housekeeping'
import { once } from '@/features/api/commands'
import { db } from '@/lib/db'
import { aToken, call } from '@/tests/api'
import { anOpenCall, aPerson } from '@/tests/factories'

async function aSpeaker() {
  const { event } = await anOpenCall()
  const token = await aToken(await aPerson())
  const propose = (key: string, title = 'Once') =>
    call(`POST /events/${event.slug}/proposals`, { token, body: { title }, headers: { 'idempotency-key': key } })
  return { propose, token }
}

test('sent twice with one key, one after the other, it is one proposal and one answer', async () => {
  const { propose } = await aSpeaker()
  const [first, second] = [await propose('a'), await propose('a')]
  expect(second.text).toBe(first.text)
  expect([second.status, second.headers.get('location')]).toEqual([201, first.headers.get('location')])
  expect(await db.proposal.count()).toBe(1)
  await propose('b')
  expect(await db.proposal.count()).toBe(2)
})

test('sent eight times at once with one key, it is one proposal', async () => {
  const { propose } = await aSpeaker()
  const answers = await Promise.all(Array.from({ length: 8 }, () => propose('a')))
  expect(await db.proposal.count()).toBe(1)
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1)
  for (const { status, body } of answers)
    if (status !== 201) expect([status, body.type]).toEqual([409, '/problems/in-progress'])
})

test('another body with the same key is refused', async () => {
  const { propose } = await aSpeaker()
  await propose('a')
  const other = await propose('a', 'Another')
  expect([other.status, other.body.type]).toEqual([422, '/problems/key-reused'])
  expect(await db.proposal.count()).toBe(1)
})

test('somebody else’s key is another key', async () => {
  const [one, other] = [await aSpeaker(), await aSpeaker()]
  await one.propose('a')
  await other.propose('a', 'Mine')
  expect(await db.proposal.count()).toBe(2)
})

test('an attempt that throws frees its key', async () => {
  const { propose } = await aSpeaker()
  await propose('first')
  const { id: tokenId } = await db.apiToken.findFirstOrThrow()
  const request = { tokenId, key: 'a', bodyHash: 'x', now: new Date() }
  const crash = () => Promise.reject(new Error('Crashed'))
  await expect(once(request, crash)).rejects.toThrow('Crashed')
  const answer = { status: 200, body: 'done', headers: {} }
  expect(await once(request, async () => ({ answer }))).toEqual(answer)
})

test('an attempt whose process died frees its key after two minutes', async () => {
  await aSpeaker()
  const { id: tokenId } = await db.apiToken.findFirstOrThrow()
  const now = new Date()
  await db.idempotentAnswer.create({ data: { tokenId, key: 'a', bodyHash: 'x', createdAt: now } })
  const answer = { status: 200, body: 'done', headers: {} }
  const attempt = (at: Date) => once({ tokenId, key: 'a', bodyHash: 'x', now: at }, async () => ({ answer }))
  expect(await attempt(addMinutes(now, 1))).toEqual({ refused: 'in-progress' })
  expect(await attempt(addMinutes(now, 3))).toEqual(answer)
})

test('after a day an answer is forgotten', async () => {
  const { propose } = await aSpeaker()
  await propose('a')
  await forgetExpired(addMinutes(new Date(), 23 * 60))
  expect(await db.idempotentAnswer.count()).toBe(1)
  await forgetExpired(addMinutes(new Date(), 25 * 60))
  expect(await db.idempotentAnswer.count()).toBe(0)
})
