import { listedSql } from '@/features/content/queries/visible'
import { Prisma } from '@/generated/prisma/client'

const at = (day: Prisma.Sql) => Prisma.sql`(${day})::timestamp at time zone 'UTC'`
const named = (table: string) => Prisma.raw(`jsonb_build_object('slug', ${table}.slug, 'name', ${table}.name)`)

/** By the day on which they took effect: what an import of old moves brings stands where it belongs. */
const levels = Prisma.sql`
  select 'level/' || p.slug || '/' || m.effective_on || '/' || m.level as id, 'level' as kind,
    ${at(Prisma.sql`m.effective_on`)} as at, true as day,
    jsonb_build_object('project', ${named('p')}, 'level', m.level, 'from', m.before) as detail
  from (select *, lag(level) over (partition by project_id order by effective_on, level) as before from project_move) m
  join project p on p.id = m.project_id`

const calls = Prisma.sql`
  select 'call/' || e.slug || '/' || c.kind, 'call', c.opens_at, false, jsonb_build_object('event', ${named('e')})
  from call c join event e on e.id = c.event_id where c.opens_at is not null`

const schedules = Prisma.sql`
  select 'schedule/' || e.slug || '/' || r.number, 'schedule', r.released_at, false,
    jsonb_build_object('event', ${named('e')}, 'number', r.number, 'name', r.name)
  from release r join event e on e.id = r.event_id`

/** Of an article in two languages, the one in this language tells its corrections. */
const corrections = (locale: string) => Prisma.sql`
  select 'correction/' || d.group_slug || '/' || (c.entry ->> 'on') || '/' || c.position, 'correction',
    ${at(Prisma.sql`(c.entry ->> 'on')::date`)}, true,
    jsonb_build_object('article', jsonb_build_object('slug', d.slug, 'locale', d.locale, 'title', d.title),
      'text', c.entry ->> 'text')
  from document d cross join lateral jsonb_array_elements(d.corrections) with ordinality as c (entry, position)
  where d.kind = 'article' and d.corrections <> '[]' and ${listedSql('d')} and (d.locale = ${locale}
    or d.locale = 'en' and not exists (select from document own where own.kind = d.kind
      and own.group_slug = d.group_slug and own.locale = ${locale} and ${listedSql('own')}))`

/** All that ever changed or will, from the records in which it happened: id, kind, at, day, detail. */
export const changesSql = (locale: string) => Prisma.sql`
  ${levels} union all ${calls} union all ${schedules} union all ${corrections(locale)}`

/** The moments of what may still lie ahead. */
export const comingSql = Prisma.sql`
  select ${at(Prisma.sql`min(effective_on)`)} as at from project_move where effective_on > current_date
  union all select min(opens_at) from call where opens_at > now()
  union all select ${at(Prisma.sql`min((c.entry ->> 'on')::date)`)}
    from document d cross join lateral jsonb_array_elements(d.corrections) as c (entry)
    where d.corrections <> '[]' and d.kind = 'article' and (c.entry ->> 'on')::date > current_date`
