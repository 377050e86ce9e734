import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { withClient } from './database'

const MIGRATIONS = path.resolve('prisma/migrations')
const SCHEMA = path.resolve('prisma/schema.prisma')
const filters = { externalTables: [], externalEnums: [] }

let loaded: Promise<void> | undefined

/** Prisma's own schema engine, as WebAssembly: the binary one is fetched from a host that closed networks don't reach. */
async function engine(factory: SqlMigrationAwareDriverAdapterFactory) {
  loaded ??= load()
  await loaded
  return glue.SchemaEngine.new(
    { datamodels: [[SCHEMA, readFileSync(SCHEMA, 'utf8')]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

async function load() {
  const entry = createRequire(path.resolve('package.json')).resolve('@prisma/schema-engine-wasm')
  const file = path.join(path.dirname(entry), 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

function migrationsList() {
  const names = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

const LOCK = 5_270_019

/**
 * Applies what is missing; answers with the names of the migrations that it applied. Prisma's table and checksums.
 * Each migration is one transaction, so one that was cut short has left nothing and is tried again. Of several
 * replicas that start at once, one applies and the others wait.
 */
export function applyMigrations(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const { rows } = await client.query("select to_regclass('_prisma_migrations') as known")
    if (rows[0].known)
      await client.query(
        'update _prisma_migrations set rolled_back_at = now() where num_nulls(finished_at, rolled_back_at) = 2',
      )
    const adapter = await wholeScripts(url)
    const connect = async () => adapter
    const schemaEngine = await engine({ provider: 'postgres', adapterName: 'pg', connect, connectToShadowDb: connect })
    const { appliedMigrationNames } = await schemaEngine.applyMigrations({ migrationsList: migrationsList(), filters })
    await adapter.dispose()
    return appliedMigrationNames
  })
}

/** The adapter cuts a script at every semicolon, function bodies too: send it whole, which makes it atomic as well. */
async function wholeScripts(url: string) {
  const adapter = await new PrismaPg({ connectionString: url }).connect()
  adapter.executeScript = async (script) => void (await withClient(url, (client) => client.query(script)))
  return adapter
}

/** The SQL that would bring the migrations to where the schema file is; empty where they agree. */
export async function missingMigration(shadow: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const schemaEngine = await engine(shadow)
  const { stdout } = await schemaEngine.diff({
    from: { tag: 'migrations', ...migrationsList() },
    to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') }] },
    script: true,
    exitCode: null,
    filters,
  })
  const sql = (stdout ?? '').trim()
  return sql.startsWith('-- This is an empty migration') ? '' : sql
}
