import { writeProjects } from '@/features/projects/commands/write-projects'
import type { MoveConflict } from '@/features/projects/rules/merge'
import { sourceOf, sponsoredLevels } from '@/features/projects/rules/sources'
import type { DocumentKind } from '@/generated/prisma/enums'
import type { Tx } from '@/lib/db'
import { listedSql } from '../queries/visible'
import { Project } from '../schema/front-matter'
import type { Unwritten } from '../schema/index-rows'

/** Writes the organisations, people and projects that these texts are about; answers what was odd about their dates. */
export async function writeEntities(tx: Tx, documents: Unwritten[]): Promise<string[]> {
  await writeOrganizations(tx, documents)
  await writePeople(tx, documents)
  const projects = documents.filter(({ kind }) => kind === 'project')
  return writeContentProjects(tx, projects)
}

/**
 * Projects and organisations whose files are gone go too. A project that the landscape knows stays with what that says;
 * people stay, for they may have come to be more than a name.
 */
export async function deleteEntities(tx: Tx, removed: { kind: DocumentKind; groupSlug: string }[]): Promise<void> {
  const slugs = (kind: DocumentKind) => removed.filter((row) => row.kind === kind).map(({ groupSlug }) => groupSlug)
  const projects = slugs('project')
  await tx.projectSponsor.deleteMany({ where: { project: { slug: { in: projects } } } })
  await tx.projectMaintainer.deleteMany({ where: { project: { slug: { in: projects } } } })
  await tx.project.updateMany({ where: { slug: { in: projects } }, data: { originId: null } })
  const changes = projects.map((slug) => ({ slug, content: null }))
  await writeProjects(tx, changes, { by: 'content:sync' })
  await tx.organization.deleteMany({ where: { slug: { in: slugs('organization') } } })
}

async function writeOrganizations(tx: Tx, documents: Unwritten[]): Promise<void> {
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
 * has an address says themselves what they are called and where they work; a slug that somebody had before is theirs.
 */
async function writePeople(tx: Tx, documents: Unwritten[]): Promise<void> {
  const rows = documents.flatMap(({ frontMatter, visibleFrom: from, unlisted }) =>
    [
      ...('authors' in frontMatter ? frontMatter.authors : []),
      ...('people' in frontMatter ? frontMatter.people : []),
      ...('sponsors' in frontMatter ? frontMatter.sponsors : []),
      ...('maintainers' in frontMatter ? (frontMatter.maintainers ?? []) : []),
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
        or exists (select from project_maintainer m where m.person_id = p.id)
        or exists (select from document_author a join document d on d.id = a.document_id
                   where a.person_id = p.id and ${listedSql('d')})
        or exists (select from document_person m join document d on d.id = m.document_id
                   where m.person_id = p.id and ${listedSql('d')})
    )
    insert into person (id, slug, name)
    select gen_random_uuid(), slug, name from named where ("isOut" or slug not in (select slug from known))
      and not exists (select from person_slug s join person p on p.id = s.person_id
        where s.slug = named.slug and p.slug <> s.slug)
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

/** Whom a listed text calls an ambassador and of whom no term is known was one, nobody has stated when. */
export async function writeAmbassadors(tx: Tx, files: string[]): Promise<void> {
  await tx.$executeRaw`
    insert into ambassador_term (id, person_id, is_past)
    select gen_random_uuid(), person_id, true from (
      select distinct n.person_id from document_person n join document d on d.id = n.document_id
      where n.role = 'ambassador' and d.file = any(${files}) and ${listedSql('d')}
    ) named
    where not exists (select from ambassador_term t where t.person_id = named.person_id)`
}

/** Facts and moves first: they belong to both sources. What only content/ says of a project follows. */
async function writeContentProjects(tx: Tx, documents: Unwritten[]): Promise<string[]> {
  const projects = documents.map(({ slug, file, frontMatter }) => ({ slug, file, project: Project.parse(frontMatter) }))
  const changes = projects.map(({ slug, project }) => ({ slug, content: sourceOf(project, slug) }))
  const { plans } = await writeProjects(tx, changes, { by: 'content:sync' })
  for (const { slug, project } of projects) await writePart(tx, slug, project)
  return plans.flatMap(({ conflicts }, at) =>
    conflicts.map((conflict) => sentenceOf(projects[at]?.file ?? '', conflict)),
  )
}

/** Where it began, who stood up for it, who maintains it. */
async function writePart(tx: Tx, slug: string, project: Project): Promise<void> {
  const { startedAt, sponsors, maintainers = [] } = project
  const { id: projectId } = await tx.project.update({
    where: { slug },
    data: { origin: startedAt ? { connect: { slug: startedAt } } : { disconnect: true } },
    select: { id: true },
  })
  await tx.projectSponsor.deleteMany({ where: { projectId } })
  await tx.projectMaintainer.deleteMany({ where: { projectId } })
  const people = await tx.person.findMany({
    where: { slugs: { some: { slug: { in: [...sponsors, ...maintainers].map((person) => person.slug) } } } },
    select: { id: true, slugs: { select: { slug: true } } },
  })
  const idOf = (person: { slug: string }) =>
    people.find(({ slugs }) => slugs.some((one) => one.slug === person.slug))?.id
  await tx.projectSponsor.createMany({
    data: sponsors.flatMap((person) => {
      const personId = idOf(person)
      return personId ? [{ projectId, personId, levels: sponsoredLevels(project, person.slug) }] : []
    }),
  })
  await tx.projectMaintainer.createMany({
    data: maintainers.flatMap(({ affiliation = null, ...person }) => {
      const personId = idOf(person)
      return personId ? [{ projectId, personId, affiliation }] : []
    }),
  })
}

function sentenceOf(file: string, { level, kept, found }: MoveConflict): string {
  return kept
    ? `${file}: the landscape has ${level} on ${found}; the file says ${kept}, and its date was taken.`
    : `${file}: the landscape has ${level} on ${found}, of which the file says nothing; it was kept.`
}
