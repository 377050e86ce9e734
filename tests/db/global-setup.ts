import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCluster } from '@/lib/postgres/cluster'
import { createDatabase, dropDatabase, withClient } from '@/lib/postgres/database'
import { applyMigrations } from '@/lib/postgres/engine'

/**
 * A real PostgreSQL for the tests: a throw-away cluster, or the server behind LECTERN_TEST_DATABASE_URL (to run them on
 * another version). Migrates a template, from which each worker makes its own database.
 */
export default async function setup() {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-test-'))
  chmodSync(folder, 0o755)
  const given = process.env.LECTERN_TEST_DATABASE_URL
  const cluster = given
    ? null
    : await startCluster(folder, ['fsync=off', 'synchronous_commit=off', 'max_connections=60'])
  const admin = cluster?.url('postgres') ?? given ?? ''
  const template = `lectern_template_${process.pid}`
  await createDatabase(admin, template)
  await applyMigrations(Object.assign(new URL(admin), { pathname: `/${template}` }).href)
  process.env.LECTERN_TEST_ADMIN_URL = admin
  process.env.LECTERN_TEST_TEMPLATE = template
  return async () => {
    if (given) await dropOurs(admin)
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function dropOurs(admin: string) {
  const ours = "select datname from pg_database where datname ~ '^lectern_(template|worker)_'"
  const { rows } = await withClient(admin, (client) => client.query<{ datname: string }>(ours))
  for (const { datname } of rows) await dropDatabase(admin, datname)
}
