import { withClient } from './database'

const OBJECTS = `
  select format('constraint %s.%s: %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as line
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
   where n.nspname in ('public', 'search') and c.conrelid <> 0 and c.contype <> 'n'
  union all
  select format('index %s', regexp_replace(indexdef, ' USING', E'\\n  USING')) from pg_indexes where schemaname in ('public', 'search')
  union all
  select format('trigger %s', pg_get_triggerdef(t.oid)) from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'search') and not t.tgisinternal
  union all
  select format('function %s: %s', p.oid::regprocedure, md5(p.prosrc)) from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
   where n.nspname in ('public', 'search') and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all
  select format('extension %s', extname) from pg_extension where extname <> 'plpgsql'
  order by line`

/** What the schema file cannot say, one line each, as this database has it: the text of prisma/catalogue.txt. */
export async function readCatalogue(url: string): Promise<string> {
  const { rows } = await withClient(url, (client) => client.query<{ line: string }>(OBJECTS))
  return `${rows.map(({ line }) => line.replace(/\s+/g, ' ')).join('\n')}\n`
}

/** Lines that one text has and the other lacks. */
export function compareCatalogues(expected: string, found: string): string[] {
  const [want, have] = [expected, found].map((text) => new Set(text.split('\n').filter(Boolean)))
  const missing = [...(want ?? [])].filter((line) => !have?.has(line)).map((line) => `missing: ${line}`)
  const extra = [...(have ?? [])].filter((line) => !want?.has(line)).map((line) => `unknown: ${line}`)
  return [...missing, ...extra]
}
