import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'

/** Tries are counted, and a session or a token remembers its use: none of it tells of an event. */
const APART = ['rate_window', 'session', 'api_token', 'calibration', '_prisma_migrations']
const QUERY = Symbol.for('lectern.tests.fingerprint')
const kept = globalThis as { [QUERY]?: string }

/** Of every table, jobs too: a hash of all its rows. The search and scores are made from these. */
export async function fingerprint(): Promise<Record<string, string>> {
  kept[QUERY] ??= await allTables()
  const rows = await db.$queryRaw<{ name: string; hash: string }[]>(Prisma.raw(kept[QUERY]))
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

async function allTables(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where (schemaname = 'public' or (schemaname = 'pgboss' and tablename like 'job%'))
      and tablename <> all (${APART}) order by 1`
  return tables
    .map(
      ({ name }) => `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as hash from ${name} t`,
    )
    .join(' union all ')
}

/** The tables in which something differs. */
export function changed(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name])
}
