import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Listener, listen } from '@/lib/front/listen'
import * as purge from '@/lib/purge'

const url = process.env.DATABASE_URL ?? ''

interface Heard {
  tags: string[]
  hard: boolean
}

let client: Client
let listeners: Listener[] = []

beforeEach(async () => {
  client = new Client({ connectionString: url })
  await client.connect()
})

afterEach(async () => {
  await Promise.all(listeners.map((listener) => listener.close()))
  listeners = []
  await client.end()
})

/** What one replica hears, and a way to wait for the next purge that fits. */
async function aReplica(options: { alwaysPoll?: boolean } = {}) {
  const heard: Heard[] = []
  const waiting: (() => void)[] = []
  const listener = listen({
    url,
    pollMs: 20,
    ...options,
    onPurge: (tags, { hard }) => {
      heard.push({ tags, hard })
      for (const wake of waiting.splice(0)) wake()
    },
  })
  listeners.push(listener)
  await listener.ready
  heard.length = 0
  const until = async (fits: (purge: Heard) => boolean): Promise<Heard> => {
    for (;;) {
      const found = heard.find(fits)
      if (found) return found
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  return { heard, listener, until }
}

/** A connection as the commands see theirs: a tagged template that runs with its values apart. */
const txOf = (connection: Client): purge.PurgeTransaction => ({
  $executeRaw: async (query, ...values) => {
    const text = query.reduce((sql, part, at) => `${sql}$${at}${part}`)
    return (await connection.query(text, values)).rowCount ?? 0
  },
})

async function inTransaction(work: () => Promise<void>, ending: 'commit' | 'rollback' = 'commit'): Promise<void> {
  await client.query('begin')
  await work()
  await client.query(ending)
}

test.each([false, true])('a committed purge is heard by every replica (polling: %s)', async (alwaysPoll) => {
  const replicas = [await aReplica({ alwaysPoll }), await aReplica({ alwaysPoll })]
  await inTransaction(() => purge.tags(txOf(client), ['article:a', 'article:a', 'it\'s "b"'], { hard: true }))
  for (const { until } of replicas) {
    expect(await until(({ tags }) => tags.includes('article:a'))).toEqual({
      tags: ['article:a', 'it\'s "b"'],
      hard: true,
    })
  }
})

test.each([false, true])('a purge that is rolled back is heard by nobody (polling: %s)', async (alwaysPoll) => {
  const { heard, until } = await aReplica({ alwaysPoll })
  await inTransaction(() => purge.tags(txOf(client), ['never']), 'rollback')
  await inTransaction(() => purge.tags(txOf(client), ['after']))
  await until(({ tags }) => tags.includes('after'))
  expect(heard.flatMap(({ tags }) => tags)).toEqual(['after'])
})

test('one who reads the log misses nothing that commits after a younger entry, and hears nothing twice', async () => {
  const { heard, until } = await aReplica({ alwaysPoll: true })
  const other = new Client({ connectionString: url })
  await other.connect()
  await client.query('begin')
  await purge.tags(txOf(client), ['older'])
  await purge.tags(txOf(other), ['younger'])
  await until(({ tags }) => tags.includes('younger'))
  await client.query('commit')
  await until(({ tags }) => tags.includes('older'))
  await purge.tags(txOf(other), ['last'])
  await until(({ tags }) => tags.includes('last'))
  await other.end()
  expect(heard.flatMap(({ tags }) => tags)).toEqual(['younger', 'older', 'last'])
})

test('tags that a notice cannot hold purge everything, softly or hard as they were', async () => {
  const { heard, until } = await aReplica()
  const many = Array.from({ length: 500 }, (_, n) => `article:a-long-slug-${n}`)
  await purge.tags(txOf(client), many)
  expect(await until(({ tags }) => tags.includes('*'))).toEqual({ tags: ['*'], hard: false })
  heard.length = 0
  await purge.tags(txOf(client), many, { hard: true })
  expect(await until(({ tags }) => tags.includes('*'))).toEqual({ tags: ['*'], hard: true })
})

test('a replica that has lost its connection forgets everything when it hears again', async () => {
  const { heard, listener, until } = await aReplica()
  await client.query(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'lectern front' and datname = current_database()`)
  await until(({ tags, hard }) => tags.includes('*') && hard)
  expect(listener.isListening()).toBe(true)
  heard.length = 0
  await purge.everything(txOf(client))
  expect(await until(({ tags }) => tags.includes('*'))).toEqual({ tags: ['*'], hard: false })
})

test('it is known whether the database answers', async () => {
  const { listener } = await aReplica()
  expect(await listener.isDatabaseUp()).toBe(true)
  const nowhere = listen({ url: 'postgres://nobody@127.0.0.1:1/none', onPurge: () => {} })
  listeners.push(nowhere)
  expect(await nowhere.isDatabaseUp()).toBe(false)
  expect(nowhere.isListening()).toBe(false)
})
