import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { TEST_DATABASE_FILE } from '@/scripts/test-database'

/** Syncs a folder into the journeys' database, as an editor beside the running app would. */
export function syncInto(folder: string) {
  const env = { ...process.env, DATABASE_URL: readFileSync(TEST_DATABASE_FILE, 'utf8'), LECTERN_DEMO: '1' }
  return spawnSync(process.execPath, ['scripts/run.js', 'content-sync', folder], { env, encoding: 'utf8' })
}
