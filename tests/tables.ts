import { db } from '@/lib/db'

/** What is no work of anybody's: counters, keys that were used, tokens' last use, scores that were worked out. */
const ASIDE = ['_prisma_migrations', 'rate_window', 'idempotent_answer', 'api_token', 'session', 'calibration']

/** What each table holds, as one word: two that are equal, and nothing has changed between them. */
export async function tables(): Promise<Record<string, string>> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> all (${ASIDE}) order by 1`
  const parts = rows.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as hash from "${name}" t`,
  )
  const hashes = await db.$queryRawUnsafe<{ name: string; hash: string }[]>(
    `${parts.join(' union all ')} order by name`,
  )
  return Object.fromEntries(hashes.map(({ name, hash }) => [name, hash]))
}
