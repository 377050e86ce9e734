import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { rebuildIndex } from '@/features/search/commands/refresh'
import { disconnect } from '@/lib/db'
import { prepareDatabase } from '@/lib/postgres/prepare'
import { IMPORTERS } from './importers'
import { leave, withTables } from './leave'

const USAGE = 'npm run import -- KIND FILE… [--dry-run] [--event SLUG] [--same RECORD=SLUG] [--alias SPELLING=SLUG]'

const options = {
  'dry-run': { type: 'boolean' },
  event: { type: 'string' },
  same: { type: 'string', multiple: true },
  alias: { type: 'string', multiple: true },
} as const
const { values, positionals } = readArguments()
const [kind = '', ...files] = positionals
const importer = Object.hasOwn(IMPORTERS, kind) ? IMPORTERS[kind] : undefined
if (!importer) leave(`There is no importer “${kind}”. Kinds: ${Object.keys(IMPORTERS).join(', ')}. Use it as ${USAGE}`)
if (files.length === 0) leave(`Give one kind and a file: ${USAGE}`)
for (const file of files) if (!existsSync(file)) leave(`There is no file ${file}.`)

const database = await prepareDatabase()
const isDryRun = values['dry-run'] === true
const report = await withTables(
  importer(files, { isDryRun, event: values.event ?? null, same: values.same ?? [], alias: values.alias ?? [] }),
)
if (!isDryRun) await rebuildIndex()
for (const note of report.notes) console.error(note)
for (const change of report.changes) console.log(change)
console.log(isDryRun ? `${report.summary} Nothing was written: a dry run.` : report.summary)
await disconnect()
await database.stop()
process.exit(report.ok ? 0 : 1)

function readArguments() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch {
    leave(`Use it like this: ${USAGE}`)
  }
}
