import { chunks } from '@/lib/chunks'
import { db, type Tx, transaction } from '@/lib/db'
import { ENTRIES_OF } from '../queries/sources'
import { indexed, nameOf, partsOfName, withPartsOfNames } from '../rules/words'
import { type Entry, type EntryKind, SOURCES } from '../schema'

/** Grows with every change of what an entry holds or how its words are cut: what another version wrote is made again. */
const FORMAT = 4
const FORMAT_SETTING = 'search.format'
/** How much a kind counts beside how well it matches: who types a name wants the thing of that name. */
const WEIGHTS: Record<EntryKind, number> = {
  project: 0.3,
  event: 0.2,
  person: 0.15,
  organization: 0.15,
  'case-study': 0.1,
  article: 0.1,
  page: 0.1,
  talk: 0.05,
}
/** Keys of sources in one transaction: the lock is held for a fraction of a second. */
const BATCH = 200
/** Entries in one statement, which are held several times over on their way. */
const CHUNK = 50
/** Longer than any text that is read; one vector of PostgreSQL holds a megabyte. */
const LONGEST_BODY = 200_000

/**
 * Brings the index up to what the other tables say. Whoever changes a source marks it, by a trigger in the same
 * transaction; here the marks are worked off, so that a process that dies between the two leaves nothing old behind.
 * Idempotent; `atMost` stops after so many sources. Answers with how many were made again.
 */
export async function refreshIndex({ atMost = Number.POSITIVE_INFINITY } = {}): Promise<number> {
  let made = 0
  while (made < atMost) {
    const count = await transaction(refreshBatch)
    if (count === 0) break
    made += count
  }
  return made
}

/** The same at a start or after a sync, and everything again where another version of this code wrote the index. */
export async function rebuildIndex(): Promise<number> {
  await transaction(async (tx) => {
    await lock(tx)
    const setting = await tx.setting.findUnique({ where: { key: FORMAT_SETTING } })
    if (setting?.value === FORMAT) return
    await tx.$executeRaw`truncate search.word`
    await markEverything(tx)
    const value = { value: FORMAT }
    await tx.setting.upsert({
      where: { key: FORMAT_SETTING },
      create: { key: FORMAT_SETTING, ...value },
      update: value,
    })
  })
  const made = await refreshIndex()
  if (made > 1_000) await db.$executeRaw`analyze search.entry, search.word`
  return made
}

const lock = (tx: Tx) => tx.$executeRaw`select pg_advisory_xact_lock(hashtext('search:refresh'))`

/** What is there stays to be found meanwhile: it is true, only its form is old. */
async function markEverything(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    insert into search.stale (source, source_key, hides)
    select source, source_key, false from search.entry
    union select 'document', id::text, false from document where kind in ('article', 'case-study', 'page')
    union select 'project', slug, false from project
    union select 'organization', slug, false from organization
    union select 'person', slug, false from person
    union select 'event', slug, false from event`
}

async function refreshBatch(tx: Tx): Promise<number> {
  await lock(tx)
  const keys = await tx.$queryRaw<{ source: string; key: string }[]>`
    with next as (select id, source, source_key from search.stale order by id limit ${BATCH * 5}),
    batch as (select source, source_key from next group by source, source_key order by min(id) limit ${BATCH}),
    done as (delete from search.stale s using batch b
      where s.source = b.source and s.source_key = b.source_key returning s.source, s.source_key)
    select distinct source, source_key as key from done`
  if (keys.length === 0) return 0
  const bySource = SOURCES.map((source) => ({ source, of: keys.filter((key) => key.source === source) }))
  for (const { source, of } of bySource) {
    const own = of.map(({ key }) => key)
    if (own.length === 0) continue
    const entries = await ENTRIES_OF[source](tx, own)
    await tx.$executeRaw`delete from search.entry where source = ${source} and source_key = any(${own})`
    for (const some of chunks(entries, CHUNK)) await writeEntries(tx, some)
  }
  return keys.length
}

async function writeEntries(tx: Tx, entries: Entry[]): Promise<void> {
  const rows = JSON.stringify(entries.map(rowOf))
  await tx.$executeRaw`
    with r as (
      select * from json_to_recordset(${rows}::json) as r(source text, key text, kind text, locale text, path text,
        title text, summary text, body text, names text, projects text[], tags text[], "happenedOn" date,
        "visibleFrom" timestamptz, weight float8, called text, "calledVector" text, more text, "moreVector" text, "bodyWords" text,
        "bodyVector" text)
    ), heads as (
      select r.*, setweight(to_tsvector('search.english', called), 'A') || setweight(to_tsvector('search.plain', called), 'A')
        || "calledVector"::tsvector || setweight(to_tsvector('search.english', more), 'B')
        || setweight(to_tsvector('search.plain', more), 'B') || "moreVector"::tsvector as head
      from r
    ), words as (
      insert into search.word (word)
      select distinct word from r, unnest(tsvector_to_array(to_tsvector('search.plain', called || ' ' || more))) as word
      where length(word) between 3 and 40 and word ~ '[[:alpha:]]'
      order by word on conflict do nothing
    )
    insert into search.entry (source, source_key, kind, locale, path, title, summary, called, projects, tags,
      happened_on, visible_from, weight, head, words, body)
    select source, key, kind, locale, path, title, summary,
      unaccent(names), projects, tags, "happenedOn", "visibleFrom", weight, head, head || to_tsvector('search.english', "bodyWords") || "bodyVector"::tsvector, body
    from heads`
}

function rowOf({ aliases, around, ...entry }: Entry) {
  const body = entry.body.slice(0, LONGEST_BODY)
  const called = indexed([entry.title, ...aliases].map(withPartsOfNames).join(' '), 'A')
  const more = indexed([...around.map(withPartsOfNames), entry.summary].join(' '), 'B')
  const text = indexed(body, 'D')
  return {
    ...entry,
    body,
    weight: WEIGHTS[entry.kind],
    names: `|${[entry.title, partsOfName(entry.title), ...aliases].map(nameOf).join('|')}|`,
    called: called.spaced,
    calledVector: called.vector,
    more: more.spaced,
    moreVector: more.vector,
    bodyWords: text.spaced,
    bodyVector: text.vector,
  }
}
