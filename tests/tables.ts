import { Client } from 'pg'
import { env } from '@/lib/env'

/** What is no work of anybody's: counters, keys that were used, tokens' last use, scores that were worked out. */
const ASIDE = [
  '_prisma_migrations',
  'rate_window',
  'idempotent_answer',
  'api_token',
  'session',
  'calibration',
  'reviews_change',
]

/** A connection of its own, so that the long question is planned once and not each time. */
let ready: Promise<{ client: Client; text: string }> | null = null

/** What each table holds, as one word: two that are equal, and nothing has changed between them. */
export async function tables(): Promise<Record<string, string>> {
  ready ??= connect()
  const { client, text } = await ready
  const { rows } = await client.query<{ name: string; hash: string }>({ name: 'tables', text })
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

async function connect() {
  const client = new Client({ connectionString: env().DATABASE_URL })
  // A worker that is taken down takes it down, too.
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1) order by 1",
    [ASIDE],
  )
  const parts = rows.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as hash from "${name}" t`,
  )
  return { client, text: `${parts.join(' union all ')} order by name` }
}
