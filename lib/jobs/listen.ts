import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

export const CHANNEL = 'jobs'

/** Hears of new jobs at once. Where it cannot (a pooler, a database away), polling is there: nothing is lost. */
export function hearJobs(connectionString: string, onQueue: (queue: string) => void) {
  const stop = new AbortController()
  let current: Client | null = null

  async function run() {
    while (!stop.signal.aborted) {
      const client = new Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 5_000 })
      current = client
      const lost = new Promise<void>((resolve) => {
        client.on('error', () => resolve())
        client.on('end', () => resolve())
      })
      client.on('notification', ({ payload }) => payload && onQueue(payload))
      await client
        .connect()
        .then(() => client.query(`listen ${CHANNEL}`))
        .then(() => lost)
        .catch(() => {})
      await client.end().catch(() => {})
      await sleep(1_000, undefined, { signal: stop.signal }).catch(() => {})
    }
  }

  const running = run()
  return async () => {
    stop.abort()
    await current?.end().catch(() => {})
    await running
  }
}
