import type { Client } from 'pg'
import { ROLES } from '@/features/access/schema'
import { withClient } from '@/lib/postgres/database'
import * as purge from '@/lib/purge'
import { type Context, contextOf, type Size } from './context'
import { copyRows } from './copy'
import { dayOf, isoDay } from './days'
import { addKubecon } from './kubecon'
import type { DemoPeople } from './large'
import type { Person } from './people'
import type { Progress } from './progress'
import { addSmall } from './small'
import { addStress } from './stress'

export { generateArticles } from './article-files'
export { SIZES, type Size } from './context'
export { progressOn } from './progress'

interface Options {
  size: Size
  seed: number
  /** Everything is dated relative to the day (UTC) of this moment. */
  now: Date
  /** Of the database. */
  url: string
  /** Of the site, without a slash at its end. */
  appUrl: string
  say?: (progress: Progress) => void
}

export type SeedResult = { ok: true; rows: number } | { ok: false; reason: 'loaded' }
type Sizes = Partial<Record<Size, { seed: number; on: string }>>

/**
 * Loads demo data, all of it or nothing; the larger sizes bring the small one along where it is missing. What is loaded
 * already is not loaded twice.
 */
export function seed({ size, ...options }: Options): Promise<SeedResult> {
  return withClient(options.url, async (client) => {
    if (size !== 'small') await load(client, 'small', options)
    return load(client, size, options)
  })
}

async function load(
  client: Client,
  size: Size,
  { seed, now, appUrl, say }: Omit<Options, 'size'>,
): Promise<SeedResult> {
  await client.query('begin')
  try {
    await client.query("select pg_advisory_xact_lock(hashtext('seed'))")
    const loaded = (await readSetting<Sizes>(client, 'seed')) ?? {}
    if (loaded[size]) {
      await client.query('rollback')
      return { ok: false, reason: 'loaded' }
    }
    const today = dayOf(now)
    const context = contextOf({ size, seed, today, url: appUrl, ...(await readTaken(client)) })
    say?.({ table: `inventing ${size}`, done: 0, total: 1 })
    const settings = size === 'small' ? await addSmall(context) : await addLarge(client, size, context)
    const rows = await writeRows(client, context, say)
    await keepSequences(client)
    for (const [key, value] of Object.entries(settings)) await writeSetting(client, key, value)
    if (size === 'small') await keepFirstStart(client, isoDay(today))
    await writeSetting(client, 'seed', { ...loaded, [size]: { seed, on: isoDay(today) } })
    await purge.everything(purgeThrough(client))
    await client.query('commit')
    await client.query('analyze')
    return { ok: true, rows }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** The app may be running: what it keeps of its pages is old after this. */
function purgeThrough(client: Client): purge.PurgeTransaction {
  return {
    $executeRaw: async (query, ...values) => {
      const text = query.reduce((before, after, index) => `${before}$${index}${after}`)
      return (await client.query(text, values)).rowCount ?? 0
    },
  }
}

async function addLarge(client: Client, size: Exclude<Size, 'small'>, context: Context): Promise<object> {
  const demo = await readDemoPeople(client)
  if (size === 'kubecon') addKubecon(context, demo)
  else await addStress(context, demo, await readProjects(client))
  return {}
}

async function writeRows(client: Client, { rows }: Context, say: Options['say']): Promise<number> {
  const tables = Object.entries(rows)
  const total = tables.reduce((sum, [, some]) => sum + some.length, 0)
  let done = 0
  for (const [table, some] of tables) {
    if (some.length > 0) say?.({ table, done, total })
    await copyRows(client, table, some, (count) => {
      done += count
      say?.({ table, done, total })
    })
  }
  return total
}

/** Slugs that are given, and the last numbers: whatever is there already stays as it is. */
async function readTaken(client: Client) {
  const { rows: people } = await client.query<{ slug: string }>('select slug from person')
  const { rows } = await client.query<{ person: number; slot: number }>(
    `select ${LAST_NUMBER('person')} as person, ${LAST_NUMBER('slot')} as slot`,
  )
  return { takenSlugs: new Set(people.map(({ slug }) => slug)), numbers: rows[0] ?? { person: 0, slot: 0 } }
}

const LAST_NUMBER = (table: 'person' | 'slot') =>
  `coalesce(pg_sequence_last_value(pg_get_serial_sequence('${table}', 'number')), 0)::int`

/** Numbers were given by hand; the sequences go on after them. */
async function keepSequences(client: Client): Promise<void> {
  for (const table of ['person', 'slot'] as const) {
    const sequence = `pg_get_serial_sequence('${table}', 'number')`
    await client.query(
      `select setval(${sequence}, greatest(${LAST_NUMBER(table)}, max(number))) from ${table} having count(*) > 0`,
    )
  }
}

async function readDemoPeople(client: Client): Promise<DemoPeople> {
  const ids = (await readSetting<Record<string, string>>(client, 'demo-people')) ?? {}
  const { rows } = await client.query<Person>(
    'select id, number, slug, name, email, affiliation, bio from person where id = any($1::uuid[])',
    [Object.values(ids)],
  )
  const found = ROLES.map((role) => [role, rows.find(({ id }) => id === ids[role])] as const)
  const missing = found.find(([, person]) => person === undefined)
  if (missing) throw new Error(`The demo’s ${missing[0]} is gone; seed an empty database.`)
  return Object.fromEntries(found) as DemoPeople
}

async function readProjects(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ slug: string; id: string }>('select slug, id from project order by slug')
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

async function readSetting<T>(client: Client, key: string): Promise<T | undefined> {
  const { rows } = await client.query<{ value: T }>('select value from setting where key = $1', [key])
  return rows[0]?.value
}

async function writeSetting(client: Client, key: string, value: unknown): Promise<void> {
  const upsert =
    'insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value'
  await client.query(upsert, [key, JSON.stringify(value)])
}

async function keepFirstStart(client: Client, day: string): Promise<void> {
  const insert = "insert into setting (key, value) values ('first-start', $1) on conflict (key) do nothing"
  await client.query(insert, [JSON.stringify(day)])
}
