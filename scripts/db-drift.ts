import { readFileSync, writeFileSync } from 'node:fs'
import { env } from '@/lib/env'
import { compareCatalogues, readCatalogue } from '@/lib/postgres/catalogue'
import { createDatabase, dropDatabase } from '@/lib/postgres/database'
import { applyMigrations, missingMigration } from '@/lib/postgres/engine'
import { prepareDatabase } from '@/lib/postgres/prepare'
import { shadowDatabase } from '@/lib/postgres/shadow'

const SNAPSHOT = 'prisma/catalogue.txt'
const problems: string[] = []
const database = await prepareDatabase()
const url = env().DATABASE_DIRECT_URL ?? env().DATABASE_URL ?? ''

const sql = await missingMigration(shadowDatabase())
if (sql) problems.push(`schema.prisma says what no migration does:\n${sql}`)

const scratch = `lectern_drift_${process.pid}`
const scratchUrl = Object.assign(new URL(url), { pathname: `/${scratch}` }).href
await createDatabase(url, scratch)
try {
  await applyMigrations(scratchUrl)
  const migrated = await readCatalogue(scratchUrl)
  if (process.argv.includes('--write')) writeFileSync(SNAPSHOT, migrated)
  const expected = readFileSync(SNAPSHOT, 'utf8')
  problems.push(...compareCatalogues(expected, migrated).map((line) => `migrations against ${SNAPSHOT}: ${line}`))
  const live = await readCatalogue(url)
  if (live.includes('_prisma_migrations'))
    problems.push(...compareCatalogues(expected, live).map((line) => `this database against ${SNAPSHOT}: ${line}`))
} finally {
  await dropDatabase(url, scratch)
}
await database.stop()
for (const problem of problems) console.error(problem)
console.log(
  problems.length === 0
    ? 'Schema, migrations and database agree.'
    : 'Run npm run db:migration, or mend the database; a wanted change of the snapshot is written by npm run db:drift -- --write.',
)
process.exit(problems.length === 0 ? 0 : 1)
