import { writeFileSync } from 'node:fs'
import { GENERATED } from './generated-docs'

/** Writes the pages of docs/ that are made from the tables of the code. */
for (const [file, write] of Object.entries(GENERATED)) {
  writeFileSync(file, write())
  console.log(`Wrote ${file}.`)
}
process.exit(0)
