import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'

/** A server that is not there, or is on its way down or up. */
const PASSING = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08001', '53300'])

/**
 * The jobs library's way to the database, which outlasts a restart: the library does not wait for the end of a job to
 * be written, and one that could not be written would end the process.
 */
export function jobsDatabase(connectionString: string) {
  const pool = new Pool({ connectionString, max: 3, connectionTimeoutMillis: 5_000, application_name: 'lectern jobs' })
  pool.on('error', () => {})
  const stopping = new AbortController()

  async function executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> {
    for (let wait = 100; ; wait = Math.min(wait * 2, 2_000)) {
      try {
        return await pool.query(text, values)
      } catch (error) {
        if (!isPassing(error)) throw error
        // A process that stops while its database is away leaves the job to its expiry.
        if (stopping.signal.aborted) return new Promise(() => {})
        await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }

  return {
    executeSql,
    giveUp: () => stopping.abort(),
    end: () => pool.end(),
  }
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return PASSING.has(code) || /timeout|Connection terminated|ended unexpectedly/i.test(error.message)
}
