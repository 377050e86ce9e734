import { type Move, reconcileMoves } from '@/features/projects/rules'
import type { DocumentKind } from '@/generated/prisma/enums'
import type { Tx } from '@/lib/db'
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
    insert into organization (id, slug, name, homepage, country)
    select gen_random_uuid(), slug, name, homepage, country
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(slug text, name text, homepage text, country text)
    on conflict (slug) do update set name = excluded.name, homepage = excluded.homepage, country = excluded.country`
}

/**
 * Makes the people whom texts name. Whoever has an address says themselves what they are called and where they work;
 * a slug that somebody had before is still theirs.
 */
async function writePeople(tx: Tx, documents: NewDocument[]): Promise<void> {
  const rows = documents.flatMap(({ frontMatter }) => [
    ...('authors' in frontMatter ? frontMatter.authors : []),
    ...('people' in frontMatter ? frontMatter.people : []),
    ...('sponsors' in frontMatter ? frontMatter.sponsors : []),
  ])
  await tx.$executeRaw`
    insert into person (id, slug, name, affiliation)
    select gen_random_uuid(), r.slug, min(r.name), min(o.name)
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(slug text, name text, affiliation text)
    left join organization o on o.slug = r.affiliation
    where not exists (select from person_slug s join person p on p.id = s.person_id
      where s.slug = r.slug and p.slug <> r.slug)
    group by r.slug
    on conflict (slug) do update
      set name = excluded.name, affiliation = coalesce(excluded.affiliation, person.affiliation)
      where person.email is null`
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
    where: { slugs: { some: { slug: { in: sponsors.map((person) => person.slug) } } } },
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
