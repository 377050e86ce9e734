import { db, type Tx } from '@/lib/db'
import type { IndexedFile } from '../schema/index-rows'

/** Every file of content/ that the index knows, with what leads out of it. (Made-up articles are not the sync's.) */
export async function listIndexedFiles(): Promise<IndexedFile[]> {
  // One row: thousands of them cost more to take apart than to read.
  const [row] = await db.$queryRaw<{ files: IndexedFile[] | null }[]>`
    select json_agg(json_build_object('file', file, 'kind', kind, 'locale', locale, 'slug', slug,
      'groupSlug', group_slug, 'sourceHash', source_hash, 'treeVersion', tree_version, 'links', links) order by file) as files
    from document where file like 'content/%'`
  return row?.files ?? []
}

/** What every sync that writes changes: how many files the index has, and when the last of them was written. */
export async function getIndexStamp(client: Tx = db): Promise<string> {
  const [row] = await client.$queryRaw<{ stamp: string }[]>`
    select count(*) || ' ' || coalesce(max(synced_at)::text, '') as stamp from document where file like 'content/%'`
  return row?.stamp ?? ''
}

/** Texts that did not come from content/, such as guests' posts: their addresses are taken, and lead somewhere. */
export function listElsewhere(): Promise<Pick<IndexedFile, 'file' | 'kind' | 'locale' | 'slug'>[]> {
  return db.$queryRaw`select file, kind::text, locale, slug from document where file not like 'content/%'`
}

/** Which of these people and events exist. */
export async function listKnown(people: string[], events: string[]) {
  const [known, there] = await Promise.all([
    db.personSlug.findMany({
      where: { slug: { in: people } },
      select: { slug: true, person: { select: { name: true } } },
    }),
    db.event.findMany({ where: { slug: { in: events } }, select: { slug: true } }),
  ])
  return {
    people: known.map(({ slug, person }) => ({ slug, name: person.name })),
    events: there.map(({ slug }) => slug),
  }
}

/** Which of these projects exist by the landscape's word, whether or not content/ has a text of them. */
export async function listImportedProjects(slugs: string[]): Promise<string[]> {
  const rows = await db.project.findMany({
    where: { slug: { in: slugs }, landscape: { isNot: null } },
    select: { slug: true },
  })
  return rows.map(({ slug }) => slug)
}

/** How files other than these call these people; whoever has an address of their own calls themselves what they like. */
export function listNamesElsewhere(people: string[], files: string[]): Promise<{ slug: string; name: string }[]> {
  return db.$queryRaw`
    select slug, name from person p
    where slug = any(${people}) and email is null and (
      exists (select from document_author a join document d on d.id = a.document_id
              where a.person_id = p.id and d.file <> all(${files}))
      or exists (select from document_person m join document d on d.id = m.document_id
                 where m.person_id = p.id and d.file <> all(${files})))`
}

/** What texts call these projects, and the levels that they had. */
export function listProjectNames(slugs: string[]) {
  return db.project.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, name: true, moves: { select: { level: true, effectiveOn: true } } },
  })
}

/** The state of site.yaml that the documents were drawn with. */
export async function getSiteHash(): Promise<string | null> {
  const setting = await db.setting.findUnique({ where: { key: 'content.site' } })
  return typeof setting?.value === 'string' ? setting.value : null
}
