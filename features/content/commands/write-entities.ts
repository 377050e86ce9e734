import { type Move, reconcileMoves } from '@/features/projects/rules'
import type { DocumentKind } from '@/generated/prisma/enums'
import type { Tx } from '@/lib/db'
import { listedSql } from '../queries/visible'
import { Project } from '../schema/front-matter'
import type { NewDocument } from '../schema/index-rows'

/** Writes the organisations, people and projects that these texts are about; answers what was odd about their dates. */
export async function writeEntities(tx: Tx, documents: NewDocument[]): Promise<string[]> {
  await writeOrganizations(tx, documents)
  await writePeople(tx, documents)
  const projects = documents.filter(({ kind }) => kind === 'project')
  const notes: string[] = []
  for (const document of projects) notes.push(...(await writeProject(tx, document)))
  return notes
}

/** Projects and organisations whose files are gone go too. People stay: they may have come to be more than a name. */
export async function deleteEntities(tx: Tx, removed: { kind: DocumentKind; groupSlug: string }[]): Promise<void> {
  const slugs = (kind: DocumentKind) => removed.filter((row) => row.kind === kind).map(({ groupSlug }) => groupSlug)
  await tx.project.deleteMany({ where: { slug: { in: slugs('project') } } })
  await tx.organization.deleteMany({ where: { slug: { in: slugs('organization') } } })
}

async function writeOrganizations(tx: Tx, documents: NewDocument[]): Promise<void> {
  const rows = documents
    .filter(({ kind }) => kind === 'organization')
    .map(({ slug, frontMatter }) => ({ slug, ...frontMatter }))
  await tx.$executeRaw`
    insert into organization (id, slug, name, homepage, country, member_tier, member_since)
    select gen_random_uuid(), slug, name, homepage, country, member->>'tier', (member->>'since')::date
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(slug text, name text, homepage text, country text, member json)
    on conflict (slug) do update set name = excluded.name, homepage = excluded.homepage, country = excluded.country,
      member_tier = excluded.member_tier, member_since = excluded.member_since`
}

/**
 * Makes the people whom texts name. What is not out yet, or unlisted, does not rename anybody whom readers know. Whoever
 * has an address says themselves what they are called and where they work.
 */
async function writePeople(tx: Tx, documents: NewDocument[]): Promise<void> {
  const rows = documents.flatMap(({ frontMatter, visibleFrom: from, unlisted }) =>
    [
      ...('authors' in frontMatter ? frontMatter.authors : []),
      ...('people' in frontMatter ? frontMatter.people : []),
      ...('sponsors' in frontMatter ? frontMatter.sponsors : []),
    ].map(({ slug, name }) => ({ slug, name, isOut: !unlisted && from !== null && new Date(from) <= new Date() })),
  )
  await tx.$executeRaw`
    with named as (
      select distinct on (slug) slug, name, "isOut"
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(slug text, name text, "isOut" boolean)
      order by slug, "isOut" desc, name
    ), known as (
      select p.slug from person p
      where exists (select from project_sponsor s where s.person_id = p.id)
        or exists (select from document_author a join document d on d.id = a.document_id
                   where a.person_id = p.id and ${listedSql('d')})
        or exists (select from document_person m join document d on d.id = m.document_id
                   where m.person_id = p.id and ${listedSql('d')})
    )
    insert into person (id, slug, name)
    select gen_random_uuid(), slug, name from named where "isOut" or slug not in (select slug from known)
    on conflict (slug) do update set name = excluded.name where person.email is null`
}

/** Where the people of these files belong: as the newest listed text says that names an employer. */
export async function writeAffiliations(tx: Tx, files: string[]): Promise<void> {
  await tx.$executeRaw`
    with named as (
      select document_id, person_id, affiliation from document_author
      union all select document_id, person_id, affiliation from document_person
    ), latest as (
      select distinct on (n.person_id) n.person_id, o.name
      from named n join document d on d.id = n.document_id join organization o on o.slug = n.affiliation
      where ${listedSql('d')} and n.person_id in (
        select t.person_id from named t join document u on u.id = t.document_id where u.file = any(${files}))
      order by n.person_id, d.sort_date desc, d.slug, o.name
    )
    update person set affiliation = latest.name from latest
    where person.id = latest.person_id and person.email is null and person.affiliation is distinct from latest.name`
}

async function writeProject(tx: Tx, { slug, file, frontMatter }: NewDocument): Promise<string[]> {
  const { name, tagline, homepage, repository, startedAt, sponsors, moves } = Project.parse(frontMatter)
  const origin = startedAt ? { connect: { slug: startedAt } } : undefined
  const facts = { name, tagline, homepage, repository }
  const { id } = await tx.project.upsert({
    where: { slug },
    create: { slug, ...facts, ...(origin ? { origin } : {}) },
    update: { ...facts, origin: origin ?? { disconnect: true } },
    select: { id: true },
  })
  await tx.projectSponsor.deleteMany({ where: { projectId: id } })
  const people = await tx.person.findMany({
    where: { slug: { in: sponsors.map((person) => person.slug) } },
    select: { id: true },
  })
  await tx.projectSponsor.createMany({ data: people.map((person) => ({ projectId: id, personId: person.id })) })
  return writeMoves(tx, { id, file, moves })
}

async function writeMoves(tx: Tx, { id, file, moves }: { id: string; file: string; moves: Move[] }): Promise<string[]> {
  const rows = await tx.projectMove.findMany({ where: { projectId: id } })
  const indexed = await tx.document.findUnique({ where: { file }, select: { frontMatter: true } })
  const stored = rows.map(({ level, effectiveOn }) => ({ level, on: effectiveOn.toISOString().slice(0, 10) }))
  const before = Project.safeParse(indexed?.frontMatter)
  const { remove, write, conflicts } = reconcileMoves(moves, before.data?.moves ?? [], stored)
  const keyed = ({ level, on }: Move) => ({ projectId: id, level, effectiveOn: new Date(on) })
  if (remove.length > 0) await tx.projectMove.deleteMany({ where: { OR: remove.map(keyed) } })
  for (const move of write) {
    const announcement = move.announcement ?? null
    await tx.projectMove.upsert({
      where: { projectId_effectiveOn_level: keyed(move) },
      create: { ...keyed(move), announcement },
      update: { announcement },
    })
  }
  return conflicts.map(({ level, kept, found }) =>
    kept
      ? `${file}: the log had ${level} on ${found}; the file says ${kept}, and its date was taken.`
      : `${file}: the log has ${level} on ${found}, of which the file says nothing; it was kept.`,
  )
}
