import { audit } from '@/lib/audit'
import { chunks } from '@/lib/chunks'
import { db, type Tx } from '@/lib/db'
import { everything, tags as purgeTags } from '@/lib/purge'
import { getIndexStamp } from '../queries/sync-state'
import type { NewDocument, Unwritten } from '../schema/index-rows'
import { deleteEntities, writeAffiliations, writeAmbassadors, writeEntities } from './write-entities'

export interface Changes {
  documents: Unwritten[]
  /** Files that are no more. */
  gone: string[]
}
interface State {
  siteHash: string
  hasSiteMoved: boolean
  /** Of the index that the changes were worked out against. */
  stamp: string
}
export type Written = { ok: true; notes: string[] } | { ok: false; reason: 'overtaken' }

/** Rows that are made, and held several times over on their way, at once. */
const CHUNK = 50
/** From here on the planner's picture of the tables is another; autovacuum would see it a minute too late. */
const MANY = 500
/** Above this a purge of everything is cheaper than its list. */
const MOST_TAGS = 400

/**
 * Makes a whole sync visible at once. Duties: refuse where another sync came first; write organisations, people,
 * projects and their logs, texts and what joins them; delete what is gone; audit; purge what any of it touched.
 */
export async function writeContent(
  { documents, gone }: Changes,
  { siteHash, hasSiteMoved, stamp }: State,
): Promise<Written> {
  if (documents.length + gone.length === 0 && !hasSiteMoved) return { ok: true, notes: [] }
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('content:sync'))`
      if ((await getIndexStamp(tx)) !== stamp || (await isTaken(tx, documents)))
        return { ok: false, reason: 'overtaken' }
      const files = [...documents.map(({ file }) => file), ...gone]
      const [before, lines] = [await tagsOf(tx, files), await linesOf(tx, files)]
      const removed = await tx.document.findMany({
        where: { file: { in: gone } },
        select: { kind: true, groupSlug: true },
      })
      await tx.document.deleteMany({ where: { file: { in: gone } } })
      const notes = await writeEntities(tx, documents)
      for (const some of chunks(documents, 500)) await writeInTurns(tx, some)
      await writeAffiliations(tx, files)
      await writeAmbassadors(tx, files)
      await deleteEntities(tx, removed)
      if (documents.length + gone.length >= MANY) await analyze(tx)
      const tags = [...before, ...(await tagsOf(tx, files))]
      const isSameLines = (await linesOf(tx, files)) === lines
      await purge(tx, isSameLines ? tags.filter((tag) => tag !== 'article-lines') : tags, hasSiteMoved)
      await tx.setting.upsert({
        where: { key: 'content.site' },
        create: { key: 'content.site', value: siteHash },
        update: { value: siteHash },
      })
      const detail = { written: documents.length, removed: gone.length }
      await audit.record(tx, {
        actor: { kind: 'system' },
        verb: 'sync',
        resource: 'content',
        resourceId: 'content',
        detail,
      })
      return { ok: true, notes }
    },
    { maxWait: 10_000, timeout: 300_000 },
  )
}

/** By what queries join and choose; the trees of thousands of texts need not be read for that. */
const analyze = (tx: Tx) => tx.$executeRaw`
  analyze document (id, kind, locale, slug, group_slug, sort_date, visible_from, unlisted, pinned, series, tags),
    document_author, document_person, document_project, document_organization, document_event, document_figure`

/** Whether a text from elsewhere has taken the address of one of these since they were checked. */
async function isTaken(tx: Tx, documents: Unwritten[]): Promise<boolean> {
  const rows = await tx.document.findMany({
    where: { slug: { in: documents.map(({ slug }) => slug) }, NOT: { file: { startsWith: 'content/' } } },
    select: { kind: true, locale: true, slug: true },
  })
  const taken = new Set(rows.map(({ kind, locale, slug }) => `${kind.replace('_', '-')} ${locale} ${slug}`))
  return documents.some(({ kind, locale, slug }) => taken.has(`${kind} ${locale} ${slug}`))
}

async function purge(tx: Tx, tags: string[], hasSiteMoved: boolean): Promise<void> {
  const unique = [...new Set(tags)]
  if (hasSiteMoved || unique.length > MOST_TAGS) await everything(tx)
  else await purgeTags(tx, unique)
}

/** Everything whose page shows something of these files. */
export async function tagsOf(tx: Tx, files: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ tag: string }[]>`
    with touched as (select * from document where file = any(${files}))
    select kind::text || ':' || slug as tag from touched
    union select kind::text || ':' || group_slug from touched
    union select case kind when 'article' then 'articles' when 'case-study' then 'case-studies'
      when 'project' then 'projects' else 'content' end from touched
    union select 'article-lines' from touched where kind = 'article'
    union select 'project:' || p.slug from touched t join document_project j on j.document_id = t.id join project p on p.id = j.project_id
    union select 'organization:' || o.slug from touched t join document_organization j on j.document_id = t.id join organization o on o.id = j.organization_id
    union select 'person:' || p.slug from touched t join document_author j on j.document_id = t.id join person p on p.id = j.person_id
    union select 'person:' || p.slug from touched t join document_person j on j.document_id = t.id join person p on p.id = j.person_id
    union select 'person:' || p.slug from touched t join project r on t.kind = 'project' and r.slug = t.slug
      join project_sponsor j on j.project_id = r.id join person p on p.id = j.person_id
    union select 'person:' || p.slug from touched t join project r on t.kind = 'project' and r.slug = t.slug
      join project_maintainer j on j.project_id = r.id join person p on p.id = j.person_id
    union select 'ambassadors' from touched t join document_person j on j.document_id = t.id where j.role = 'ambassador'
    union select 'event:' || j.event_slug from touched t join document_event j on j.document_id = t.id`
  return rows.map(({ tag }) => tag)
}

/**
 * All that pages of other articles show of these, or are led by: everything but their text. An edit of the text alone
 * leaves those thousands of pages as they are.
 */
async function linesOf(tx: Tx, files: string[]): Promise<string> {
  const [row] = await tx.$queryRaw<{ lines: string }[]>`
    select coalesce(md5(string_agg(md5(row(locale, slug, group_slug, title, summary, published_on, sort_date, visible_from,
      unlisted, pinned, series, tags, minutes, front_matter)::text), '' order by file)), '') as lines
    from document where kind = 'article' and file = any(${files})`
  return row?.lines ?? ''
}

export async function writeDocuments(tx: Tx, documents: NewDocument[]): Promise<void> {
  await writeTexts(tx, documents)
  await writeRelations(tx, documents)
}

/** The same, each row made when its turn comes and forgotten, but for what joins it to others. */
async function writeInTurns(tx: Tx, documents: Unwritten[]): Promise<void> {
  const joined: Joined[] = []
  for (const some of chunks(documents, CHUNK)) {
    const rows = some.map((one) => one.row())
    await writeTexts(tx, rows)
    joined.push(...rows.map(joinedOf))
  }
  await writeRelations(tx, joined)
}

async function writeTexts(tx: Tx, documents: NewDocument[]): Promise<void> {
  const rows = documents.map(({ authors, people, projects, organizations, events, figures, ...row }) => row)
  await tx.$executeRaw`
    insert into document (id, kind, locale, slug, group_slug, file, source_hash, tree_version, title, summary,
      published_on, sort_date, visible_from, unlisted, pinned, series, corrections, front_matter, tree, contents, plain_text, links, tags, block_hashes, minutes, synced_at)
    select gen_random_uuid(), kind::document_kind, locale, slug, "groupSlug", file, "sourceHash", "treeVersion", title,
      summary, "publishedOn", "sortDate", "visibleFrom", unlisted, pinned, series, corrections, "frontMatter", tree, contents, "plainText", links, tags, "blockHashes", minutes, now()
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(kind text, locale text, slug text, "groupSlug" text,
      file text, "sourceHash" text, "treeVersion" int, title text, summary text, "publishedOn" date, "sortDate" date, "visibleFrom" timestamptz, unlisted boolean, pinned boolean, series text, corrections jsonb,
      "frontMatter" jsonb, tree jsonb, contents jsonb, "plainText" text, links text[], tags text[], "blockHashes" text[], minutes int)
    on conflict (file) do update set kind = excluded.kind, locale = excluded.locale, slug = excluded.slug,
      group_slug = excluded.group_slug, source_hash = excluded.source_hash, tree_version = excluded.tree_version,
      title = excluded.title, summary = excluded.summary, published_on = excluded.published_on,
      sort_date = excluded.sort_date,
      visible_from = excluded.visible_from, unlisted = excluded.unlisted, pinned = excluded.pinned,
      series = excluded.series, corrections = excluded.corrections, front_matter = excluded.front_matter, tree = excluded.tree,
      contents = excluded.contents, plain_text = excluded.plain_text, links = excluded.links, tags = excluded.tags, block_hashes = excluded.block_hashes,
      minutes = excluded.minutes, synced_at = excluded.synced_at`
}

type Joined = Pick<NewDocument, 'file' | 'authors' | 'people' | 'projects' | 'organizations' | 'events' | 'figures'>

function joinedOf({ file, authors, people, projects, organizations, events, figures }: NewDocument): Joined {
  return { file, authors, people, projects, organizations, events, figures }
}

async function writeRelations(tx: Tx, documents: Joined[]): Promise<void> {
  const where = { document: { file: { in: documents.map(({ file }) => file) } } }
  await tx.documentAuthor.deleteMany({ where })
  await tx.documentPerson.deleteMany({ where })
  await tx.documentProject.deleteMany({ where })
  await tx.documentOrganization.deleteMany({ where })
  await tx.documentEvent.deleteMany({ where })
  await writeFigures(tx, documents)
  const joined = JSON.stringify(documents.flatMap(rowsOf))
  await tx.$executeRaw`
    with r as (select * from json_to_recordset(${joined}::json)
        as r(file text, what text, slug text, position int, role text, affiliation text)),
      d as (select r.*, document.id from r join document using (file)),
      authors as (insert into document_author (document_id, person_id, position, affiliation)
        select distinct on (d.id, p.person_id) d.id, p.person_id, d.position, d.affiliation from d join person_slug p using (slug) where what = 'author'),
      people as (insert into document_person (document_id, person_id, role, affiliation)
        select distinct on (d.id, p.person_id, d.role) d.id, p.person_id, d.role, d.affiliation from d join person_slug p using (slug) where what = 'person'),
      projects as (insert into document_project (document_id, project_id)
        select d.id, p.id from d join project p using (slug) where what = 'project'),
      organizations as (insert into document_organization (document_id, organization_id)
        select d.id, o.id from d join organization o using (slug) where what = 'organization')
    insert into document_event (document_id, event_slug) select id, slug from d where what = 'event'`
}

async function writeFigures(tx: Tx, documents: Joined[]): Promise<void> {
  await tx.documentFigure.deleteMany({ where: { document: { file: { in: documents.map(({ file }) => file) } } } })
  const rows = documents.flatMap(({ file, figures }) =>
    figures.map((figure, position) => ({ file, position, ...figure })),
  )
  await tx.$executeRaw`
    insert into document_figure (document_id, position, value, unit, label, direction, baseline, period, source, anchor, sentence, project_id)
    select d.id, position, value, unit, label, direction, baseline, period, source, anchor, sentence, p.id
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(file text, position int, value float8, unit text, label text,
      direction text, baseline text, period text, source text, anchor text, sentence text, project text)
    join document d using (file) left join project p on p.slug = r.project`
}

function rowsOf({ file, authors, people, projects, organizations, events }: Joined) {
  return [
    ...authors.map((author, position) => ({ file, what: 'author', position, ...author })),
    ...people.map((person) => ({ file, what: 'person', ...person })),
    ...projects.map((slug) => ({ file, what: 'project', slug })),
    ...organizations.map((slug) => ({ file, what: 'organization', slug })),
    ...events.map((slug) => ({ file, what: 'event', slug })),
  ]
}
