import { readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { db } from './db'

interface Readiness {
  ready: boolean
  database: 'up' | 'unreachable'
  /** `missing` names what this version has and the database has not. */
  migrations: { applied: number; missing: string[] }
}

/** Whether this process can serve: the database answers and has seen every migration of this version. */
export async function readiness(withinMs = 3_000): Promise<Readiness> {
  const wanted = readdirSync('prisma/migrations', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const applied = await Promise.race([appliedMigrations(), sleep(withinMs, null, { ref: false })])
  if (!applied) return { ready: false, database: 'unreachable', migrations: { applied: 0, missing: wanted } }
  const missing = wanted.filter((name) => !applied.includes(name))
  return { ready: missing.length === 0, database: 'up', migrations: { applied: applied.length, missing } }
}

/** Null where the database cannot be asked; none where nothing has been migrated. */
async function appliedMigrations(): Promise<string[] | null> {
  try {
    const [table] = await db.$queryRaw<
      { known: boolean }[]
    >`select to_regclass('_prisma_migrations') is not null as known`
    if (!table?.known) return []
    const rows = await db.$queryRaw<{ name: string }[]>`
      select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`
    return rows.map(({ name }) => name)
  } catch {
    return null
  }
}
