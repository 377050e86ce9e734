import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { disconnect } from '@/lib/db'
import { setEnv } from '@/lib/env'
import { startCluster } from '@/lib/postgres/cluster'
import { createDatabase } from '@/lib/postgres/database'
import { applyMigrations } from '@/lib/postgres/engine'

/** Runs with a new, migrated database as this process's own, and a folder; the server's settings are the ordinary ones. */
export async function withScratch<T>(work: (scratch: { url: string; folder: string }) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-bench-'))
  chmodSync(folder, 0o755)
  const cluster = await startCluster(path.join(folder, 'postgres'))
  try {
    await createDatabase(cluster.url('postgres'), 'lectern')
    const url = cluster.url('lectern')
    await applyMigrations(url)
    setEnv({ DATABASE_URL: url, LECTERN_DEMO: '1' })
    return await work({ url, folder })
  } finally {
    await disconnect()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
