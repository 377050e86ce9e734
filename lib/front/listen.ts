import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { hearNotices, type OnPurge, pollLog } from './purge-log'
import { EVERYTHING } from './purges'

export interface Listener {
  /** Resolves when purges are heard for the first time. */
  ready: Promise<void>
  /** False while a purge may be missed. */
  isListening(): boolean
  isDatabaseUp(): Promise<boolean>
  close(): Promise<void>
}

export interface ListenOptions {
  url: string
  onPurge: OnPurge
  heartbeatMs?: number
  pollMs?: number
  /** Reads the log without trying LISTEN first. */
  alwaysPoll?: boolean
}

const answerWithin = 5_000

/**
 * Hears every purge that is committed, by LISTEN or, where a pooler swallows notices, by reading the log. Whenever it
 * starts to hear (again), everything is purged: what went by unheard is not known.
 */
export function listen({ url, onPurge, heartbeatMs = 10_000, pollMs = 200, alwaysPoll }: ListenOptions): Listener {
  const stop = new AbortController()
  let client: Client | null = null
  let isListening = false
  let failures = 0
  let announce = () => {}
  const ready = new Promise<void>((resolve) => {
    announce = resolve
  })

  const begin = () => {
    failures = 0
    onPurge([EVERYTHING], { hard: true })
    isListening = true
    announce()
  }

  const session = async (connection: Client, lost: Promise<void>) => {
    await connection.connect()
    if (alwaysPoll || !(await hearNotices(connection, onPurge))) {
      return pollLog(connection, { begin, onPurge, everyMs: pollMs, signal: stop.signal })
    }
    begin()
    while (!stop.signal.aborted) {
      await Promise.race([lost, sleep(heartbeatMs, undefined, { signal: stop.signal })])
      await connection.query('select 1')
    }
  }

  const run = async () => {
    while (!stop.signal.aborted) {
      const connection = createClient(url)
      client = connection
      const lost = new Promise<void>((resolve) => {
        for (const event of ['error', 'end'] as const) connection.on(event, () => resolve())
      }).then(() => {
        if (client === connection) isListening = false
      })
      await session(connection, lost).catch(() => {})
      isListening = false
      await end(connection)
      await sleep(Math.min(50 * 2 ** failures, 2_000), undefined, { signal: stop.signal }).catch(() => {})
      failures += 1
    }
  }

  const running = run()
  const close = async () => {
    stop.abort()
    if (client) await end(client)
    await running
  }
  return { ready, isListening: () => isListening, isDatabaseUp: () => answers(url), close }
}

function createClient(connectionString: string): Client {
  return new Client({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: answerWithin,
    query_timeout: answerWithin,
    application_name: 'lectern front',
  })
}

/** Ends it, without waiting long for a peer that is gone. */
async function end(client: Client): Promise<void> {
  await Promise.race([client.end().catch(() => {}), sleep(1_000, undefined, { ref: false })])
}

async function answers(url: string): Promise<boolean> {
  const client = createClient(url)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await end(client)
  }
}
