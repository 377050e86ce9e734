import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = process.env.LECTERN_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared')

/** The text of an official schema, or null (with a line that says so) where it is not at hand. */
export function officialSchema(name: string): string | null {
  const path = sharedFile(`schemas/${name}`)
  return path && readFileSync(path, 'utf8')
}

/** Where a file such as `data/landscape.yml` lies, or null (with a line that says so) where it is not at hand. */
export function sharedFile(name: string): string | null {
  const path = join(FOLDER, name)
  if (existsSync(path)) return path
  console.info(`skipped: no ${path}; set LECTERN_SHARED to the folder that holds ${name}`)
  return null
}
