import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'
import { linksOf, partProfile } from '../rules'
import type { Audiences, ProfileValues } from '../schema/fields'
import { type LinkKind, type Links, STABLE } from '../schema/handles'

export interface WholeProfile {
  personId: string
  values: ProfileValues
  audiences: Audiences
}

/**
 * Writes whole profiles, as many statements for one as for a thousand: the public part into each person's row, the rest
 * beside it.
 */
export async function writeProfiles(tx: Tx, profiles: readonly WholeProfile[]): Promise<void> {
  if (profiles.length === 0) return
  const parted = profiles.map(({ personId, values, audiences }) => ({
    ...{ personId, links: linksOf(values) },
    ...partProfile(values, audiences),
  }))
  const ofThem = { personId: { in: parted.map(({ personId }) => personId) } }
  await writeColumns(
    tx,
    parted.map(({ personId, shown }) => ({ id: personId, ...columnsOf(shown) })),
  )
  await tx.withheldField.deleteMany({ where: ofThem })
  await tx.withheldField.createMany({
    data: parted.flatMap(
      ({ personId, withheld }) =>
        withheld.map((row) => ({ ...row, personId, value: row.value as Prisma.InputJsonValue })), // a profile's value
    ),
  })
  await tx.personHandle.deleteMany({ where: ofThem })
  await tx.personHandle.createMany({
    data: parted.flatMap(({ personId, links }) => handlesOf(links).map((handle) => ({ ...handle, personId }))),
  })
  await writeProjects(
    tx,
    parted.map(({ personId, shown }) => ({ personId, slugs: shown.projects })),
  )
}

/** The columns of a person's row, as the database calls them. */
function columnsOf(shown: ProfileValues) {
  const { affiliation, bio, pronouns, country, city, languages, expertise, availableToSpeak, photo } = shown
  const texts = { affiliation, bio, pronouns, country, city, photo }
  const filled = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text || null]))
  return { ...filled, languages, expertise, available_to_speak: availableToSpeak, links: linksOf(shown) }
}

async function writeColumns(tx: Tx, rows: object[]): Promise<void> {
  await tx.$executeRaw`
    update person set affiliation = r.affiliation, bio = r.bio, pronouns = r.pronouns, country = r.country,
      city = r.city, photo = r.photo, languages = r.languages, expertise = r.expertise,
      available_to_speak = r.available_to_speak, links = r.links
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, affiliation text, bio text, pronouns text, country text, city text, photo text, languages text[],
      expertise text[], available_to_speak boolean, links jsonb)
    where person.id = r.id`
}

/** Only what somebody names themselves is theirs to write; that they maintain a project stays. */
async function writeProjects(tx: Tx, named: { personId: string; slugs: string[] }[]): Promise<void> {
  const ofThem = { personId: { in: named.map(({ personId }) => personId) } }
  await tx.personProject.deleteMany({ where: { ...ofThem, isMaintainer: false } })
  await tx.personProject.updateMany({ where: ofThem, data: { isNamed: false } })
  const pairs = named.flatMap(({ personId, slugs }) => slugs.map((slug) => ({ person: personId, slug })))
  await tx.$executeRaw`
    insert into person_project (person_id, project_id, is_maintainer, is_named)
    select r.person, project.id, false, true
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r (person uuid, slug text) join project using (slug)
    on conflict (person_id, project_id) do update set is_named = true`
}

export function handlesOf(links: Links): { kind: LinkKind; handle: string }[] {
  return STABLE.flatMap((kind) => (links[kind] ? [{ kind, handle: links[kind] }] : []))
}
