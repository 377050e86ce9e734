import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { env, readEnv, setEnv } from '@/lib/env'
import { type Cluster, startCluster } from './cluster'
import { createDatabase, withClient } from './database'

/**
 * The first lines of every command: checks the environment (one line and exit 1 where it is wrong), starts or adopts
 * the embedded server unless DATABASE_URL is set, and waits until the database answers. `stop` leaves the server, which
 * stops when nobody uses it any more.
 */
export async function prepareDatabase(say: (text: string) => void = console.error): Promise<{ stop(): Promise<void> }> {
  checkEnvironment()
  if (env().DATABASE_URL) {
    await untilReachable(env().DATABASE_URL ?? '', say)
    return { stop: async () => {} }
  }
  const cluster = await startEmbedded().catch((error) => leave(error instanceof Error ? error.message : String(error)))
  setEnv({ DATABASE_URL: cluster.url('lectern'), LECTERN_EMBEDDED: '1', LECTERN_DEMO: '1' })
  return { stop: cluster.stop }
}

/** Stops the process with one line where a variable is wrong, before anything is started. */
export function checkEnvironment(): void {
  const read = readEnv(process.env)
  if ('problem' in read) leave(read.problem)
}

async function startEmbedded(): Promise<Cluster> {
  const cluster = await startCluster(path.join(env().LECTERN_DATA, 'postgres'))
  await createDatabase(cluster.url('postgres'), 'lectern')
  return cluster
}

/** No such database, wrong password, no such role, not allowed in: waiting mends none of them. */
const FINAL = new Set(['3D000', '28P01', '28000'])

async function untilReachable(url: string, say: (text: string) => void) {
  for (let attempt = 1; ; attempt++) {
    try {
      const { rows } = await withClient(url, (client) =>
        client.query<Record<string, string>>('show server_version_num'),
      )
      const version = Number(Object.values(rows[0] ?? {})[0])
      if (version < 150_000)
        leave(`PostgreSQL 15 or newer is needed; DATABASE_URL leads to ${Math.floor(version / 10_000)}.`)
      return
    } catch (error) {
      const reason = error instanceof Error ? error.message || ('code' in error ? String(error.code) : '') : ''
      const { host, pathname } = new URL(url)
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (FINAL.has(code)) leave(`The database ${host}${pathname} (DATABASE_URL) refuses: ${reason}.`)
      if (attempt === 10) leave(`The database ${host}${pathname} (DATABASE_URL) could not be reached: ${reason}`)
      say(`The database ${host}${pathname} does not answer (${reason}); trying again, ${attempt} of 10 …`)
      await wait(Math.min(250 * 2 ** attempt, 3_000))
    }
  }
}

function leave(text: string): never {
  console.error(text)
  process.exit(1)
}
