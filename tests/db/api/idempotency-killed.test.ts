import { spawn } from 'node:child_process'
import { once as heard } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { subMinutes } from 'date-fns'
import { build } from 'esbuild'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { once } from '@/features/api/commands'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { withClient } from '@/lib/postgres/database'
import { aToken, call } from '@/tests/api'
import { anOpenCall, aPerson } from '@/tests/factories'

const { query } = Client.prototype
afterEach(() => {
  Client.prototype.query = query
})

async function aSpeaker() {
  const { event } = await anOpenCall()
  const token = await aToken(await aPerson())
  const headers = { 'idempotency-key': 'a' }
  const propose = () => call(`POST /events/${event.slug}/proposals`, { token, body: { title: 'Once' }, headers })
  return { propose, token, event }
}

/** Two minutes later a claim without an answer counts for dead. */
async function later() {
  await db.idempotentAnswer.updateMany({ where: { status: null }, data: { createdAt: subMinutes(new Date(), 3) } })
}

/** At the first such statement: the server ends its connection before it, or it is carried out and its answer is lost. */
function endAt(statement: RegExp, when: 'before' | 'after') {
  const state = { hit: false }
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const ask = () => Reflect.apply(query, this, args)
    const [asked] = args
    const text = typeof asked === 'string' ? asked : String(Object(asked).text ?? '')
    if (state.hit || typeof args.at(-1) === 'function' || !statement.test(text)) return ask()
    state.hit = true
    if (when === 'before') return endConnection(this).then(ask)
    return ask().then(() => {
      throw new Error('The answer was lost')
    })
  } as typeof query
  return state
}

async function endConnection(client: Client): Promise<void> {
  const pid = Reflect.get(client, 'processID')
  await withClient(env().DATABASE_URL ?? '', (other) =>
    Reflect.apply(query, other, ['select pg_terminate_backend($1)', [pid]]),
  )
}

const STATEMENTS = [
  /^begin/i,
  /insert into .*"proposal" /i,
  /insert into .*"proposal_version"/i,
  /update .*"idempotent_answer"/i,
  /^commit/i,
]

test.each(STATEMENTS.flatMap((statement) => [[statement, 'before'] as const, [statement, 'after'] as const]))(
  'where the connection ends at %s, %s it, the next attempt with the key leaves one proposal',
  async (statement, when) => {
    const { propose } = await aSpeaker()
    const { error } = console
    console.error = () => {}
    const state = endAt(statement, when)
    const first = await propose()
    Client.prototype.query = query
    console.error = error
    expect([state.hit, first.status >= 500]).toEqual([true, true])
    await later()
    const second = await propose()
    const made = await db.proposal.findMany({ select: { code: true } })
    expect([second.status, made]).toEqual([201, [{ code: second.body.code }]])
    expect(await db.proposalVersion.count()).toBe(1)
    expect((await propose()).text).toBe(second.text)
  },
)

test('a process that is killed once its proposal is committed has left its answer too', async () => {
  const { propose, token, event } = await aSpeaker()
  mkdirSync('.build', { recursive: true })
  const folder = mkdtempSync(path.resolve('.build/propose-worker-'))
  const worker = path.join(folder, 'worker.mjs')
  const options = { bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' } as const
  await build({ ...options, entryPoints: ['tests/propose-worker.ts'], outfile: worker, logLevel: 'error' })
  const environment = { ...process.env, DATABASE_URL: env().DATABASE_URL ?? '' }
  const child = spawn(process.execPath, [worker, token, event.slug, 'a'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [, signal] = await heard(child, 'exit')
  rmSync(folder, { recursive: true, force: true })
  expect(signal).toBe('SIGKILL')
  const [made] = await db.proposal.findMany()
  const second = await propose()
  expect([second.status, second.body.code, await db.proposal.count()]).toEqual([201, made?.code, 1])
})

test('work whose answer is a passing failure leaves nothing of itself, and its key is free', async () => {
  await aSpeaker()
  const { id: tokenId } = await db.apiToken.findFirstOrThrow()
  const request = { tokenId, key: 'a', bodyHash: 'x', now: new Date() }
  const work = (status: number) => async () => {
    await db.person.create({ data: { name: 'Left', slug: `left-${status}` } })
    return { answer: { status, body: '', headers: {} } }
  }
  expect(await once(request, work(503))).toMatchObject({ status: 503 })
  expect(await db.person.count({ where: { name: 'Left' } })).toBe(0)
  expect(await once(request, work(201))).toMatchObject({ status: 201 })
  expect(await db.person.count({ where: { name: 'Left' } })).toBe(1)
})

test('an attempt that was taken for dead and wakes up late changes nothing', async () => {
  const { event } = await aSpeaker()
  const { id: tokenId } = await db.apiToken.findFirstOrThrow()
  const answer = (body: string) => ({ answer: { status: 201, body, headers: {} } })
  const rename = (name: string) => db.event.update({ where: { id: event.id }, data: { name } })
  const at = new Date()
  const sleeper = once({ tokenId, key: 'a', bodyHash: 'x', now: at }, async () => {
    const waker = { tokenId, key: 'a', bodyHash: 'x', now: new Date(at.getTime() + 180_000) }
    expect(await outside(() => once(waker, async () => answer('second')))).toMatchObject({ body: 'second' })
    await rename('Late')
    return answer('first')
  })
  await expect(sleeper).rejects.toThrow(/Another attempt/)
  expect((await db.event.findUniqueOrThrow({ where: { id: event.id } })).name).not.toBe('Late')
  expect(await db.idempotentAnswer.findMany({ select: { body: true } })).toEqual([{ body: 'second' }])
})

/** As another process: not in the transaction of whoever calls it. */
function outside<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => outsiders.push(() => work().then(resolve, reject)))
}
const outsiders: (() => void)[] = []
const timer = setInterval(() => outsiders.shift()?.(), 5)
timer.unref()
