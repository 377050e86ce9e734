import { readFileSync } from 'node:fs'
import { withClient } from '@/lib/postgres/database'
import { TEST_DATABASE_FILE } from '@/scripts/test-database'

/** Asks the journeys' own database. */
export async function query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await withClient(readFileSync(TEST_DATABASE_FILE, 'utf8'), (client) =>
    client.query<Row>(sql, values),
  )
  return rows
}
