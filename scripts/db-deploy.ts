import { env } from '@/lib/env'
import { applyMigrations } from '@/lib/postgres/engine'
import { prepareDatabase } from '@/lib/postgres/prepare'

const database = await prepareDatabase()
const { DATABASE_URL = '', DATABASE_DIRECT_URL = DATABASE_URL } = env()
const applied = await applyMigrations(DATABASE_DIRECT_URL)
for (const name of applied) console.log(`applied ${name}`)
console.log(applied.length === 0 ? 'The database is up to date.' : `${applied.length} migrations applied.`)
await database.stop()
process.exit(0)
