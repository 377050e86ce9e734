import { randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'
import { db } from '@/lib/db'

/**
 * What `make` puts into the empty database of a test: made by the first that asks, and there again, row for row, for
 * every later one of its file. What a test does with it leaves nothing to the next.
 */
export function kept<Made>(make: () => Promise<Made>): () => Promise<Made> {
  const schema = `kept_${randomBytes(6).toString('hex')}`
  let before: { made: Made; again: string } | null = null
  afterAll(() => db.$executeRawUnsafe(`drop schema if exists "${schema}" cascade`))
  return async () => {
    if (before) await db.$executeRawUnsafe(before.again)
    else before = { made: await make(), again: await keep(schema) }
    return before.made
  }
}

/** Copies every row into this schema, and answers with the statement that brings them back. */
async function keep(schema: string): Promise<string> {
  await db.$executeRawUnsafe(`do $$ declare t record; is_used bool; begin
    create schema "${schema}";
    for t in select schemaname as place, tablename as name from pg_tables
      where schemaname in ('public', 'search') and tablename <> '_prisma_migrations'
    loop
      execute format('select exists (select from %I.%I)', t.place, t.name) into is_used;
      if is_used then
        execute format('create unlogged table "${schema}".%I as table %I.%I', t.place || '.' || t.name, t.place, t.name);
      end if;
    end loop;
  end $$`)
  const inserts = await db.$queryRaw<{ sql: string }[]>`
    select format('insert into %I.%I (%s) overriding system value select %3$s from %I.%I', p.place, p.name, p.columns,
      ${schema}::text, p.kept) as sql
    from (
      select k.tablename as kept, n.nspname as place, c.relname as name,
        string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
      from pg_tables k
        join pg_namespace n on n.nspname = split_part(k.tablename, '.', 1)
        join pg_class c on c.relnamespace = n.oid and c.relname = split_part(k.tablename, '.', 2)
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where k.schemaname = ${schema}
      group by 1, 2, 3
    ) p`
  // As after a test: the rows come in no order, and no trigger does its work a second time.
  return `do $$ begin set local session_replication_role = replica; ${inserts.map(({ sql }) => sql).join('; ')}; end $$`
}
