import { mkdirSync, writeFileSync } from 'node:fs'
import { missingMigration } from '@/lib/postgres/engine'
import { shadowDatabase } from '@/lib/postgres/shadow'

const name = process.argv[2] ?? ''
if (!/^[a-z0-9_]+$/.test(name)) {
  console.error('Give the migration a name: npm run db:migration -- add_rooms (a–z, 0–9, _).')
  process.exit(1)
}
const sql = await missingMigration(shadowDatabase())
if (sql === '') {
  console.log('The migrations say all that the schema says: nothing to write.')
  process.exit(0)
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = `prisma/migrations/${stamp}_${name}`
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}/migration.sql`, `${sql}\n`)
console.log(`Wrote ${folder}/migration.sql. Read it before you commit it.`)
process.exit(0)
