import { setTimeout as sleep } from 'node:timers/promises'
import PgBoss from 'pg-boss'
import type { Tx } from './db'
import { env } from './env'
import { jobsDatabase } from './jobs/database'
import { CHANNEL, hearJobs } from './jobs/listen'

/** The queues that migrations have made; a new one needs `jobs.create_queue` in a migration. */
export type Queue = 'mail' | 'links' | 'assignments'

/** Something that runs behind: when a job of its queue asks for it, and by the clock, in case a job was lost. */
export interface Work {
  name: string
  queue?: Queue
  everySeconds: number
  /** Idempotent, also beside itself; ends soon after `signal`. */
  run(signal: AbortSignal): Promise<void>
}

const SCHEMA = 'jobs'
/** Below the `expireInSeconds` of the queues: a longer run would get another beside it. */
const RUN_SECONDS = 40

export const jobs = {
  /** Asks for work, in the transaction that needs it: a rollback takes the job with it. `after` delays it. */
  async send(tx: Tx, queue: Queue, data: Record<string, unknown> = {}, after?: Date): Promise<void> {
    const executeSql = async (text: string, values: unknown[]) => ({
      rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values),
    })
    const startAfter = after ? { startAfter: after } : {}
    const id = await sender().send(queue, data, { ...startAfter, db: { executeSql } })
    if (id === null) throw new Error(`There is no queue “${queue}”.`)
    if (!after) await tx.$executeRaw`select pg_notify(${CHANNEL}, ${queue})`
  },
}

/** Only makes statements: it is never started and opens no connection. */
function sender(): PgBoss {
  const db = { executeSql: () => Promise.reject(new Error('Jobs are sent in a transaction.')) }
  unstarted ??= new PgBoss({ db, schema: SCHEMA, migrate: false, schedule: false, supervise: false })
  return unstarted
}
let unstarted: PgBoss | undefined

let stopRunning: (() => Promise<void>) | undefined

/** Starts to work off jobs in this process. Failures of the work are reported and tried again. */
export async function startJobs(works: Work[]): Promise<void> {
  if (stopRunning) throw new Error('Jobs are running already.')
  const { DATABASE_URL = '', DATABASE_DIRECT_URL = DATABASE_URL } = env()
  const db = jobsDatabase(DATABASE_URL)
  const boss = new PgBoss({ db, schema: SCHEMA, migrate: false, schedule: false, maintenanceIntervalSeconds: 30 })
  boss.on('error', (error) => console.error(`jobs: ${error.message}`))
  await boss.start()

  const stopping = new AbortController()
  const workers = new Map<string, string>()
  for (const { queue, run } of works) {
    if (!queue) continue
    const limit = () => AbortSignal.any([stopping.signal, AbortSignal.timeout(RUN_SECONDS * 1_000)])
    workers.set(queue, await boss.work(queue, { pollingIntervalSeconds: 2, batchSize: 50 }, () => run(limit())))
  }
  const stopHearing = hearJobs(DATABASE_DIRECT_URL, (queue) => boss.notifyWorker(workers.get(queue) ?? ''))
  const clocks = works.map((work) => repeat(work, stopping.signal))

  stopRunning = async () => {
    stopping.abort()
    await stopHearing()
    await Promise.all(clocks)
    // The library looks twice a second whether its last job has ended.
    await Promise.race([boss.stop({ timeout: 5_000 }), sleep(6_000, undefined, { ref: false })])
    db.giveUp()
    await db.end()
  }
}

/** Lets what runs come to its end; resolves when nothing runs any more. */
export async function stopJobs(): Promise<void> {
  const stop = stopRunning
  stopRunning = undefined
  await stop?.()
}

async function repeat({ name, everySeconds, run }: Work, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await run(signal).catch((error) =>
      console.error(`jobs: ${name}: ${error instanceof Error ? error.message : error}`),
    )
    await sleep(everySeconds * 1_000, undefined, { signal, ref: false }).catch(() => {})
  }
}
