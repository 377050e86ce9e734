import { audit } from '@/lib/audit'
import type { Tx } from '@/lib/db'
import { tags } from '@/lib/purge'
import { listStored, type StoredProject } from '../queries/stored'
import { isIdle, linesOf, type ProjectPlan, planProject } from '../rules/plan'
import type { ProjectSource } from '../schema'

/** What a source has to say now; what is left out stays as it was, null is taken back. */
export interface ProjectChange {
  slug: string
  content?: ProjectSource | null
  landscape?: { key: string; source: ProjectSource }
}

interface Options {
  /** Where the change comes from, for the audit: a file's name. */
  by: string
  isDryRun?: boolean
}

export interface ProjectsWritten {
  plans: ProjectPlan[]
  /** One line for each difference. */
  lines: string[]
}

/**
 * Brings projects and their logs to what their two sources say. Duties: plan against what is stored; write facts, moves,
 * aliases and the landscape's own word; delete what neither source knows; audit every move that is entered, corrected
 * or withdrawn; purge. The caller holds the lock of content's sync.
 */
export async function writeProjects(tx: Tx, changes: ProjectChange[], options: Options): Promise<ProjectsWritten> {
  const stored = new Map(
    (
      await listStored(
        tx,
        changes.map(({ slug }) => slug),
      )
    ).map((one) => [one.slug, one]),
  )
  const planned = changes.map((change) => {
    const before = stored.get(change.slug) ?? null
    const content = change.content === undefined ? (before?.content ?? null) : change.content
    const landscape = change.landscape ?? before?.landscape ?? null
    return { change, before, plan: planProject(change.slug, before, { content, landscape: landscape?.source ?? null }) }
  })
  const busy = planned.filter(({ plan }) => !isIdle(plan))
  const lines = busy.flatMap(({ plan, before }) => linesOf(plan, before))
  if (options.isDryRun) return { plans: planned.map(({ plan }) => plan), lines }
  await writeFacts(
    tx,
    busy.map(({ plan }) => plan),
  )
  await writeEntries(tx, planned)
  await writeMoves(
    tx,
    busy.map(({ plan }) => plan),
  )
  await writeAliases(tx, planned)
  await tx.project.deleteMany({ where: { slug: { in: busy.flatMap(({ plan }) => (plan.merged ? [] : [plan.slug])) } } })
  await audit.recordAll(
    tx,
    busy.flatMap(({ plan }) => entriesOf(plan, options.by)),
  )
  if (busy.length > 0) await tags(tx, ['projects', ...busy.map(({ plan }) => `project:${plan.slug}`)])
  return { plans: planned.map(({ plan }) => plan), lines }
}

type Planned = { change: ProjectChange; before: StoredProject | null; plan: ProjectPlan }

async function writeFacts(tx: Tx, plans: ProjectPlan[]): Promise<void> {
  const rows = plans.flatMap(({ slug, merged, hasNewFacts }) => {
    if (!merged || !hasNewFacts) return []
    const { name, tagline, homepage, repository, category, subcategory, details } = merged
    return [{ slug, name, tagline, homepage, repository, category, subcategory, details }]
  })
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into project (id, slug, name, tagline, homepage, repository, category, subcategory, details)
    select gen_random_uuid(), r.* from json_to_recordset(${JSON.stringify(rows)}::json) as r(slug text, name text,
      tagline text, homepage text, repository text, category text, subcategory text, details jsonb)
    on conflict (slug) do update set name = excluded.name, tagline = excluded.tagline, homepage = excluded.homepage,
      repository = excluded.repository, category = excluded.category, subcategory = excluded.subcategory,
      details = excluded.details`
}

/** Only what differs is written, so that the day of the last import that brought news stays readable. */
async function writeEntries(tx: Tx, planned: Planned[]): Promise<void> {
  const rows = planned.flatMap(({ change: { slug, landscape } }) =>
    landscape ? [{ slug, key: landscape.key, facts: landscape.source }] : [],
  )
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into landscape_entry (project_id, key, facts)
    select p.id, r.key, r.facts
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(slug text, key text, facts jsonb) join project p using (slug)
    on conflict (project_id) do update set key = excluded.key, facts = excluded.facts, imported_at = now()
    where landscape_entry.key <> excluded.key or landscape_entry.facts <> excluded.facts`
}

async function writeMoves(tx: Tx, plans: ProjectPlan[]): Promise<void> {
  const keys = (of: (plan: ProjectPlan) => ProjectPlan['add']) =>
    JSON.stringify(plans.flatMap((plan) => of(plan).map((move) => ({ slug: plan.slug, ...move }))))
  await tx.$executeRaw`
    delete from project_move m
    using json_to_recordset(${keys(({ remove }) => remove)}::json) as r(slug text, level level, "on" date), project p
    where p.slug = r.slug and m.project_id = p.id and m.level = r.level and m.effective_on = r."on"`
  await tx.$executeRaw`
    insert into project_move (project_id, level, effective_on, announcement, origin)
    select p.id, r.level, r."on", r.announcement, r.origin
    from json_to_recordset(${keys(({ add, retell }) => [...add, ...retell])}::json)
      as r(slug text, level level, "on" date, announcement text, origin move_origin) join project p using (slug)
    on conflict (project_id, effective_on, level) do update
      set announcement = excluded.announcement, origin = excluded.origin`
}

/** What the sources call a project; whatever spelling another project has already is left with it. */
async function writeAliases(tx: Tx, planned: Planned[]): Promise<void> {
  const rows = planned.flatMap(({ plan: { slug, merged } }) =>
    (merged?.aliases ?? []).map((alias) => ({ slug, ...alias })),
  )
  const json = JSON.stringify(rows.map((row, at) => ({ ...row, at })))
  await tx.$executeRaw`
    with told as materialized (select * from json_to_recordset(${json}::json) as r(slug text, key text))
    delete from project_alias a using project p
    where a.project_id = p.id and a.origin <> 'people' and p.slug = any(${planned.map(({ plan }) => plan.slug)})
      and (p.slug, a.key) not in (select slug, key from told)`
  await tx.$executeRaw`
    insert into project_alias (key, spelling, project_id, origin)
    select distinct on (r.key) r.key, r.spelling, p.id, r.origin
    from json_to_recordset(${json}::json) as r(slug text, key text, spelling text, origin alias_origin, at int)
    join project p using (slug) order by r.key, r.at
    on conflict (key) do update set spelling = excluded.spelling, origin = excluded.origin
      where project_alias.project_id = excluded.project_id
        and (project_alias.spelling, project_alias.origin) <> (excluded.spelling, excluded.origin)`
}

/** A correction is two entries side by side: the move that was withdrawn and the one that stands. */
function entriesOf({ slug, add, remove, retell, merged, isNew }: ProjectPlan, by: string) {
  const entry = (verb: string, detail: Record<string, string>) => ({
    actor: { kind: 'system' } as const,
    ...{ verb, resource: 'project', resourceId: slug, detail: { ...detail, by } },
  })
  if (!merged) return [entry('delete', {})]
  const moved = ({ level, on, origin }: ProjectPlan['add'][number]) => ({ level, on, origin })
  return [
    ...remove.map((move) => entry('withdraw-move', moved(move))),
    ...add.map((move) => entry('record-move', moved(move))),
    ...retell.map((move) => entry('retell-move', moved(move))),
    ...(isNew ? [entry('create', {})] : []),
  ]
}
