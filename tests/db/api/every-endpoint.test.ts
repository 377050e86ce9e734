import { expect, test } from 'vitest'
import { ENDPOINTS, type EndpointName } from '@/features/access/table'
import { db } from '@/lib/db'
import { call } from '@/tests/api'
import { REQUESTS } from '@/tests/api-requests'
import { addressOf, type Sent, versionFor } from '@/tests/api-sent'
import { aWorld, type World } from '@/tests/api-world'
import { kept } from '@/tests/kept'
import { tables } from '@/tests/tables'

const NAMES = Object.keys(ENDPOINTS) as EndpointName[]
const theWorld = kept(aWorld)
const POSTS = NAMES.filter((name) => name.startsWith('POST'))

async function send(name: EndpointName, sent: Sent, world: World, more: Record<string, string> = {}) {
  const token = sent.as === 'nobody' ? undefined : world.tokens[sent.as]
  const headers = { ...(await versionFor(name, sent, world)), ...more }
  const body = sent.body === undefined ? {} : { body: sent.body }
  return call(addressOf(name, sent, world.slug), { ...(token ? { token } : {}), headers, ...body })
}

const isDone = ({ status, text }: { status: number; text: string }) =>
  expect({ status, problem: status < 300 ? '' : text }).toEqual({
    status: expect.toBeOneOf([200, 201, 202, 204]),
    problem: '',
  })

test.each(NAMES.filter((name) => name.startsWith('GET')))(
  '%s answers as declared and changes nothing',
  async (name) => {
    const world = await theWorld()
    const before = await tables()
    isDone(await send(name, REQUESTS[name](world), world))
    expect(await tables()).toEqual(before)
  },
)

test.each(NAMES.filter((name) => /^(PUT|PATCH|DELETE)/.test(name)))('%s does what it is for', async (name) => {
  const world = await theWorld()
  const [sent, before] = [REQUESTS[name](world), await tables()]
  isDone(await send(name, sent, world))
  expect((await tables()).audit_entry === before.audit_entry).toBe(
    name.includes('templates') && name.startsWith('DELETE'),
  )
  if (name.startsWith('DELETE') && !name.includes('needs') && !name.includes('templates'))
    expect((await send(name, sent, world)).status).toBe(404)
})

test.each(POSTS)('%s does what it is for, and sent twice with one key does it once', async (name) => {
  const world = await theWorld()
  const [sent, before] = [REQUESTS[name](world), await tables()]
  const key = { 'idempotency-key': name }
  const first = await send(name, sent, world, key)
  isDone(first)
  const after = await tables()
  expect(after).not.toEqual(before)
  if (sent.as === 'nobody') return
  const second = await send(name, sent, world, key)
  expect([second.status, second.text]).toEqual([first.status, first.text])
  expect(await tables()).toEqual(after)
  expect(await db.idempotentAnswer.count()).toBe(1)
})
